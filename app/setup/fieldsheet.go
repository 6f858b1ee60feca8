package setup

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
)

// askField asks which domains are the user's field. The answer is kept, and the
// filter is on where there is any.
func (f *filters) askField() {
	over := fyne.CurrentApp().Driver().CanvasForObject(f.abroad)
	if over == nil {
		return
	}
	var s *look.Sheet
	domains := f.facts.domains()
	boxes := make([]*toggle, len(domains))
	keep := func() {
		var field []string
		for i, box := range boxes {
			if box.on {
				field = append(field, domains[i])
			}
		}
		s.Hide()
		f.setField(field)
	}
	unused := func(ev *fyne.KeyEvent) {
		switch ev.Name {
		case fyne.KeyEscape:
			s.Hide()
		case fyne.KeyReturn, fyne.KeyEnter:
			keep()
		}
	}
	grid := container.NewGridWithColumns(2)
	for i, d := range domains {
		boxes[i] = newToggle(d, f.facts.own(d), func(bool) {}, unused)
		grid.Add(look.Pad(boxes[i], 0, 0, look.Space8, 0))
	}
	inner := look.Pad(grid, look.Space4, 0, 0, look.Space4)
	list := look.NewVScroll(inner)
	list.SetMinSize(fyne.NewSize(0, min(inner.MinSize().Height, fieldHeight)))
	words := look.NewParagraph("All others train you for the unfamiliar one.", look.Body.In(look.Muted))
	s = look.NewSheet(over, "Which domains are your field?", look.VStack(look.Space16, words, list),
		look.NewButton("Cancel", look.Plain, func() { s.Hide() }),
		look.NewButton("Keep", look.Primary, keep))
	s.OnClose(func() { over.Focus(f.abroad) })
	s.Show(fyne.NewSize(fieldWidth, 0))
	if len(boxes) > 0 {
		over.Focus(boxes[0])
	}
}

// The size of the sheet: two columns of domains, scrolled where there are many.
const (
	fieldWidth  float32 = 440
	fieldHeight float32 = 280
)

// setField takes the domains that the user marked. Those marked earlier whose
// questions are not in the bank now stay marked.
func (f *filters) setField(field []string) {
	for _, d := range f.facts.Field {
		if !slices.Contains(f.facts.domains(), d) {
			field = append(field, d)
		}
	}
	f.facts.Field = field
	f.filter.Abroad = len(field) > 0
	f.abroad.set(f.filter.Abroad)
	if f.keep != nil {
		f.keep(field)
	}
	f.apply()
}
