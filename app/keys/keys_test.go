package keys

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// heardTogether lists the groups that can hear the same key at the same time.
var heardTogether = [][]Group{
	{App, Setup},
	{App, Attempts},
	{App, Interview, Board},
	{App, Review, Board},
}

// apart reports whether a bare key can go to either group without doubt: in
// review it goes to the waveform or to the board, whichever has the keyboard, and
// in the interview Escape is the board's while that has it. On the board of the
// replay there is nothing to undo, so there Undo is the review's.
func apart(c Chord, a, b Group) bool {
	if b == Board {
		a, b = b, a
	}
	if a == Board && b == Review && c == (Chord{fyne.KeyZ, command}) {
		return true
	}
	return c.Shortcut() == nil && a == Board && (b == Review || b == Interview && c.Key == fyne.KeyEscape)
}

func TestNoTwoBindingsMeet(t *testing.T) {
	for _, groups := range heardTogether {
		heard := map[Chord]Binding{}
		for _, g := range groups {
			for _, b := range In(g) {
				for _, c := range b.Chords() {
					other, taken := heard[c]
					if taken && !apart(c, b.Group, other.Group) {
						t.Errorf("%s means both %s and %s", c, b.ID, other.ID)
					}
					heard[c] = b
				}
			}
		}
	}
}

func TestIDsAndLabels(t *testing.T) {
	ids, labels := map[string]bool{}, map[string]bool{}
	for _, b := range All {
		if ids[b.ID] {
			t.Errorf("%s stands twice", b.ID)
		}
		ids[b.ID] = true
		label := string(b.Group) + "/" + b.Label
		if b.Label == "" || labels[label] {
			t.Errorf("%s: label %q is empty or stands twice in its group", b.ID, b.Label)
		}
		labels[label] = true
		if len(In(b.Group)) == 0 {
			t.Errorf("%s is in no group of the help", b.ID)
		}
	}
	if len(ids) != len(All) {
		t.Errorf("%d ids for %d bindings", len(ids), len(All))
	}
}

// While notes are typed the interview is steered by the menu's shortcuts alone.
func TestInterviewCanBeSteeredWhileTyping(t *testing.T) {
	for _, b := range slices.Concat(In(Interview), In(Setup), In(App)) {
		if b.Shortcut() == nil {
			t.Errorf("%s (%s) cannot be a menu shortcut", b.ID, b)
		}
	}
}

// These belong to a focused entry, or to growing and walking nodes on the board.
func TestNothingIsStolenFromTyping(t *testing.T) {
	taken := map[Chord]string{}
	for _, k := range []fyne.KeyName{fyne.KeyZ, fyne.KeyY, fyne.KeyX, fyne.KeyC, fyne.KeyV, fyne.KeyA, fyne.KeyInsert, fyne.KeyBackspace, fyne.KeyDelete} {
		taken[Chord{k, command}] = "editing"
	}
	for _, k := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown} {
		taken[Chord{k, command}] = "growing nodes, moving by words"
		taken[Chord{k, command | shift}] = "selecting by words"
		taken[Chord{k, fyne.KeyModifierAlt}] = "walking nodes"
	}
	for _, b := range slices.Concat(In(Interview), In(Setup), In(App)) {
		for _, c := range b.Chords() {
			if what, bad := taken[c]; bad {
				t.Errorf("%s takes %s, which belongs to %s", b.ID, c, what)
			}
		}
	}
}

func TestExcalidrawHabits(t *testing.T) {
	habits := map[Chord]string{
		{fyne.KeyV, 0}: Select, {fyne.Key1, 0}: Select,
		{fyne.KeyR, 0}: Rectangle, {fyne.Key2, 0}: Rectangle,
		{fyne.KeyD, 0}: Diamond, {fyne.Key3, 0}: Diamond,
		{fyne.KeyO, 0}: Ellipse, {fyne.Key4, 0}: Ellipse,
		{fyne.KeyA, 0}: Arrow, {fyne.Key5, 0}: Arrow,
		{fyne.KeyL, 0}: Line, {fyne.Key6, 0}: Line,
		{fyne.KeyP, 0}: Pencil, {fyne.Key7, 0}: Pencil,
		{fyne.KeyT, 0}: TextTool, {fyne.Key8, 0}: TextTool,
		{fyne.KeyE, 0}: Eraser, {fyne.Key0, 0}: Eraser,
		{fyne.KeyF, 0}: Frame, {fyne.KeyK, 0}: Laser,
		{fyne.KeyH, 0}: Hand, {fyne.KeyQ, 0}: LockTool,
		{fyne.KeyDelete, 0}: Delete, {fyne.KeyD, command}: Duplicate,
		{fyne.KeyZ, command}: Undo, {fyne.KeyZ, command | shift}: Redo, {fyne.KeyY, command}: Redo,
		{fyne.KeyA, command}: SelectAll, {fyne.KeyEqual, command}: ZoomIn, {fyne.KeyMinus, command}: ZoomOut,
		{fyne.Key0, command}: ZoomReset, {fyne.Key1, shift}: FitAll, {fyne.Key2, shift}: FitSelection,
		{fyne.KeyG, command}: MakeGroup, {fyne.KeyG, command | shift}: Ungroup,
		{fyne.KeyRightBracket, command}: Forward, {fyne.KeyLeftBracket, command}: Backward,
		{fyne.KeyLeft, command | shift}: AlignLeft, {fyne.KeyH, shift}: FlipX, {fyne.KeyV, shift}: FlipY,
		{fyne.KeyH, alt}: DistributeX, {fyne.KeyV, alt}: DistributeY,
		{fyne.KeyC, command | alt}: CopyStyle, {fyne.KeyV, command | alt}: PasteStyle,
		{fyne.KeyL, command | shift}: LockThem, {fyne.KeyTab, 0}: NextShape, {fyne.KeyTab, shift}: PreviousKind,
		{fyne.KeyRight, command}: GrowRight, {fyne.KeyRight, alt}: WalkRight,
		{fyne.KeyC, command}: Copy, {fyne.KeyX, command}: Cut, {fyne.KeyV, command}: Paste,
		{fyne.KeyPeriod, command | shift}: Bigger, {fyne.KeyComma, command | shift}: Smaller,
		{fyne.KeyS, 0}: StrokePicker, {fyne.KeyG, 0}: GroundPicker, {fyne.KeyF, shift}: FontPicker,
		{fyne.KeyEscape, 0}: Cancel, {fyne.KeyReturn, 0}: EditText, {fyne.KeySlash, shift}: BoardHelp,
	}
	for chord, want := range habits {
		if got, _ := Match(chord.Key, chord.Mods, Board); got != want {
			t.Errorf("%s does %q, want %q", chord, got, want)
		}
	}
}

