package main

import (
	"fmt"

	"talkthrough/internal/insight"
	"talkthrough/internal/library"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

// sessionScores is what an attempt was given, 1 to 4 by dimension, in the JSON.
// What was not given is left out.
type sessionScores struct {
	Predicted map[string]int  `json:"predicted,omitempty"`
	First     map[string]int  `json:"first,omitempty"`  // before the reference was opened
	Second    map[string]int  `json:"second,omitempty"` // after
	Final     map[string]int  `json:"final,omitempty"`
	Mentors   []sessionMentor `json:"mentors,omitempty"`
}

type sessionMentor struct {
	Name   string         `json:"name"`
	Scores map[string]int `json:"scores"`
}

// measure tells the numbers of an attempt, nil where it cannot be read. Of one
// that is being recorded the sound is left out.
func measure(s streams, e library.Entry) *insight.Numbers {
	if e.State == library.Damaged {
		return nil // said
	}
	a, err := session.Open(e.Dir)
	if err != nil {
		fmt.Fprintln(s.err, "talkthrough:", oneLine(err))
		return nil
	}
	var voice insight.Voice
	if e.State != library.Recording {
		voice = listenTo(s, a)
	}
	return some(insight.Measure(a, voice))
}

// scores tells what an attempt was given, empty where there is no review or it
// cannot be read.
func scores(s streams, e library.Entry) sessionScores {
	r, err := review.Load(e.Dir)
	if err != nil {
		fmt.Fprintln(s.err, "talkthrough:", oneLine(err))
		return sessionScores{}
	}
	out := sessionScores{First: r.First.Values(), Second: r.Second.Values(), Final: r.Values()}
	if r.Predicted != nil {
		out.Predicted = r.Predicted.Scores
	}
	for _, m := range r.Mentors {
		out.Mentors = append(out.Mentors, sessionMentor{m.Name, m.Scores})
	}
	return out
}
