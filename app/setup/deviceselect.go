package setup

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/look"
)

// deviceSelect is the drop-down of microphones. Opening it asks for the devices
// anew, so that one plugged in meanwhile is there the next time.
type deviceSelect struct {
	look.Select
	opened func()
	unused func(*fyne.KeyEvent)
}

func newDeviceSelect(chosen func(string), opened func(), unused func(*fyne.KeyEvent)) *deviceSelect {
	d := &deviceSelect{opened: opened, unused: unused}
	d.PlaceHolder = "No microphone"
	d.OnChanged = chosen
	d.ExtendBaseWidget(d)
	return d
}

// list replaces the lines.
func (d *deviceSelect) list(lines []string) {
	d.Options = lines
	d.Selected = ""
	d.Refresh()
}

// pick shows a line as chosen, without telling anybody.
func (d *deviceSelect) pick(line string) {
	d.Selected = line
	d.Refresh()
}

func (d *deviceSelect) allow(allowed bool) {
	if allowed {
		d.Enable()
	} else {
		d.Disable()
	}
}

// Tapped is called by the toolkit.
func (d *deviceSelect) Tapped(ev *fyne.PointEvent) {
	d.Select.Tapped(ev)
	if !d.Disabled() {
		d.opened()
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
		d.opened()
	default:
		d.unused(ev)
	}
}
