package session

import (
	"time"

	"talkthrough/internal/interview"
)

// Timeline turns session time, which runs on in a pause, into elapsed time,
// which is what the user saw on the clock, and back.
type Timeline struct {
	runs   []run
	length time.Duration // elapsed in all
}

// run is a stretch of session time in which the clock ran.
type run struct{ from, to, elapsed time.Duration }

// NewTimeline makes the timeline of what happened to the clock, up to until.
func NewTimeline(events []interview.Event, until time.Duration) Timeline {
	var t Timeline
	running, paused := false, false
	var from time.Duration
	stop := func(at time.Duration) {
		if running && at > from {
			t.runs = append(t.runs, run{from, at, t.length})
			t.length += at - from
		}
		running = false
	}
	for _, e := range events {
		switch e.Kind {
		case interview.Start:
			if !running && !paused {
				running, from = true, e.At
			}
		case interview.Pause:
			if running {
				stop(e.At)
				paused = true
			}
		case interview.Resume:
			if paused {
				running, paused, from = true, false, e.At
			}
		case interview.End:
			stop(e.At)
			return t
		}
	}
	stop(until)
	return t
}

// Length is the elapsed time in all.
func (t Timeline) Length() time.Duration { return t.length }

// Elapsed is what the clock showed at a session time.
func (t Timeline) Elapsed(at time.Duration) time.Duration {
	for _, r := range t.runs {
		if at < r.from {
			return r.elapsed
		}
		if at < r.to {
			return r.elapsed + at - r.from
		}
	}
	return t.length
}

// At is the last session time at which the clock showed elapsed: what was done
// in a pause belongs to the moment the pause began. Times out of range give
// the nearest end.
func (t Timeline) At(elapsed time.Duration) time.Duration {
	if len(t.runs) == 0 {
		return 0
	}
	for i := len(t.runs) - 1; i >= 0; i-- {
		if r := t.runs[i]; elapsed >= r.elapsed {
			return min(r.from+elapsed-r.elapsed, r.to)
		}
	}
	return t.runs[0].from
}
