package practice

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/look"
)

// pressable is a control that the arrow keys can go to.
type pressable interface {
	fyne.Widget
	fyne.Focusable
	Disabled() bool
	Focused() bool
	Hint() look.Hint
	SetHint(look.Hint)
	OnUnused(func(*fyne.KeyEvent))
	OnFocus(gained, lost func())
}

// keyGrid lets the arrow keys go from control to control, as the controls lie
// beside and below each other, and Escape leave them.
type keyGrid struct {
	rows  func() [][]pressable // those that can be seen
	leave func()
}

// hold has the controls pass on the keys they have no use for.
func (g *keyGrid) hold(controls ...pressable) {
	for _, c := range controls {
		c.OnUnused(func(ev *fyne.KeyEvent) { g.key(c, ev) })
	}
}

func (g *keyGrid) key(at pressable, ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		g.leave()
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
		if to := g.from(at, ev.Name); to != nil {
			look.HideHint(fyne.CurrentApp().Driver().CanvasForObject(to))
			focus(to)
		}
	}
}

// from is the control that an arrow key leads to, or nil. Left and right go on
// in the next row; up and down keep to the column.
func (g *keyGrid) from(at pressable, key fyne.KeyName) pressable {
	var all []pressable
	var rows [][]pressable
	row, place := -1, -1
	for _, controls := range g.rows() {
		var on []pressable
		for _, c := range controls {
			if c.Disabled() || !c.Visible() {
				continue
			}
			if c == at {
				row, place = len(rows), len(all)
			}
			on, all = append(on, c), append(all, c)
		}
		if len(on) > 0 {
			rows = append(rows, on)
		}
	}
	if row < 0 {
		return nil
	}
	switch key {
	case fyne.KeyLeft, fyne.KeyRight:
		place += map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1}[key]
		if place < 0 || place >= len(all) {
			return nil
		}
		return all[place]
	case fyne.KeyUp:
		row--
	case fyne.KeyDown:
		row++
	}
	if row < 0 || row >= len(rows) {
		return nil
	}
	return nearest(rows[row], at)
}

// nearest is the control of a row whose middle lies most nearly above or below.
func nearest(row []pressable, at pressable) pressable {
	middle := func(c pressable) float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(c).X + c.Size().Width/2
	}
	best := row[0]
	for _, c := range row[1:] {
		if abs(middle(c)-middle(at)) < abs(middle(best)-middle(at)) {
			best = c
		}
	}
	return best
}

func abs(x float32) float32 { return max(x, -x) }
