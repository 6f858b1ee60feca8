package paint

import (
	"image"
	"image/color"
	"math"

	"talkthrough/internal/typeset"
)

// sheet is a display list in page units, one unit being a pixel at scale 1.
type sheet struct{ List }

func (s *sheet) text(f typeset.Font, text string, x, baseline float64, c color.NRGBA) {
	p := &typeset.Path{}
	typeset.Outline(f, text, x, baseline, p)
	s.fill(p, c)
}

func (s *sheet) box(x, y, w, h, radius float64, c color.NRGBA) {
	s.fill(boxPath(x, y, w, h, radius), c)
}

func (s *sheet) frame(x, y, w, h, radius float64, c color.NRGBA) {
	s.stroke(boxPath(x, y, w, h, radius), Pen{Width: 1}, c)
}

// add lays other over s, moved by (dx, dy).
func (s *sheet) add(other *sheet, dx, dy float64) {
	for _, op := range other.Ops {
		moved := &typeset.Path{}
		moved.Append(op.Path, 1, dx, dy)
		op.Path = moved
		s.Ops = append(s.Ops, op)
	}
}

func boxPath(x, y, w, h, radius float64) *typeset.Path {
	p := &typeset.Path{}
	r := min(radius, w/2, h/2)
	if r <= 0 {
		polygonal(p, []point{{X: x, Y: y}, {X: x + w, Y: y}, {X: x + w, Y: y + h}, {X: x, Y: y + h}})
		p.Close()
		return p
	}
	k := r * 0.45 // what is left of the corner beyond a circle's controls
	p.MoveTo(x+r, y)
	p.LineTo(x+w-r, y)
	p.CubeTo(x+w-k, y, x+w, y+k, x+w, y+r)
	p.LineTo(x+w, y+h-r)
	p.CubeTo(x+w, y+h-k, x+w-k, y+h, x+w-r, y+h)
	p.LineTo(x+r, y+h)
	p.CubeTo(x+k, y+h, x, y+h-k, x, y+h-r)
	p.LineTo(x, y+r)
	p.CubeTo(x, y+k, x+k, y, x+r, y)
	p.Close()
	return p
}

// onto paints the sheet on dst at a scale, its origin at pixel (0, 0).
func (s *sheet) onto(dst *image.RGBA, scale float64) {
	s.Opacity = 255
	s.measure()
	look := &seen{list: &s.List}
	look.bake(scale)
	var p Painter
	p.element(dst, dst.Rect, look, View{Zoom: scale})
}

// newPage is an image of w by h units at a scale, flooded with paper.
func newPage(w, h, scale float64, paper color.NRGBA) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, max(int(math.Round(w*scale)), 1), max(int(math.Round(h*scale)), 1)))
	flood(dst, dst.Rect, paper)
	return dst
}
