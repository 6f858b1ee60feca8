package boardfile

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"talkthrough/app/look"
	"talkthrough/internal/excalidraw"
)

const (
	// partsInRow is how many parts stand beside each other.
	partsInRow = 2
	// mostShown is how many parts are shown at once: words find the others.
	mostShown = 60
)

// Panel is the user's libraries in a palette: words to search for, the parts
// that have them, and the libraries they are from.
type Panel struct {
	shelf  *Shelf
	object fyne.CanvasObject
	words  *line
	column *fyne.Container
	scroll *container.Scroll
	cards  []*partCard
	drop   func(excalidraw.LibraryItem)
	leave  func()
	filled int // counts fillings: what is painted late for another is dropped
}

// Panel returns a panel of that height. drop gets the part that was chosen,
// leave is called when the panel is to go away.
func (s *Shelf) Panel(height float32, drop func(excalidraw.LibraryItem), leave func()) *Panel {
	p := &Panel{shelf: s, drop: drop, leave: leave, column: look.VStack(look.Space4)}
	p.words = newLine("Search your libraries", func(string) { p.fill() }, p.key)
	p.words.Icon = look.IconIn(look.IconSearch, look.Muted)
	add := look.NewIconButton(look.IconPlus, look.Hint{Name: "Import a library (.excalidrawlib)"}, func() {
		leave()
		s.Import()
	})
	add.OnUnused(p.unused)
	head := container.NewBorder(nil, nil, nil, look.Pad(look.Middle(add), 0, 0, 0, look.Space4), p.words)
	p.scroll = look.NewVScroll(p.column)
	width := partsInRow*(partSize.Width+2*cardInset) + (partsInRow+1)*look.Space4
	top := look.Pad(head, 0, 0, look.Space8, 0)
	// Not by NewBorder, which has Tab come to the middle first.
	p.object = look.AtLeast(container.New(layout.NewBorderLayout(top, nil, nil, nil), top, p.scroll), fyne.NewSize(width, height))
	s.changed = p.fill
	p.fill()
	return p
}

// Object is what the palette shows.
func (p *Panel) Object() fyne.CanvasObject { return p.object }

// fill shows what the words find.
func (p *Panel) fill() {
	p.filled++
	mine := p.filled
	p.column.RemoveAll()
	p.cards = nil
	words := strings.ToLower(strings.TrimSpace(p.words.Text))
	left := 0
	for _, lib := range p.shelf.all {
		left += p.section(lib, words)
	}
	switch {
	case p.shelf.err != nil:
		p.say("The libraries cannot be read: " + p.shelf.err.Error() + ".")
	case len(p.shelf.all) == 0:
		p.say("Import an Excalidraw library (.excalidrawlib) with +, and its parts are here.")
	case words != "" && len(p.cards) == 0:
		p.say("No part is called so.")
	case left > 0:
		p.say(fmt.Sprintf("%d more: search for them.", left))
	}
	p.column.Refresh()
	p.scroll.ScrollToTop()
	p.shelf.paint(p.cards, func() bool { return p.filled == mine })
}

// section shows those parts of a library that have the words in their or its
// name, and returns how many of them there was no room for.
func (p *Panel) section(lib Library, words string) (left int) {
	grid := container.NewGridWithColumns(partsInRow)
	all := strings.Contains(strings.ToLower(lib.Name), words)
	for _, item := range lib.Items {
		switch {
		case !all && !strings.Contains(strings.ToLower(item.Name), words):
		case len(p.cards) >= mostShown:
			left++
		default:
			card := newPartCard(item, func() {
				p.leave()
				p.drop(item)
			})
			at := len(p.cards)
			card.OnUnused(func(ev *fyne.KeyEvent) { p.walk(at, ev) })
			card.OnFocus(func() { p.reveal(card) }, nil)
			p.cards = append(p.cards, card)
			grid.Add(card)
		}
	}
	if len(grid.Objects) == 0 && !(lib.Err != nil && all) {
		return left
	}
	remove := look.NewIconButton(look.IconClose, look.Hint{Name: "Remove this library"}, func() {
		p.leave()
		p.shelf.remove(lib)
	})
	remove.OnUnused(p.unused)
	p.column.Add(container.NewBorder(nil, nil, nil, remove, look.Middle(look.NewLabel(lib.Name, look.Caption.In(look.Muted).Medium().Cut()))))
	if lib.Err != nil {
		p.say("It cannot be read: " + lib.Err.Error())
		return left
	}
	p.column.Add(grid)
	return left
}

func (p *Panel) say(words string) {
	p.column.Add(look.Pad(look.NewParagraph(words, look.Caption.In(look.Muted)), look.Space4, look.Space8, look.Space4, look.Space4))
}

// reveal scrolls to a card that the keyboard came to.
func (p *Panel) reveal(card *partCard) {
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(card).Y - driver.AbsolutePositionForObject(p.column).Y
	height := p.scroll.Size().Height
	offset := min(max(p.scroll.Offset.Y, y+card.Size().Height-height), y)
	p.scroll.ScrollToOffset(fyne.NewPos(0, offset))
}

// key is what keys do in the line of words.
func (p *Panel) key(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyEscape:
		p.leave()
	case fyne.KeyDown:
		p.goTo(0)
	case fyne.KeyReturn, fyne.KeyEnter:
		if len(p.cards) > 0 {
			p.leave()
			p.drop(p.cards[0].item)
		}
	default:
		return false
	}
	return true
}

func (p *Panel) unused(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		p.leave()
	}
}

// walk goes from a card to its neighbours; up from the first ones is the line.
func (p *Panel) walk(at int, ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		p.goTo(at - 1)
	case fyne.KeyRight:
		p.goTo(at + 1)
	case fyne.KeyDown:
		p.goTo(min(at+partsInRow, len(p.cards)-1))
	case fyne.KeyUp:
		if at < partsInRow {
			p.shelf.desk().Canvas.Focus(p.words)
			return
		}
		p.goTo(at - partsInRow)
	default:
		p.unused(ev)
	}
}

func (p *Panel) goTo(at int) {
	if at >= 0 && at < len(p.cards) {
		p.shelf.desk().Canvas.Focus(p.cards[at])
	}
}
