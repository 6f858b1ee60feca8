package board

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestHistory(t *testing.T) {
	var h History
	if _, ok := h.Undo(); ok {
		t.Error("undo with nothing done")
	}
	s := newSketch()
	do := func(e Edit) { h.Do(e, s.Apply(e)) }
	step := func(f func() (Edit, bool)) bool {
		e, ok := f()
		s.Apply(e)
		return ok
	}
	box := NewElement(Rectangle, DefaultStyle())
	do(PutNew(s.Scene, box))
	do(Edit{})
	do(Move(s.Scene, []string{box.ID}, 5, 0))
	if !step(h.Undo) || s.Get(box.ID).X != 0 {
		t.Error("undo did not take the move back")
	}
	if !step(h.Redo) || s.Get(box.ID).X != 5 {
		t.Error("redo did not move again")
	}
	step(h.Undo)
	step(h.Undo)
	if s.Len() != 0 || h.CanUndo() || !h.CanRedo() {
		t.Error("undoing all does not give the empty board back")
	}
	do(PutNew(s.Scene, NewElement(Ellipse, DefaultStyle())))
	if h.CanRedo() || step(h.Redo) {
		t.Error("redo after something new was done")
	}
}

// anyEdit is a gesture on the board as it is.
func anyEdit(t *rapid.T, s sketch) Edit {
	var all []string
	for _, e := range s.Elements() {
		all = append(all, e.ID)
	}
	ids := []string{"unknown"}
	if len(all) > 0 {
		ids = rapid.SliceOfNDistinct(rapid.SampledFrom(all), 1, 3, rapid.ID).Draw(t, "ids")
	}
	x, y := rapid.Float64Range(-200, 200).Draw(t, "x"), rapid.Float64Range(-200, 200).Draw(t, "y")
	switch rapid.IntRange(0, 27).Draw(t, "gesture") {
	case 0:
		return Move(s.Scene, ids, x, y)
	case 1:
		to := Rect{x, y, rapid.Float64Range(-300, 300).Draw(t, "w"), rapid.Float64Range(-300, 300).Draw(t, "h")}
		return Resize(s.Scene, ids, s.Extent(ids...), to, ResizeOptions{Corner: rapid.Bool().Draw(t, "corner")})
	case 2:
		return Delete(s.Scene, ids)
	case 3:
		return Duplicate(s.Scene, ids, x, y)
	case 4:
		return SetText(s.Scene, ids[0], rapid.SampledFrom([]string{"", "x", "some more words", "a\nb"}).Draw(t, "text"))
	case 5:
		p := Point{x, y}
		end := End(rapid.IntRange(0, 1).Draw(t, "end"))
		return DragEnd(s.Scene, ids[0], end, p, BindTarget(s.Scene, p, BindCapture))
	case 6:
		return ToFront(s.Scene, ids)
	case 7:
		return ToBack(s.Scene, ids)
	case 8, 9, 10, 11, 12, 13, 14, 15, 16, 17:
		return anyArranging(t, s.Scene, ids, x, y)
	case 18, 19, 20, 21, 22, 23, 24, 25, 26:
		return anyReshaping(t, s.Scene, ids, Point{x, y})
	}
	e := NewElement(rapid.SampledFrom([]Kind{Rectangle, Ellipse, Diamond}).Draw(t, "kind"), DefaultStyle())
	e.X, e.Y, e.W, e.H = x, y, 80, 60
	return PutNew(s.Scene, e)
}

func anyArranging(t *rapid.T, s *Scene, ids []string, x, y float64) Edit {
	axis := Axis(rapid.IntRange(0, 1).Draw(t, "axis"))
	switch rapid.IntRange(0, 10).Draw(t, "arranging") {
	case 0:
		return Rotate(s, ids, x/50)
	case 1:
		return Group(s, ids)
	case 2:
		return Ungroup(s, ids)
	case 3:
		return Align(s, ids, Edge(rapid.IntRange(0, 5).Draw(t, "edge")))
	case 4:
		return Distribute(s, ids, axis)
	case 5:
		return Forward(s, ids)
	case 6:
		return Backward(s, ids)
	case 7:
		return Flip(s, ids, axis)
	case 8:
		return Tidy(s, s.SelectAll())
	case 9:
		return Reframed(s, Move(s, ids, x, y), ids)
	}
	edit, _ := BoxesFromList(s, "- a\n- b", Point{x, y})
	return edit
}

