package reference

import (
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/questions"
)

// shapes are the boxes of a scene.
func shapes(s *board.Scene) []*board.Element {
	return slices.DeleteFunc(slices.Clone(s.Elements()), func(e *board.Element) bool { return !e.IsShape() })
}

// wantDrawn fails unless the scene shows the diagram: every box with its label,
// none on another, every arrow between the right two.
func wantDrawn(t interface {
	Helper()
	Errorf(format string, args ...any)
}, d question.Diagram, s *board.Scene,
) {
	t.Helper()
	boxes := shapes(s)
	if len(boxes) != len(d.Boxes) {
		t.Errorf("%d shapes for %d boxes", len(boxes), len(d.Boxes))
		return
	}
	id := map[string]string{}
	for i, e := range boxes {
		id[d.Boxes[i].ID] = e.ID
		if label := s.LabelOf(e); label == nil || label.Text != d.Boxes[i].Label {
			t.Errorf("%s is labelled %v", d.Boxes[i].ID, label)
		}
		for _, other := range boxes[:i] {
			if e.Extent().Inset(-10).Intersects(other.Extent()) {
				t.Errorf("%q and %q touch or overlap", s.LabelOf(e).Text, s.LabelOf(other).Text)
			}
		}
	}
	var arrows []*board.Element
	for _, e := range s.Elements() {
		if e.Kind == board.Arrow {
			arrows = append(arrows, e)
		}
	}
	if len(arrows) != len(d.Arrows) {
		t.Errorf("%d arrows for %d", len(arrows), len(d.Arrows))
		return
	}
	for i, a := range d.Arrows {
		if e := arrows[i]; e.Start == nil || e.End == nil || e.Start.ElementID != id[a.From] || e.End.ElementID != id[a.To] {
			t.Errorf("the arrow from %s to %s is bound otherwise", a.From, a.To)
		}
		if label := s.LabelOf(arrows[i]); (label != nil) != (a.Label != "") {
			t.Errorf("the arrow from %s to %s is labelled %v, want %q", a.From, a.To, label, a.Label)
		}
	}
}

// wantReadable fails where a label of an arrow lies on a box, on another label
// or on another arrow, or an arrow runs through a box.
func wantReadable(t *testing.T, s *board.Scene) {
	t.Helper()
	name := func(e *board.Element) string {
		if label := s.LabelOf(e); label != nil {
			return strconv.Quote(label.Text)
		}
		return "an arrow from " + strconv.Quote(s.LabelOf(s.Get(e.Start.ElementID)).Text)
	}
	for _, a := range s.Elements() {
		if a.Kind != board.Arrow {
			continue
		}
		for _, box := range shapes(s) {
			if box.ID != a.Start.ElementID && box.ID != a.End.ElementID && runsThrough(a, box.Extent()) {
				t.Errorf("%s runs through %s", name(a), name(box))
			}
		}
		label := s.LabelOf(a)
		if label == nil {
			continue
		}
		for _, other := range s.Elements() {
			switch {
			case other == a || other == label:
			case other.Kind == board.Arrow && runsThrough(other, label.Extent()):
				t.Errorf("%s runs through the label %s", name(other), name(a))
			case other.IsShape() && other.Extent().Intersects(label.Extent()),
				other.Kind == board.Text && other.Extent().Intersects(label.Extent()):
				t.Errorf("the label %s lies on %q", name(a), other.Text)
			}
		}
	}
}

// runsThrough reports whether a stretch of an elbow arrow enters a rectangle.
func runsThrough(a *board.Element, r board.Rect) bool {
	points := a.Vertices()
	for i := 1; i < len(points); i++ {
		if board.RectOf(points[i-1], points[i]).Inset(-1).Intersects(r.Inset(2)) {
			return true
		}
	}
	return false
}

func TestEveryReferenceBoardOpens(t *testing.T) {
	drawn := 0
	for _, q := range question.Load(questions.FS, "").Questions {
		if len(q.Board.Boxes) == 0 {
			continue
		}
		drawn++
		t.Run(q.ID, func(t *testing.T) {
			s := Draw(q.Board)
			wantDrawn(t, q.Board, s)
			wantReadable(t, s)
			data, err := excalidraw.Encode(s, excalidraw.Options{})
			if err != nil {
				t.Fatal(err)
			}
			again, _, err := excalidraw.Decode(data)
			if err != nil {
				t.Fatal(err)
			}
			wantDrawn(t, q.Board, again)
		})
	}
	if drawn == 0 {
		t.Error("no question has a reference board")
	}
}

// TestAnyDiagramIsDrawn holds for whatever boxes and arrows, with and without
// places.
func TestAnyDiagramIsDrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 8).Draw(t, "boxes")
		placed := rapid.Bool().Draw(t, "placed")
		spots := rapid.Permutation(make25()).Draw(t, "spots")
		var d question.Diagram
		for i := range n {
			b := question.DiagramBox{
				ID: string(rune('a' + i)), Part: rapid.SampledFrom(question.PartIDs).Draw(t, "part"),
				Label: rapid.StringMatching(`[A-Z][a-z]{1,14}( [a-z]{1,12}){0,3}`).Draw(t, "label"),
			}
			if placed {
				b.Column, b.Row = 1+spots[i]%5, 1+spots[i]/5
			}
			d.Boxes = append(d.Boxes, b)
		}
		for i := 1; i < n; i++ { // all hang together, as a drawing of a system does
			d.Arrows = append(d.Arrows, question.DiagramArrow{
				From: d.Boxes[rapid.IntRange(0, i-1).Draw(t, "from")].ID, To: d.Boxes[i].ID,
				Label: rapid.SampledFrom([]string{"", "35k/s", "if late"}).Draw(t, "label"),
			})
		}
		wantDrawn(t, d, Draw(d))
	})
}

func make25() []int {
	all := make([]int, 25)
	for i := range all {
		all[i] = i
	}
	return all
}

func TestWhatCannotBeDrawnIsLeftOut(t *testing.T) {
	d := question.Diagram{
		Boxes: []question.DiagramBox{
			{ID: "a", Part: "client", Label: "A", Column: 1, Row: 1},
			{ID: "b", Part: "spaceship", Label: "B", Column: 2, Row: 1},
		},
		Arrows: []question.DiagramArrow{{From: "a", To: "b"}, {From: "a", To: "a"}, {From: "c", To: "a"}},
	}
	if n := Draw(d).Len(); n != 2 {
		t.Errorf("%d elements, want the box and its label", n)
	}
	if n := Draw(question.Diagram{}).Len(); n != 0 {
		t.Errorf("an empty diagram has %d elements", n)
	}
}

func TestPacksKnowTheWhiteboardsParts(t *testing.T) {
	var ids []string
	for _, p := range board.Parts() {
		ids = append(ids, p.ID)
	}
	if !slices.Equal(ids, question.PartIDs) {
		t.Errorf("the whiteboard has %v, packs may name %v", ids, question.PartIDs)
	}
}

func TestPacksKnowTheInterviewsPhasesAndLevels(t *testing.T) {
	var phases, levels []string
	for _, p := range interview.Phases {
		phases = append(phases, p.ID)
	}
	for _, l := range interview.Levels {
		levels = append(levels, string(l))
	}
	if !slices.Equal(phases, question.PhaseIDs) || !slices.Equal(levels, question.Levels) {
		t.Errorf("an interview has %v and %v, packs may name %v and %v", phases, levels, question.PhaseIDs, question.Levels)
	}
}
