package insight

import (
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/session"
	"talkthrough/internal/speech"
)

const (
	second = time.Second
	minute = time.Minute
)

// sounding is what is known of a sound.
type sounding struct {
	measured session.Measured
	unknown  bool
	silences []speech.Span
	unheard  []speech.Span
}

func (s sounding) Measured() (session.Measured, bool) { return s.measured, !s.unknown }
func (s sounding) Silences() []speech.Span            { return s.silences }
func (s sounding) Unheard() []speech.Span             { return s.unheard }

// spans are pairs of seconds.
func spans(pairs ...float64) []speech.Span {
	var out []speech.Span
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, speech.Span{Start: at(pairs[i]), End: at(pairs[i+1])})
	}
	return out
}

func at(seconds float64) time.Duration {
	return (time.Duration(seconds*1000) * time.Millisecond)
}

// speaking is a voice that is heard but in these pairs of seconds.
func speaking(silences ...float64) sounding {
	return sounding{measured: session.Measured{Speaking: minute}, silences: spans(silences...)}
}

// attemptOf is an attempt at staff level on a plan of 40 minutes.
func attemptOf(events ...session.Event) *session.Attempt {
	plan := interview.PlanFor(40)
	return &session.Attempt{
		Meta:    session.Meta{Level: interview.Staff, Plan: session.PlanMinutes(plan)},
		Player:  session.NewPlayer(plan, events),
		History: session.History{Events: events},
	}
}

func event(seconds float64, body session.Body) session.Event {
	return session.Event{At: at(seconds), Body: body}
}

var start = event(0, session.Started{})

func end(seconds float64) session.Event { return event(seconds, session.Ended{}) }