func anyReshaping(t *rapid.T, s *Scene, ids []string, p Point) Edit {
	i := rapid.IntRange(0, 4).Draw(t, "index")
	switch rapid.IntRange(0, 9).Draw(t, "reshaping") {
	case 0:
		return SetArrowKind(s, ids, ArrowKind(i%3))
	case 1:
		return MoveSegment(s, ids[0], i, p)
	case 2:
		return ReleaseSegments(s, ids)
	case 3:
		return MovePoint(s, ids[0], i, p)
	case 4:
		return InsertPoint(s, ids[0], i, p)
	case 5:
		return DeletePoint(s, ids[0], i)
	case 6:
		return Grow(s, ids[0], Direction(i%4), 1+i%3)
	case 7:
		return ConvertShape(s, ids, shapeCycle[i%len(shapeCycle)])
	case 8:
		return Drop(s, Parts()[i], p)
	}
	return CopyStyle(s, ids[0], ids)
}

// Whatever is done on the board: building an edit leaves the scene alone, what
// hangs together refers to each other, and undo brings back exactly the board
// before.
func TestAnyGesturesUndo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySketch().Draw(t, "board")
		var h History
		boards := [][]string{picture(t, s.Scene)}
		for range rapid.IntRange(1, 8).Draw(t, "gestures") {
			edit := anyEdit(t, s)
			if !slices.Equal(picture(t, s.Scene), boards[len(boards)-1]) {
				t.Fatal("building an edit changed the scene")
			}
			if edit.Empty() {
				continue
			}
			h.Do(edit, s.Apply(edit))
			boards = append(boards, picture(t, s.Scene))
			checkReferences(t, s.Scene)
			checkFinite(t, s.Scene)
		}
		for i := len(boards) - 2; i >= 0; i-- {
			e, _ := h.Undo()
			s.Apply(e)
			if !slices.Equal(picture(t, s.Scene), boards[i]) {
				t.Fatalf("undone to step %d:\n%v\nwant\n%v", i, picture(t, s.Scene), boards[i])
			}
		}
		for i := 1; i < len(boards); i++ {
			e, _ := h.Redo()
			s.Apply(e)
			if !slices.Equal(picture(t, s.Scene), boards[i]) {
				t.Fatalf("redone to step %d differs", i)
			}
		}
	})
}

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

// checkReferences holds that everything bound is known to what it is bound to,
// and the other way round.
func checkReferences(t failer, s *Scene) {
	t.Helper()
	for _, e := range s.Elements() {
		for _, id := range boundTo(e) {
			shape := s.Get(id)
			if shape == nil {
				t.Fatalf("%s is bound to %s, which is gone", e.ID, id)
			}
			if !slices.Contains(shape.Bound, BoundRef{e.ID, e.Kind}) {
				t.Fatalf("%s is bound to %s, which does not know", e.ID, id)
			}
		}
		for i, ref := range e.Bound {
			if bound := s.Get(ref.ID); bound == nil || !slices.Contains(boundTo(bound), e.ID) {
				t.Fatalf("%s lists %s, which is not bound to it", e.ID, ref.ID)
			}
			if slices.Contains(e.Bound[:i], ref) {
				t.Fatalf("%s lists %s twice", e.ID, ref.ID)
			}
		}
		if s.Get(e.Container) != nil && compareOrder(s.Get(e.Container), e) > 0 {
			t.Fatalf("the text %s lies beneath %s", e.ID, e.Container)
		}
	}
}

func checkFinite(t failer, s *Scene) {
	t.Helper()
	for _, e := range s.Elements() {
		b := e.Bounds()
		for _, v := range []float64{b.X, b.Y, b.W, b.H, e.FontSize} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Fatalf("%s %s: %+v", e.Kind, e.ID, b)
			}
		}
	}
}
