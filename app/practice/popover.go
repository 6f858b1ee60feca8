package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// popover is a small card of choices beside the button that opened it. The
// arrow keys go through it, Escape and a click beside it put it away.
type popover struct {
	popup *widget.PopUp
	grid  keyGrid
	back  func()  // gives the keyboard back to where it belongs
	clear float32 // where in the window the style bar ends, for those beside it
}

// side is where a popover opens.
type side int

const (
	beneath side = iota // the button, their right edges in line
	beside              // the style bar, as high as the button
)

// newPopover is a popover around content, whose rows the arrow keys go through.
func newPopover(over fyne.Canvas, content fyne.CanvasObject, rows [][]pressable, back func()) *popover {
	p := &popover{back: back}
	p.grid = keyGrid{rows: func() [][]pressable { return rows }, leave: p.close}
	for _, row := range rows {
		p.grid.hold(row...)
	}
	p.popup = widget.NewPopUp(look.PadAll(content, look.Space4), over)
	return p
}

// open shows the popover, wholly within the window, and gives a control in it
// the keyboard.
func (p *popover) open(by fyne.CanvasObject, where side, first fyne.Focusable) {
	const gap = look.Space8
	c := p.popup.Canvas
	look.HideHint(c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(by)
	size := p.popup.MinSize()
	if where == beside {
		at = at.AddXY(0, -gap)
		at.X = p.clear
	} else {
		at = at.AddXY(by.Size().Width-size.Width, by.Size().Height+gap)
	}
	at.X = max(min(at.X, c.Size().Width-size.Width-gap), gap)
	at.Y = max(min(at.Y, c.Size().Height-size.Height-gap), gap)
	p.popup.ShowAtPosition(at)
	if first != nil {
		c.Focus(first)
	}
}

// close puts the popover away.
func (p *popover) close() {
	p.popup.Hide()
	p.back()
}
