package session

import (
	"encoding/json"
	"fmt"
	"math"
	"time"

	"talkthrough/internal/interview"
)

// Replanned: the minutes were shared anew; Plan is the whole new plan. To undo
// it is another one with the plan before. A plan of another length than the one
// the attempt began with changes nothing. The line has seconds for each phase.
type Replanned struct {
	Plan interview.Plan
	Why  string // "behind", "undo", or whatever the user did
}

// Asked: the user put a question to the interviewer.
type Asked struct {
	Words string `json:"words"` // as typed
	// Answer is the id of the question.Clarification that was chosen; "" where
	// none fitted and an assumption was made.
	Answer string `json:"answer,omitempty"`
}

// What can become of a card, for Coached.
const (
	CardShown     = "shown"
	CardAnswered  = "answered"  // one of its choices was taken
	CardDismissed = "dismissed" // the user put it away
	CardPassed    = "passed"    // it went by itself
)

// Coached: a card of the coach came or went. While one is shown another one
// takes its place; curveballs have events of their own.
type Coached struct {
	Card   string `json:"card"` // interview.Card.ID
	Is     string `json:"is"`   // CardShown, …
	Choice string `json:"choice,omitempty"`
	// Phase is that to which the choice leads, where it leads to one: the id of
	// the one that the interviewer named, or that the user goes on with.
	Phase string `json:"phase,omitempty"`
	// Asked says that the user called for the card.
	Asked bool `json:"asked,omitempty"`
}

// Verdicts of the user on their own reaction to a curveball.
const (
	BallAnswered = "answered"
	BallDodged   = "dodged"
	BallLater    = "later" // put away without one; it can still be judged
)

// CurveballThrown: the interviewer threw a curveball, in that phase, in these
// words. A second one in a phase changes nothing.
type CurveballThrown struct {
	Phase string   `json:"phase"` // interview.Phase.ID
	Say   string   `json:"say"`
	Good  []string `json:"good,omitempty"` // what a good reaction contains
}

// CurveballJudged: the user's verdict on the curveball of that phase. The last
// verdict counts.
type CurveballJudged struct {
	Phase   string `json:"phase"`
	Verdict string `json:"verdict"`
}

// Spoken: a voice that is not the user's read a text out, and the microphone may
// have heard it. One is recorded when the voice begins, without To, and another
// one with the same From when it is silent again.
type Spoken struct {
	Text string `json:"text"`         // SpokenPrompt, or SpokenCurveball with a phase's id
	From int64  `json:"from"`         // session time in milliseconds
	To   int64  `json:"to,omitempty"` // session time in milliseconds
}

// The texts that can be Spoken.
const (
	SpokenPrompt    = "prompt"
	SpokenCurveball = "curveball:" // goes before the phase's id
)

func (Spoken) do() string          { return "spoken" }
func (Replanned) do() string       { return "plan" }
func (Asked) do() string           { return "ask" }
func (Coached) do() string         { return "card" }
func (CurveballThrown) do() string { return "curveball" }
func (CurveballJudged) do() string { return "judged" }

// replannedLine is a Replanned as the journal has it.
type replannedLine struct {
	Seconds map[string]float64 `json:"seconds"`
	Why     string             `json:"why,omitempty"`
}

// MarshalJSON writes the seconds of each phase.
func (r Replanned) MarshalJSON() ([]byte, error) {
	line := replannedLine{Seconds: map[string]float64{}, Why: r.Why}
	for i, p := range interview.Phases {
		line.Seconds[p.ID] = r.Plan[i].Seconds()
	}
	return json.Marshal(line)
}

// UnmarshalJSON reads the seconds of each phase; one that is missing has none.
func (r *Replanned) UnmarshalJSON(data []byte) error {
	var line replannedLine
	if err := json.Unmarshal(data, &line); err != nil {
		return err
	}
	*r = Replanned{Why: line.Why}
	for id, seconds := range line.Seconds {
		i := interview.PhaseIndex(id)
		if i < 0 {
			return fmt.Errorf("seconds: %q is no phase", id)
		}
		if !(seconds >= 0 && seconds <= (24*time.Hour).Seconds()) {
			return fmt.Errorf("seconds: %s: %v, expected 0 to 86400", id, seconds)
		}
		r.Plan[i] = time.Duration(math.Round(seconds * float64(time.Second)))
	}
	return nil
}
