package insight

import (
	"math"
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/session"
	"talkthrough/internal/speech"
)

// Numbers is an attempt in numbers. All times are elapsed ones. A pointer is nil
// where the number is not known, or there is none. As JSON times are in seconds
// and what is nil is left out.
type Numbers struct {
	Length  time.Duration // of the attempt
	Planned time.Duration // as it began
	Alone   bool          // the plan was one phase and no other
	Phases  []Phase       // those that were planned or entered, in the plan's order

	// TalkShare is the part of the recorded time spent talking, 0 to 1. Pauses
	// under 2 s count as talk; where another voice than the user's spoke counts
	// for nothing.
	TalkShare *float64
	// Silences are the longest times without a word of 5 s or more, at most five,
	// the longest first; nil where nothing is known of the sound. What follows on
	// the last word is none.
	Silences  []speech.Span
	FirstWord *time.Duration // spoken by the user

	FirstBox *time.Duration // a shape on the board, drawn by hand or pasted
	Agenda   *time.Duration // the headings of three phases, or of all, stand in the notes

	Asks       interview.Asking
	Curveballs Curveballs
	Notes      Notes

	Pace *Pace
	// LUFS is the integrated loudness, Peak the highest sample in dBFS, Clipped
	// how many samples lie in runs at full scale.
	LUFS, Peak *float64
	Clipped    *int
}

// Phase is a phase in numbers.
type Phase struct {
	ID        string        // interview.Phase.ID
	Planned   time.Duration // as the attempt began
	Replanned time.Duration // as the plan stood in the end
	Spent     time.Duration
	TalkShare *float64 // as that of the whole
}

// Curveballs counts what became of the curveballs. Those that are neither
// answered nor dodged were not judged.
type Curveballs struct{ Thrown, Answered, Dodged int }

// Notes is how much was written.
type Notes struct {
	// Typed is how many words of five runes were typed by hand; what came at
	// once, as the agenda does, is left out.
	Typed int
	// WPM is Typed by the minutes of the whole attempt, Busiest that of the two
	// minutes in which most was typed.
	WPM, Busiest float64
}

// Pace is an estimate of the speed of articulation, silences left out, in words
// a minute; it is right within Error.
type Pace struct{ WPM, Error float64 }

// Measure tells the numbers of an attempt. Without a voice, or one of which
// nothing is known, those of the sound are absent.
func Measure(a *session.Attempt, v Voice) Numbers {
	h := listen(v, a)
	plan := interview.Plan(a.Plan)
	n := Numbers{
		Length: a.Timeline().Length(), Planned: plan.Total(), Alone: plan.Alone(),
		Phases: phases(a, h), Curveballs: curveballs(a),
	}
	var asks []string
	for _, ask := range a.End().Asks {
		asks = append(asks, ask.Answer)
	}
	n.Asks = interview.JudgeAsks(a.Level, asks, a.Question.Clarify)
	n.hands(a)
	n.sound(h)
	return n
}

func phases(a *session.Attempt, h heard) []Phase {
	var within [interview.PhaseCount][]speech.Span
	for _, b := range a.Bands() {
		within[b.Phase] = append(within[b.Phase], speech.Span{Start: b.From, End: b.To})
	}
	begun := interview.Plan(a.Plan)
	end := a.Reading(a.End().At)
	var out []Phase
	for i, phase := range interview.Phases {
		p := Phase{ID: phase.ID, Planned: begun[i], Replanned: end.Planned[i], Spent: end.Spent[i]}
		if p.Planned == 0 && p.Replanned == 0 && p.Spent == 0 {
			continue
		}
		if share, ok := h.share(within[i]); ok {
			p.TalkShare = &share
		}
		out = append(out, p)
	}
	return out
}

func curveballs(a *session.Attempt) Curveballs {
	var c Curveballs
	for _, b := range a.End().Curveballs {
		c.Thrown++
		switch b.Verdict {
		case session.BallAnswered:
			c.Answered++
		case session.BallDodged:
			c.Dodged++
		}
	}
	return c
}

// mostListed is how many silences are listed.
const mostListed = 5

// sound fills in what was heard.
func (n *Numbers) sound(h heard) {
	if !h.known {
		return
	}
	if share, ok := h.share([]speech.Span{h.whole}); ok {
		n.TalkShare = &share
	}
	n.Silences = []speech.Span{}
	for _, s := range h.longSilences() {
		if len(n.Silences) < mostListed {
			n.Silences = append(n.Silences, s)
		}
	}
	if len(h.words) > 0 {
		n.FirstWord = &h.words[0].Start
	}
	m := h.measured
	if m.HasPace {
		n.Pace = &Pace{WPM: m.Pace, Error: m.Pace * speech.PaceError}
	}
	if m.HasLUFS {
		n.LUFS = &m.LUFS
	}
	if !math.IsInf(m.Peak, 0) {
		n.Peak = &m.Peak
	}
	n.Clipped = &m.Clipped
}
