package typeset

import (
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Outline appends to p the contours of s, set on one line that starts at x and
// stands on the given baseline. Contours fill by the non-zero rule.
func Outline(f Font, s string, x, baseline float64, p *Path) {
	text := shared.shape(f.Family, f.Weight, s)
	shared.mu.Lock()
	defer shared.mu.Unlock()
	for _, g := range text.glyphs {
		p.Append(g.face.outline(g.id), f.Size, x+g.x*f.Size, baseline+g.y*f.Size)
	}
}

// outline returns the glyph at one pixel per em. The caller holds the engine's
// lock: a face is not safe for concurrent use.
func (f *face) outline(id font.GID) *Path {
	if p, ok := f.glyphs[id]; ok {
		return p
	}
	p := &Path{}
	if id == 0 {
		missing(p)
	} else if data, ok := f.GlyphDataOutline(id); ok {
		f.trace(data.Segments, p)
	}
	f.glyphs[id] = p
	return p
}

func (f *face) trace(segments []font.Segment, p *Path) {
	at := func(a opentype.SegmentPoint) (x, y float64) { return float64(a.X) / f.em, -float64(a.Y) / f.em }
	open := false
	for _, s := range segments {
		x0, y0 := at(s.Args[0])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			if open {
				p.Close()
			}
			open = true
			p.MoveTo(x0, y0)
		case opentype.SegmentOpLineTo:
			p.LineTo(x0, y0)
		case opentype.SegmentOpQuadTo:
			x1, y1 := at(s.Args[1])
			p.QuadTo(x0, y0, x1, y1)
		case opentype.SegmentOpCubeTo:
			x1, y1 := at(s.Args[1])
			x2, y2 := at(s.Args[2])
			p.CubeTo(x0, y0, x1, y1, x2, y2)
		}
	}
	if open {
		p.Close()
	}
}

// missing draws the box that stands for a character no font has.
func missing(p *Path) {
	const left, right, top, pen = 0.06, missingAdvance - 0.06, -0.72, 0.05
	p.MoveTo(left, 0)
	p.LineTo(left, top)
	p.LineTo(right, top)
	p.LineTo(right, 0)
	p.Close()
	p.MoveTo(left+pen, -pen) // the other way round: a hole
	p.LineTo(right-pen, -pen)
	p.LineTo(right-pen, top+pen)
	p.LineTo(left+pen, top+pen)
	p.Close()
}
