package board

import (
	"encoding/json"
	"fmt"
	"testing"
)

// grid is n labelled boxes in rows of fifty with an arrow between neighbours.
func grid(n int) *Scene {
	s := newSketch()
	var edit Edit
	key := ""
	next := func(e *Element) *Element {
		key = KeyBetween(key, "")
		e.Index = key
		edit.Put = append(edit.Put, e)
		return e
	}
	for i := range n {
		box := next(NewElement(Rectangle, DefaultStyle()))
		box.ID = fmt.Sprintf("box%d", i)
		box.X, box.Y, box.W, box.H = float64(i%50)*240, float64(i/50)*140, 160, 80
		text := next(NewElement(Text, DefaultStyle()))
		text.ID, text.Text, text.Container = fmt.Sprintf("text%d", i), fmt.Sprintf("Service %d", i), box.ID
		text.Align, text.VAlign = "center", "middle"
		box.Bound = []BoundRef{{text.ID, Text}}
		placed, _ := LayoutText(text, box)
		*text = *placed
	}
	for i := range n - 1 {
		if (i+1)%50 == 0 {
			continue
		}
		a := next(NewElement(Arrow, DefaultStyle()))
		a.ID = fmt.Sprintf("arrow%d", i)
		from, to := edit.Put[2*i], edit.Put[2*i+2]
		a.setVertices([]Point{from.Centre(), to.Centre()})
		centre := Point{0.5001, 0.5001}
		a.Start = &Binding{ElementID: from.ID, Mode: Orbit, FixedPoint: centre}
		a.End = &Binding{ElementID: to.ID, Mode: Orbit, FixedPoint: centre}
		from.Bound = append(from.Bound, BoundRef{a.ID, Arrow})
		to.Bound = append(to.Bound, BoundRef{a.ID, Arrow})
	}
	s.Apply(edit)
	for i, e := range edit.Put {
		edit.Put[i] = Resolve(s, e)
	}
	s.Apply(edit)
	return s.Scene
}

func BenchmarkHitTest(b *testing.B) {
	s := grid(5000)
	for b.Loop() {
		s.HitTest(Point{3, 40}, 4)
	}
}

func BenchmarkMoveOne(b *testing.B) {
	s := grid(5000)
	for b.Loop() {
		Move(s, []string{"box120"}, 3, 4)
	}
}

func BenchmarkMoveAll(b *testing.B) {
	s := grid(5000)
	all := s.SelectAll()
	for b.Loop() {
		Move(s, all, 3, 4)
	}
}

func BenchmarkResizeAll(b *testing.B) {
	s := grid(500)
	all := s.SelectAll()
	from := s.Bounds()
	for b.Loop() {
		Resize(s, all, from, Rect{from.X, from.Y, from.W * 1.1, from.H * 1.2}, ResizeOptions{Corner: true})
	}
}

func BenchmarkApplyMoveOfAll(b *testing.B) {
	s := grid(5000)
	edit := Move(s, s.SelectAll(), 3, 4)
	for b.Loop() {
		s.Apply(edit)
	}
}

func BenchmarkMarquee(b *testing.B) {
	s := grid(5000)
	for b.Loop() {
		s.Inside(Rect{0, 0, 2000, 2000})
	}
}

func BenchmarkMarshal(b *testing.B) {
	e := grid(2).Get("arrow0")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := json.Marshal(e); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnmarshal(b *testing.B) {
	raw, _ := json.Marshal(grid(2).Get("arrow0"))
	b.ReportAllocs()
	for b.Loop() {
		if err := new(Element).UnmarshalJSON(raw); err != nil {
			b.Fatal(err)
		}
	}
}
