package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Control is what everything pressable has in common: hover, press, keyboard
// focus, tooltip, and giving the keyboard back.
//
// The toolkit takes the keyboard away from whoever has it at every click. A
// click on a tool must not stop the typing of notes, so the control notes who
// had the keyboard before and returns it before it acts.
//
// A widget embeds it, calls Extend from its constructor, and looks at Hovered,
// Pressed and Focused when it paints.
type Control struct {
	widget.DisableableWidget
	self    fyne.Widget
	hint    Hint
	tapped  func()
	hovered bool
	pressed bool
	focused bool
	before  fyne.Focusable
	unused  func(*fyne.KeyEvent)
	gained  func()
	lost    func()
}

// Extend makes self, the widget that embeds the control, known to the toolkit;
// tapped is what a press does and may be nil.
func (c *Control) Extend(self fyne.Widget, tapped func()) {
	c.self, c.tapped = self, tapped
	c.ExtendBaseWidget(self)
}

// Hovered reports whether the pointer is over the control.
func (c *Control) Hovered() bool { return c.hovered }

// Pressed reports whether the mouse is held down on the control.
func (c *Control) Pressed() bool { return c.pressed }

// Focused reports whether the control has the keyboard.
func (c *Control) Focused() bool { return c.focused }

// SetHint replaces the tooltip.
func (c *Control) SetHint(hint Hint) { c.hint = hint }

// Hint returns the tooltip.
func (c *Control) Hint() Hint { return c.hint }

// OnUnused sets what gets the keys that the control has no use for, so that
// Escape, say, leaves the screen from here too.
func (c *Control) OnUnused(do func(*fyne.KeyEvent)) { c.unused = do }

// OnFocus sets what is called after the control got the keyboard and after it
// lost it; either may be nil. While lost runs, the toolkit does not yet know who
// has the keyboard next.
func (c *Control) OnFocus(gained, lost func()) { c.gained, c.lost = gained, lost }

// MouseIn is called by the toolkit.
func (c *Control) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	HintEnter(c.self, c.hint)
	c.Refresh()
}

// MouseMoved is called by the toolkit.
func (c *Control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (c *Control) MouseOut() {
	c.hovered, c.pressed = false, false
	HintLeave(c.self)
	c.Refresh()
}

// MouseDown is called by the toolkit, before it takes the keyboard away.
func (c *Control) MouseDown(ev *desktop.MouseEvent) {
	c.before = nil
	if cv := c.canvas(); cv != nil {
		c.before = cv.Focused()
	}
	c.pressed = ev.Button == desktop.MouseButtonPrimary && !c.Disabled()
	HintPress(c.self)
	c.Refresh()
}

// MouseUp is called by the toolkit.
func (c *Control) MouseUp(*desktop.MouseEvent) {
	c.pressed = false
	c.giveBack()
	c.Refresh()
}

// Tapped is called by the toolkit.
func (c *Control) Tapped(*fyne.PointEvent) {
	c.giveBack()
	if c.tapped != nil && !c.Disabled() {
		c.tapped()
	}
}

// giveBack returns the keyboard to who had it when the mouse went down.
func (c *Control) giveBack() {
	cv := c.canvas()
	if cv != nil && cv.Focused() == nil && c.before != nil {
		cv.Focus(c.before)
	}
	c.before = nil
}

// FocusGained is called by the toolkit.
func (c *Control) FocusGained() {
	c.focused = true
	c.Refresh()
	if c.gained != nil {
		c.gained()
	}
}

// FocusLost is called by the toolkit.
func (c *Control) FocusLost() {
	c.focused = false
	c.Refresh()
	if c.lost != nil {
		c.lost()
	}
}

// TypedRune is called by the toolkit.
func (c *Control) TypedRune(rune) {}

// TypedKey is called by the toolkit: Space and Enter press the control.
func (c *Control) TypedKey(ev *fyne.KeyEvent) {
	press := ev.Name == fyne.KeySpace || ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
	switch {
	case !press || c.tapped == nil:
		c.PassOn(ev)
	case !c.Disabled():
		c.tapped()
	}
}

// PassOn gives a key to whoever OnUnused named. A widget that embeds the control
// calls it for the keys it has no use for.
func (c *Control) PassOn(ev *fyne.KeyEvent) {
	if c.unused != nil {
		c.unused(ev)
	}
}

func (c *Control) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(c.self) }

// Ground is the wash behind a flat control in its present state.
func (c *Control) Ground(selected bool) color.Color {
	switch {
	case c.Disabled():
		return color.Transparent
	case selected && c.pressed:
		return Soft(Accent, 0.20)
	case selected:
		return Soft(Accent, 0.12)
	case c.pressed:
		return Soft(Text, 0.12)
	case c.hovered:
		return Soft(Text, 0.06)
	}
	return color.Transparent
}

// PaintRing shows who has the keyboard: an accent frame, or nothing.
func (c *Control) PaintRing(ring *canvas.Rectangle) {
	ring.FillColor, ring.StrokeColor, ring.StrokeWidth = color.Transparent, color.Transparent, 2
	if c.focused {
		ring.StrokeColor = Color(Accent)
	}
}
