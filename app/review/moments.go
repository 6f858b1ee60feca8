package review

import (
	"sort"
	"strings"
	"time"

	"talkthrough/app/waveform"
	"talkthrough/internal/board"
	"talkthrough/internal/session"
)

// runUp is how long before the moment asked for the voice begins: what was
// said as a thing was made starts before the hand is done.
const runUp = time.Second

// glow is how long, in elapsed time, what was drawn or written stays lit.
const glow = 2 * time.Second

// moments answers when what was made, for one attempt.
type moments struct {
	attempt *session.Attempt
	typed   []typing
	asides  []aside // in order of time
}

// typing is a change of the notes.
type typing struct {
	step int // events up to and including it
	at   time.Duration
	note session.Note
}

func newMoments(a *session.Attempt) *moments {
	m := &moments{attempt: a, asides: asidesOf(a)}
	at := time.Duration(0)
	for i, e := range a.History.Events {
		at = max(at, e.At)
		if note, ok := e.Body.(session.Note); ok {
			m.typed = append(m.typed, typing{i + 1, at, note})
		}
	}
	return m
}

// before is where to start listening for what happened at a session time.
func (m *moments) before(at time.Duration) time.Duration {
	return max(m.attempt.Timeline().Elapsed(at)-runUp, 0)
}

// phases are the phases in which the lines of notes with these moments were
// written.
func (m *moments) phases(lines []time.Duration) []int {
	out := make([]int, len(lines))
	for i, at := range lines {
		out[i] = m.attempt.Reading(at).Phase
	}
	return out
}

// pen is the line of text that was last written on, and when, with so many
// events behind it. The line is -1 where nothing was written yet.
func (m *moments) pen(text string, step int) (line int, at time.Duration) {
	i := sort.Search(len(m.typed), func(i int) bool { return m.typed[i].step > step }) - 1
	if i < 0 {
		return -1, 0
	}
	note := m.typed[i].note
	runes := []rune(text)
	end := max(note.Pos, 0) + len([]rune(strings.TrimRight(note.Ins, "\n")))
	return strings.Count(string(runes[:min(end, len(runes))]), "\n"), m.typed[i].at
}

// extent is the box round everything that was ever on the board, so that the
// view can stand still while the drawing grows.
func (m *moments) extent() board.Rect {
	var box board.Rect
	for _, e := range m.attempt.History.Events {
		if drew, ok := e.Body.(session.Drew); ok {
			box = box.Union(board.NewScene(drew.Put...).Bounds())
		}
	}
	return box
}

// losses are where the microphone was gone, along elapsed time.
func (m *moments) losses() []waveform.Span {
	var out []waveform.Span
	line := m.attempt.Timeline()
	for _, l := range m.attempt.End().Losses {
		to := l.To
		if to == 0 { // it never came back
			to = m.attempt.End().At
		}
		if s := (waveform.Span{From: line.Elapsed(l.From), To: line.Elapsed(to)}); s.To > s.From {
			out = append(out, s)
		}
	}
	return out
}
