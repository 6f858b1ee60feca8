package practice

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

// picker is a swatch of the style bar that shows what holds now and opens a
// popover with all there is to choose from.
type picker struct {
	swatch *swatch
	now    string // what holds, "" where it differs
	same   bool   // whether all look the same
	choose func(p *picker) *popover
	bar    *styleBar
}

// picker makes the picker that the key of an action opens. value names what
// something has, picture draws it, usual is true of what has a swatch of its own
// beside the picker.
func (s *styleBar) picker(id string, suits func(whiteboard.Look) bool, value func(whiteboard.Look) string,
	picture func(value string) []*board.Element, usual func(value string) bool, choose func(*picker) *popover,
) styleItem {
	p := &picker{choose: choose, bar: s}
	b := keys.For(id)
	p.swatch = newSwatch(b.Label, slot, func() { p.open() })
	p.swatch.SetHint(look.Hint{Name: b.Label, Key: b.String()})
	s.pickers[id] = p
	drawn := "never drawn"
	return styleItem{p.swatch, suits, func(looks []whiteboard.Look) {
		p.now = value(looks[0])
		p.same = all(looks, func(l whiteboard.Look) bool { return value(l) == p.now })
		if !p.same {
			p.now = ""
		}
		p.swatch.choose(p.same && !usual(p.now))
		if p.now != drawn {
			drawn = p.now
			p.swatch.setPicture(picture(p.now)...)
		}
	}}
}

// open shows what there is to choose from, unless there is nothing that it
// would be chosen for.
func (p *picker) open() *popover {
	if !p.bar.shown || !p.swatch.Visible() {
		return nil
	}
	return p.choose(p)
}

// by is what the popover opens beside.
func (p *picker) by() fyne.CanvasObject {
	if p.bar.away() {
		return p.bar.unfold
	}
	return p.swatch
}

// show shows what there is to choose from beside the bar.
func (p *picker) show(content fyne.CanvasObject, rows [][]pressable, first fyne.Focusable) *popover {
	driver := fyne.CurrentApp().Driver()
	shown := newPopover(driver.CanvasForObject(p.bar.board), content, rows, p.back)
	edge := p.bar.card
	if p.bar.away() {
		edge = p.bar.small
	}
	shown.clear = driver.AbsolutePositionForObject(edge).X + edge.Size().Width + look.Space8
	shown.open(p.by(), beside, first)
	return shown
}

// back gives the keyboard back once the popover is gone.
func (p *picker) back() { p.bar.pressed(p.swatch) }
