package review

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
	"talkthrough/internal/progress"
	"talkthrough/internal/review"
)

// reflectPage is where the user writes down what to take along, and is told
// when the question comes back. What is typed is kept as it is typed.
type reflectPage struct {
	screen *Screen
	now    func() time.Time
	scroll *container.Scroll
	fields []*reflectField
	sure   *scale
	judged *look.Paragraph // predicted beside scored
	due    *look.Paragraph
	dueRow *fyne.Container
	past   []progress.Attempt
	known  bool // past is
	asked  bool // a day was asked for before past was known
}

// reflectField is a question of the reflection and the place in the review that
// its answer has.
type reflectField struct {
	entry *reflectEntry
	place func(*review.Reflection) *string
}

// The questions of the reflection; together they take five minutes.
var reflectQuestions = []struct {
	ask, example string
	place        func(*review.Reflection) *string
}{
	{"What went well?", "I said the goal before anything else", func(r *review.Reflection) *string { return &r.Well }},
	{"What stayed unclear?", "How the labels come in late", func(r *review.Reflection) *string { return &r.Unclear }},
	{"One gap to close", "I never named a baseline", func(r *review.Reflection) *string { return &r.Gap }},
	{"One plan for the next time", "If I reach the model, then I name the baseline first", func(r *review.Reflection) *string { return &r.IfThen }},
}

func newReflectPage(s *Screen) *reflectPage {
	p := &reflectPage{screen: s, now: time.Now}
	column := look.VStack(look.Space16)
	p.judged = look.NewParagraph("", look.Body.In(look.Muted))
	column.Add(look.VStack(look.Space4, look.NewLabel("Reflect", look.Lead.Strong()),
		look.NewLabel("Five minutes are enough. It is kept as you type.", look.Caption.In(look.Muted)), p.judged))
	for _, q := range reflectQuestions {
		f := &reflectField{entry: newReflectEntry(s.leaveField), place: q.place}
		f.entry.SetPlaceHolder(q.example)
		f.entry.SetText(*q.place(&s.ledger.review.Reflection))
		f.entry.OnChanged = func(text string) {
			p.change(func(r *review.Reflection) { *q.place(r) = text })
		}
		p.fields = append(p.fields, f)
		column.Add(look.VStack(look.Space4, look.NewLabel(q.ask, look.Body.Medium()), f.entry))
	}
	p.sure = newScale(5, s.ledger.review.Reflection.Confidence, "How sure of this question are you now, from 1 to 5", p.setConfidence, func(ev *fyne.KeyEvent) { s.Key(ev) })
	column.Add(look.VStack(look.Space4, look.NewLabel("How sure of this question are you now?", look.Body.Medium()), look.HStack(0, p.sure)))
	p.due = look.NewParagraph("", look.Body)
	p.dueRow = look.VStack(look.Space8)
	column.Add(look.VStack(look.Space4, look.NewLabel("When it comes back", look.Body.Medium()), p.due, p.dueRow))
	p.scroll = look.NewVScroll(look.Pad(column, look.Space16, look.Space16, look.Space24, look.Space16))
	s.loadPast(p.arrived)
	s.ledger.onChange(p.showDue)
	p.showDue()
	return p
}

func (p *reflectPage) object() fyne.CanvasObject { return p.scroll }

func (p *reflectPage) focus() fyne.Focusable { return p.fields[0].entry }

func (p *reflectPage) follow(moment) {}

// change writes the reflection anew.
func (p *reflectPage) change(do func(*review.Reflection)) {
	p.screen.write(func(r *review.Review) error {
		do(&r.Reflection)
		r.Reflection.At = p.now()
		return nil
	})
}

// setConfidence notes how sure the user is, from which the day follows on which
// the question comes back.
func (p *reflectPage) setConfidence(value int) {
	p.change(func(r *review.Reflection) { r.Confidence = value })
	p.plan()
}

// arrived takes the attempts that there are.
func (p *reflectPage) arrived(past []Past) {
	p.past, p.known = attemptsOf(past), true
	if p.asked {
		p.plan()
	}
	p.showDue()
}

// plan sets the day on which the question comes back by how it went, once the
// attempts before this one are known.
func (p *reflectPage) plan() {
	if p.asked = !p.known; p.asked {
		return
	}
	a := p.screen.attempt
	p.screen.write(func(r *review.Review) error {
		how := progress.Judge(a.Level, r.Values(), r.Reflection.Confidence)
		next, step := progress.NextDue(p.now(), progress.StepBefore(p.past, a.Question.ID, a.Started), how)
		r.Due = review.Due{Next: next, Step: step, Variant: r.Due.Variant}
		return nil
	})
}

