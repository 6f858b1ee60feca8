package excalidraw

import (
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// scenes of SVG as programs write it.
var svgs = []string{
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>`,
	`<?xml version="1.0"?><!DOCTYPE svg><!-- <svg> --><svg xmlns="http://www.w3.org/2000/svg" title="a > b"
	 ><metadata>
	 <!-- other --></metadata><g/></svg>`,
	`<svg xmlns="http://www.w3.org/2000/svg"/>`,
}

func TestDrawingsAreFoundInSVG(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file := []byte(fileText().Draw(t, "file"))
		svg := rapid.SampledFrom(svgs).Draw(t, "svg")
		once, err := EmbedSVG([]byte(svg), []byte("an earlier one"))
		if err != nil {
			t.Fatal(err)
		}
		out, err := EmbedSVG(once, file)
		if err != nil {
			t.Fatal(err)
		}
		s, rest, err := DecodeSVG(out)
		if err != nil {
			t.Fatal(err)
		}
		checkSame(t, file, encode(t, s, Options{Rest: rest}))

		// As Excalidraw looks for it.
		if !strings.Contains(string(out), "payload-type:application/vnd.excalidraw+json") ||
			!regexp.MustCompile(`<!-- payload-version:2 -->`).Match(out) ||
			len(regexp.MustCompile(`<!-- payload-start -->\s*(.+?)\s*<!-- payload-end -->`).FindAll(out, -1)) != 1 {
			t.Fatalf("embedded as %s", out)
		}
		if want, got := visible(t, []byte(svg)), visible(t, out); want != got {
			t.Fatalf("%s\nbecame\n%s", want, got)
		}
	})
}

// visible are the elements of an SVG but metadata.
func visible(t interface{ Fatal(...any) }, svg []byte) string {
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	var names []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return strings.Join(names, " ")
		}
		if err != nil {
			t.Fatal(err, string(svg))
		}
		switch e := token.(type) {
		case xml.StartElement:
			if e.Name.Local == "metadata" {
				if err := d.Skip(); err != nil {
					t.Fatal(err)
				}
				continue
			}
			names = append(names, e.Name.Local)
		case xml.EndElement:
			names = append(names, "/"+e.Name.Local)
		}
	}
}

func TestOldSVGsOpen(t *testing.T) {
	utf8 := strings.ReplaceAll(smallFile, `\u00e9`, "é")
	plain := base64.StdEncoding.EncodeToString([]byte(utf8))
	bytewise := base64.StdEncoding.EncodeToString(packed([]byte(utf8)))
	wrapped := bytewise[:40] + "\n  " + bytewise[40:]
	head := `<!-- payload-type:application/vnd.excalidraw+json -->`
	for name, payload := range map[string]string{
		"version 1":               head + `<!-- payload-start -->` + plain + `<!-- payload-end -->`,
		"version 1, said":         head + `<!--payload-version:1--><!-- payload-start --> ` + plain + "\n<!-- payload-end -->",
		"version 2":               head + `<!-- payload-version:2 --><!-- payload-start -->` + bytewise + `<!-- payload-end -->`,
		"version 2, over lines":   head + "\n<!-- payload-version:2 -->\n<!-- payload-start -->\n" + wrapped + "\n<!-- payload-end -->",
		"version 2, after others": `<!-- payload --> payload-start ` + head + `<!-- payload-version:2 --><!-- payload-start -->` + bytewise + `<!-- payload-end -->`,
	} {
		for _, around := range []string{"<svg>%</svg>", "<svg><metadata>%</metadata></svg>", "\n<svg><g></g>%</svg>"} {
			s, _, err := DecodeSVG([]byte(strings.Replace(around, "%", payload, 1)))
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if s.Len() != 1 || s.Elements()[0].ID != "café" {
				t.Errorf("%s: read %q", name, s.Elements()[0].ID)
			}
		}
	}
}

func TestBadSVGsSayWhatIsWrong(t *testing.T) {
	head := `<svg><!-- payload-type:application/vnd.excalidraw+json --><!-- payload-start -->`
	for in, want := range map[string]string{
		svgs[0]:                               "no drawing",
		head:                                  "no drawing",
		"<html/>":                             "not an SVG",
		"<svg":                                "not an SVG",
		"<!-- <svg>":                          "not an SVG",
		head + "%%%%<!-- payload-end -->":     "damaged",
		head + "e30=<!-- payload-end -->":     `"type": "excalidraw"`,
		head + "AAAA<!-- payload-end --></s>": "damaged",
	} {
		if _, _, err := DecodeSVG([]byte(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want it to say %q", in, err, want)
		}
	}
	if _, err := EmbedSVG([]byte("<html/>"), []byte(smallFile)); err == nil {
		t.Error("embedded in what is no SVG")
	}
}
