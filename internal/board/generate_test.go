package board

import (
	"encoding/json"
	"fmt"

	"pgregory.net/rapid"
)

func coordinate() *rapid.Generator[float64] { return rapid.Float64Range(-1e4, 1e4) }

func anyPoint() *rapid.Generator[Point] {
	return rapid.Custom(func(t *rapid.T) Point {
		return Point{coordinate().Draw(t, "x"), coordinate().Draw(t, "y")}
	})
}

// anyElement is any element that a file may hold, whether it makes sense or not.
func anyElement() *rapid.Generator[*Element] {
	return rapid.Custom(func(t *rapid.T) *Element {
		kind := rapid.SampledFrom([]Kind{Rectangle, Ellipse, Diamond, Cylinder, Text, Arrow, Line, Freedraw, Image, Frame}).Draw(t, "kind")
		e := NewElement(kind, DefaultStyle())
		e.ID = rapid.String().Draw(t, "id")
		e.X, e.Y = coordinate().Draw(t, "x"), coordinate().Draw(t, "y")
		e.W, e.H = coordinate().Draw(t, "w"), coordinate().Draw(t, "h")
		e.Angle = rapid.Float64Range(-7, 7).Draw(t, "angle")
		e.Background = rapid.String().Draw(t, "background")
		e.Groups = rapid.SliceOf(rapid.String()).Draw(t, "groups")
		e.Link = rapid.String().Draw(t, "link")
		e.Opacity = rapid.IntRange(0, 100).Draw(t, "opacity")
		e.Seed = rapid.Int64().Draw(t, "seed")
		e.Deleted = rapid.Bool().Draw(t, "deleted")
		e.Bound = rapid.SliceOf(rapid.Custom(func(t *rapid.T) BoundRef {
			return BoundRef{ID: rapid.String().Draw(t, "id"), Kind: Kind(rapid.String().Draw(t, "kind"))}
		})).Draw(t, "bound")
		if e.IsLinear() {
			e.Points = rapid.SliceOf(anyPoint()).Draw(t, "points")
		}
		switch kind {
		case Arrow:
			e.End = &Binding{ElementID: rapid.String().Draw(t, "shape"), Mode: Orbit, FixedPoint: anyPoint().Draw(t, "aim")}
			e.Elbowed = rapid.Bool().Draw(t, "elbowed")
			e.EndHead = rapid.SampledFrom([]string{"", "bar", "triangle"}).Draw(t, "head")
		case Text:
			e.Text, e.Wrapped = rapid.String().Draw(t, "text"), rapid.String().Draw(t, "wrapped")
			e.Container = rapid.String().Draw(t, "container")
		case Freedraw:
			e.Pressures = rapid.SliceOf(rapid.Float64Range(0, 1)).Draw(t, "pressures")
		}
		if rapid.Bool().Draw(t, "custom") {
			e.Extra = map[string]json.RawMessage{"customData": json.RawMessage(`{"a":1}`)}
		}
		return e
	})
}

// sketch builds scenes for tests as the tools do.
type sketch struct{ *Scene }

func newSketch() sketch { return sketch{NewScene()} }

func (s sketch) put(e *Element) *Element {
	s.Apply(PutNew(s.Scene, e))
	return s.Get(e.ID)
}

func (s sketch) shape(id string, kind Kind, x, y, w, h float64) *Element {
	e := NewElement(kind, DefaultStyle())
	e.ID, e.X, e.Y, e.W, e.H = id, x, y, w, h
	return s.put(e)
}

func (s sketch) box(id string, x, y, w, h float64) *Element {
	return s.shape(id, Rectangle, x, y, w, h)
}

// arrow draws an arrow through the points and binds its ends as dropping them
// does.
func (s sketch) arrow(id string, points ...Point) *Element {
	a := NewElement(Arrow, DefaultStyle())
	a.ID = id
	a.setVertices(points)
	for end, p := range []Point{AtStart: points[0], AtEnd: points[len(points)-1]} {
		if target := BindTarget(s.Scene, p, BindCapture); target != nil {
			a = Bind(s.Scene, a, End(end), target, p)
		}
	}
	return s.put(a)
}

func (s sketch) label(id, text string) *Element {
	s.Apply(SetText(s.Scene, id, text))
	return s.LabelOf(s.Get(id))
}

// anySketch is a board as someone could have drawn it.
func anySketch() *rapid.Generator[sketch] {
	return rapid.Custom(func(t *rapid.T) sketch {
		s := newSketch()
		place := rapid.Float64Range(-400, 400)
		size := rapid.OneOf(rapid.Float64Range(0, 300), rapid.Just(0.0))
		for i := range rapid.IntRange(0, 5).Draw(t, "shapes") {
			kind := rapid.SampledFrom([]Kind{Rectangle, Ellipse, Diamond, Cylinder}).Draw(t, "kind")
			id := fmt.Sprintf("shape%d", i)
			e := NewElement(kind, DefaultStyle())
			e.ID, e.X, e.Y = id, place.Draw(t, "x"), place.Draw(t, "y")
			e.W, e.H = size.Draw(t, "w"), size.Draw(t, "h")
			e.Angle = rapid.OneOf(rapid.Just(0.0), rapid.Float64Range(0, 6)).Draw(t, "angle")
			e.Background = rapid.SampledFrom([]string{"transparent", "#a5d8ff"}).Draw(t, "fill")
			s.put(e)
			if rapid.Bool().Draw(t, "labelled") {
				s.label(id, rapid.StringN(1, 40, 80).Draw(t, "label"))
			}
		}
		for i := range rapid.IntRange(0, 4).Draw(t, "arrows") {
			points := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Point {
				return Point{place.Draw(t, "x"), place.Draw(t, "y")}
			}), 2, 4).Draw(t, "points")
			id := fmt.Sprintf("arrow%d", i)
			if rapid.Bool().Draw(t, "elbow") {
				s.elbow(id, points[0], points[1])
			} else {
				s.arrow(id, points...)
			}
			if rapid.Bool().Draw(t, "labelled") {
				s.label(id, "yes")
			}
		}
		if rapid.Bool().Draw(t, "note") {
			e := NewElement(Text, DefaultStyle())
			e.ID, e.Text, e.X = "note", "a note\non two lines", place.Draw(t, "x")
			s.put(e)
		}
		return s
	})
}
