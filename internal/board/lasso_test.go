package board

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestTheLassoCatchesWhatItSurroundsAndCrosses(t *testing.T) {
	s := newSketch()
	s.box("inside", 100, 100, 50, 50)
	s.box("crossed", 180, 100, 100, 50)
	s.box("around", 0, 0, 1000, 1000)
	s.shape("corner", Ellipse, 190, 190, 100, 100) // its box is touched, it is not
	s.box("locked", 120, 120, 10, 10)
	s.Apply(Lock(s.Scene, []string{"locked"}))
	line := NewElement(Line, DefaultStyle())
	line.ID = "through"
	line.setVertices([]Point{{-50, 170}, {400, 172}})
	s.put(line)
	s.label("inside", "Feed")
	loop := []Point{{90, 90}, {200, 90}, {201, 199}, {90, 200}}
	if got := idsOf(s.Lassoed(loop)); !slices.Equal(got, []string{"inside", "crossed", "through"}) {
		t.Errorf("caught %v", got)
	}
	if got := s.Lassoed(loop[:2]); got != nil {
		t.Errorf("a line caught %v", idsOf(got))
	}
}

// A loop that runs around a rectangle catches at least what a marquee does, and
// nothing that lies beyond it.
func TestALassoAroundARectangleIsAMarquee(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySketch().Draw(t, "sketch")
		at := rapid.Float64Range(-400, 400)
		size := rapid.Float64Range(1, 600)
		r := Rect{at.Draw(t, "x"), at.Draw(t, "y"), size.Draw(t, "w"), size.Draw(t, "h")}
		caught := idsOf(s.Lassoed([]Point{{r.X, r.Y}, {r.Right(), r.Y}, {r.Right(), r.Bottom()}, {r.X, r.Bottom()}}))
		for _, e := range s.Inside(r.Inset(1e-6)) {
			if !slices.Contains(caught, e.ID) {
				t.Fatalf("%s lies in the loop and is not caught", e.ID)
			}
		}
		for _, id := range caught {
			if e := s.Get(id); !e.Extent().Inset(-1e-6).Intersects(r) {
				t.Fatalf("%s lies outside the loop and is caught", id)
			}
		}
	})
}
