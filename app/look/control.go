package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// control is what everything pressable has in common: hover, press, keyboard
// focus, tooltip, and giving the keyboard back.
//
// The toolkit takes the keyboard away from whoever has it at every click. A
// click on a tool must not stop the typing of notes, so the control notes who
// had the keyboard before and returns it before it acts.
type control struct {
	widget.DisableableWidget
	self    fyne.Widget
	hint    Hint
	tapped  func()
	hovered bool
	pressed bool
	focused bool
	before  fyne.Focusable
}

func (c *control) extend(self fyne.Widget) {
	c.self = self
	c.ExtendBaseWidget(self)
}

// SetHint replaces the tooltip.
func (c *control) SetHint(hint Hint) { c.hint = hint }

// Hint returns the tooltip.
func (c *control) Hint() Hint { return c.hint }

// MouseIn is called by the toolkit.
func (c *control) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	HintEnter(c.self, c.hint)
	c.Refresh()
}

// MouseMoved is called by the toolkit.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (c *control) MouseOut() {
	c.hovered, c.pressed = false, false
	HintLeave(c.self)
	c.Refresh()
}

// MouseDown is called by the toolkit, before it takes the keyboard away.
func (c *control) MouseDown(ev *desktop.MouseEvent) {
	c.before = nil
	if cv := c.canvas(); cv != nil {
		c.before = cv.Focused()
	}
	c.pressed = ev.Button == desktop.MouseButtonPrimary && !c.Disabled()
	HintPress(c.self)
	c.Refresh()
}

// MouseUp is called by the toolkit.
func (c *control) MouseUp(*desktop.MouseEvent) {
	c.pressed = false
	c.giveBack()
	c.Refresh()
}

// Tapped is called by the toolkit.
func (c *control) Tapped(*fyne.PointEvent) {
	c.giveBack()
	if c.tapped != nil && !c.Disabled() {
		c.tapped()
	}
}

// giveBack returns the keyboard to who had it when the mouse went down.
func (c *control) giveBack() {
	cv := c.canvas()
	if cv != nil && cv.Focused() == nil && c.before != nil {
		cv.Focus(c.before)
	}
	c.before = nil
}

// FocusGained is called by the toolkit.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
}

// FocusLost is called by the toolkit.
func (c *control) FocusLost() {
	c.focused = false
	c.Refresh()
}

// TypedRune is called by the toolkit.
func (c *control) TypedRune(rune) {}

// TypedKey is called by the toolkit: Space and Enter press the control.
func (c *control) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if c.tapped != nil && !c.Disabled() {
			c.tapped()
		}
	}
}

func (c *control) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(c.self) }
