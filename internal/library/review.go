package library

import (
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/review"
)

// Review is what lists and trends show of an attempt's review.
type Review struct {
	Done      bool           `json:"done,omitempty"`      // scored and reflected on
	Score     float64        `json:"score,omitempty"`     // mean of Scores, 1 to 4; 0 where there are none
	Scores    map[string]int `json:"scores,omitempty"`    // in the end, by dimension id
	Predicted map[string]int `json:"predicted,omitempty"` // by dimension id

	Gap        string    `json:"gap,omitempty"`
	IfThen     string    `json:"if_then,omitempty"`
	Confidence int       `json:"confidence,omitempty"` // 1 to 5; 0 when not said
	Due        time.Time `json:"due,omitzero"`         // midnight of the day; zero when it does not come back
	Step       int       `json:"step,omitempty"`       // of Due
	Variant    string    `json:"variant,omitempty"`    // to practise then

	// Problem says why the review cannot be read, with the file's name; "" when
	// it can, and when there is none.
	Problem string `json:"problem,omitempty"`
}

// reviewOf reads the review in the folder dir.
func reviewOf(dir string) Review {
	r, err := review.Load(dir)
	if err != nil {
		return Review{Problem: err.Error()}
	}
	out := Review{
		Done: r.Reviewed(), Scores: r.Values(), Gap: r.Reflection.Gap, IfThen: r.Reflection.IfThen,
		Confidence: r.Reflection.Confidence, Due: r.Due.Next, Step: r.Due.Step, Variant: r.Due.Variant,
	}
	if r.Predicted != nil {
		out.Predicted = r.Predicted.Scores
	}
	sum, n := 0, 0
	for _, d := range interview.Rubric {
		if score, ok := out.Scores[d.ID]; ok {
			sum += score
			n++
		}
	}
	if n > 0 {
		out.Score = float64(sum) / float64(n)
	}
	return out
}
