package export

import (
	"context"
	"io"
	"strings"

	"talkthrough/internal/excalidraw"
	"talkthrough/internal/paint"
)

// Form is a kind of file that a drawing is written as, by its ending.
type Form string

// The forms. A picture with a scene opens again as a drawing, here and in
// Excalidraw.
const (
	ExcalidrawFile Form = ".excalidraw"
	PNGWithScene   Form = ".excalidraw.png"
	SVGWithScene   Form = ".excalidraw.svg"
	PlainPNG       Form = ".png"
	PlainSVG       Form = ".svg"
)

// Forms are all of them; of several that fit a name the first one holds.
func Forms() []Form { return []Form{PNGWithScene, SVGWithScene, ExcalidrawFile, PlainPNG, PlainSVG} }

// FormOf is what a file of that name is written as; false when its ending says
// nothing that can be written.
func FormOf(name string) (Form, bool) {
	name = strings.ToLower(name)
	for _, f := range Forms() {
		if strings.HasSuffix(name, string(f)) {
			return f, true
		}
	}
	return "", false
}

// Picture reports whether a Look has any say in the form.
func (f Form) Picture() bool { return f != ExcalidrawFile }

// Opens reports whether the file opens again as a drawing.
func (f Form) Opens() bool { return f != PlainPNG && f != PlainSVG }

// Write writes the drawing in that form. It ends early with the context's
// error. Other errors name the element that cannot be written, or are the
// writer's.
func (d Drawing) Write(ctx context.Context, w io.Writer, f Form, l Look) error {
	w = stopper{ctx, w}
	var file []byte
	if f.Opens() {
		var err error
		if file, err = excalidraw.Encode(d.Scene, excalidraw.Options{Rest: d.Rest}); err != nil {
			return err
		}
	}
	options := l.options(d)
	switch f {
	case PNGWithScene:
		options.Metadata = excalidraw.PNGText(file)
		return paint.WritePNG(w, d.Scene.Elements(), options)
	case SVGWithScene:
		options.Metadata = excalidraw.SVGMetadata(file)
		return paint.SVG(w, d.Scene.Elements(), options)
	case PlainPNG:
		return paint.WritePNG(w, d.Scene.Elements(), options)
	case PlainSVG:
		return paint.SVG(w, d.Scene.Elements(), options)
	}
	_, err := w.Write(file)
	return err
}

// stopper writes until the context is done.
type stopper struct {
	ctx context.Context
	to  io.Writer
}

func (s stopper) Write(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.to.Write(p)
}
