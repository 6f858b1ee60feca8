package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
)

// pile is a page of things below each other that scrolls when it is too high
// for its place. What is hidden takes no room.
type pile struct {
	page   *fyne.Container
	scroll *container.Scroll
}

// newPile returns a page with space round it and a gap between things.
func newPile(gap, around float32, things ...fyne.CanvasObject) *pile {
	p := &pile{page: container.New(pileLayout{gap: gap, around: around}, things...)}
	p.scroll = look.NewVScroll(p.page)
	return p
}

// object is what the window shows.
func (p *pile) object() fyne.CanvasObject { return container.New(pilePlace{p}, p.scroll) }

// arrange places everything anew after something came, went or changed its
// height.
func (p *pile) arrange() {
	width := p.scroll.Size().Width
	if width <= 0 {
		return
	}
	p.page.Resize(fyne.NewSize(width, 0))
	p.page.Resize(fyne.NewSize(width, max(p.page.MinSize().Height, p.scroll.Size().Height)))
	p.scroll.Refresh()
}

// toTop brings the beginning of the page into sight.
func (p *pile) toTop() { p.scroll.ScrollToTop() }

// reveal scrolls as little as needed to have a part of a thing in sight.
func (p *pile) reveal(thing, part fyne.CanvasObject) {
	top := thing.Position().Y + part.Position().Y
	bottom := top + part.Size().Height
	offset, height := p.scroll.Offset.Y, p.scroll.Size().Height
	switch {
	case top < offset:
		offset = top - look.Space8
	case bottom > offset+height:
		offset = bottom - height + look.Space8
	default:
		return
	}
	p.scroll.ScrollToOffset(fyne.NewPos(0, offset))
}

// pilePlace fills its place with the page, arranged for the width there is.
type pilePlace struct{ pile *pile }

func (pilePlace) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (l pilePlace) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	l.pile.arrange()
}

// pileLayout gives each thing the whole width first, for text that wraps knows
// its height only then.
type pileLayout struct{ gap, around float32 }

func (l pileLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	size, shown := fyne.Size{}, 0
	for _, thing := range o {
		if !thing.Visible() {
			continue
		}
		least := thing.MinSize()
		size.Width, size.Height = max(size.Width, least.Width), size.Height+least.Height
		shown++
	}
	return size.AddWidthHeight(2*l.around, 2*l.around+float32(max(shown-1, 0))*l.gap)
}

func (l pileLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width, y := size.Width-2*l.around, l.around
	for _, thing := range o {
		if !thing.Visible() {
			continue
		}
		thing.Resize(fyne.NewSize(width, thing.MinSize().Height))
		height := thing.MinSize().Height
		thing.Resize(fyne.NewSize(width, height))
		thing.Move(fyne.NewPos(l.around, y))
		y += height + l.gap
	}
}
