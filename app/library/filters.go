package library

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
)

// filters is the search field and, behind it, what else narrows or orders the
// list.
type filters struct {
	screen *Screen
	object *fyne.Container
	parts  []*filter
	span   int // index of spans
}

// filter is a word that opens a list of choices. What it is set to is the word.
type filter struct {
	row     *look.Row
	word    *look.Label
	choices func() []choice
	quiet   bool // an order narrows nothing: it is not marked
}

// choice is one of a filter's choices; the first one of a filter is the usual.
type choice struct {
	name   string
	chosen bool
	do     func()
}

// spans are the choices of time.
var spans = []string{"Any time", "This week", "Last week", "Last 30 days", "This year"}

var sorts = []struct {
	name string
	sort library.Sort
}{
	{"Newest first", library.Newest},
	{"Oldest first", library.Oldest},
	{"Longest first", library.Longest},
	{"Best score first", library.ByScore},
	{"By title", library.ByTitle},
}

func newFilters(s *Screen) *filters {
	f := &filters{screen: s}
	f.parts = []*filter{
		f.newFilter("Mocks or recordings", f.kinds), f.newFilter("Question", f.questions), f.newFilter("Level", f.levels),
		f.newFilter("When it was", f.times), f.newFilter("Reviewed or not", f.reviews), f.newFilter("Order", f.orders),
	}
	f.parts[len(f.parts)-1].quiet = true
	row := look.HStack(0)
	for _, p := range f.parts {
		row.Add(look.Middle(p.row))
	}
	f.object = container.NewBorder(nil, nil, nil, look.Pad(row, 0, 0, 0, look.Space8), s.search)
	return f
}

func (f *filters) newFilter(hint string, choices func() []choice) *filter {
	p := &filter{word: look.NewLabel("", look.Body.In(look.Muted)), choices: choices}
	arrow := container.NewCenter(look.NewIcon(look.IconChevronDown, look.Faint))
	p.row = look.NewRow(look.HStack(look.Space4, look.Middle(p.word), arrow), func() { f.open(p) })
	p.row.SetHint(look.Hint{Name: hint})
	p.row.OnUnused(func(ev *fyne.KeyEvent) {
		switch ev.Name {
		case fyne.KeyEscape:
			f.screen.escape()
		case fyne.KeyDown:
			f.open(p)
		}
	})
	return p
}

// open shows the choices of a filter below it.
func (f *filters) open(p *filter) {
	c := f.screen.canvas()
	if c == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, choice := range p.choices() {
		item := fyne.NewMenuItem(choice.name, func() {
			choice.do()
			f.screen.show()
			f.screen.list.ScrollToTop()
		})
		item.Checked = choice.chosen
		items = append(items, item)
	}
	look.HideHint(c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.row)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at.AddXY(0, p.row.Size().Height+look.Space4))
}

// show says in each filter's word what it is set to.
func (f *filters) show() {
	for _, p := range f.parts {
		for i, choice := range p.choices() {
			if !choice.chosen {
				continue
			}
			name := choice.name
			if runes := []rune(name); len(runes) > 22 {
				name = strings.TrimSpace(string(runes[:21])) + "…"
			}
			p.word.SetText(name)
			set := i > 0 && !p.quiet
			p.row.SetSelected(set)
			if set {
				p.word.SetStyle(look.Body.Medium())
			} else {
				p.word.SetStyle(look.Body.In(look.Muted))
			}
		}
	}
	switch hide := f.screen.inTrash; {
	case hide != f.object.Hidden:
		f.object.Hidden = hide
		f.screen.relayout()
	case !hide:
		f.object.Refresh()
	}
}

// clear sets all to the usual but for the order.
func (f *filters) clear() { f.setSpan(0) }

func (f *filters) kinds() []choice {
	q := &f.screen.query
	return []choice{
		{"All kinds", q.Kind == "", func() { q.Kind = "" }},
		{"Mocks", q.Kind == library.Mock, func() { q.Kind = library.Mock }},
		{"Recordings", q.Kind == library.Import, func() { q.Kind = library.Import }},
	}
}

// questions are those that there are attempts at.
func (f *filters) questions() []choice {
	q := &f.screen.query
	out := []choice{{"Any question", q.Question == "", func() { q.Question = "" }}}
	titles := map[string]string{}
	for _, i := range f.screen.items {
		if i.Question.ID != "" && titles[i.Question.ID] == "" {
			titles[i.Question.ID] = i.Question.Title
		}
	}
	if q.Question != "" && titles[q.Question] == "" {
		titles[q.Question] = q.Question
	}
	var ids []string
	for id := range titles {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int { return strings.Compare(titles[a]+a, titles[b]+b) })
	for _, id := range ids {
		out = append(out, choice{titles[id], q.Question == id, func() { q.Question = id }})
	}
	return out
}

func (f *filters) levels() []choice {
	q := &f.screen.query
	out := []choice{{"Any level", q.Level == "", func() { q.Level = "" }}}
	for _, l := range interview.Levels {
		out = append(out, choice{l.Name(), q.Level == l, func() { q.Level = l }})
	}
	return out
}

func (f *filters) reviews() []choice {
	q := &f.screen.query
	return []choice{
		{"Reviewed or not", q.Reviewed == "", func() { q.Reviewed = "" }},
		{"Reviewed", q.Reviewed == library.WithReview, func() { q.Reviewed = library.WithReview }},
		{"Not reviewed", q.Reviewed == library.WithoutReview, func() { q.Reviewed = library.WithoutReview }},
	}
}

func (f *filters) times() []choice {
	var out []choice
	for i, name := range spans {
		out = append(out, choice{name, f.span == i, func() { f.setSpan(i) }})
	}
	return out
}

func (f *filters) setSpan(i int) {
	f.span = i
	q := &f.screen.query
	q.From, q.To = span(i, f.screen.now())
}

// span is from when to when a choice of time reaches; zero times are no bounds.
// Weeks begin on Monday.
func span(i int, now time.Time) (from, to time.Time) {
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	monday := today.AddDate(0, 0, -(int(today.Weekday())+6)%7)
	switch spans[i] {
	case "This week":
		return monday, monday.AddDate(0, 0, 7)
	case "Last week":
		return monday.AddDate(0, 0, -7), monday
	case "Last 30 days":
		return today.AddDate(0, 0, -29), time.Time{}
	case "This year":
		return time.Date(now.Year(), 1, 1, 0, 0, 0, 0, now.Location()), time.Time{}
	}
	return time.Time{}, time.Time{}
}

func (f *filters) orders() []choice {
	q := &f.screen.query
	var out []choice
	for i, s := range sorts {
		chosen := q.Sort == s.sort || q.Sort == "" && i == 0
		out = append(out, choice{s.name, chosen, func() { q.Sort = s.sort }})
	}
	return out
}
