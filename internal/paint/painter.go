package paint

import (
	"image"
	"math"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

// Painter draws scenes and remembers, per element, what it worked out: drawing
// again costs only the pixels. The zero value is ready. A Painter is not safe
// for concurrent use; several may draw at once.
type Painter struct {
	// Pictures finds what image elements show; nil shows none.
	Pictures Pictures

	seen   map[seenKey]*seen
	last   lastPass
	raster raster
	ink    blender
	layer  image.RGBA
	labels labels
	frames frames
	texts  sparing
	frame  uint64
}

// seenKey names a remembered element. Elements in a scene never change, so the
// pointer says it all.
type seenKey struct {
	element *board.Element
	theme   Theme
}

// seen is an element's display list and the areas it fills.
type seen struct {
	list    *List
	label   *board.Element // the label that the list leaves room for
	picture *Picture       // what was found for an image element
	text    *board.Element // the text whose outlines are not kept; nil: they are
	// areas holds what each operation fills, curves and all; stroke outlines
	// are fine enough for zooms up to finest.
	areas  []*typeset.Path
	finest float64
	frame  uint64 // when it was last drawn
}

// spareEntries is how many elements outside the scene at hand may stay
// remembered.
const spareEntries = 2048

// Draw paints the elements, bottom to top, over what dst shows, inside clip.
// Elements that do not touch clip cost next to nothing. Painting any clip gives
// the same pixels there as painting all of dst does. Kinds that cannot be drawn
// are left out.
func (p *Painter) Draw(dst *image.RGBA, clip image.Rectangle, elements []*board.Element, v View, th Theme) {
	clip = clip.Intersect(dst.Rect)
	if clip.Empty() || !(v.Zoom > 0) {
		return
	}
	p.frame++
	p.last.begin(len(elements), th)
	near := sidesAround(clip, v)
	for i, e := range elements {
		if !p.last.knows(i, e) {
			p.meet(i, e, th)
		}
		if p.last.misses(i, near) {
			continue
		}
		s := p.look(e, p.labels.of(e, elements, i), th)
		p.last.note(i, e, sidesOf(s.list.Bounds))
		window := v.Pixels(s.list.Bounds).Intersect(clip)
		if box, clipped := p.frames.of(e, elements); clipped {
			window = window.Intersect(v.inside(box))
		}
		if window.Empty() {
			continue
		}
		if v.Zoom > s.finest || v.Zoom < s.finest/8 {
			s.bake(v.Zoom)
			p.texts.spare(e, s)
		}
		p.element(dst, window, s, v)
	}
	p.settle(len(elements))
}

// Bounds encloses what the elements paint, strokes, heads and overhanging text
// included; the zero Rect when they paint nothing.
func (p *Painter) Bounds(elements []*board.Element, th Theme) board.Rect {
	var all board.Rect
	p.frame++
	for i, e := range elements {
		b := p.look(e, p.labels.of(e, elements, i), th).list.Bounds
		if box, clipped := p.frames.of(e, elements); clipped {
			b = overlap(b, box)
		}
		all = all.Union(b)
	}
	p.settle(len(elements))
	return all
}

// meet finds out where e, at place i, can leave a trace. Text not seen before
// gets more room than its box, since that made elsewhere may be wider, and frames
// are let through, whose names stand outside theirs.
func (p *Painter) meet(i int, e *board.Element, th Theme) {
	switch s := p.seen[seenKey{e, th}]; {
	case e.Deleted || e.Opacity <= 0:
		p.last.note(i, e, nowhere)
	case s != nil:
		p.last.note(i, e, sidesOf(s.list.Bounds))
	case e.Kind == board.Text:
		p.last.note(i, e, sidesOf(textAtMost(e)))
	case e.IsFrame():
		p.last.note(i, e, everywhere)
	default:
		p.last.note(i, e, sidesOf(e.Bounds()))
	}
}

// textAtMost is a box that a text never leaves, however it is set and turned.
// It is far too large, and needs no shaping of letters.
func textAtMost(e *board.Element) board.Rect {
	const widest = 4 // ems to a byte: a tab is as wide as several letters
	font, lines := fontOf(e), 1
	length := max(len(e.Wrapped), len(e.Text))
	for i := range length {
		if i < len(e.Wrapped) && e.Wrapped[i] == '\n' || i < len(e.Text) && e.Text[i] == '\n' {
			lines++
		}
	}
	wide := float64(length+1) * widest * font.Size
	high := float64(lines+1) * max(typeset.LineBox(font), font.Size)
	reach := math.Hypot(math.Abs(e.W)+wide, math.Abs(e.H)+high) // from the middle, and then some
	return board.Rect{X: e.X + e.W/2 - reach, Y: e.Y + e.H/2 - reach, W: 2 * reach, H: 2 * reach}
}

// look returns e's list and areas, remembered or worked out.
func (p *Painter) look(e, label *board.Element, th Theme) *seen {
	key := seenKey{e, th}
	s := p.seen[key]
	if s == nil || s.label != label || (e.Kind == board.Image && s.picture != p.find(e.FileID)) {
		s = p.fresh(e, label, th)
		if p.seen == nil {
			p.seen = map[seenKey]*seen{}
		}
		p.seen[key] = s
	}
	s.frame = p.frame
	return s
}

// fresh works out e's list.
func (p *Painter) fresh(e, label *board.Element, th Theme) *seen {
	s := &seen{label: label}
	if e.Kind == board.Image {
		s.picture = p.find(e.FileID)
	}
	s.list = listOf(e, label, s.picture, th)
	return s
}

// find is the picture of that id, or nil.
func (p *Painter) find(fileID string) *Picture {
	if p.Pictures == nil || fileID == "" {
		return nil
	}
	return p.Pictures(fileID)
}

// bake works out the areas for zooms up to the next power of two.
func (s *seen) bake(zoom float64) {
	const precision = 0.08 // pixels
	s.finest = math.Exp2(math.Ceil(math.Log2(zoom)))
	s.areas = make([]*typeset.Path, len(s.list.Ops))
	for i, op := range s.list.Ops {
		s.areas[i] = op.Path
		if op.Pen != nil {
			s.areas[i] = trimmed(op.Pen.outline(op.Path, precision/s.finest))
		}
	}
}

// settle ends a pass over n elements. It lets go of the scene and, once too
// much is remembered, of what the pass did not need.
func (p *Painter) settle(n int) {
	p.labels.forget()
	p.frames.forget()
	if len(p.seen) <= 2*n+spareEntries {
		return
	}
	for key, s := range p.seen {
		if s.frame != p.frame {
			p.texts.forget(s)
			delete(p.seen, key)
		}
	}
}

// element draws one element inside window.
func (p *Painter) element(dst *image.RGBA, window image.Rectangle, s *seen, v View) {
	opacity := uint32(s.list.Opacity)
	if opacity == 255 || len(s.list.Ops) < 2 {
		p.ops(dst, window, s, v, opacity)
		return
	}
	n := 4 * window.Dx() * window.Dy()
	if n > cap(p.layer.Pix) {
		p.layer.Pix = make([]byte, n)
	}
	p.layer.Pix = p.layer.Pix[:n]
	clear(p.layer.Pix)
	p.layer.Rect, p.layer.Stride = window, 4*window.Dx()
	p.ops(&p.layer, window, s, v, 255)
	over(dst, &p.layer, window, opacity)
}

func (p *Painter) ops(dst *image.RGBA, window image.Rectangle, s *seen, v View, opacity uint32) {
	p.ink.dst = dst
	for i, op := range s.list.Ops {
		c := op.Colour
		c.A = uint8(div255(uint32(c.A) * opacity))
		p.ink.set(c)
		part := v.Pixels(op.Bounds).Intersect(window)
		if part.Empty() {
			continue
		}
		p.ink.picture = sampler{}
		if op.Picture != nil {
			p.ink.picture = op.Picture.sampler(v)
		}
		area := s.areas[i]
		if area == nil {
			area = p.texts.outlines(s.text)
		}
		p.raster.open(part)
		p.raster.trace(area, v)
		p.raster.fill(&p.ink)
	}
	p.ink.dst, p.ink.picture = nil, sampler{}
}
