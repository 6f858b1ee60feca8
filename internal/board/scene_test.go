package board

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// picture is everything a scene says, as JSON, bottom to top.
func picture(t interface{ Fatalf(string, ...any) }, s *Scene) []string {
	var out []string
	for _, e := range s.Elements() {
		raw, err := json.Marshal(e)
		if err != nil {
			t.Fatalf("element %q: %v", e.ID, err)
		}
		out = append(out, string(raw))
	}
	return out
}

func TestApplyOrdersByIndexThenID(t *testing.T) {
	s := NewScene(&Element{ID: "c", Index: "a1"}, &Element{ID: "b", Index: "a1"}, &Element{ID: "a", Index: "a2"})
	if got := idsOf(s.Elements()); !slices.Equal(got, []string{"b", "c", "a"}) {
		t.Errorf("order %v, want b, c, a", got)
	}
	s.Apply(Edit{Put: []*Element{{ID: "b", Index: "a3"}}})
	if got := idsOf(s.Elements()); !slices.Equal(got, []string{"c", "a", "b"}) {
		t.Errorf("after raising b: order %v, want c, a, b", got)
	}
}

func TestCloneIsASnapshot(t *testing.T) {
	s := NewScene(&Element{ID: "a", Index: "a1"})
	snapshot := s.Clone()
	s.Apply(Edit{Put: []*Element{{ID: "a", Index: "a1", X: 5}, {ID: "b", Index: "a0"}}})
	if snapshot.Len() != 1 || snapshot.Get("a").X != 0 || snapshot.Get("b") != nil {
		t.Error("the snapshot follows the scene it was taken of")
	}
}

// An edit from anywhere (a journal, a paste) may name an id several times, in
// both of its lists.
func TestApplyInvertsAnyEdit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := rapid.SampledFrom([]string{"a", "b", "c", "d", "e"})
		element := rapid.Custom(func(t *rapid.T) *Element {
			return &Element{
				ID: ids.Draw(t, "id"), Kind: Rectangle,
				Index: rapid.SampledFrom([]string{"a0", "a1", "a2", ""}).Draw(t, "index"),
				X:     float64(rapid.IntRange(0, 9).Draw(t, "x")),
			}
		})
		s := NewScene(rapid.SliceOfN(element, 0, 6).Draw(t, "scene")...)
		before := slices.Clone(s.Elements())
		edit := Edit{
			Put:    rapid.SliceOfN(element, 0, 6).Draw(t, "put"),
			Remove: rapid.SliceOfN(ids, 0, 4).Draw(t, "remove"),
		}
		inverse := s.Apply(edit)
		for i := len(edit.Put) - 1; i >= 0; i-- {
			if s.Get(edit.Put[i].ID) == nil {
				t.Fatalf("%q was put and is not there", edit.Put[i].ID)
			}
		}
		if !slices.IsSortedFunc(s.Elements(), compareOrder) || len(s.byID) != len(s.order) {
			t.Fatalf("the scene is out of order: %v", idsOf(s.Elements()))
		}
		after := slices.Clone(s.Elements())
		redo := s.Apply(inverse)
		if !slices.Equal(s.Elements(), before) {
			t.Fatalf("undone: %v, want %v", idsOf(s.Elements()), idsOf(before))
		}
		s.Apply(redo)
		if !slices.Equal(s.Elements(), after) {
			t.Fatalf("redone: %v, want %v", idsOf(s.Elements()), idsOf(after))
		}
	})
}

func TestCountsWhatAReplayShows(t *testing.T) {
	s := NewScene(
		&Element{ID: "1", Kind: Rectangle}, &Element{ID: "2", Kind: Ellipse}, &Element{ID: "3", Kind: Diamond},
		&Element{ID: "4", Kind: Rectangle, Deleted: true}, &Element{ID: "5", Kind: Text},
		&Element{ID: "6", Kind: Arrow}, &Element{ID: "7", Kind: Line}, &Element{ID: "8", Kind: "frame"},
	)
	if shapes, arrows := s.Counts(); shapes != 3 || arrows != 1 {
		t.Errorf("%d shapes, %d arrows; want 3 and 1", shapes, arrows)
	}
}

func diff(t *testing.T, what string, want, got any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}
