package practice

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
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

// called finds the control of the style bar with that tooltip, nil if it is not
// shown.
func called(t *testing.T, s *styleBar, name string) pressable {
	t.Helper()
	for _, row := range s.seen() {
		for _, c := range row {
			if c.Hint().Name == name && c.Visible() {
				return c
			}
		}
	}
	t.Fatalf("%s is not shown", name)
	return nil
}

// press presses a control of the style bar by mouse.
func press(t *testing.T, s *styleBar, name string) {
	t.Helper()
	test.Tap(called(t, s, name).(fyne.Tappable))
}

// chosen reports whether a control is marked as what holds.
func chosen(t *testing.T, s *styleBar, name string) bool {
	t.Helper()
	switch c := called(t, s, name).(type) {
	case *swatch:
		return c.chosen
	case *look.IconButton:
		return c.Selected()
	}
	t.Fatalf("%s cannot be chosen", name)
	return false
}

// shows lists the tooltips of what the style bar shows.
func shows(s *styleBar) string {
	var names []string
	for _, row := range s.seen() {
		for _, c := range row {
			if c.Visible() {
				names = append(names, c.Hint().Name)
			}
		}
	}
	return strings.Join(names, ", ")
}

func focused(s *Screen) fyne.Focusable {
	return fyne.CurrentApp().Driver().CanvasForObject(s.board).Focused()
}

func TestTheStyleBarShowsAndSetsTheStyle(t *testing.T) {
	s, _, _ := room(t)
	bar := s.tools.style
	if bar.shown {
		t.Error("with nothing to style the bar is shown")
	}
	box := drawBox(s)
	if !bar.shown {
		t.Fatal("with a box selected the bar is hidden")
	}
	if strings.Contains(shows(bar), "Hatched") {
		t.Error("without a background its filling can be chosen")
	}
	press(t, bar, "Blue background")
	press(t, bar, "Hatched")
	press(t, bar, "Very hand-drawn")
	now := s.scene().Get(box.ID)
	if now.Background != "#a5d8ff" || now.FillStyle != "hachure" || now.Roughness != 2 {
		t.Errorf("the box is %s, %s, roughness %d", now.Background, now.FillStyle, now.Roughness)
	}
	if !chosen(t, bar, "Blue background") || chosen(t, bar, "No background") || chosen(t, bar, "Hand-drawn") {
		t.Error("the bar does not say how the box looks")
	}
	s.board.Undo()
	if s.scene().Get(box.ID).Roughness != 0 {
		t.Error("undo does not take one change back")
	}
	s.board.Select()
	if bar.shown {
		t.Error("with nothing selected any more the bar stays")
	}
}

func TestTheStyleBarShowsWhatSuits(t *testing.T) {
	s, _, _ := room(t)
	bar := s.tools.style
	for _, c := range []struct {
		tool    whiteboard.Tool
		has, no []string
	}{
		{whiteboard.Rectangles, []string{"No background", "Sharp corners", "Dashed"}, []string{"Text centred", "Elbow arrow", "Duplicate", "Text at the top"}},
		{whiteboard.Ellipses, []string{"No background"}, []string{"Sharp corners"}},
		{whiteboard.Arrows, []string{"Elbow arrow", keys.For(keys.HeadAtStart).Label}, []string{"No background", "Text centred"}},
		{whiteboard.Freehand, []string{"Thin"}, []string{"Dashed", "No background", "Clean"}},
		{whiteboard.Texts, []string{"Text centred", "Large letters", "Font"}, []string{"Thin", "Text at the top", "No background"}},
	} {
		s.board.Use(c.tool)
		s.board.SetLocked(true)
		got := ", " + shows(bar) + ", "
		for _, name := range c.has {
			if !strings.Contains(got, ", "+name+", ") {
				t.Errorf("tool %v: %s is not offered: %s", c.tool, name, got)
			}
		}
		for _, name := range c.no {
			if strings.Contains(got, ", "+name+", ") {
				t.Errorf("tool %v: %s is offered: %s", c.tool, name, got)
			}
		}
	}
	s.board.SetLocked(false)
	drawBox(s)
	s.board.Do(keys.EditText)
	s.board.TypedRune('a')
	s.board.Do(keys.Cancel)
	for _, name := range []string{"Text at the top", "Large letters", "Duplicate", "Lock"} {
		called(t, bar, name)
	}
}

// What differs is shown as none chosen, and one press changes all in one step.
func TestAMixedSelection(t *testing.T) {
	s, _, _ := room(t)
	bar := s.tools.style
	a := drawBox(s)
	press(t, bar, "Red stroke")
	s.board.Do(keys.Duplicate)
	b := s.scene().Get(s.board.Selected()[0])
	press(t, bar, "Blue stroke")
	s.board.Select(a.ID, b.ID)
	for _, name := range []string{"Red stroke", "Blue stroke", keys.For(keys.StrokePicker).Label} {
		if chosen(t, bar, name) {
			t.Errorf("of a red and a blue box %s is marked", name)
		}
	}
	press(t, bar, "Green stroke")
	if !chosen(t, bar, "Green stroke") {
		t.Error("two green boxes are not said to be green")
	}
	s.board.Undo()
	if x, y := s.scene().Get(a.ID).Stroke, s.scene().Get(b.ID).Stroke; x != "#e03131" || y != "#1971c2" {
		t.Errorf("one undo leaves them %s and %s", x, y)
	}
}

