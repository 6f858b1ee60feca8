package review

import (
	"errors"
	"slices"

	"talkthrough/internal/review"
)

// asKept is a piece of evidence as the review keeps it, to find it again.
func asKept(e review.Evidence) review.Evidence {
	if e.Kind == review.SpanEvidence && e.Until <= e.At {
		e.Kind = review.MomentEvidence
	}
	if e.Kind != review.SpanEvidence {
		e.Until = 0
	}
	return e
}

// scorings are both times that an attempt was scored, the latest first.
func scorings(r *review.Review) [2]*review.Scoring {
	return [2]*review.Scoring{&r.Second, &r.First}
}

// removeEvidence takes the latest such piece of evidence away from a dimension,
// from whichever time it was scored; restore puts it back in its place there.
func removeEvidence(r *review.Review, dimension string, e review.Evidence) (restore func(*review.Review), err error) {
	for which, scoring := range scorings(r) {
		score := scoring.Scores[dimension]
		for i, have := range slices.Backward(score.Evidence) {
			if !sameEvidence(have, e) {
				continue
			}
			score.Evidence = slices.Delete(slices.Clone(score.Evidence), i, i+1)
			if score.Value == 0 && score.Note == "" && len(score.Evidence) == 0 {
				delete(scoring.Scores, dimension)
			} else {
				scoring.Scores[dimension] = score
			}
			return func(r *review.Review) { insertEvidence(scorings(r)[which], dimension, i, have) }, nil
		}
	}
	return nil, errors.New("this evidence was removed already")
}

func sameEvidence(a, b review.Evidence) bool {
	return a.Kind == b.Kind && a.At == b.At && a.Until == b.Until && a.Line == b.Line && a.Text == b.Text
}

// insertEvidence puts a piece of evidence at a place among those of a score.
func insertEvidence(scoring *review.Scoring, dimension string, at int, e review.Evidence) {
	if scoring.Scores == nil {
		scoring.Scores = map[string]review.Score{}
	}
	score := scoring.Scores[dimension]
	score.Evidence = slices.Insert(slices.Clone(score.Evidence), min(at, len(score.Evidence)), e)
	scoring.Scores[dimension] = score
}
