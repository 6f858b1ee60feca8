package excalidraw

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"

	"talkthrough/internal/board"
)

var errNotSVG = errors.New("not an SVG picture, or cut short")

// DecodeSVG reads the drawing that is embedded in an SVG picture. Beside
// Decode's, its error may wrap ErrNoScene.
func DecodeSVG(svg []byte) (*board.Scene, Rest, error) {
	if err := checkSize(svg, maxInflated); err != nil {
		return nil, Rest{}, err
	}
	file, err := fileInSVG(svg)
	if err != nil {
		return nil, Rest{}, err
	}
	return decode(file, maxInflated)
}

func fileInSVG(svg []byte) ([]byte, error) {
	p, ok := findPayload(svg)
	if !ok {
		if _, isSVG := rootOf(svg); !isSVG {
			return nil, errNotSVG
		}
		return nil, ErrNoScene
	}
	encoded := slices.DeleteFunc(bytes.Clone(svg[p.start:p.end]), func(b byte) bool {
		return b == ' ' || b == '\t' || b == '\n' || b == '\r'
	})
	text, err := base64.StdEncoding.DecodeString(string(encoded))
	if err != nil {
		return nil, fmt.Errorf("%w: the embedded drawing is damaged: %w", ErrNotExcalidraw, err)
	}
	if p.version == "1" {
		return unpacked(text)
	}
	return unpacked(ofLatin1(text))
}

// payload is where an SVG carries a drawing: between two comments.
type payload struct {
	start, end       int // of the base64
	opening, closing int // of all that belongs to it
	version          string
}

func findPayload(svg []byte) (payload, bool) {
	p := payload{version: "1"}
	kind := comment(svg, 0, "payload-type:"+mimeType)
	if kind == nil {
		return p, false
	}
	start := comment(svg, kind[1], "payload-start")
	if start == nil {
		return p, false
	}
	end := comment(svg, start[1], "payload-end")
	if end == nil {
		return p, false
	}
	p.opening, p.start, p.end, p.closing = kind[0], start[1], end[0], end[1]
	const label = "payload-version:"
	if at := bytes.Index(svg[kind[1]:start[0]], []byte(label)); at >= 0 {
		version, _, _ := bytes.Cut(svg[kind[1]+at+len(label):start[0]], []byte("-->"))
		p.version = string(bytes.TrimSpace(version))
	}
	return p, true
}

// comment finds the comment that says text, at or after from.
func comment(svg []byte, from int, text string) []int {
	for {
		at := bytes.Index(svg[from:], []byte(text))
		if at < 0 {
			return nil
		}
		at += from
		before := bytes.TrimRight(svg[:at], " \t\r\n")
		after := bytes.TrimLeft(svg[at+len(text):], " \t\r\n")
		if bytes.HasSuffix(before, []byte("<!--")) && bytes.HasPrefix(after, []byte("-->")) {
			return []int{len(before) - 4, len(svg) - len(after) + 3}
		}
		from = at + len(text)
	}
}

// EmbedSVG is the SVG picture with the .excalidraw file embedded as Excalidraw
// does, in place of one it may carry. What is drawn does not change. The error
// says when svg is no SVG, or carries a part of a drawing.
func EmbedSVG(svg, file []byte) ([]byte, error) {
	if p, ok := findPayload(svg); ok {
		svg = slices.Concat(svg[:p.opening], svg[p.closing:])
	}
	root, ok := rootOf(svg)
	if !ok {
		return nil, errNotSVG
	}
	if comment(svg, 0, "payload-type:"+mimeType) != nil {
		return nil, errors.New("the SVG carries another drawing, or part of one")
	}
	carried := string(SVGMetadata(file))
	if root.empty {
		head := bytes.TrimSuffix(svg[:root.end], []byte("/>"))
		return slices.Concat(head, []byte("><metadata>"+carried+"</metadata></svg>"), svg[root.end:]), nil
	}
	at := root.end
	rest := bytes.TrimLeft(svg[at:], " \t\r\n")
	if bytes.HasPrefix(rest, []byte("<metadata>")) {
		at = len(svg) - len(rest) + len("<metadata>")
	} else {
		carried = "<metadata>" + carried + "</metadata>"
	}
	return slices.Concat(svg[:at], []byte(carried), svg[at:]), nil
}

// SVGMetadata is the .excalidraw file as the content of an SVG's <metadata>, for
// writers of pictures; EmbedSVG is for pictures that are there.
func SVGMetadata(file []byte) []byte {
	return []byte("<!-- payload-type:" + mimeType + " --><!-- payload-version:2 --><!-- payload-start -->" +
		base64.StdEncoding.EncodeToString(packed(file)) + "<!-- payload-end -->")
}

// tag is an opening tag.
type tag struct {
	end   int  // after its ">"
	empty bool // whether it closes itself
}

// rootOf finds the <svg> tag, after whatever may stand before it.
func rootOf(svg []byte) (tag, bool) {
	at := 0
	for {
		next := bytes.IndexByte(svg[at:], '<')
		if next < 0 {
			return tag{}, false
		}
		at += next
		rest := svg[at:]
		closing := ""
		switch {
		case bytes.HasPrefix(rest, []byte("<svg")):
			return openingTag(svg, at)
		case bytes.HasPrefix(rest, []byte("<!--")):
			closing = "-->"
		case bytes.HasPrefix(rest, []byte("<?")):
			closing = "?>"
		case bytes.HasPrefix(rest, []byte("<!")):
			closing = ">"
		default:
			return tag{}, false
		}
		end := bytes.Index(rest, []byte(closing))
		if end < 0 {
			return tag{}, false
		}
		at += end + len(closing)
	}
}

// openingTag steps over the tag at at; ">" may stand in its attributes.
func openingTag(svg []byte, at int) (tag, bool) {
	quote := byte(0)
	for ; at < len(svg); at++ {
		switch c := svg[at]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return tag{end: at + 1, empty: svg[at-1] == '/'}, true
		}
	}
	return tag{}, false
}
