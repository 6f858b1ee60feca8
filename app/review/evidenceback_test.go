package review

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"talkthrough/internal/interview"
	"talkthrough/internal/review"
)

// standing is all evidence of both times, in its order.
func standing(r *review.Review) string {
	out := ""
	for _, scoring := range []review.Scoring{r.First, r.Second} {
		for _, d := range interview.Rubric {
			for _, e := range scoring.Scores[d.ID].Evidence {
				out += fmt.Sprint(d.ID, " ", e.Kind, e.At, e.Until, e.Line, e.Text, "\n")
			}
			if s := scoring.Scores[d.ID]; s.Value != 0 {
				out += fmt.Sprint(d.ID, " ", s.Value, "\n")
			}
		}
		out += "--\n"
	}
	return out
}

// Whatever was attached and removed, in whichever going-through: taking back one
// after the other goes through all that was, to where it began.
func TestTakingBackGoesTheSameWay(t *testing.T) {
	r := rigFor(t, quietMock(t), nil)
	r.settle()
	rapid.Check(t, func(t *rapid.T) {
		r.ledger.review, r.evidence.done = review.Review{}, nil
		var was []string
		for range rapid.IntRange(1, 12).Draw(t, "deeds") {
			now := standing(&r.ledger.review)
			d := rapid.IntRange(0, 2).Draw(t, "dimension")
			have := r.ledger.review.Score(interview.Rubric[d].ID).Evidence
			switch rapid.IntRange(0, 5).Draw(t, "deed") {
			case 0, 1, 2:
				at := time.Duration(rapid.IntRange(0, 3).Draw(t, "at")) * second
				kind := rapid.SampledFrom([]review.EvidenceKind{review.MomentEvidence, review.SpanEvidence}).Draw(t, "kind")
				r.evidence.give(d, review.Evidence{Kind: kind, At: at, Until: 2 * second})
			case 3, 4:
				if len(have) == 0 {
					continue
				}
				r.evidence.remove(d, rapid.SampledFrom(have).Draw(t, "which"))
			default:
				r.write(func(v *review.Review) error {
					v.ReferenceOpened = time.Unix(1_800_000_000, 0)
					return nil
				})
				continue
			}
			was = append(was, now)
		}
		for i := len(was) - 1; i >= 0; i-- {
			r.evidence.takeBack()
			if now := standing(&r.ledger.review); now != was[i] {
				t.Fatalf("taken back, it is\n%swant\n%s", now, was[i])
			}
		}
		r.evidence.takeBack() // nothing is left to take back
		r.settle()
	})
}
