package paint

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"image/color"
	"image/png"
	"io"
	"math"
	"strconv"

	"talkthrough/internal/board"
)

// SVG writes the scene as Board paints it: text as outlines, so that it looks
// the same where the fonts are missing, pictures inside the file. The same
// scene gives the same bytes. The width and height in the file are o.Scale
// times the drawing's. Errors are the writer's, or a picture's that cannot be
// encoded.
func SVG(to io.Writer, scene []*board.Element, o ExportOptions) error {
	p := Painter{Pictures: o.Pictures}
	bounds, scale := o.sheetOf(&p, scene)
	s := svgWriter{Writer: bufio.NewWriter(to), path: svgPath{origin: point{X: bounds.X, Y: bounds.Y}}}
	w, h := max(math.Round(bounds.W*scale), 1), max(math.Round(bounds.H*scale), 1)
	s.printf(`<svg xmlns="http://www.w3.org/2000/svg" version="1.1" viewBox="0 0 %s %s" width="%.0f" height="%.0f">`,
		precise(w/scale), precise(h/scale), w, h)
	if len(o.Metadata) > 0 {
		s.text("<metadata>")
		s.fail(s.Write(o.Metadata))
		s.text("</metadata>")
	}
	pieces := p.pieces(scene, o.theme())
	s.defs(pieces, bounds)
	if !o.Transparent {
		s.printf(`<rect width="%s" height="%s" fill="%s"/>`, precise(w/scale), precise(h/scale), hex(o.theme().colours().paper))
	}
	s.text(`<g stroke-linecap="round" stroke-linejoin="round">` + "\n")
	for _, one := range pieces {
		s.piece(one)
	}
	s.text("</g></svg>\n")
	if s.err == nil {
		s.err = s.Flush()
	}
	if s.err != nil {
		return fmt.Errorf("write the board as SVG: %w", s.err)
	}
	return nil
}

// svgWriter writes the elements of an SVG and keeps the first error.
type svgWriter struct {
	*bufio.Writer
	path     svgPath
	pictures map[*Picture]int
	clips    map[board.Rect]int // of frames
	cuts     int                // clips of pictures so far
	err      error
}

func (s *svgWriter) fail(_ int, err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *svgWriter) text(text string) { s.fail(s.WriteString(text)) }

func (s *svgWriter) printf(format string, args ...any) {
	s.fail(fmt.Fprintf(s.Writer, format, args...))
}

// defs writes every picture and every frame's clip once.
func (s *svgWriter) defs(pieces []piece, bounds board.Rect) {
	s.pictures, s.clips = map[*Picture]int{}, map[board.Rect]int{}
	for _, one := range pieces {
		for _, op := range one.list.Ops {
			if op.Picture != nil && s.pictures[op.Picture.Picture] == 0 {
				s.pictures[op.Picture.Picture] = len(s.pictures) + 1
				s.picture(op.Picture.Picture, len(s.pictures))
			}
		}
		if one.clipped && s.clips[one.frame] == 0 {
			s.clips[one.frame] = len(s.clips) + 1
			f := one.frame
			s.printf(`<clipPath id="f%d"><rect x="%s" y="%s" width="%s" height="%s"/></clipPath>`+"\n",
				len(s.clips), number(f.X-bounds.X), number(f.Y-bounds.Y), number(f.W), number(f.H))
		}
	}
}

func (s *svgWriter) picture(p *Picture, id int) {
	mime, data := p.MIME, p.Data
	if mime == "" || len(data) == 0 {
		var encoded bytes.Buffer
		s.fail(0, png.Encode(&encoded, p.full))
		mime, data = "image/png", encoded.Bytes()
	}
	w, h := p.Size()
	s.printf(`<defs><image id="p%d" width="%d" height="%d" preserveAspectRatio="none" href="data:`, id, w, h)
	s.fail(0, xml.EscapeText(s.Writer, []byte(mime)))
	s.text(";base64,")
	encoder := base64.NewEncoder(base64.StdEncoding, s.Writer)
	s.fail(encoder.Write(data))
	s.fail(0, encoder.Close())
	s.text(`"/></defs>` + "\n")
}

func (s *svgWriter) piece(one piece) {
	attributes := ""
	if one.clipped {
		attributes += fmt.Sprintf(` clip-path="url(#f%d)"`, s.clips[one.frame])
	}
	if one.list.Opacity < 255 {
		attributes += ` opacity="` + share(one.list.Opacity) + `"`
	}
	if attributes != "" {
		s.text("<g" + attributes + ">")
	}
	for _, op := range one.list.Ops {
		s.op(op)
	}
	if attributes != "" {
		s.text("</g>")
	}
	s.text("\n")
}

func (s *svgWriter) op(op Op) {
	d := s.path.data(op.Path)
	switch {
	case op.Picture != nil:
		s.cuts++
		m := op.Picture.onto
		m.X0, m.Y0 = m.X0-s.path.origin.X, m.Y0-s.path.origin.Y
		s.printf(`<clipPath id="c%d"><path d="%s"/></clipPath><g clip-path="url(#c%d)"><use href="#p%d" transform="matrix(%s %s %s %s %s %s)"/></g>`,
			s.cuts, d, s.cuts, s.pictures[op.Picture.Picture],
			precise(m.XX), precise(m.YX), precise(m.XY), precise(m.YY), precise(m.X0), precise(m.Y0))
	case op.Pen != nil:
		s.printf(`<path d="%s" fill="none" stroke="%s"%s stroke-width="%s"`, d, hex(op.Colour), translucent("stroke", op.Colour), number(op.Pen.Width))
		if op.Pen.Dash > 0 && op.Pen.Gap > 0 {
			s.printf(` stroke-dasharray="%s %s"`, number(op.Pen.Dash), number(op.Pen.Gap))
		}
		s.text("/>")
	default:
		s.printf(`<path d="%s" fill="%s"%s/>`, d, hex(op.Colour), translucent("fill", op.Colour))
	}
}

// hex is the colour without its opacity, as short as CSS allows.
func hex(c color.NRGBA) string {
	long := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	if long[1] == long[2] && long[3] == long[4] && long[5] == long[6] {
		return "#" + long[1:2] + long[3:4] + long[5:6]
	}
	return long
}

// translucent is the attribute for the colour's opacity, if it needs one.
func translucent(what string, c color.NRGBA) string {
	if c.A == 255 {
		return ""
	}
	return ` ` + what + `-opacity="` + share(c.A) + `"`
}

// share is v/255 precise enough to get v back.
func share(v uint8) string {
	return strconv.FormatFloat(math.Round(float64(v)/255*1e4)/1e4, 'f', -1, 64)
}

// number is a length with two decimals at most.
func number(v float64) string { return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64) }

func precise(v float64) string { return strconv.FormatFloat(v, 'g', 9, 64) }
