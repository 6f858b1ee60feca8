package keys

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
)

// String returns the chord as people write it: "Ctrl+Shift+Z", or "⇧⌘Z" on a
// Mac.
func (c Chord) String() string { return c.Words(runtime.GOOS == "darwin") }

var keyWords = map[fyne.KeyName]string{
	fyne.KeyPageUp:    "PgUp",
	fyne.KeyPageDown:  "PgDn",
	fyne.KeyReturn:    "Enter",
	fyne.KeyEnter:     "Enter",
	fyne.KeyEscape:    "Esc",
	fyne.KeyBackspace: "Backspace",
	fyne.KeyDelete:    "Del",
	fyne.KeyLeft:      "←",
	fyne.KeyRight:     "→",
	fyne.KeyUp:        "↑",
	fyne.KeyDown:      "↓",
}

// shiftedSigns are what Shift makes of some keys.
var shiftedSigns = map[fyne.KeyName]string{
	fyne.KeySlash: "?", fyne.KeyComma: "<", fyne.KeyPeriod: ">",
}

// Words is String on a Mac, or elsewhere.
func (c Chord) Words(mac bool) string {
	key, named := keyWords[c.Key]
	if !named {
		key = string(c.Key)
	}
	mod := c.Mods
	if sign, ok := shiftedSigns[c.Key]; ok && !mac && mod&fyne.KeyModifierShift != 0 {
		key = sign // people look for the sign, and type Shift to get it
		if mod == fyne.KeyModifierShift {
			mod = 0
		}
	}
	// The order is the one each system's own menus use.
	mods := []struct {
		bit  fyne.KeyModifier
		word string
	}{
		{fyne.KeyModifierSuper, "Super+"},
		{fyne.KeyModifierControl, "Ctrl+"},
		{fyne.KeyModifierAlt, "Alt+"},
		{fyne.KeyModifierShift, "Shift+"},
	}
	if mac {
		mods[0].bit, mods[0].word = fyne.KeyModifierControl, "⌃"
		mods[1].bit, mods[1].word = fyne.KeyModifierAlt, "⌥"
		mods[2].bit, mods[2].word = fyne.KeyModifierShift, "⇧"
		mods[3].bit, mods[3].word = fyne.KeyModifierSuper, "⌘"
	}
	var b strings.Builder
	for _, m := range mods {
		if mod&m.bit != 0 {
			b.WriteString(m.word)
		}
	}
	return b.String() + key
}
