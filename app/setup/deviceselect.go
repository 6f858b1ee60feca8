package setup

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/look"
	"talkthrough/internal/sound"
)

// deviceSelect is the drop-down of microphones.
type deviceSelect struct {
	look.Select
	unused func(*fyne.KeyEvent)
}

func newDeviceSelect(chosen func(string), unused func(*fyne.KeyEvent)) *deviceSelect {
	d := &deviceSelect{unused: unused}
	d.PlaceHolder = "No microphone"
	d.OnChanged = chosen
	d.ExtendBaseWidget(d)
	return d
}

// list replaces the lines and shows one as chosen, without telling anybody.
func (d *deviceSelect) list(choices []sound.Choice, at int) {
	d.Options = make([]string, len(choices))
	for i, c := range choices {
		d.Options[i] = c.Text
	}
	d.Selected = ""
	if len(choices) > 0 {
		d.Selected = choices[at].Text
	}
	d.Refresh()
}

// dropped reports whether the list may be open, or something else lies over
// the screen.
func (d *deviceSelect) dropped() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(d)
	return c != nil && c.Overlays().Top() != nil
}

func (d *deviceSelect) allow(allowed bool) {
	if allowed {
		d.Enable()
	} else {
		d.Disable()
	}
}

// TypedKey is called by the toolkit: Up and Down change the device at once,
// Space opens the list.
func (d *deviceSelect) TypedKey(ev *fyne.KeyEvent) {
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
