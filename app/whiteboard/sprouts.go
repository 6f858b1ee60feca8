package whiteboard

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/board"
)

const (
	sproutSize  = 18 // diameter, in window units
	sproutReach = 11 // how far from its middle one is caught
	sproutAway  = 28 // of its middle from the shape
	// sproutAbove is how far the upper one stands off: beyond the handle that
	// turns the shape.
	sproutAbove = turnerAway + 24
	// A shape smaller than this in the window has none: they would crowd it.
	sproutFewest = 28
	// sproutAside is how far one stands beside the middle of its side where an
	// arrow of the shape runs through its place.
	sproutAside = 22
)

// sprouts are four arrows around the one shape that is selected: a click grows a
// shape there, a drag draws an arrow out of that side.
type sprouts struct {
	dots  [4]*canvas.Circle
	signs [4][3]*canvas.Line // a shaft and two barbs
	of    board.Rect         // the shape's box, empty while they are not shown
	lit   board.Direction    // under the pointer, or noSprout
	aside [4]float32         // of the middles of the sides
}

const noSprout = board.Direction(-1)

// sproutKeys are the keys that grow a shape as a click does.
var sproutKeys = [4]string{keys.GrowRight, keys.GrowDown, keys.GrowLeft, keys.GrowUp}

func newSprouts(m *marks) *sprouts {
	s := &sprouts{lit: noSprout}
	for i := range s.dots {
		s.dots[i] = canvas.NewCircle(color.Transparent)
		s.dots[i].Hide()
		m.objects = append(m.objects, s.dots[i])
		for j := range s.signs[i] {
			s.signs[i][j] = canvas.NewLine(color.Transparent)
			s.signs[i][j].Hide()
			m.objects = append(m.objects, s.signs[i][j])
		}
	}
	return s
}

// show places the arrows around e, or hides them where they do not belong.
func (s *sprouts) show(b *Board, e *board.Element, resizes bool, accent color.Color) {
	on := resizes && len(b.selected) == 1 && b.tool == Selecting && b.growth == nil &&
		e.IsShape() && e.Angle == 0 && min(e.W, e.H)*b.view.zoom >= sproutFewest
	if !on && s.of.Empty() {
		return
	}
	s.of = board.Rect{}
	if on {
		s.of = e.Box()
		s.makeWay(b, e)
	} else {
		s.light(b, noSprout)
	}
	for i, dot := range s.dots {
		dir := board.Direction(i)
		dot.Hidden = !on
		for j, l := range s.signs[i] {
			l.Hidden = !on
			if on {
				l.Position1, l.Position2 = sign(s.place(b.view, dir), dir, j)
			}
		}
		if on {
			dot.Resize(fyne.NewSquareSize(sproutSize))
			dot.Move(s.place(b.view, dir).SubtractXY(sproutSize/2, sproutSize/2))
		}
		s.paint(dir, accent)
	}
}

// paint gives an arrow its colours: quiet, and full under the pointer.
func (s *sprouts) paint(dir board.Direction, accent color.Color) {
	dot, ink := s.dots[dir], look.Soft(look.Accent, 0.75)
	dot.FillColor, dot.StrokeColor, dot.StrokeWidth = look.Color(look.Surface), look.Soft(look.Accent, 0.35), 1
	if s.lit == dir {
		dot.FillColor, dot.StrokeColor, ink = accent, accent, look.Color(look.OnAccent)
	}
	dot.Refresh()
	for _, l := range s.signs[dir] {
		l.StrokeColor, l.StrokeWidth = ink, 1.5
		l.Refresh()
	}
}

// sign is one of the lines that an arrow in the direction is made of.
func sign(at fyne.Position, dir board.Direction, line int) (from, to fyne.Position) {
	const half, barb = 4, 3.5
	u := dir.Unit()
	ahead := func(k, aside float64) fyne.Position {
		return at.AddXY(float32(u.X*k-u.Y*aside), float32(u.Y*k+u.X*aside))
	}
	switch line {
	case 0:
		return ahead(-half, 0), ahead(half, 0)
	case 1:
		return ahead(half, 0), ahead(half-barb, barb)
	}
	return ahead(half, 0), ahead(half-barb, -barb)
}

