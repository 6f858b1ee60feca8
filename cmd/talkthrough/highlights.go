package main

import (
	"context"
	"fmt"
	"time"

	"talkthrough/internal/insight"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

// highlight is a part to listen to in the JSON, along elapsed time.
type highlight struct {
	Start float64 `json:"start_s"`
	End   float64 `json:"end_s"`
	Why   string  `json:"why"`
}

// tellHighlights lists the ten minutes to listen to again.
func (c replayCmd) tellHighlights(s streams, a *session.Attempt) error {
	list := []highlight{}
	sum := time.Duration(0)
	reviewed, err := review.Load(a.Dir)
	if err != nil {
		fmt.Fprintf(s.err, "talkthrough: what was marked while replaying is left out: %v\n", err)
	}
	for _, h := range insight.Highlights(a, listenTo(s, a), reviewed.Marks...) {
		list = append(list, highlight{rounded(h.Start.Seconds(), 1e3), rounded(h.End.Seconds(), 1e3), h.Why})
		sum += h.End - h.Start
	}
	if c.JSON {
		return printJSON(s.out, list)
	}
	for _, h := range list {
		fmt.Fprintf(s.out, "%7s to %7s  %s\n", clock(h.Start), clock(h.End), printable(h.Why))
	}
	fmt.Fprintf(s.out, "%s of %s in all\n", clock(sum.Seconds()), clock(a.Timeline().Length().Seconds()))
	return nil
}

// listenTo is the sound of an attempt, measured; nil where there is none. What
// cannot be read of it is said on stderr.
func listenTo(s streams, a *session.Attempt) insight.Voice {
	track := session.NewTrack(a)
	if !track.HasSound() {
		return nil
	}
	track.LoadSpeech(context.Background(), nil)
	for _, problem := range track.Problems() {
		fmt.Fprintf(s.err, "talkthrough: %s: %s\n", a.ID, problem)
	}
	return track
}
