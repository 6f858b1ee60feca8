package session

import (
	"encoding/json"
	"fmt"
	"slices"
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

// tailLimit is how much time may lie between the last sound of a take and the
// last event for the two to belong together.
const tailLimit = 2 * time.Second

// Recover mends an attempt that was cut off, as far as it can be: its takes are
// cut to the last whole frame and finalised, the torn journal line is dropped.
// It does not end the attempt: Attempt.Finish or ContinueMock comes next. It
// may be called again at any time. The error is ErrInUse, or names the file
// without which the attempt cannot be read.
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
	for _, k := range a.Player.End().Pictures {
		if _, err := f.loadPicture(k); err != nil {
			r.Problems = append(r.Problems, err.Error()+"; a grey box stands for it on the board")
		}
	}
	log, err := journal.Append(f.Journal())
	if err != nil {
		return nil, r, err
	}
	takes := a.allTakes()
	for i, n := range takes {
		path := f.Take(n)
		got, err := recording.Recover(path, tagsOf(a.Meta, chaptersOf(a.History.Events, n)))
		if err != nil {
			r.Problems = append(r.Problems, fmt.Sprintf("the recording could not be mended: %v", err))
			continue
		}
		r.Takes++
		if i == len(takes)-1 && !a.History.Ended() {
			a.anchorTail(log, n, got)
		}
	}
	if err := log.Close(); err != nil {
		return nil, r, err
	}
	a, err = Open(dir)
	return a, r, err
}

// allTakes are the numbers of the takes that the journal or the folder knows,
// in order: a lost line of the journal loses no sound.
func (a *Attempt) allTakes() []int {
	takes := a.Takes()
	for _, t := range a.Player.End().Takes {
		if t.Take > 0 {
			takes = append(takes, t.Take)
		}
	}
	slices.Sort(takes)
	return slices.Compact(takes)
}

// nextTake is the number for a new take.
func (a *Attempt) nextTake() int {
	if takes := a.allTakes(); len(takes) > 0 {
		return takes[len(takes)-1] + 1
	}
	return 1
}

// anchorTail gives the sound that the last take holds behind its last anchor a
// place in time. The journal is a little ahead of the take or behind it; a
// take that ended long before the journal, as with a device that was lost, has
// no tail.
func (a *Attempt) anchorTail(log *journal.Writer, take int, got recording.Recovered) {
	at, last, ok := a.Voice().lastAnchor(take)
	if !ok || got.Samples <= last || got.SampleRate <= 0 {
		return
	}
	exact := at + samplesTime(got.Samples-last, got.SampleRate)
	late := max(a.Player.End().At-exact, 0)
	if late > tailLimit {
		return
	}
	event := Event{At: exact + late, Body: Anchor{Take: take, Sample: got.Samples + int64(late.Seconds()*float64(got.SampleRate))}}
	if line, err := json.Marshal(event); err == nil {
		log.Append(line)
	}
}

// endIfCut appends the end to a journal that lacks it.
func (a *Attempt) endIfCut() error {
	if a.History.Ended() {
		return nil
	}
	lock, err := a.Lock()
	if err != nil {
		return err
	}
	defer lock.Release()
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
