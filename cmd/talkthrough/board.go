package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"talkthrough/internal/export"
)

// boardCmd turns a drawing into another form.
type boardCmd struct {
	In          string  `arg:"" help:"The drawing: .excalidraw, .excalidraw.png, .excalidraw.svg or .excalidrawlib; what it is counts, not how it is called."`
	Out         string  `arg:"" help:"The file to write: .excalidraw, .png, .svg, or .excalidraw.png and .excalidraw.svg, which open again as drawings."`
	Scale       float64 `help:"Pixels per unit of the drawing in pictures." default:"1" placeholder:"N"`
	Dark        bool    `help:"Pictures in the colours of the dark theme."`
	Transparent bool    `help:"Pictures without paper."`
}

func (c boardCmd) Run(s streams) error {
	if !(c.Scale > 0) || c.Scale > 1000 {
		return misuse{fmt.Errorf("--scale=%g: it must be above 0 and at most 1000", c.Scale)}
	}
	form, err := c.form()
	if err != nil {
		return misuse{err}
	}
	drawing, warnings, err := export.ReadDrawing(c.In)
	if err != nil {
		return err
	}
	for _, w := range warnings {
		fmt.Fprintf(s.err, "talkthrough: %s: %s\n", c.In, w)
	}
	look := export.Look{Scale: c.Scale, Dark: c.Dark, Transparent: c.Transparent}
	return export.Save(c.Out, true, func(w io.Writer) error {
		return drawing.Write(context.Background(), w, form, look)
	})
}

// form is how OUT is written.
func (c boardCmd) form() (export.Form, error) {
	form, ok := export.FormOf(c.Out)
	switch {
	case ok && !form.Picture() && (c.Scale != 1 || c.Dark || c.Transparent):
		return "", fmt.Errorf("%s is no picture: --scale, --dark and --transparent are for pictures", c.Out)
	case ok:
		return form, nil
	case strings.HasSuffix(strings.ToLower(c.Out), ".excalidrawlib"):
		return "", errors.New("libraries are read, not written: name OUT .excalidraw")
	}
	return "", fmt.Errorf("%s: OUT must end in .excalidraw, .excalidraw.png, .excalidraw.svg, .png or .svg", c.Out)
}
