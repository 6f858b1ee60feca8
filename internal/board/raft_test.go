package board

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A raft moved whole, with its tethers taut, lies where Move puts it; of elbow
// arrows that is asked only for those that go along whole.
func TestARaftLiesWhereMoveWouldPutIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySketch().Draw(t, "sketch")
		all := s.SelectAll()
		if len(all) == 0 {
			return
		}
		chosen := rapid.SliceOfNDistinct(rapid.SampledFrom(all), 1, len(all), rapid.ID[string]).Draw(t, "ids")
		d := Point{rapid.Float64Range(-300, 300).Draw(t, "dx"), rapid.Float64Range(-300, 300).Draw(t, "dy")}
		r := NewRaft(s.Scene, chosen)
		shown := map[string]*Element{}
		for _, e := range r.Whole {
			c := e.Clone()
			c.X, c.Y = c.X+d.X, c.Y+d.Y
			shown[e.ID] = c
		}
		for _, e := range r.Taut(d.X, d.Y) {
			shown[e.ID] = e
		}
		for _, want := range Move(s.Scene, chosen, d.X, d.Y).Put {
			owner := s.Get(want.Container)
			if want.Elbowed || owner != nil && owner.Elbowed {
				continue
			}
			got := shown[want.ID]
			if got == nil {
				before := s.Get(want.ID)
				if before.Kind == Arrow || math.Abs(want.X-before.X)+math.Abs(want.Y-before.Y) > 1e-6 {
					t.Fatalf("%s %s moves and is not on the raft", want.Kind, want.ID)
				}
				continue // only its references have changed
			}
			if math.Abs(got.X-want.X)+math.Abs(got.Y-want.Y) > 1e-6 || !slices.EqualFunc(got.Points, want.Points, func(a, b Point) bool { return a.Dist(b) < 1e-6 }) {
				t.Fatalf("%s %s is shown at %g,%g %v, and put at %g,%g %v", want.Kind, want.ID, got.X, got.Y, got.Points, want.X, want.Y, want.Points)
			}
		}
	})
}
