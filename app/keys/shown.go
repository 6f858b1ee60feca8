package keys

import "fyne.io/fyne/v2"

// Shown returns the main key for a menu to show beside its item. Unlike
// Shortcut it takes the key away from nobody: the toolkit never finds what is
// typed to be it. It may be a bare key.
//
// A system's own menu bar would take the key all the same: there it must not be
// used.
func (b Binding) Shown() fyne.KeyboardShortcut { return shown{Chord{b.Key, b.Mods}} }

// shown is a shortcut that only looks like one.
type shown struct{ chord Chord }

var _ fyne.KeyboardShortcut = shown{}

// ShortcutName is one that nothing typed has.
func (s shown) ShortcutName() string { return "shown only: " + s.chord.String() }

// Key is called by the toolkit.
func (s shown) Key() fyne.KeyName { return s.chord.Key }

// Mod is called by the toolkit.
func (s shown) Mod() fyne.KeyModifier { return s.chord.Mods }
