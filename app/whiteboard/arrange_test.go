package whiteboard

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/app/keys"
	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
)

const (
	ctrlKey  = fyne.KeyModifierShortcutDefault
	shiftKey = fyne.KeyModifierShift
	altKey   = fyne.KeyModifierAlt
)

// chord presses a key with modifiers as the window sends it.
func (h *hand) chord(n fyne.KeyName, mods fyne.KeyModifier) {
	h.held = mods
	if mods&^shiftKey == 0 {
		h.keys(n)
	} else {
		h.TypedShortcut(&desktop.CustomShortcut{KeyName: n, Modifier: mods})
	}
	h.held = 0
	h.show()
}

func TestAGroupIsSelectedAsOneUntilItIsUngrouped(t *testing.T) {
	h, a, b, c := boxes(t)
	h.Select(a.ID, b.ID)
	h.oneStep(t, func() { h.chord(fyne.KeyG, ctrlKey) })
	h.Select()
	h.click(300, 140)
	h.selects(t, a, b)
	h.oneStep(t, func() { h.chord(fyne.KeyG, ctrlKey|shiftKey) })
	h.Select()
	h.click(300, 140)
	h.selects(t, b)
	h.Select(c.ID)
	h.noStep(t, func() { h.chord(fyne.KeyG, ctrlKey) })
}

func TestOrderOnTheBoard(t *testing.T) {
	for chord, want := range map[keys.Chord]string{
		{Key: fyne.KeyRightBracket, Mods: ctrlKey}:            "acb",
		{Key: fyne.KeyLeftBracket, Mods: ctrlKey}:             "bac",
		{Key: fyne.KeyRightBracket, Mods: ctrlKey | shiftKey}: "acb",
		{Key: fyne.KeyLeftBracket, Mods: ctrlKey | shiftKey}:  "bac",
	} {
		h := atBoard(t)
		names := map[string]string{}
		for i, name := range []string{"a", "b", "c"} {
			x := float32(100 + 150*i)
			names[h.draws(t, Rectangles, x, 100, x+100, 180).ID] = name
		}
		h.Select(h.scene.Elements()[1].ID)
		h.oneStep(t, func() { h.chord(chord.Key, chord.Mods) })
		order := ""
		for _, e := range h.scene.Elements() {
			order += names[e.ID]
		}
		if order != want {
			t.Errorf("%s makes the order %s, want %s", chord, order, want)
		}
	}
}

func TestAligningAndFlippingByKey(t *testing.T) {
	h := atBoard(t)
	a := h.draws(t, Rectangles, 100, 100, 200, 180)
	b := h.draws(t, Rectangles, 300, 150, 400, 230)
	h.Select(a.ID, b.ID)
	h.oneStep(t, func() { h.chord(fyne.KeyUp, ctrlKey|shiftKey) })
	if h.now(a).Y != 100 || h.now(b).Y != 100 {
		t.Errorf("aligned to the top they lie at %g and %g", h.now(a).Y, h.now(b).Y)
	}
	h.oneStep(t, func() { h.chord(fyne.KeyH, shiftKey) })
	if h.now(a).X != 300 || h.now(b).X != 100 {
		t.Errorf("flipped they lie at %g and %g", h.now(a).X, h.now(b).X)
	}
}

func TestLockedElementsAreOutOfReachUntilUnlocked(t *testing.T) {
	h, _, b, _ := boxes(t)
	h.Select(b.ID)
	h.oneStep(t, func() { h.chord(fyne.KeyL, ctrlKey|shiftKey) })
	h.click(300, 140)
	h.selects(t)
	h.oneStep(t, func() { h.chord(fyne.KeyL, ctrlKey|shiftKey) })
	h.selects(t, b)
	h.Select()
	h.click(300, 140)
	h.selects(t, b)
}

func TestTabTurnsAShapeIntoAnother(t *testing.T) {
	h, a, _, _ := boxes(t)
	if h.AcceptsTab() {
		t.Error("without a selection Tab does not move the focus")
	}
	h.Select(a.ID)
	if !h.AcceptsTab() {
		t.Error("a selected shape does not get Tab")
	}
	h.oneStep(t, func() { h.chord(fyne.KeyTab, 0) })
	if h.now(a).Kind == board.Rectangle || h.text(a) != "Feed" {
		t.Errorf("Tab made a %s that says %q", h.now(a).Kind, h.text(a))
	}
	h.oneStep(t, func() { h.chord(fyne.KeyTab, shiftKey) })
	if h.now(a).Kind != board.Rectangle {
		t.Errorf("Shift+Tab made a %s", h.now(a).Kind)
	}
}

func TestStylesAndLettersByKey(t *testing.T) {
	h, a, b, _ := boxes(t)
	red := "#e03131"
	h.commit(board.ApplyStyle(h.scene, []string{b.ID}, board.StyleChange{Stroke: &red}))
	h.Select(b.ID)
	h.noStep(t, func() { h.chord(fyne.KeyC, ctrlKey|altKey) })
	h.Select(a.ID)
	h.oneStep(t, func() { h.chord(fyne.KeyV, ctrlKey|altKey) })
	if got := h.now(a).Stroke; got != red {
		t.Errorf("the pasted style's stroke is %s", got)
	}
	before := h.scene.StyleOf(a.ID).FontSize
	h.oneStep(t, func() { h.chord(fyne.KeyPeriod, ctrlKey|shiftKey) })
	if got := h.scene.StyleOf(a.ID).FontSize; got <= before {
		t.Errorf("letters went from %g to %g", before, got)
	}
}

