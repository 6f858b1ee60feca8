package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// tabs lists the pages in the order of their names in the header.
func (s *Screen) tabs() []*tab {
	return []*tab{
		{id: keys.PageReplay, label: "Replay", make: func() page { return s.notes }},
		{id: keys.PageTen, label: "Ten minutes", make: func() page { return newTenPage(s) }},
		{id: keys.PageRef, label: "Reference", make: func() page { return newReferencePage(s) }},
		{id: keys.PageScore, label: "Score", make: func() page { return newScorePage(s) }},
		{id: keys.PageNumbers, label: "Numbers", wide: true, make: func() page { return newNumbersPage(s) }},
		{id: keys.PageReflect, label: "Reflect", make: func() page { return newReflectPage(s) }},
		{id: keys.PageCompare, label: "Compare", wide: true, make: func() page { return newComparePage(s) }},
	}
}

// opens shows the page with that id and reports whether there is one.
func (s *Screen) opens(id string) bool {
	for _, t := range s.pages {
		if t.id != id {
			continue
		}
		s.open(t)
		return true
	}
	return false
}

// open brings a page into sight and gives it the keyboard.
func (s *Screen) open(t *tab) {
	if t.page == nil {
		t.page = t.make()
	}
	if s.shown != nil && s.shown != t {
		if g, ok := s.shown.page.(guest); ok {
			g.leaves()
		}
	}
	s.shown = t
	if g, ok := t.page.(guest); ok {
		g.enters()
	}
	for _, other := range s.pages {
		other.word.setOn(other == t)
	}
	if t.wide {
		s.split.Hide()
		s.over.Objects = []fyne.CanvasObject{t.page.object()}
		s.over.Refresh()
		s.covering.Show()
	} else {
		s.covering.Hide()
		s.beside.Objects = []fyne.CanvasObject{t.page.object()}
		s.beside.Refresh()
		s.split.Show()
	}
	t.page.follow(s.moment(true))
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.wave); c != nil {
		if f := t.page.focus(); f != nil {
			c.Focus(f)
		} else {
			c.Focus(s.wave)
		}
	}
}

// tabRow is the row of the pages' names.
func (s *Screen) tabRow() fyne.CanvasObject {
	row := look.HStack(look.Space4)
	for _, t := range s.pages {
		t.word = newFlatButton(t.label, hint(t.id), func() { s.open(t) })
		row.Add(t.word)
	}
	return row
}

// beneath is the middle of the screen: board and page side by side, or a page
// over both.
func (s *Screen) beneath(sheet fyne.CanvasObject) fyne.CanvasObject {
	s.beside, s.over = container.NewStack(), container.NewStack()
	s.split = look.NewSplitEnd(look.NewPanel(s.beside), sheet, pageWidth)
	s.covering = look.NewPanel(s.over)
	s.middle = container.NewStack(s.split, s.covering, s.evidence.object)
	return s.middle
}
