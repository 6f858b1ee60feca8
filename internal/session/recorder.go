package session

import (
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/journal"
)

// Recorder turns what happens into events: it stamps each with the session
// clock, folds it into the live state and appends it to the journal. Its
// methods may be called from any goroutine and do not wait for the disk.
type Recorder struct {
	log  *journal.Writer
	now  func() time.Time
	zero time.Time // the session's start on the monotonic clock

	mu     sync.Mutex
	state  *State
	closed bool
}

// NewRecorder starts an attempt on an empty journal, in the first phase that
// the plan has time for.
func NewRecorder(plan interview.Plan, log *journal.Writer, now func() time.Time) *Recorder {
	r := &Recorder{log: log, now: now, zero: now(), state: NewState(plan)}
	r.Do(Started{})
	if first := plan.First(); first > 0 {
		r.Do(Entered{Phase: interview.Phases[first].ID})
	}
	return r
}

// ContinueRecorder takes an attempt up again after a cut: the session clock
// goes on from the last event.
func ContinueRecorder(plan interview.Plan, log *journal.Writer, events []Event, now func() time.Time) *Recorder {
	state := NewState(plan)
	for _, e := range events {
		state.Apply(e)
	}
	r := &Recorder{log: log, now: now, zero: now().Add(-state.At), state: state}
	r.Do(Continued{})
	return r
}

// Do records that body happened now and returns its session time.
func (r *Recorder) Do(body Body) time.Duration {
	return r.Stamp(r.now(), func(time.Duration) Body { return body })
}

// Stamp records what happened at a moment a little while ago, as sound is
// heard of late. An event cannot come before the last one: body is told by how
// much its time is later than the moment. After Ended nothing is recorded any
// more.
func (r *Recorder) Stamp(moment time.Time, body func(late time.Duration) Body) time.Duration {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.stamp(moment, body)
}

// stamp is Stamp; the lock is held.
func (r *Recorder) stamp(moment time.Time, body func(late time.Duration) Body) time.Duration {
	exact := moment.Sub(r.zero)
	at := max(exact.Truncate(time.Millisecond), r.state.At)
	if r.closed {
		return at
	}
	event := Event{At: at, Body: body(at - exact)}
	line, err := json.Marshal(event)
	if err != nil {
		// Every body is made of plain values; only a bug gets here.
		panic(fmt.Sprintf("an event that cannot be written: %v", err))
	}
	r.state.Apply(event)
	r.log.Append(line)
	switch event.Body.(type) {
	case Ended:
		r.closed = true
		r.log.SyncSoon()
	case Started, Entered, Replanned, Paused, Resumed, Continued:
		r.log.SyncSoon()
	}
	return at
}

// Read has f look at the live state. f must not keep it, change it or call the
// recorder.
func (r *Recorder) Read(f func(*State)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	f(r.state)
}

// Elapsed is the session time now.
func (r *Recorder) Elapsed() time.Duration { return r.At(r.now()) }

// At is the session time of a moment.
func (r *Recorder) At(moment time.Time) time.Duration { return moment.Sub(r.zero) }

// Clock is where the interview's clock stands now.
func (r *Recorder) Clock() interview.Reading {
	now := r.now().Sub(r.zero) // first: telling the time may record a sleep
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.state.coach.clock.At(now)
}

// Sync waits until everything recorded so far is on the disk.
func (r *Recorder) Sync() error { return r.log.Sync() }

// Close ends the writing; what was recorded stays. The error says what could
// not be saved.
func (r *Recorder) Close() error { return r.log.Close() }
