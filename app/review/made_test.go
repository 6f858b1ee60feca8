package review

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"talkthrough/internal/board"
	"talkthrough/internal/session"
)

// model is what a fold that knows nothing of the program says of an attempt:
// each rune of the notes with when it was typed, and when each element was
// first drawn.
type model struct {
	runes []rune
	typed []time.Duration
	drawn map[string]time.Duration
}

func modelAt(a *session.Attempt, at time.Duration) *model {
	m := &model{drawn: map[string]time.Duration{}}
	for _, e := range a.History.Events {
		if e.At > at {
			break
		}
		switch b := e.Body.(type) {
		case session.Note:
			var when []time.Duration
			for range []rune(b.Ins) {
				when = append(when, e.At)
			}
			m.runes = slices.Replace(m.runes, b.Pos, b.Pos+b.Del, []rune(b.Ins)...)
			m.typed = slices.Replace(m.typed, b.Pos, b.Pos+b.Del, when...)
		case session.Drew:
			for _, el := range b.Put {
				if _, known := m.drawn[el.ID]; !known {
					m.drawn[el.ID] = e.At
				}
			}
		}
	}
	return m
}

// line is when the earliest rune that still stands on a line was typed.
func (m *model) line(n int) (at time.Duration, ok bool) {
	i := 0
	for j, r := range m.runes {
		if r == '\n' {
			i++
			continue
		}
		if i == n && (!ok || m.typed[j] < at) {
			at, ok = m.typed[j], true
		}
	}
	return at, ok
}

// scribbles makes an attempt of random edits.
func scribbles(t *testing.T, seed uint64) *session.Attempt {
	r := rand.New(rand.NewPCG(seed, 1))
	s := newScribe(t)
	words := []string{"a", "two", "\n", "- list\n", "## Data\n", "\n\n"}
	var ids []string
	for range 300 {
		switch r.IntN(8) {
		case 0, 1, 2:
			ins := words[r.IntN(len(words))]
			s.rec.Do(session.Note{Pos: r.IntN(s.runes + 1), Ins: ins})
			s.runes += len(ins)
		case 3:
			if pos := r.IntN(s.runes + 1); s.runes > pos {
				del := min(r.IntN(6), s.runes-pos)
				s.rec.Do(session.Note{Pos: pos, Del: del, Ins: "x"})
				s.runes += 1 - del
			}
		case 4:
			ids = append(ids, s.draws(board.Rectangle, "box", "transparent", r.Float64()*900, r.Float64()*600, 120, 60))
		case 5:
			if len(ids) > 0 {
				s.edits(board.Move(s.scene, ids[:1+r.IntN(len(ids))], 20, 5))
			}
		case 6:
			if len(ids) > 1 && r.IntN(4) == 0 {
				s.edits(board.Delete(s.scene, ids[:1]))
				ids = ids[1:]
			}
		case 7:
			if r.IntN(5) == 0 {
				s.pauses(float64(r.IntN(40)), func() {})
			}
		}
		s.waits(float64(r.IntN(3000)) / 1000)
	}
	s.rec.Do(session.Ended{})
	return s.opens()
}

// Whatever was typed and drawn, and wherever the playhead is: a line of notes
// and a shape that are clicked are heard from a second before the event that
// made them.
func TestWhateverIsClickedIsHeardFromWhereItWasMade(t *testing.T) {
	for seed := range uint64(4) {
		a := scribbles(t, seed)
		r := rigFor(t, a, nil)
		line := a.Timeline()
		want := func(made time.Duration) time.Duration { return max(line.Elapsed(made)-second, 0) }
		rapid.Check(t, func(t *rapid.T) {
			r.seek(time.Duration(rapid.Int64Range(0, line.Length().Milliseconds()).Draw(t, "ms")) * time.Millisecond)
			m := modelAt(a, r.at)
			if lines := len(r.notes.lines); lines > 0 && rapid.Bool().Draw(t, "notes") {
				n := rapid.IntRange(0, lines-1).Draw(t, "line")
				made, ok := m.line(n)
				if !ok {
					return // an empty line cannot be clicked
				}
				r.notes.view.OnTapped(n)
				if got := r.parts.transport.Position(); got != want(made) {
					t.Fatalf("line %d is heard from %v, want %v", n, got, want(made))
				}
				return
			}
			elements := r.board.scene.Elements()
			if len(elements) == 0 {
				return
			}
			id := rapid.SampledFrom(elements).Draw(t, "element").ID
			r.board.picked(id)
			if got := r.parts.transport.Position(); got != want(m.drawn[id]) {
				t.Fatalf("an element is heard from %v, want %v", got, want(m.drawn[id]))
			}
		})
	}
}

// Whatever was typed and drawn: what is lit is what changed in the two seconds
// before, whether the replay ran there or was taken back.
func TestWhatWasMadeInTheLastTwoSecondsIsLit(t *testing.T) {
	a := scribbles(t, 11)
	r := rigFor(t, a, nil)
	line := a.Timeline()
	lately := func(made time.Duration) bool { return line.Elapsed(r.at)-line.Elapsed(made) < 2*second }
	check := func(t rapid.TB) {
		m := modelAt(a, r.at)
		for n := range r.notes.lines {
			lit, written, i := slices.Contains(r.notes.view.Lit(), n), false, 0
			for j, c := range m.runes {
				if c == '\n' {
					i++
				} else if i == n && lately(m.typed[j]) {
					written = true
				}
			}
			if written && !lit {
				t.Fatalf("at %v line %d is not lit", r.at, n)
			}
			if lit && !written && n != r.notes.pen {
				t.Fatalf("at %v line %d is lit", r.at, n)
			}
		}
		for _, e := range r.board.scene.Elements() {
			lit := slices.Contains(r.board.lit, e.ID)
			if made := m.drawn[e.ID]; lately(made) && !lit {
				t.Fatalf("at %v an element drawn at %v is not lit", r.at, made)
			}
			if change, _ := a.ElementChange(r.at, e.ID); lit && !lately(change.At) {
				t.Fatalf("at %v an element last changed at %v is lit", r.at, change.At)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		r.seek(time.Duration(rapid.Int64Range(0, line.Length().Milliseconds()).Draw(t, "ms")) * time.Millisecond)
		check(t)
	})
	r.seek(0)
	for _, speed := range []float64{0.5, 1, 2} {
		r.hearing.setSpeed(speed)
		r.playPause()
		for range 40 {
			r.passes(500 * time.Millisecond)
			check(t)
		}
		r.playPause()
	}
}
