package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/google/renameio/v2/maybe"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
	"talkthrough/internal/paint"
)

// boardCmd turns a drawing into another form.
type boardCmd struct {
	In          string  `arg:"" help:"The drawing: .excalidraw, .excalidraw.png, .excalidraw.svg or .excalidrawlib; what it is counts, not how it is called."`
	Out         string  `arg:"" help:"The file to write: .excalidraw, .png, .svg, or .excalidraw.png and .excalidraw.svg, which open again as drawings."`
	Scale       float64 `help:"Pixels per unit of the drawing in pictures." default:"1" placeholder:"N"`
	Dark        bool    `help:"Pictures in the colours of the dark theme."`
	Transparent bool    `help:"Pictures without paper."`
}

// boardForms are what OUT can be, by its ending; of several the longest counts.
var boardForms = []struct {
	ending string
	write  func(drawing, io.Writer) error
}{
	{".excalidraw.png", drawing.pngWithScene},
	{".excalidraw.svg", drawing.svgWithScene},
	{".excalidraw", drawing.file},
	{".png", drawing.png},
	{".svg", drawing.svg},
}

func (c boardCmd) Run(s streams) error {
	if !(c.Scale > 0) || c.Scale > 1000 {
		return misuse{fmt.Errorf("--scale=%g: it must be above 0 and at most 1000", c.Scale)}
	}
	write, err := c.form()
	if err != nil {
		return misuse{err}
	}
	scene, rest, err := excalidraw.Open(c.In)
	if err != nil {
		return err
	}
	for _, w := range rest.Warnings {
		fmt.Fprintf(s.err, "talkthrough: %s: %s\n", c.In, w)
	}
	pictures := decodePictures(scene, rest.Files, func(err error) {
		fmt.Fprintf(s.err, "talkthrough: %s: %v\n", c.In, err)
	})
	d := drawing{scene, rest, paint.ExportOptions{
		Scale: c.Scale, Dark: c.Dark, Transparent: c.Transparent, Pictures: pictures,
	}}
	var out bytes.Buffer
	if err := write(d, &out); err != nil {
		return fmt.Errorf("%s: %w", c.In, err)
	}
	if err := maybe.WriteFile(c.Out, out.Bytes(), 0o600); err != nil {
		return fmt.Errorf("save %s: %w", c.Out, err)
	}
	return nil
}

// decodePictures decodes the pictures that a scene shows. Those that cannot be
// decoded are told to problem, once each.
func decodePictures(scene *board.Scene, files map[string]json.RawMessage, problem func(error)) paint.Pictures {
	byID := map[string]*paint.Picture{}
	for _, e := range scene.Elements() {
		if _, known := byID[e.FileID]; known || e.Kind != board.Image || e.Deleted || e.FileID == "" {
			continue
		}
		byID[e.FileID] = nil
		p, err := excalidraw.DecodePicture(files, e.FileID)
		if err != nil {
			problem(fmt.Errorf("element %q: %w", e.ID, err))
			continue
		}
		byID[e.FileID] = paint.NewPicture(p.Image, p.MIME, p.Data)
	}
	return func(fileID string) *paint.Picture { return byID[fileID] }
}

// form is how OUT is written.
func (c boardCmd) form() (write func(drawing, io.Writer) error, err error) {
	name := strings.ToLower(c.Out)
	for _, f := range boardForms {
		if !strings.HasSuffix(name, f.ending) {
			continue
		}
		if f.ending == ".excalidraw" && (c.Scale != 1 || c.Dark || c.Transparent) {
			return nil, fmt.Errorf("%s is no picture: --scale, --dark and --transparent are for pictures", c.Out)
		}
		return f.write, nil
	}
	if strings.HasSuffix(name, ".excalidrawlib") {
		return nil, errors.New("libraries are read, not written: name OUT .excalidraw")
	}
	return nil, fmt.Errorf("%s: OUT must end in .excalidraw, .excalidraw.png, .excalidraw.svg, .png or .svg", c.Out)
}

// drawing is what is turned, and how pictures of it shall look.
type drawing struct {
	scene   *board.Scene
	rest    excalidraw.Rest
	picture paint.ExportOptions
}

func (d drawing) encoded() ([]byte, error) {
	return excalidraw.Encode(d.scene, excalidraw.Options{Rest: d.rest})
}

func (d drawing) file(w io.Writer) error {
	data, err := d.encoded()
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}

func (d drawing) png(w io.Writer) error {
	return paint.WritePNG(w, d.scene.Elements(), d.picture)
}

func (d drawing) svg(w io.Writer) error {
	return paint.SVG(w, d.scene.Elements(), d.picture)
}

func (d drawing) pngWithScene(w io.Writer) error {
	data, err := d.encoded()
	if err != nil {
		return err
	}
	d.picture.Metadata = excalidraw.PNGText(data)
	return d.png(w)
}

func (d drawing) svgWithScene(w io.Writer) error {
	data, err := d.encoded()
	if err != nil {
		return err
	}
	d.picture.Metadata = excalidraw.SVGMetadata(data)
	return d.svg(w)
}