// place is where the arrow in a direction stands in the widget.
func (s *sprouts) place(v view, dir board.Direction) fyne.Position {
	u, away := dir.Unit(), float32(sproutAway)
	if dir == board.Upward {
		away = sproutAbove
	}
	at, aside := v.toWindow(sideOf(s.of, dir)), s.aside[dir]
	across := board.Point{X: math.Abs(u.Y), Y: math.Abs(u.X)}
	return at.AddXY(float32(u.X)*away+float32(across.X)*aside, float32(u.Y)*away+float32(across.Y)*aside)
}

// makeWay moves the arrows aside that would cover one of e's own.
func (s *sprouts) makeWay(b *Board, e *board.Element) {
	for dir := board.Rightward; dir <= board.Upward; dir++ {
		for _, s.aside[dir] = range [3]float32{0, sproutAside, -sproutAside} {
			if !covers(b, e, s.place(b.view, dir)) {
				break
			}
		}
	}
}

// covers reports whether an arrow that hangs on e runs past a place in the
// widget.
func covers(b *Board, e *board.Element, p fyne.Position) bool {
	for _, ref := range e.Bound {
		a := b.seen(ref.ID)
		if a == nil || a.Kind != board.Arrow || len(a.Points) < 2 {
			continue
		}
		if at, _ := a.Nearest(b.view.toScene(p)); within(b.view.toWindow(at), p, sproutReach) {
			return true
		}
	}
	return false
}

// sideOf is the middle of a box's side.
func sideOf(r board.Rect, dir board.Direction) board.Point {
	u := dir.Unit()
	return handle{int(u.X), int(u.Y)}.of(r)
}

// at finds the arrow under p; noSprout for none.
func (s *sprouts) at(v view, p fyne.Position) board.Direction {
	if !s.of.Empty() {
		for dir := board.Rightward; dir <= board.Upward; dir++ {
			if within(p, s.place(v, dir), sproutReach) {
				return dir
			}
		}
	}
	return noSprout
}

// light shows which arrow is under the pointer, and says what it does.
func (s *sprouts) light(b *Board, dir board.Direction) {
	if dir == s.lit {
		return
	}
	before := s.lit
	s.lit = dir
	accent := look.Color(look.Accent)
	if before != noSprout {
		s.paint(before, accent)
		look.HintLeave(s.dots[before])
	}
	if dir != noSprout {
		s.paint(dir, accent)
		look.HintEnter(s.dots[dir], look.Hint{Name: "Click: add a shape; drag: connect", Key: keys.Hint(sproutKeys[dir])})
	}
}

// sprout is what is done with one of the arrows.
type sprout struct {
	id    string
	dir   board.Direction
	press board.Point
	line  *drawLine
	drawn bool // it has been dragged
}

func newSprout(b *Board, dir board.Direction, p board.Point) *sprout {
	e := b.doc.Scene().Get(b.selected[0])
	line := &drawLine{element: board.NewElement(board.Arrow, b.style), from: sideOf(e.Box(), dir), start: e}
	board.ShapeArrow(line.element, b.arrows)
	b.clicks, b.twice = clicks{}, false // two clicks are two shapes
	return &sprout{id: e.ID, dir: dir, press: p, line: line}
}

func (g *sprout) drag(b *Board, p board.Point) {
	g.drawn = g.drawn || g.press.Dist(p)*b.view.zoom >= smallest
	if g.drawn {
		g.line.drag(b, p)
	}
}

func (g *sprout) release(b *Board, p board.Point) {
	b.clicks = clicks{}
	if g.drawn {
		g.line.release(b, p)
		return
	}
	e := board.Grow(b.doc.Scene(), g.id, g.dir, 1)
	b.placeNew(e)
	if !e.Empty() {
		b.Select(e.Put[0].ID)
		b.bringIntoView(e.Put[0].Bounds())
	}
}
