package review

import (
	"fmt"
	"log/slog"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/review"
)

// reaction is how long before the key the moment was that it is about: a thing
// is judged once it was heard.
const reaction = 2 * time.Second

// attaching makes what is heard evidence for a score, by one key and without
// stopping it.
type attaching struct {
	screen *Screen
	object fyne.CanvasObject
	strip  *evidenceStrip

	from, to *time.Duration // of a span, along the recording; nil until set
	waits    *review.Evidence
	done     []deed

	window fyne.Canvas // whose undo it hears; nil for none
}

// deed is something that can be taken back, and what is said when it was.
type deed struct {
	undone string
	undo   func(*review.Review) error
}

func newAttaching(s *Screen) *attaching {
	a := &attaching{screen: s}
	a.strip = newEvidenceStrip(s, a.answer)
	a.object = a.strip.object
	return a
}

// do carries out a binding about evidence and reports whether it was one.
func (a *attaching) do(id string) bool {
	switch id {
	case keys.Evidence:
		a.attach(a.heard())
	case keys.EvidenceLine:
		if e, ok := a.line(); ok {
			a.attach(e)
		} else {
			a.strip.say("Nothing was written here yet")
		}
	case keys.SpanStart:
		a.starts()
	case keys.SpanEnd:
		a.ends()
	case keys.TakeBack:
		a.takeBack()
	default:
		return false
	}
	return true
}

// heard is what was just heard, or the span that was set.
func (a *attaching) heard() review.Evidence {
	at := a.screen.attempt.Session
	if a.from != nil && a.to != nil {
		return review.Evidence{Kind: review.SpanEvidence, At: whole(at(*a.from)), Until: whole(at(*a.to))}
	}
	here := a.screen.parts.transport.Position()
	return review.Evidence{Kind: review.MomentEvidence, At: whole(at(max(here-reaction, 0)))}
}

// whole is a time as the review's file keeps it.
func whole(d time.Duration) time.Duration { return d.Truncate(time.Millisecond) }

// line is the line of notes that the pen is on.
func (a *attaching) line() (review.Evidence, bool) {
	s := a.screen
	text := s.state.Notes.Text()
	n, _ := s.moments.pen(text, s.attempt.Step(s.at))
	lines := strings.Split(text, "\n")
	if n < 0 || n >= len(lines) || strings.TrimSpace(lines[n]) == "" {
		return review.Evidence{}, false
	}
	return review.Evidence{Kind: review.NoteEvidence, At: whole(s.state.Notes.LineMoments()[n]), Line: n + 1, Text: strings.TrimSpace(lines[n])}, true
}

func (a *attaching) starts() {
	here := a.screen.parts.transport.Position()
	a.from, a.to = &here, nil
	a.strip.say(fmt.Sprintf("From %s. Press %s where it ends.", look.Time(here), keys.Hint(keys.SpanEnd)))
}

func (a *attaching) ends() {
	if a.from == nil {
		a.strip.say(fmt.Sprintf("Press %s where it begins, first.", keys.Hint(keys.SpanStart)))
		return
	}
	here := a.screen.parts.transport.Position()
	from, to := min(*a.from, here), max(*a.from, here)
	a.from, a.to = &from, &to
	a.strip.say(fmt.Sprintf("%s to %s. %s makes it evidence.", look.Time(from), look.Time(to), keys.Hint(keys.Evidence)))
}

// attach gives a piece of evidence to the row of the score page that is chosen,
// or asks which it is for where that page is not in sight.
func (a *attaching) attach(e review.Evidence) {
	if p, ok := a.screen.shown.page.(*scorePage); ok {
		p.picked = -1 // what comes last
		a.give(p.at, e)
		return
	}
	a.waits = &e
	a.strip.ask(fmt.Sprintf("%s is evidence for …", a.screen.named(e)))
}

// answer is the dimension that the evidence that waits is for.
func (a *attaching) answer(dimension int) {
	if e := a.waits; e != nil {
		a.waits = nil
		a.give(dimension, *e)
	}
}

func (a *attaching) give(dimension int, e review.Evidence) {
	d := interview.Rubric[dimension]
	err := a.screen.ledger.change(func(r *review.Review) error { return r.AddEvidence(time.Now(), d.ID, e) })
	if err != nil {
		a.strip.say(err.Error())
		return
	}
	if e.Kind == review.SpanEvidence {
		a.from, a.to = nil, nil
	}
	e = asKept(e)
	name := a.screen.named(e)
	a.did(deed{
		undone: fmt.Sprintf("%s is no evidence for %s any more.", name, d.Name),
		undo: func(r *review.Review) error {
			_, err := removeEvidence(r, d.ID, e)
			return err
		},
	})
	a.strip.say(fmt.Sprintf("%s is evidence for %s. %s takes it back.", name, d.Name, keys.Hint(keys.TakeBack)))
	slog.Info("evidence", "dimension", d.ID, "kind", string(e.Kind), "at_ms", e.At.Milliseconds())
}

// remove takes a piece of evidence away, which can be taken back too.
func (a *attaching) remove(dimension int, e review.Evidence) {
	d := interview.Rubric[dimension]
	var restore func(*review.Review)
	err := a.screen.ledger.change(func(r *review.Review) (err error) {
		restore, err = removeEvidence(r, d.ID, e)
		return err
	})
	if err != nil {
		a.strip.say(err.Error())
		return
	}
	name := a.screen.named(e)
	a.did(deed{
		undone: fmt.Sprintf("%s is evidence for %s again.", name, d.Name),
		undo: func(r *review.Review) error {
			restore(r)
			return nil
		},
	})
	a.strip.say(fmt.Sprintf("%s removed from %s. %s takes that back.", name, d.Name, keys.Hint(keys.TakeBack)))
}

func (a *attaching) did(d deed) { a.done = append(a.done, d) }

// takeBack undoes the latest deed.
func (a *attaching) takeBack() {
	n := len(a.done) - 1
	if n < 0 {
		a.strip.say("There is nothing to take back")
		return
	}
	d := a.done[n]
	a.done = a.done[:n]
	if err := a.screen.ledger.change(d.undo); err != nil {
		a.strip.say(err.Error())
		return
	}
	a.strip.say(d.undone)
}

// hearsUndo has a window's key of undo reach the review while nobody types.
func (a *attaching) hearsUndo(c fyne.Canvas) {
	a.window = c
	c.AddShortcut(keys.For(keys.TakeBack).Shortcut(), func(fyne.Shortcut) { a.screen.Do(keys.TakeBack) })
}

// leave takes away what was asked or said.
func (a *attaching) leave() {
	a.strip.close()
	if a.window != nil {
		a.window.RemoveShortcut(keys.For(keys.TakeBack).Shortcut())
	}
}

// named is what a piece of evidence is called in a sentence.
func (s *Screen) named(e review.Evidence) string {
	line := s.attempt.Timeline()
	at := look.Time(line.Elapsed(e.At))
	switch {
	case e.Kind == review.SpanEvidence:
		return at + " to " + look.Time(line.Elapsed(e.Until))
	case e.Kind == review.NoteEvidence && e.Line > 0:
		return fmt.Sprintf("Line %d of the notes", e.Line)
	}
	return at
}
