package main

import (
	"fmt"

	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// replayCurveball is a curveball on the screen.
type replayCurveball struct {
	At   float64  `json:"at_s"`
	Say  string   `json:"say"`
	Good []string `json:"good,omitempty"`
}

// replayAsk is a question to the interviewer that was just put. Answer is left
// out where an assumption was made instead.
type replayAsk struct {
	At     float64 `json:"at_s"`
	Words  string  `json:"words"`
	Answer string  `json:"answer,omitempty"`
}

// show adds what interviewer and coach show.
func (r *replayState) show(a *session.Attempt, shown session.Showing) {
	line := a.Timeline()
	r.Card = shown.Card.ID()
	if b := shown.Curveball; b != nil {
		r.Curveball = &replayCurveball{line.Elapsed(b.At).Seconds(), b.Say, b.Good}
	}
	if ask := shown.Ask; ask != nil {
		r.Ask = &replayAsk{At: line.Elapsed(ask.At).Seconds(), Words: ask.Words}
		for _, c := range a.Question.Clarify {
			if c.ID == ask.Answer && ask.Answer != "" {
				r.Ask.Answer = c.Answer
			}
		}
	}
}

// shown is what interviewer and coach show, in lines; "" for nothing.
func (r replayState) shown() string {
	out := ""
	switch {
	case r.Curveball != nil:
		out += fmt.Sprintf("The interviewer: %s\n", r.Curveball.Say)
	case r.Card != "":
		out += fmt.Sprintf("The coach: %s\n", interview.CardByID(r.Card).Text().Title)
	}
	if r.Ask != nil {
		answer := r.Ask.Answer
		if answer == "" {
			answer = "no prepared answer; an assumption was made"
		}
		out += fmt.Sprintf("Asked: %s (%s)\n", r.Ask.Words, answer)
	}
	return out
}
