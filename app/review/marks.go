package review

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/waveform"
	"talkthrough/internal/review"
)

// markReach is how far off the playhead a mark counts as being under it: the
// run-up with which it is gone to, and what a player may miss by.
const markReach = runUp + 50*time.Millisecond

// wordReach is how long after a mark was heard a word is still for it.
const wordReach = 15 * time.Second

// marking sets marks while replaying, which lie with the review; those of the
// interview it leaves alone.
type marking struct {
	screen *Screen
	word   *markWord
	shown  []review.Mark // that are on the waveform
	gone   *review.Mark  // taken away just now; nil for none
}

func newMarking(s *Screen) *marking {
	m := &marking{screen: s, shown: s.ledger.review.Marks}
	m.word = newMarkWord(s)
	s.ledger.onChange(m.renew)
	return m
}

// do carries out a binding about marks and reports whether it was one.
func (m *marking) do(id string) bool {
	switch id {
	case keys.SetGood:
		m.set(review.GoodMark)
	case keys.SetUnclear:
		m.set(review.UnclearMark)
	case keys.WordOfMark:
		m.askWord()
	case keys.MarkAway:
		m.away()
	default:
		return false
	}
	return true
}

// renew has the marks drawn where they changed, by whatever changed them.
func (m *marking) renew() {
	now := m.screen.ledger.review.Marks
	if slices.EqualFunc(m.shown, now, sameMark) {
		return
	}
	m.shown = now
	m.screen.wave.Renew(m.screen.waveData())
}

func sameMark(a, b review.Mark) bool { return a.At == b.At && a.Kind == b.Kind && a.Word == b.Word }

// set marks the moment under the playhead.
func (m *marking) set(kind review.MarkKind) {
	s := m.screen
	mark := review.Mark{At: whole(s.attempt.Session(s.parts.transport.Position())), Kind: kind}
	before, was := m.at(mark.At)
	if !m.change(func(r *review.Review) error { return r.AddMark(mark) }) {
		return
	}
	s.evidence.did(deed{
		undone: m.named(mark) + " is no mark any more.",
		undo: func(r *review.Review) error {
			r.RemoveMark(mark.At)
			if was {
				return r.AddMark(before)
			}
			return nil
		},
	})
	m.say(fmt.Sprintf("%s · %s a word · %s away", m.named(mark), keys.Hint(keys.WordOfMark), keys.Hint(keys.MarkAway)))
}

// away takes the mark under the playhead away, or puts back the one that it has
// just taken away.
func (m *marking) away() {
	here, found := m.near(markReach)
	if gone := m.gone; gone != nil && (!found || m.distance(*gone) <= markReach) {
		m.putBack(*gone)
		return
	}
	if !found {
		m.say(m.whyNone())
		return
	}
	if !m.change(func(r *review.Review) error {
		r.RemoveMark(here.At)
		return nil
	}) {
		return
	}
	m.screen.evidence.did(deed{
		undone: m.named(here) + " is marked again.",
		undo:   func(r *review.Review) error { return r.AddMark(here) },
	})
	m.say(fmt.Sprintf("%s removed · %s puts it back", m.named(here), keys.Hint(keys.MarkAway)))
	m.gone = &here
}

func (m *marking) putBack(mark review.Mark) {
	if !m.change(func(r *review.Review) error { return r.AddMark(mark) }) {
		return
	}
	m.screen.evidence.did(deed{
		undone: m.named(mark) + " is no mark any more.",
		undo: func(r *review.Review) error {
			r.RemoveMark(mark.At)
			return nil
		},
	})
	m.say(m.named(mark) + " is marked again")
}

// whyNone says why no mark can be taken away here.
func (m *marking) whyNone() string {
	for _, mark := range m.screen.attempt.End().Marks {
		if m.distance(review.Mark{At: mark.At}) <= markReach {
			return "Set in the interview: it stays"
		}
	}
	return "No mark to take away here"
}

// askWord asks for a word for the mark under the playhead, or the one heard
// before.
func (m *marking) askWord() {
	if mark, found := m.near(wordReach); found {
		m.word.ask(mark, m.named(mark))
		return
	}
	m.say(fmt.Sprintf("No mark to word here: %s or %s sets one", keys.Hint(keys.SetGood), keys.Hint(keys.SetUnclear)))
}

// near is the nearest mark that lies under the playhead, or no longer than that
// before it.
func (m *marking) near(before time.Duration) (review.Mark, bool) {
	here := m.screen.parts.transport.Position()
	var found []review.Mark
	for _, mark := range m.screen.ledger.review.Marks {
		if by := here - m.elapsed(mark); by <= before && by >= -markReach {
			found = append(found, mark)
		}
	}
	if len(found) == 0 {
		return review.Mark{}, false
	}
	return slices.MinFunc(found, func(a, b review.Mark) int { return cmp.Compare(m.distance(a), m.distance(b)) }), true
}

// at is the mark at a session time.
func (m *marking) at(at time.Duration) (review.Mark, bool) {
	marks := m.screen.ledger.review.Marks
	if i := slices.IndexFunc(marks, func(mark review.Mark) bool { return mark.At == at }); i >= 0 {
		return marks[i], true
	}
	return review.Mark{}, false
}

func (m *marking) elapsed(mark review.Mark) time.Duration {
	return m.screen.attempt.Timeline().Elapsed(mark.At)
}

// distance is how far a mark is from the playhead.
func (m *marking) distance(mark review.Mark) time.Duration {
	return (m.screen.parts.transport.Position() - m.elapsed(mark)).Abs()
}

// named is what a mark is called in a sentence.
func (m *marking) named(mark review.Mark) string {
	kind := "Good"
	if mark.Kind == review.UnclearMark {
		kind = "Unclear"
	}
	return kind + " at " + look.Time(m.elapsed(mark))
}

// change changes the marks and reports whether that could be done.
func (m *marking) change(do func(*review.Review) error) bool {
	if err := m.screen.ledger.change(do); err != nil {
		m.screen.bar.setTrouble(err.Error())
		return false
	}
	return true
}

// say says something below the waveform for a while. When it goes, what was
// taken away is no longer put back by the same key.
func (m *marking) say(words string) {
	m.gone = nil
	m.screen.bar.setBrief(words, func() { m.gone = nil })
}

// marks are what the waveform shows in its row of marks: what came up in the
// attempt, and what was marked while replaying.
func (s *Screen) marks() []waveform.Mark {
	out := s.moments.marks()
	for _, m := range s.ledger.review.Marks {
		out = append(out, waveform.Mark{At: s.attempt.Timeline().Elapsed(m.At), Kind: string(m.Kind), Label: m.Word})
	}
	slices.SortStableFunc(out, func(a, b waveform.Mark) int { return cmp.Compare(a.At, b.At) })
	return out
}
