package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"talkthrough/internal/session"
)

// tellTake adds what the journal beside a take knows about its sound. A file
// that is no take of an attempt has nothing beside it.
func (a *audioReport) tellTake(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	folder := session.Folder{Dir: filepath.Dir(path)}
	take := takeNumber(folder, path)
	if _, err := os.Stat(folder.Journal()); take == 0 || err != nil {
		return nil
	}
	history, err := session.ReadHistory(folder.Journal())
	if err != nil {
		return fmt.Errorf("gaps and drift are not known: %w", err)
	}
	at := func(sample int64) time.Duration {
		return time.Duration(float64(sample) / float64(a.SampleRate) * float64(time.Second))
	}
	gaps := []audioSpan{}
	for _, e := range history.Events {
		if g, ok := e.Body.(session.Gap); ok && g.Take == take && g.Samples > 0 {
			gaps = append(gaps, spanOf(at(g.Sample-g.Samples), at(g.Sample)))
		}
	}
	a.Gaps = &gaps
	if ppm, ok := drift(history.Events, take, a.SampleRate); ok {
		a.Drift = some(rounded(ppm, 10))
	}
	return nil
}

// takeNumber is which take of a folder a path names, 0 when it is none.
func takeNumber(folder session.Folder, path string) int {
	for _, n := range folder.Takes() {
		if filepath.Base(folder.Take(n)) == filepath.Base(path) {
			return n
		}
	}
	return 0
}

// driftNeeds is how much sound it takes to tell the device's clock from the
// session's: an anchor lies up to some milliseconds beside.
const driftNeeds = time.Minute

// drift is by how many parts in a million the device's clock was faster than
// the session's. It is the slope through the anchors, all runs of unbroken sound
// together. A pause or a gap ends a run, for there the two were set anew.
func drift(events []session.Event, take, rate int) (ppm float64, ok bool) {
	var run []anchorAt
	var length, covariance, variance float64
	closeRun := func() {
		l, c, v := slope(run)
		length, covariance, variance = length+l, covariance+c, variance+v
		run = run[:0]
	}
	for _, e := range events {
		switch body := e.Body.(type) {
		case session.Anchor:
			if body.Take == take {
				run = append(run, anchorAt{e.At.Seconds(), float64(body.Sample) / float64(rate)})
			}
		case session.Gap, session.Paused, session.Resumed, session.Continued, session.TakeBegan:
			closeRun()
		}
	}
	closeRun()
	if length < driftNeeds.Seconds() || variance == 0 {
		return 0, false
	}
	return (covariance/variance - 1) * 1e6, true
}

// anchorAt is one anchor in seconds on both clocks.
type anchorAt struct{ session, device float64 }

// slope sums up a run of anchors: its length, and what the slope of the
// straight line through them is made of.
func slope(run []anchorAt) (length, covariance, variance float64) {
	if len(run) < 2 {
		return 0, 0, 0
	}
	var mean anchorAt
	for _, a := range run {
		mean.session += a.session / float64(len(run))
		mean.device += a.device / float64(len(run))
	}
	for _, a := range run {
		covariance += (a.session - mean.session) * (a.device - mean.device)
		variance += (a.session - mean.session) * (a.session - mean.session)
	}
	return run[len(run)-1].session - run[0].session, covariance, variance
}