func TestTheStyleBarOfArrows(t *testing.T) {
	s, _, _ := room(t)
	s.board.Use(whiteboard.Arrows)
	s.board.Do(keys.FoldStyle)
	press(t, s.tools.style, "Elbow arrow")
	if s.board.ArrowKind() != board.ElbowArrow {
		t.Errorf("arrows run as %d", s.board.ArrowKind())
	}
	if focused(s) != fyne.Focusable(s.board) {
		t.Error("the board has lost the keyboard")
	}
	for _, h := range arrowheads {
		pop := s.tools.style.pickers[keys.HeadAtStart].open()
		test.Tap(inPopover(t, pop, h.name))
		if got := s.board.Style().StartHead; got != h.value || pop.popup.Visible() {
			t.Errorf("%s: arrows begin with %q; the popover is shown: %v", h.name, got, pop.popup.Visible())
		}
	}
}

func key(s *Screen, name fyne.KeyName) {
	focused(s).TypedKey(&fyne.KeyEvent{Name: name})
}

func TestTheBarByKeyboard(t *testing.T) {
	s, _, _ := room(t)
	bar := s.tools.style
	s.board.Do(keys.GoToStyle)
	if focused(s) == fyne.Focusable(called0(bar)) {
		t.Error("with nothing to style the bar got the keyboard")
	}
	box := drawBox(s)
	s.board.Do(keys.GoToStyle)
	seen := map[fyne.Focusable]bool{}
	for range 60 {
		seen[focused(s)] = true
		if _, sliding := focused(s).(*opacity); sliding {
			key(s, fyne.KeyDown)
		} else {
			key(s, fyne.KeyRight)
		}
	}
	for range 8 {
		key(s, fyne.KeyLeft)
		seen[focused(s)] = true
	}
	for _, row := range bar.seen() {
		for _, c := range row {
			if c.Visible() && !c.Disabled() && !seen[c] {
				t.Errorf("%s cannot be come to", c.Hint().Name)
			}
		}
	}
	key(s, fyne.KeyEscape)
	if focused(s) != fyne.Focusable(s.board) {
		t.Error("Escape does not lead back to the board")
	}
	s.board.Do(keys.GoToStyle)
	key(s, fyne.KeyRight)
	key(s, fyne.KeyReturn)
	if got := s.scene().Get(box.ID).Stroke; got != quickStrokes[1].value {
		t.Errorf("the second colour by keyboard makes it %s", got)
	}
	if called(t, bar, "Red stroke") != focused(s) {
		t.Error("a choice by keyboard leaves the bar")
	}
	s.board.Do(keys.Delete)
	if focused(s) != fyne.Focusable(s.board) {
		t.Error("with the bar gone the board has not got the keyboard")
	}
}

// called0 is the bar's first control, shown or not.
func called0(s *styleBar) pressable { return s.sections[0].rows[0].items[0].control }

func TestTheBarFoldsAway(t *testing.T) {
	s, _, _ := room(t)
	bar := s.tools.style
	drawBox(s)
	s.board.Do(keys.FoldStyle)
	if bar.card.Visible() || !bar.small.Visible() || len(bar.seen()) > 0 {
		t.Error("folded away it is still there")
	}
	s.board.Do(keys.StrokePicker)
	if _, ok := focused(s).(*swatch); !ok {
		t.Error("folded away its colours cannot be reached")
	}
	key(s, fyne.KeyEscape)
	s.board.Do(keys.GoToStyle)
	if !bar.card.Visible() {
		t.Error("going to it does not unfold it")
	}
}

// For a tool that is used once the paper stays free; the style can be had.
func TestTheBarLeavesThePaperFree(t *testing.T) {
	s, _, _ := room(t)
	bar := s.tools.style
	s.board.Use(whiteboard.Rectangles)
	if bar.card.Visible() || !bar.small.Visible() {
		t.Error("with a tool in hand the bar lies on the paper")
	}
	s.board.Do(keys.FoldStyle)
	if !bar.card.Visible() {
		t.Error("asked for it is not there")
	}
	press(t, bar, "Red stroke")
	if box := drawBox(s); box.Stroke != quickStrokes[1].value {
		t.Errorf("drawn is %s", box.Stroke)
	}
	s.board.Use(whiteboard.Ellipses)
	s.board.Do(keys.StrokePicker)
	key(s, fyne.KeyEscape)
	s.board.Do(keys.FoldStyle)
	s.board.Do(keys.GoToStyle)
	if focused(s) == fyne.Focusable(s.board) {
		t.Error("with a tool in hand the keyboard does not come to the bar")
	}
}

func TestTheRoomFitsASmallWindow(t *testing.T) {
	s, _, _ := room(t)
	drawBox(s)
	if min := s.Object().MinSize(); min.Width > 1024 || min.Height > 600 {
		t.Errorf("the room needs %v", min)
	}
}
