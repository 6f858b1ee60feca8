package practice

import (
	"encoding/json"
	"fmt"
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

// needSelection are the actions that do nothing while nothing is selected.
var needSelection = slices.Concat(topic(keys.Aligning), topic(keys.Growing), []string{
	keys.EditText, keys.Duplicate, keys.Delete, keys.Cut, keys.Copy, keys.CopyStyle, keys.PasteStyle,
	keys.Bigger, keys.Smaller, keys.StrokePicker, keys.GroundPicker, keys.FontPicker, keys.HeadAtStart, keys.HeadAtEnd,
	keys.GoToStyle, keys.MakeGroup, keys.Ungroup, keys.WrapInFrame, keys.ToFront, keys.Forward, keys.Backward, keys.ToBack,
	keys.FlipX, keys.FlipY, keys.NextShape, keys.PreviousKind, keys.TidyUp,
})

// design is boxes that lie about, the first of which points at two others.
type design struct {
	*Screen
	boxes []string
	arrow string
	asked int // for the help or a file
}

func newDesign(t *testing.T) *design {
	t.Helper()
	s, _, _ := room(t)
	d := &design{Screen: s}
	places := []board.Point{{X: 0, Y: 0}, {X: 260, Y: 50}, {X: 700, Y: -40}, {X: 20, Y: 300}}
	for i, at := range places {
		e := board.Drop(s.scene(), board.Parts()[i], at)
		d.boxes = append(d.boxes, e.Put[0].ID)
		s.draw(e)
	}
	for _, to := range []int{1, 3} {
		arrow := board.NewElement(board.Arrow, board.DefaultStyle())
		arrow.Points = []board.Point{{}, places[to]}
		arrow = board.Bind(s.scene(), arrow, board.AtStart, s.scene().Get(d.boxes[0]), places[0])
		arrow = board.Bind(s.scene(), arrow, board.AtEnd, s.scene().Get(d.boxes[to]), places[to])
		d.arrow = arrow.ID
		s.draw(board.PutNew(s.scene(), arrow))
	}
	s.board.Reload()
	s.board.OnHelp = func() { d.asked++ }
	s.board.OnImage = func() { d.asked++ }
	fyne.CurrentApp().Clipboard().SetContent("")
	focus(s.board)
	return d
}

// restore makes board and bars as they were at first.
func (d *design) restore() {
	overlays := fyne.CurrentApp().Driver().CanvasForObject(d.board).Overlays()
	for overlays.Top() != nil {
		overlays.Remove(overlays.Top())
	}
	d.tools.find.close()
	d.tools.style.folded, d.tools.style.asked = false, false
	d.board.Use(whiteboard.Selecting)
	d.board.SetLocked(false)
	for d.board.CanUndo() {
		d.board.Undo()
	}
	d.board.ZoomReset()
}

// readied brings about what an action needs: without more said, the boxes are
// selected for those that need a selection.
func (d *design) readied(id string) {
	b := d.board
	b.Select()
	if slices.Contains(needSelection, id) {
		b.Select(d.boxes...)
	}
	switch id {
	case keys.Select:
		b.Do(keys.Rectangle)
	case keys.Cancel, keys.FitSelection, keys.FoldStyle, keys.LockThem, keys.ToFront,
		keys.EditText, keys.Forward, keys.NextShape, keys.PreviousKind, keys.FlipX, keys.FlipY,
		keys.GrowRight, keys.GrowLeft, keys.GrowUp, keys.GrowDown:
		b.Select(d.boxes[0])
	case keys.HeadAtStart, keys.HeadAtEnd:
		b.Select(d.arrow)
	case keys.Backward, keys.ToBack:
		b.Select(d.boxes[2])
	case keys.Undo:
		b.DropPart(board.Parts()[0])
		b.Select()
	case keys.Redo:
		b.DropPart(board.Parts()[0])
		b.Undo()
	case keys.Ungroup:
		b.Do(keys.MakeGroup)
	case keys.Paste:
		b.Select(d.boxes[0])
		b.Do(keys.Copy)
	case keys.PasteStyle:
		b.Select(d.boxes[1])
		b.Do(keys.CopyStyle)
		b.Select(d.boxes[0])
	case keys.ZoomReset, keys.FitAll:
		b.Do(keys.ZoomIn)
	}
	switch id {
	case keys.WalkRight, keys.WalkDown:
		b.Select(d.boxes[0])
	case keys.WalkLeft:
		b.Select(d.boxes[1])
	case keys.WalkUp:
		b.Select(d.boxes[3])
	}
}

// state is all that an action of the board can change, but for where one looks.
func (d *design) state(t *testing.T) string {
	t.Helper()
	scene, err := json.Marshal(d.scene().Elements())
	if err != nil {
		t.Fatal(err)
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(d.board)
	style, arrow := d.board.Next()
	return fmt.Sprint(string(scene), d.board.Selected(), d.board.Tool(), d.board.Locked(), d.board.Zoom(), d.board.Typing(),
		d.board.SnapsToGrid(), d.board.SnapsToOthers(), style, arrow, len(c.Overlays().List()), c.Focused() == fyne.Focusable(d.board),
		d.tools.find.object.Visible(), d.tools.style.folded, d.tools.style.asked, d.asked, fyne.CurrentApp().Clipboard().Content())
}

// seen is what the window shows.
func (d *design) seen(t *testing.T) string {
	t.Helper()
	picture, ok := fyne.CurrentApp().Driver().CanvasForObject(d.board).Capture().(*image.NRGBA)
	if !ok {
		t.Fatal("the window is painted in another format")
	}
	return string(picture.Pix)
}

// Every action of the table does something when it can.
func TestEveryActionOfTheBoardDoesSomething(t *testing.T) {
	d := newDesign(t)
	for _, b := range keys.In(keys.Board) {
		t.Run(b.ID, func(t *testing.T) {
			d.restore()
			d.readied(b.ID)
			if b.ID == keys.CopyStyle {
				return // is seen in pasting it
			}
			state := d.state
			if b.ID == keys.PageUp || b.ID == keys.PageDown || b.ID == keys.FitSelection {
				state = d.seen
			}
			before := state(t)
			d.BoardDo(b.ID)
			if state(t) == before {
				t.Error("it does nothing")
			}
		})
	}
}

// Those that need a selection are inert without one, and no action comes to
// harm on an empty board.
func TestActionsWithNothingSelected(t *testing.T) {
	d := newDesign(t)
	d.board.Select()
	for _, id := range needSelection {
		before := d.state(t)
		d.board.Do(id)
		if d.state(t) != before {
			t.Errorf("with nothing selected %s does something", id)
		}
	}
	empty, _, _ := room(t)
	for _, b := range keys.In(keys.Board) {
		empty.board.Do(b.ID)
		empty.board.Do(keys.Cancel)
	}
	if n := empty.scene().Len(); n != 0 {
		t.Errorf("on an empty board the actions have made %d elements", n)
	}
}

// Every key comes to the board as the toolkit sends it, and from the board's
// menus what it names.
func TestEveryKeyReachesItsAction(t *testing.T) {
	for _, b := range keys.In(keys.Board) {
		for _, c := range b.Chords() {
			if id, _ := keys.Match(c.Key, c.Mods, keys.Board); id != b.ID {
				t.Errorf("%s does %s, want %s", c, id, b.ID)
			}
		}
	}
}
