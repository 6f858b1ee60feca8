package practice

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

// drawBox draws a box on the board of the room by mouse.
func drawBox(s *Screen) *board.Element {
	s.board.Use(whiteboard.Rectangles)
	down := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	down.Position = fyne.NewPos(300, 200)
	s.board.MouseDown(down)
	way := &fyne.DragEvent{}
	way.Position = fyne.NewPos(420, 280)
	s.board.Dragged(way)
	up := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	up.Position = way.Position
	s.board.MouseUp(up)
	return s.scene().Get(s.board.Selected()[0])
}

// called finds the swatch with that tooltip.
func called(t *testing.T, s *styleBar, name string) *swatch {
	t.Helper()
	for _, r := range s.rows {
		for _, c := range r.choices {
			if c.swatch.Hint().Name == name {
				if !r.object.Visible() {
					t.Fatalf("%s is not shown", name)
				}
				return c.swatch
			}
		}
	}
	t.Fatalf("there is no %s", name)
	return nil
}

func TestTheStyleBarShowsAndSetsTheStyle(t *testing.T) {
	s, _, _ := room(t)
	bar := s.tools.style
	if bar.object.Visible() {
		t.Error("with nothing to style the bar is shown")
	}
	box := drawBox(s)
	if !bar.object.Visible() {
		t.Fatal("with a box selected the bar is hidden")
	}
	test.Tap(called(t, bar, "Blue ground"))
	test.Tap(called(t, bar, "Hatched"))
	test.Tap(called(t, bar, "Hand-drawn"))
	now := s.scene().Get(box.ID)
	if now.Background != "#a5d8ff" || now.FillStyle != "hachure" || now.Roughness != 1 {
		t.Errorf("the box is %s, %s, roughness %d", now.Background, now.FillStyle, now.Roughness)
	}
	if !called(t, bar, "Blue ground").chosen || called(t, bar, "No ground").chosen {
		t.Error("the bar does not say how the box looks")
	}
	s.board.Undo()
	if s.scene().Get(box.ID).Roughness != 0 {
		t.Error("undo does not take one change back")
	}
	s.board.Select()
	if bar.object.Visible() {
		t.Error("with nothing selected any more the bar stays")
	}
}

func TestTheStyleBarOfArrows(t *testing.T) {
	s, _, _ := room(t)
	s.board.Use(whiteboard.Arrows)
	s.board.SetLocked(true)
	test.Tap(called(t, s.tools.style, "Elbow arrows"))
	test.Tap(called(t, s.tools.style, "Dot at the start"))
	if s.board.ArrowKind() != board.ElbowArrow || s.board.Style().StartHead != "dot" {
		t.Errorf("arrows run as %d from a %q", s.board.ArrowKind(), s.board.Style().StartHead)
	}
	if fyne.CurrentApp().Driver().CanvasForObject(s.board).Focused() != fyne.Focusable(s.board) {
		t.Error("the board has lost the keyboard")
	}
}

func TestThePaletteDropsAPart(t *testing.T) {
	s, _, _ := room(t)
	popup := showParts(s.board, s.tools.parts)
	var parts []*swatch
	for _, o := range test.LaidOutObjects(popup) {
		if p, ok := o.(*swatch); ok {
			parts = append(parts, p)
		}
	}
	if len(parts) != len(board.Parts()) {
		t.Fatalf("the palette has %d parts, want %d", len(parts), len(board.Parts()))
	}
	test.Tap(parts[4])
	if shapes, _ := s.scene().Counts(); shapes != 1 || popup.Visible() {
		t.Errorf("%d shapes lie on the board; the palette is shown: %v", shapes, popup.Visible())
	}
}

func TestTheRoomFitsASmallWindow(t *testing.T) {
	s, _, _ := room(t)
	drawBox(s)
	if min := s.Object().MinSize(); min.Width > 1024 || min.Height > 600 {
		t.Errorf("the room needs %v", min)
	}
}
