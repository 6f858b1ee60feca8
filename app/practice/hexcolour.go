package practice

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// hexColour reads a colour as people type it: "#1971c2", "1971C2", "#fa0", with
// two digits more for how strong it is.
func hexColour(typed string) (colour string, ok bool) {
	digits := strings.ToLower(strings.TrimPrefix(strings.TrimSpace(typed), "#"))
	if strings.Trim(digits, "0123456789abcdef") != "" {
		return "", false
	}
	switch len(digits) {
	case 3:
		long := ""
		for _, d := range digits {
			long += string(d) + string(d)
		}
		return "#" + long, true
	case 6, 8:
		return "#" + digits, true
	}
	return "", false
}

// hexEntry is where a colour is typed. Enter takes it, Escape leaves.
type hexEntry struct {
	widget.Entry
	take  func(colour string)
	leave func()
}

func newHexEntry(now string, take func(string), leave func()) *hexEntry {
	e := &hexEntry{take: take, leave: leave}
	e.ExtendBaseWidget(e)
	e.SetPlaceHolder("#1971c2")
	e.SetText(now)
	return e
}

// TypedKey is called by the toolkit.
func (e *hexEntry) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if colour, ok := hexColour(e.Text); ok {
			e.take(colour)
			return
		}
		e.TypedShortcut(&fyne.ShortcutSelectAll{}) // what is no colour is typed anew
	case fyne.KeyEscape:
		e.leave()
	default:
		e.Entry.TypedKey(ev)
	}
}
