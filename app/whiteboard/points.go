package whiteboard

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

const (
	pointSize  = 9  // diameter of a point's circle
	middleSize = 6  // and of that in a stretch's middle
	longEnough = 48 // a stretch, in window units, to be caught by its middle
	mostPoints = 40 // handles shown on one line
)

// grip is a place by which a line is bent: one of its inner points, or the
// middle of a stretch, which for an elbow arrow moves the stretch and else
// becomes a new point.
type grip struct {
	at     board.Point
	index  int // of the point, or of the stretch's first
	middle bool
}

// gripsOf lists the grips of a line, those in stretches first.
func gripsOf(line *board.Element, label *board.Element, zoom float64) []grip {
	points := line.Vertices()
	var grips []grip
	for i, at := range middles(line) {
		i++
		if len(grips) == mostPoints {
			break
		}
		under := label != nil && label.Extent().Contains(at)
		if !under && points[i-1].Dist(points[i])*zoom >= longEnough {
			grips = append(grips, grip{at, i - 1, true})
		}
	}
	if line.Elbowed {
		return grips
	}
	for i := 1; i < len(points)-1 && len(grips) < mostPoints; i++ {
		grips = append(grips, grip{points[i], i, false})
	}
	return grips
}

// showGrips draws the grips of the line that is selected, if any.
func (m *marks) showGrips(line *board.Element, accent color.Color) {
	m.grips = m.grips[:0]
	if m.endOf != "" {
		m.grips = gripsOf(line, m.b.doc.Scene().LabelOf(line), m.b.view.zoom)
	}
	for i, c := range m.bends {
		if i >= len(m.grips) {
			if c.Visible() {
				c.Hide()
			}
			continue
		}
		g, size := m.grips[i], float32(pointSize)
		c.FillColor = look.Color(look.Surface)
		if g.middle {
			size = middleSize
			c.FillColor = accent
		}
		c.StrokeColor, c.StrokeWidth = accent, 1
		c.Resize(fyne.NewSquareSize(size))
		c.Move(m.b.view.toWindow(g.at).SubtractXY(size/2, size/2))
		c.Show()
		c.Refresh()
	}
}

// middles are the middles of a line's stretches as drawn, curves included.
func middles(line *board.Element) []board.Point {
	points := line.Vertices()
	out := make([]board.Point, 0, len(points))
	for i := 1; i < len(points); i++ {
		out = append(out, points[i-1].Lerp(points[i], 0.5))
	}
	if !line.Curved() {
		return out
	}
	var path typeset.Path
	line.Outline(&path)
	if len(path.Points) != 1+3*len(out) {
		return out // not a curve for each stretch
	}
	for i := range out {
		c := path.Points[3*i : 3*i+4]
		out[i] = board.Point{
			X: (c[0].X + 3*c[1].X + 3*c[2].X + c[3].X) / 8,
			Y: (c[0].Y + 3*c[1].Y + 3*c[2].Y + c[3].Y) / 8,
		}
	}
	return out
}

func newBends() []*canvas.Circle {
	bends := make([]*canvas.Circle, mostPoints)
	for i := range bends {
		bends[i] = canvas.NewCircle(color.Transparent)
		bends[i].Hide()
	}
	return bends
}

// gripAt finds the grip of the selected line under p.
func (m *marks) gripAt(p fyne.Position) (grip, bool) {
	if m.endOf == "" {
		return grip{}, false
	}
	for i := len(m.grips) - 1; i >= 0; i-- {
		if g := m.grips[i]; within(p, m.b.view.toWindow(g.at), handleReach) {
			return g, true
		}
	}
	return grip{}, false
}

// bend drags a grip: a point, a stretch of an elbow arrow, or a point that is
// put in.
type bend struct {
	id    string
	grip  grip
	elbow bool
	press board.Point
}

func newBend(b *Board, g grip, p board.Point) *bend {
	return &bend{id: b.marks.endOf, grip: g, elbow: b.doc.Scene().Get(b.marks.endOf).Elbowed, press: p}
}

func (g *bend) edit(b *Board, p board.Point) board.Edit {
	scene, d := b.doc.Scene(), p.Sub(g.press)
	switch {
	case g.elbow:
		return board.MoveSegment(scene, g.id, g.grip.index, d)
	case g.grip.middle:
		return board.InsertPoint(scene, g.id, g.grip.index+1, b.drawnAt(g.grip.at.Add(d)))
	}
	return board.MovePoint(scene, g.id, g.grip.index, b.drawnAt(g.grip.at.Add(d)))
}

func (g *bend) drag(b *Board, p board.Point) { b.preview(g.edit(b, p)) }

func (g *bend) release(b *Board, p board.Point) {
	if b.clicked(g.press, p) {
		b.clearPreview()
		return
	}
	b.commit(g.edit(b, p))
}

// takeOutPoint removes the inner point of the selected line under p and reports
// whether there was one: the second of two clicks on it.
func (b *Board) takeOutPoint(p board.Point) bool {
	b.marks.arrange()
	g, ok := b.marks.gripAt(b.view.toWindow(p))
	if !ok || g.middle {
		return false
	}
	b.commit(board.DeletePoint(b.doc.Scene(), b.marks.endOf, g.index))
	return true
}

// putInPoint puts a point into the line under p, without moving it, and reports
// whether there was one: the second of two clicks. On an arrow two clicks begin
// its label, unless Ctrl is held.
func (b *Board) putInPoint(p board.Point) bool {
	scene := b.doc.Scene()
	hit := scene.HitTest(p, tolerance/b.view.zoom)
	if hit == nil || hit.Kind != board.Line && (hit.Kind != board.Arrow || b.mods()&fyne.KeyModifierShortcutDefault == 0) {
		return false
	}
	at, i := hit.Nearest(p)
	if at.Dist(p)*b.view.zoom > tolerance+hit.StrokeWidth {
		return false // inside a closed line
	}
	e := board.InsertPoint(scene, hit.ID, i, at)
	b.commit(e)
	b.Select(hit.ID)
	return !e.Empty()
}
