package guide

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
)

// contents is the list at the side: every page, or what a search has found. One
// line of it is chosen, or none.
type contents struct {
	open   func(place string)
	key    func(*fyne.KeyEvent)
	places []string
	rows   []*look.Row
	at     int // -1: none
	box    *fyne.Container
	scroll *container.Scroll
}

func newContents(open func(place string), key func(*fyne.KeyEvent)) *contents {
	c := &contents{open: open, key: key, at: -1, box: look.VStack(2)}
	c.scroll = look.NewVScroll(look.Pad(c.box, 0, look.Space8, look.Space16, look.Space8))
	return c
}

// pages lists every page.
func (c *contents) pages(topics []topic) {
	c.clear()
	for _, t := range topics {
		c.add(t.ID, look.NewLabel(t.Title, look.Body.Cut()))
	}
	c.done()
}

// hits lists what was found for a query.
func (c *contents) hits(found []hit) {
	c.clear()
	for _, h := range found {
		name, under := h.section, h.title
		if name == "" {
			name, under = h.title, "The page"
		}
		c.add(h.place, look.VStack(2, look.NewLabel(name, look.Body.Cut()), look.NewLabel(under, look.Caption.In(look.Muted).Cut())))
	}
	if len(found) == 0 {
		c.box.Add(look.PadAll(look.NewParagraph("Nothing in the guide says that. Try fewer or shorter words.", look.Body.In(look.Muted)), look.Space12))
	}
	c.done()
}

func (c *contents) clear() {
	c.places, c.rows, c.at = nil, nil, -1
	c.box.RemoveAll()
}

func (c *contents) add(place string, content fyne.CanvasObject) {
	row := look.NewRow(content, func() { c.open(place) })
	row.OnUnused(c.key)
	row.OnFocus(func() { c.reveal(row) }, nil)
	c.places, c.rows = append(c.places, place), append(c.rows, row)
	c.box.Add(row)
}

func (c *contents) done() {
	c.box.Refresh()
	c.scroll.ScrollToTop()
	c.scroll.Refresh()
}

// choose marks the line of a place; a place that has none leaves no line marked.
func (c *contents) choose(place string) {
	c.at = -1
	for i, row := range c.rows {
		chosen := c.at < 0 && c.places[i] == place
		if chosen {
			c.at = i
			c.reveal(row)
		}
		row.SetSelected(chosen)
	}
}

// step opens the line so many further down, and stops at the ends.
func (c *contents) step(by int) {
	if len(c.rows) == 0 {
		return
	}
	to := max(0, min(c.at+by, len(c.rows)-1))
	if c.at < 0 {
		to = 0
	}
	if to != c.at {
		c.open(c.places[to])
	}
}

// reveal scrolls as little as needed to have a line in sight.
func (c *contents) reveal(row *look.Row) {
	top, offset := row.Position().Y, c.scroll.Offset.Y
	bottom, height := top+row.Size().Height, c.scroll.Size().Height
	switch {
	case height <= 0 || bottom <= 0:
	case top < offset:
		c.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > offset+height:
		c.scroll.ScrollToOffset(fyne.NewPos(0, bottom-height))
	}
}
