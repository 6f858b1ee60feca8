package setup

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/look"
)

// dropDown is a choice of many, of which the chosen one is shown.
type dropDown struct {
	look.Select
	unused  func(*fyne.KeyEvent)
	focused func() // it got the keyboard; may be nil
}

func newDropDown(none string, chosen func(string), unused func(*fyne.KeyEvent)) *dropDown {
	d := &dropDown{unused: unused}
	d.PlaceHolder = none
	d.OnChanged = chosen
	d.ExtendBaseWidget(d)
	return d
}

// list replaces the lines and shows one as chosen, without telling anybody.
func (d *dropDown) list(lines []string, at int) {
	d.Options, d.Selected = lines, ""
	if len(lines) > 0 {
		d.Selected = lines[at]
	}
	d.Refresh()
}

// dropped reports whether the list may be open, or something else lies over
// the screen.
func (d *dropDown) dropped() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(d)
	return c != nil && c.Overlays().Top() != nil
}

func (d *dropDown) allow(allowed bool) {
	if allowed {
		d.Enable()
	} else {
		d.Disable()
	}
}

// FocusGained is called by the toolkit.
func (d *dropDown) FocusGained() {
	d.Select.FocusGained()
	if d.focused != nil {
		d.focused()
	}
}

// TypedKey is called by the toolkit: Up and Down change the choice at once,
// Space opens the list.
func (d *dropDown) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyLeft:
		d.SetSelectedIndex(max(d.SelectedIndex()-1, 0))
	case fyne.KeyDown, fyne.KeyRight:
		d.SetSelectedIndex(min(d.SelectedIndex()+1, len(d.Options)-1))
	case fyne.KeySpace:
		d.Select.TypedKey(ev)
	default:
		d.unused(ev)
	}
}