// move puts the day off, or brings it nearer; never before tomorrow.
func (p *reflectPage) move(days int) {
	p.screen.write(func(r *review.Review) error {
		next := r.Due.Next.AddDate(0, 0, days)
		if tomorrow := midnight(p.now()).AddDate(0, 0, 1); next.Before(tomorrow) {
			next = tomorrow
		}
		r.Due.Next = next
		return nil
	})
}

// showDue says when the question comes back and as what.
func (p *reflectPage) showDue() {
	r := &p.screen.ledger.review
	p.judged.SetText(judgedWords(r))
	p.dueRow.Objects = nil
	switch {
	case p.screen.attempt.Question.ID == "":
		p.due.SetText("This attempt is about no question of the bank: nothing comes back.")
	case r.Due.Next.IsZero() && r.Reflection.Confidence == 0:
		p.due.SetText("Say how sure you are: then the day is proposed.")
	case r.Due.Next.IsZero():
		p.due.SetText("It does not come back.")
		p.dueRow.Add(look.HStack(look.Space8, p.small("Bring it back", "Propose a day again", p.plan)))
	default:
		p.due.SetText(dueWords(r.Due.Next, p.now()))
		p.dueRow.Add(look.HStack(look.Space4,
			p.small("Sooner", "A day sooner", func() { p.move(-1) }), p.small("Later", "A day later", func() { p.move(1) }),
			p.small("Not again", "The question does not come back", func() {
				p.screen.write(func(r *review.Review) error { r.Due = review.Due{}; return nil })
			})))
		p.offerVariant(r.Due.Variant)
	}
	p.dueRow.Refresh()
	p.scroll.Refresh()
}

// offerVariant proposes to have the question come back with one thing changed,
// from the second time on.
func (p *reflectPage) offerVariant(taken string) {
	q := p.screen.attempt.Question
	known := progress.Question{ID: q.ID, Title: q.Title, Domain: q.Domain}
	for _, v := range q.Variants {
		known.Variants = append(known.Variants, v.Title)
	}
	variant := taken
	if variant == "" && p.known {
		variant = progress.Variant(known, p.past)
	}
	if variant == "" {
		return
	}
	word := newFlatButton("As a variant: "+variant, look.Hint{Name: "Come back with this changed, or as it was"}, func() {
		p.screen.write(func(r *review.Review) error {
			if r.Due.Variant == variant {
				r.Due.Variant = ""
			} else {
				r.Due.Variant = variant
			}
			return nil
		})
	})
	word.setOn(taken == variant)
	p.dueRow.Add(look.HStack(0, word))
}

func (p *reflectPage) small(text, hint string, do func()) fyne.CanvasObject {
	return newFlatButton(text, look.Hint{Name: hint}, do)
}

// judgedWords compares what was predicted with what was scored, where both are
// known.
func judgedWords(r *review.Review) string {
	if r.Predicted == nil {
		return ""
	}
	predicted, scored, n := 0, 0, 0
	for id, value := range r.Values() {
		if guess := r.Predicted.Scores[id]; guess > 0 {
			predicted, scored, n = predicted+guess, scored+value, n+1
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("You predicted %.1f and scored %.1f.", float64(predicted)/float64(n), float64(scored)/float64(n))
}

// dueWords says a day as people do, and how far off it is.
func dueWords(next, now time.Time) string {
	days := int(midnight(next).Sub(midnight(now)).Hours()/24 + 0.5)
	date := next.Format("Monday, 2 January")
	switch {
	case days < 0:
		return "It was due on " + date + "."
	case days == 0:
		return "It comes back today."
	case days == 1:
		return "It comes back tomorrow, " + date + "."
	}
	return fmt.Sprintf("It comes back in %d days, on %s.", days, date)
}

func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, t.Location())
}

// leaveField gives the keyboard from a field back to the replay.
func (s *Screen) leaveField() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.wave); c != nil {
		s.Focus(c)
	}
}

// reflectEntry is a few lines of text; Escape leaves it.
type reflectEntry struct {
	widget.Entry
	left func()
}

func newReflectEntry(left func()) *reflectEntry {
	e := &reflectEntry{left: left}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.SetMinRowsVisible(2)
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab is called by the toolkit: Tab goes to the next question.
func (e *reflectEntry) AcceptsTab() bool { return false }

// TypedKey is called by the toolkit.
func (e *reflectEntry) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		e.left()
		return
	}
	e.Entry.TypedKey(ev)
}