func TestMatchKeepsToItsGroups(t *testing.T) {
	if id, ok := Match(fyne.KeyV, 0, App, Review); ok {
		t.Errorf("V outside the board does %s", id)
	}
	if id, _ := Match(fyne.KeyF8, 0, Board, Interview, App); id != NextPhase {
		t.Errorf("F8 does %q", id)
	}
	for _, s := range []fyne.Shortcut{&fyne.ShortcutUndo{}, &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: command}} {
		if id, _ := MatchShortcut(s, Board); id != Undo {
			t.Errorf("%T does %q, want undo", s, id)
		}
	}
}

func TestNamedShortcutsComeAsTheToolkitSendsThem(t *testing.T) {
	if s := For(Undo).Shortcut().ShortcutName(); s != (&fyne.ShortcutUndo{}).ShortcutName() {
		t.Errorf("undo is %q", s)
	}
	if got := len(For(Redo).Shortcuts()); got != 2 {
		t.Errorf("redo has %d shortcuts, want Ctrl+Shift+Z and Ctrl+Y", got)
	}
	if s := For(Rectangle).Shortcut(); s != nil {
		t.Errorf("a bare letter became the menu shortcut %v", s)
	}
}

func TestWords(t *testing.T) {
	ctrl, super, alt := fyne.KeyModifierControl, fyne.KeyModifierSuper, fyne.KeyModifierAlt
	for _, c := range []struct {
		chord Chord
		mac   bool
		want  string
	}{
		{Chord{fyne.KeyZ, ctrl | shift}, false, "Ctrl+Shift+Z"},
		{Chord{fyne.KeyZ, super | shift}, true, "⇧⌘Z"},
		{Chord{fyne.Key3, alt}, false, "Alt+3"},
		{Chord{fyne.Key3, alt}, true, "⌥3"},
		{Chord{fyne.KeyPageDown, ctrl}, false, "Ctrl+PgDn"},
		{Chord{fyne.KeyLeft, shift}, false, "Shift+←"},
		{Chord{fyne.KeySlash, shift}, false, "?"},
		{Chord{fyne.KeyPeriod, ctrl | shift}, false, "Ctrl+Shift+>"},
		{Chord{fyne.KeyF9, 0}, false, "F9"},
	} {
		if got := c.chord.Words(c.mac); got != c.want {
			t.Errorf("%v on mac=%v reads %q, want %q", c.chord, c.mac, got, c.want)
		}
	}
}

func TestUnknownIDPanicsWithItsName(t *testing.T) {
	defer func() {
		if r := recover(); r == nil || r != "keys: no binding is called nonesuch" {
			t.Errorf("got %v", r)
		}
	}()
	Hint("nonesuch")
}

func TestEveryKeyOfTheBoardHasOneTopic(t *testing.T) {
	topic := map[string]string{}
	for _, tp := range Topics() {
		for _, id := range tp.IDs {
			if For(id).Group != Board || topic[id] != "" {
				t.Errorf("%s stands under %s and %q, in the group %s", id, tp.Name, topic[id], For(id).Group)
			}
			topic[id] = tp.Name
		}
	}
	for _, b := range In(Board) {
		if topic[b.ID] == "" {
			t.Errorf("%s has no topic", b.ID)
		}
	}
}

func TestTheHelpSaysEveryAction(t *testing.T) {
	said := map[string]int{}
	for _, b := range Sheet() {
		if b.Heading == "" || len(b.Lines) == 0 {
			t.Errorf("the block %q has %d lines", b.Heading, len(b.Lines))
		}
		for _, l := range b.Lines {
			if l.Label == "" || l.Keys == "" {
				t.Errorf("%s: the line %+v says nothing", b.Heading, l)
			}
			for _, id := range l.IDs {
				said[id]++
			}
			if len(l.IDs) == 1 && !strings.Contains(l.Keys, For(l.IDs[0]).String()) {
				t.Errorf("%s: %q does not name %s", l.Label, l.Keys, For(l.IDs[0]))
			}
		}
	}
	for _, b := range All {
		if said[b.ID] != 1 {
			t.Errorf("%s is said %d times", b.ID, said[b.ID])
		}
	}
}

// What shares a line of the help must share its modifiers, which it says once.
func TestWhatSharesALineOfTheHelpIsAlike(t *testing.T) {
	for _, g := range together {
		for _, id := range g.others {
			if For(id).Mods != For(g.first).Mods {
				t.Errorf("%s has other modifiers than %s", id, g.first)
			}
		}
	}
}