func TestGrowingShowsGhostsUntilCtrlIsReleased(t *testing.T) {
	h := atBoard(t)
	a := h.draws(t, Rectangles, 100, 300, 200, 380)
	h.noStep(t, func() {
		h.chord(fyne.KeyRight, ctrlKey)
		h.chord(fyne.KeyRight, ctrlKey)
	})
	if _, above := h.show(); above == nil {
		t.Fatal("no ghosts are shown")
	}
	h.oneStep(t, func() { h.KeyUp(&fyne.KeyEvent{Name: desktop.KeyControlLeft}) })
	if shapes, arrows := h.scene.Counts(); shapes != 3 || arrows != 2 {
		t.Fatalf("grown are %d shapes in all and %d arrows, want 3 and 2", shapes, arrows)
	}
	grown := h.scene.Get(h.Selected()[0])
	if grown.ID == a.ID || grown.X < 250 || grown.Opacity != 100 {
		t.Errorf("selected is a shape at %g, %d %% strong", grown.X, grown.Opacity)
	}
	h.chord(fyne.KeyLeft, altKey)
	h.selects(t, a)
}

func TestEscapeLetsTheGhostsGo(t *testing.T) {
	h := atBoard(t)
	a := h.draws(t, Rectangles, 100, 300, 200, 380)
	h.noStep(t, func() {
		h.chord(fyne.KeyDown, ctrlKey)
		h.chord(fyne.KeyEscape, ctrlKey)
		h.KeyUp(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
	})
	if _, above := h.show(); above != nil {
		t.Error("ghosts are still shown")
	}
	h.selects(t, a)
}

func TestElementsGoThroughTheClipboardAsExcalidrawHasThem(t *testing.T) {
	h, a, b, _ := boxes(t)
	h.Select(a.ID, b.ID)
	h.noStep(t, func() { h.TypedShortcut(&fyne.ShortcutCopy{}) })
	there, _, ok := excalidraw.DecodeClipboard(fyne.CurrentApp().Clipboard().Content())
	if !ok || len(there) != 3 {
		t.Fatalf("on the clipboard are %d elements, want two boxes and a label", len(there))
	}
	h.at = fyne.NewPos(600, 500)
	h.MouseMoved(h.event())
	h.oneStep(t, func() { h.TypedShortcut(&fyne.ShortcutPaste{}) })
	if h.scene.Len() != 7 || len(h.Selected()) != 2 {
		t.Fatalf("after pasting there are %d elements, %d selected", h.scene.Len(), len(h.Selected()))
	}
	if c := h.scene.Extent(h.Selected()...).Centre(); c != (board.Point{X: 600, Y: 500}) {
		t.Errorf("pasted about %v, the pointer is at 600,500", c)
	}
	if got := h.text(h.scene.Get(h.Selected()[0])); got != "Feed" {
		t.Errorf("the copy says %q", got)
	}
	h.oneStep(t, func() { h.TypedShortcut(&fyne.ShortcutCut{}) })
	if h.scene.Len() != 4 {
		t.Errorf("after cutting %d elements are left", h.scene.Len())
	}
}

func TestPastedTextBecomesWhatItSays(t *testing.T) {
	for text, want := range map[string]struct{ shapes, arrows, texts int }{
		"flowchart LR\n A[Feed] --> B[Ranker]": {2, 1, 0},
		"- one\n- two\n- three":                {3, 0, 0},
		"p99 below 200 ms":                     {0, 0, 1},
		"  ":                                   {0, 0, 0},
	} {
		h := atBoard(t)
		fyne.CurrentApp().Clipboard().SetContent(text)
		h.TypedShortcut(&fyne.ShortcutPaste{})
		shapes, arrows := h.scene.Counts()
		texts := 0
		for _, e := range h.scene.Elements() {
			if e.Kind == board.Text && e.Container == "" {
				texts++
			}
		}
		if shapes != want.shapes || arrows != want.arrows || texts != want.texts {
			t.Errorf("%q made %d shapes, %d arrows, %d texts", strings.ReplaceAll(text, "\n", "/"), shapes, arrows, texts)
		}
		if len(h.edits) > 1 {
			t.Errorf("pasting took %d edits", len(h.edits))
		}
	}
}

func TestPagesOfTheBoard(t *testing.T) {
	h := atBoard(t)
	before := h.view
	h.keys(fyne.KeyPageDown)
	near(t, "a page down", h.view.y-before.y, 720, 1)
	h.keys(fyne.KeyPageUp)
	if h.view != before {
		t.Errorf("a page down and up moved the view from %v to %v", before, h.view)
	}
}

func TestTheCylinderTool(t *testing.T) {
	h := atBoard(t)
	h.keys(fyne.KeyC)
	h.oneStep(t, func() { h.drag(100, 100, 200, 220) })
	if e := h.scene.Elements()[0]; e.Kind != board.Cylinder {
		t.Errorf("C draws a %s", e.Kind)
	}
}
