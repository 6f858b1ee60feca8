package setup

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/question"
)

// anyDomain is the first line of the domains.
const anyDomain = "Any domain"

// filters is the search field with the filters below it, and a note where they
// leave nothing.
type filters struct {
	facts   Facts
	now     func() time.Time
	filter  Filter
	changed func(found []question.Question)
	moved   func()               // something came or went
	keep    func(field []string) // for the next time; may be nil

	search             *field
	domain             *dropDown
	fresh, due, abroad *pill
	field              *look.Label
	mark               *look.Button
	fieldLine          *fyne.Container
	nothing            *look.Paragraph
	clear              *look.Button
	note               *fyne.Container
	box                *fyne.Container
}

// newFilters returns the filters, to be shown first by show. searchKey and unused get
// the keys that the search field and the others do not use.
func newFilters(facts Facts, filter Filter, changed func([]question.Question), moved func(), searchKey, unused func(*fyne.KeyEvent), steer func(fyne.Shortcut) bool) *filters {
	f := &filters{facts: facts, now: time.Now, filter: filter, changed: changed, moved: moved}
	f.search = newSearch(func(words string) {
		f.filter.Words = words
		f.apply()
	}, searchKey, steer)
	f.domain = newDropDown(anyDomain, f.setDomain, func(ev *fyne.KeyEvent) {
		if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
			searchKey(ev) // on to the questions, as from the search field
			return
		}
		unused(ev)
	})
	f.fresh = newPill("Never tried", look.Hint{Name: "Questions that you never tried", Key: "Space"}, func(on bool) {
		f.filter.New = on
		f.apply()
	}, unused)
	f.due = newPill("Due", look.Hint{Name: "Questions that are due again", Key: "Space"}, func(on bool) {
		f.filter.Due = on
		f.apply()
	}, unused)
	f.abroad = newPill("Not my field", look.Hint{Name: "Questions from outside your field", Key: "Space"}, f.setAbroad, unused)
	f.field = look.NewLabel("", look.Caption.In(look.Muted).Cut())
	f.mark = look.NewButton("Change…", look.Quiet, f.askField)
	f.mark.SetHint(look.Hint{Name: "Say which domains are your field"})
	f.mark.OnUnused(unused)
	f.nothing = look.NewParagraph("", look.Body.In(look.Muted))
	f.clear = look.NewButton("Show all questions", look.Plain, f.clearAll)
	f.clear.OnUnused(unused)
	f.layout()
	return f
}

func (f *filters) layout() {
	head := container.NewBorder(nil, nil, nil, look.Pad(look.AtLeast(f.domain, fyne.NewSize(domainWidth, 0)), 0, 0, 0, look.Space8), f.search)
	f.fieldLine = container.NewBorder(nil, nil, nil, f.mark, look.Middle(f.field))
	f.note = look.Pad(look.VStack(look.Space12, f.nothing, look.HStack(0, f.clear)), look.Space16, look.Space8, look.Space16, look.Space8)
	f.note.Hide()
	f.box = look.VStack(look.Space8, head, look.HStack(look.Space8, f.fresh, f.due, f.abroad), f.fieldLine, f.note)
}

// domainWidth has room for the longer domains.
const domainWidth float32 = 144

// found are the questions that pass.
func (f *filters) found() []question.Question { return f.facts.Find(f.filter, f.now()) }

// apply lists what passes, and says so where nothing does.
func (f *filters) apply() {
	found := f.found()
	f.fieldLine.Hidden = !f.filter.Abroad
	f.field.SetText("Your field: " + strings.Join(f.facts.Field, ", "))
	f.note.Hidden = len(found) > 0
	if len(found) == 0 {
		f.nothing.SetText(f.facts.nothing(f.filter))
		f.clear.Hidden = f.filter == Filter{}
	}
	f.moved()
	f.changed(found)
}

// show brings the controls in line with filter and facts, and lists what
// passes.
func (f *filters) show() {
	domains := append([]string{anyDomain}, f.facts.domains()...)
	at := 0
	for i, d := range domains {
		if i > 0 && strings.EqualFold(d, f.filter.Domain) {
			at = i
		}
	}
	if at == 0 {
		f.filter.Domain = ""
	}
	f.domain.list(domains, at)
	f.fresh.set(f.filter.New)
	f.due.set(f.filter.Due)
	f.due.setText("Due")
	if count := len(f.facts.Find(Filter{Due: true}, f.now())); count > 0 {
		f.due.setText(fmt.Sprintf("Due %d", count))
	}
	f.abroad.set(f.filter.Abroad)
	if f.search.Text != f.filter.Words {
		f.search.SetText(f.filter.Words) // applies
		return
	}
	f.apply()
}

func (f *filters) setDomain(domain string) {
	if domain == anyDomain {
		domain = ""
	}
	f.filter.Domain = domain
	f.apply()
}

// beside is the domain of a question and how the user stands with it.
func (f *filters) beside(q question.Question) string {
	if past := f.facts.Past[q.ID].words(f.now()); past != "" {
		return q.Domain + " · " + past
	}
	return q.Domain
}

// setAbroad asks first which field is the user's, where that is not known.
func (f *filters) setAbroad(on bool) {
	if on && len(f.facts.Field) == 0 {
		f.abroad.set(false)
		f.askField()
		return
	}
	f.filter.Abroad = on
	f.apply()
}

// clearAll takes every filter away.
func (f *filters) clearAll() {
	f.filter = Filter{}
	f.show()
	takeKeyboard(f.search)
}
