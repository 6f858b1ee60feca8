package whiteboard

import (
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/internal/board"
)

func TestAStyleIsForTheSelectionAndForWhatComesNext(t *testing.T) {
	h, a, b, _ := boxes(t)
	red, dashed := "#e03131", "dashed"
	h.Select(a.ID, b.ID)
	h.oneStep(t, func() { h.SetStyle(board.StyleChange{Stroke: &red, StrokeStyle: &dashed}) })
	for _, e := range []*board.Element{a, b} {
		if e = h.now(e); e.Stroke != red || e.StrokeStyle != dashed {
			t.Errorf("a box is %s %s", e.StrokeStyle, e.Stroke)
		}
	}
	next := h.draws(t, Ellipses, 500, 400, 600, 480)
	if next.Stroke != red || next.StrokeStyle != dashed {
		t.Errorf("the next one is %s %s", next.StrokeStyle, next.Stroke)
	}
	blue := "#1971c2"
	h.Select()
	h.noStep(t, func() { h.SetStyle(board.StyleChange{Stroke: &blue}) })
	if h.Style().Stroke != blue {
		t.Error("without a selection the style of what comes next stays")
	}
}

func TestLettersOfLabelsFollowTheStyle(t *testing.T) {
	h := atBoard(t)
	size := 36.0
	h.SetStyle(board.StyleChange{FontSize: &size})
	a := h.draws(t, Rectangles, 100, 100, 300, 200)
	h.keys(fyne.KeyReturn)
	h.write("Feed")
	h.keys(fyne.KeyEscape)
	if got := h.scene.LabelOf(h.now(a)); got.FontSize != size || got.Stroke != a.Stroke {
		t.Errorf("the label is %g high in %s", got.FontSize, got.Stroke)
	}
}

func TestElbowArrows(t *testing.T) {
	h := atBoard(t)
	h.SetArrowKind(board.ElbowArrow)
	h.draws(t, Rectangles, 100, 100, 200, 180)
	h.draws(t, Rectangles, 500, 400, 600, 480)
	for _, arrow := range []*board.Element{
		h.draws(t, Arrows, 150, 140, 550, 440),
		h.draws(t, Arrows, 300, 600, 700, 700),
	} {
		v := h.now(arrow).Vertices()
		if !arrow.Elbowed || len(v) < 3 {
			t.Errorf("drawn as an elbow arrow it has %d points", len(v))
		}
		for i := 1; i < len(v); i++ {
			if v[i].X != v[i-1].X && v[i].Y != v[i-1].Y {
				t.Errorf("a stretch runs aslant from %v to %v", v[i-1], v[i])
			}
		}
	}
	h.oneStep(t, func() { h.SetArrowKind(board.StraightArrow) })
	if e := h.scene.Get(h.Selected()[0]); e.Elbowed || len(e.Points) != 2 {
		t.Errorf("made straight it has %d points", len(e.Points))
	}
}

func TestWhatCanBeStyled(t *testing.T) {
	h, a, b, _ := boxes(t)
	if len(h.Looks()) > 0 {
		t.Error("with nothing in hand there is something to style")
	}
	h.Use(Arrows)
	if l := h.Looks(); len(l) != 1 || !l[0].Has.Arrows || l[0].Has.Fill || l[0].Has.Letters {
		t.Errorf("with the arrow tool in hand these can be styled: %+v", l)
	}
	h.Use(Panning)
	if len(h.Looks()) > 0 {
		t.Error("the hand draws nothing, and yet there is something to style")
	}
	h.Use(Selecting)
	h.Select(a.ID, b.ID)
	red := "#e03131"
	h.SetStyle(board.StyleChange{Stroke: &red})
	h.Select(a.ID)
	blue := "#1971c2"
	h.SetStyle(board.StyleChange{Stroke: &blue})
	h.Select(a.ID, b.ID)
	l := h.Looks()
	if len(l) != 2 || l[0].Style.Stroke != blue || l[1].Style.Stroke != red {
		t.Fatalf("a blue and a red box look like %+v", l)
	}
	if !l[0].Has.Fill || !l[0].Has.Letters || !l[0].Has.InShape || l[0].VAlign != "middle" || l[0].Has.Arrows {
		t.Errorf("a labelled box has %+v, its label stands %q", l[0].Has, l[0].VAlign)
	}
	h.Select(b.ID)
	h.Do(keys.Duplicate)
	twin := h.Selected()[0]
	h.Select(b.ID, twin)
	if l := h.Looks(); len(l) != 1 {
		t.Errorf("two that look the same have %d looks", len(l))
	}
	h.startText(a.ID)
	if len(h.Looks()) > 0 {
		t.Error("while text is typed there is something to style")
	}
}

func TestWhatComesNextCanBeSet(t *testing.T) {
	h, a, _, _ := boxes(t)
	h.Select(a.ID)
	style := board.DefaultStyle()
	style.Stroke, style.StrokeWidth = "#2f9e44", 4
	h.noStep(t, func() { h.SetNext(style, board.ElbowArrow) })
	if got, kind := h.Next(); got != style || kind != board.ElbowArrow {
		t.Errorf("next comes %+v, arrows run as %d", got, kind)
	}
	if e := h.draws(t, Ellipses, 500, 400, 600, 480); e.Stroke != style.Stroke || e.StrokeWidth != 4 {
		t.Errorf("drawn is %s, %g thick", e.Stroke, e.StrokeWidth)
	}
}

func TestPartsDropWhereTheyAreSeen(t *testing.T) {
	h := atBoard(t)
	h.lookAt(2000, 3000)
	part := board.Parts()[0]
	h.oneStep(t, func() { h.DropPart(part) })
	first := h.scene.Get(h.Selected()[0])
	if c := first.Centre(); c.Dist(board.Point{X: 2500, Y: 3400}) > 1 {
		t.Errorf("it lies about %v, the view's middle is 2500,3400", c)
	}
	if h.text(first) != part.Name {
		t.Errorf("it says %q", h.text(first))
	}
	h.DropPart(part)
	if h.scene.Get(h.Selected()[0]).Centre() == first.Centre() {
		t.Error("the second covers the first")
	}
}
