// Package keys is the one table of keyboard shortcuts. The menu, the help
// sheet, the tooltips and the tests all read it; nothing else spells out a key.
//
// The toolkit gives a key to the main menu first, but only together with Ctrl,
// Alt or the command key. A bare key, or one with Shift alone, goes to whoever
// has the keyboard, which asks Match what it means. So that the interview can
// be steered while notes are typed, every binding of the Interview group has a
// menu shortcut; its bare function key in Also is for the board and other
// widgets that pass on what they do not use.
package keys

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Group is where a binding works and the heading it stands under in the help.
type Group string

// App works everywhere. Setup, Interview, Review and Attempts are screens, and
// never on together.
// Board works while a board has the keyboard, on either screen.
const (
	App       Group = "Everywhere"
	Setup     Group = "Set-up"
	Interview Group = "Interview"
	Board     Group = "Board"
	Review    Group = "Review"
	Attempts  Group = "All attempts"
)

// Groups lists the groups in the order of the help sheet.
func Groups() []Group { return []Group{App, Setup, Interview, Board, Review, Attempts} }

// Chord is a key with the modifiers held with it.
type Chord struct {
	Key  fyne.KeyName
	Mods fyne.KeyModifier
}

// Binding is one action and the keys that do it. ID is stable; Label is what
// the menu and the help call it.
type Binding struct {
	ID    string
	Group Group
	Label string
	Key   fyne.KeyName
	Mods  fyne.KeyModifier
	// Also holds further keys that do the same.
	Also []Chord
}

// Chords returns every key of the binding, the main one first.
func (b Binding) Chords() []Chord {
	return append([]Chord{{b.Key, b.Mods}}, b.Also...)
}

// Shortcut returns the main key as the menu takes it, or nil where the menu
// cannot have it (see Chord.Shortcut).
//
// A menu item with the shortcut of Undo, Redo or SelectAll takes that key away
// from a focused entry: its action must look who has the keyboard.
func (b Binding) Shortcut() fyne.Shortcut { return Chord{b.Key, b.Mods}.Shortcut() }

// Shortcuts returns all keys of the binding that the toolkit treats as
// shortcuts, the main one first.
func (b Binding) Shortcuts() []fyne.Shortcut {
	var out []fyne.Shortcut
	for _, c := range b.Chords() {
		if s := c.Shortcut(); s != nil {
			out = append(out, s)
		}
	}
	return out
}

// String returns the main key as people write it: "Ctrl+Shift+Z", or "⇧⌘Z" on
// a Mac.
func (b Binding) String() string { return Chord{b.Key, b.Mods}.String() }

// Shortcut returns the chord as a toolkit shortcut, or nil for a bare key or
// one with Shift alone, which the toolkit never treats as one. The keys that
// the toolkit knows by name come as its own types, because a custom shortcut
// for them would never fire.
func (c Chord) Shortcut() fyne.Shortcut {
	if c.Mods&^fyne.KeyModifierShift == 0 {
		return nil
	}
	if c.Mods == fyne.KeyModifierShortcutDefault {
		switch c.Key {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		case fyne.KeyC:
			return &fyne.ShortcutCopy{}
		case fyne.KeyX:
			return &fyne.ShortcutCut{}
		case fyne.KeyV:
			return &fyne.ShortcutPaste{}
		}
	}
	return &desktop.CustomShortcut{KeyName: c.Key, Modifier: c.Mods}
}

// For returns the binding with that ID. An unknown ID is a programming error
// and panics with its name.
func For(id string) Binding {
	for _, b := range All {
		if b.ID == id {
			return b
		}
	}
	panic("keys: no binding is called " + id)
}

// Hint returns the main key of the binding for a tooltip.
func Hint(id string) string { return For(id).String() }

// In returns the bindings of a group in the order of the table.
func In(group Group) []Binding {
	var out []Binding
	for _, b := range All {
		if b.Group == group {
			out = append(out, b)
		}
	}
	return out
}

// Match returns the ID of the binding that the key means in any of the groups;
// the first group that knows the key wins.
func Match(key fyne.KeyName, mods fyne.KeyModifier, groups ...Group) (id string, ok bool) {
	for _, g := range groups {
		for _, b := range All {
			if b.Group != g {
				continue
			}
			for _, c := range b.Chords() {
				if c.Key == key && c.Mods == mods {
					return b.ID, true
				}
			}
		}
	}
	return "", false
}

// MatchShortcut is Match for what a widget gets as a shortcut.
func MatchShortcut(s fyne.Shortcut, groups ...Group) (id string, ok bool) {
	if named, isNamed := s.(fyne.KeyboardShortcut); isNamed {
		return Match(named.Key(), named.Mod(), groups...)
	}
	return "", false
}
