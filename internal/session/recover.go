package session

import (
	"encoding/json"
	"fmt"
	"time"

	"talkthrough/internal/journal"
	"talkthrough/internal/recording"
)

// Recovered says what Recover found and did.
type Recovered struct {
	Torn     int      // bytes of an unfinished journal line, dropped
	Problems []string // what could not be read, in sentences that name the file
	Takes    int      // recordings made whole
}

// Recover mends an attempt that was cut off, as far as it can be: its takes are
// cut to the last whole frame and finalised, the torn journal line is dropped.
// It does not end the attempt: Attempt.Finish or ContinueMock comes next. It
// may be called again at any time.
func Recover(dir string) (*Attempt, Recovered, error) {
	var r Recovered
	f := Folder{Dir: dir}
	lock, err := f.Lock()
	if err != nil {
		return nil, r, err
	}
	defer lock.Release()
	a, err := Open(dir)
	if err != nil {
		return nil, r, err
	}
	r.Torn = a.History.Torn
	for _, p := range a.History.Problems {
		r.Problems = append(r.Problems, p.Error())
	}
	log, err := journal.Append(f.Journal())
	if err != nil {
		return nil, r, err
	}
	for _, t := range a.Player.End().Takes {
		path := f.Take(t.Take)
		got, err := recording.Recover(path, tagsOf(a.Meta, chaptersOf(a.History.Events, t.Take)))
		if err != nil {
			r.Problems = append(r.Problems, fmt.Sprintf("the recording %s could not be mended: %v", path, err))
			continue
		}
		r.Takes++
		a.anchorTail(log, t, got.Samples)
	}
	if err := log.Close(); err != nil {
		return nil, r, err
	}
	a, err = Open(dir)
	return a, r, err
}

// anchorTail gives the sound that a take holds behind its last anchor a place
// in time. Nothing happened in the journal after it, so it runs on evenly.
func (a *Attempt) anchorTail(log *journal.Writer, t TakeBegan, samples int64) {
	at, last, ok := a.Voice().lastAnchor(t.Take)
	if !ok || samples <= last || t.Rate <= 0 {
		return
	}
	exact := at + samplesTime(samples-last, t.Rate)
	late := max(a.Player.End().At-exact, 0).Truncate(time.Millisecond)
	event := Event{At: exact + late, Body: Anchor{Take: t.Take, Sample: samples + int64(late.Seconds()*float64(t.Rate))}}
	if line, err := json.Marshal(event); err == nil {
		log.Append(line)
	}
}

// Finish ends an attempt that was cut off, at the time of its last event, and
// writes out notes and board. Recover comes first.
func (a *Attempt) Finish() error {
	if err := a.endIfCut(); err != nil {
		return err
	}
	m := a.Meta
	m.Length = a.Timeline().Length().Seconds()
	if m.Ended.IsZero() {
		m.Ended = m.Started.Add(a.Player.End().At).Truncate(time.Second)
	}
	if err := m.Save(a.Dir); err != nil {
		return err
	}
	return writeOut(a.Folder, a.Player.End())
}

// endIfCut appends the end to a journal that lacks it.
func (a *Attempt) endIfCut() error {
	if a.History.Ended() {
		return nil
	}
	log, err := journal.Append(a.Journal())
	if err != nil {
		return err
	}
	line, err := json.Marshal(Event{At: a.Player.End().At, Body: Ended{}})
	if err != nil {
		return err
	}
	log.Append(line)
	return log.Close()
}
