package progress

import (
	"slices"
	"time"

	"talkthrough/internal/interview"
)

// Point is one score on the way.
type Point struct {
	Attempt   string
	At        time.Time
	Value     int
	Predicted int // 0 when not predicted
}

// Trend are the scores of a dimension, the earliest first. Warm-ups count too:
// they are judged by the same rows.
func Trend(attempts []Attempt, dimension string) []Point {
	var out []Point
	for _, a := range earliestFirst(attempts) {
		if v := a.Review.Scores[dimension]; v > 0 {
			out = append(out, Point{a.ID, a.Started, v, a.Review.Predicted[dimension]})
		}
	}
	return out
}

// Pair is what was predicted for a dimension of an attempt and what it got.
type Pair struct {
	Attempt   string
	At        time.Time
	Dimension string
	Predicted int
	Scored    int
}

// Calibrated is how well the user foresees the scores.
type Calibrated struct {
	Pairs []Pair  // the earliest first, then in the rubric's order
	Bias  float64 // mean of predicted less scored: above 0 is too kind
	Exact float64 // the part of the predictions that came true, 0 to 1
}

// Calibration compares what was predicted with what was scored. Without any
// pair all is zero.
func Calibration(attempts []Attempt) Calibrated {
	var c Calibrated
	sum, exact := 0, 0
	for _, a := range earliestFirst(attempts) {
		for _, d := range interview.Rubric {
			p, s := a.Review.Predicted[d.ID], a.Review.Scores[d.ID]
			if p == 0 || s == 0 {
				continue
			}
			c.Pairs = append(c.Pairs, Pair{a.ID, a.Started, d.ID, p, s})
			sum += p - s
			if p == s {
				exact++
			}
		}
	}
	if n := float64(len(c.Pairs)); n > 0 {
		c.Bias, c.Exact = float64(sum)/n, float64(exact)/n
	}
	return c
}

// recent is how many of the last scores tell how somebody stands.
const recent = 3

// Standing is how a dimension stands.
type Standing struct {
	Dimension string
	Mean      float64 // of the last scores, at most three
	Count     int     // how many those are
	Short     float64 // by how much the mean is under the targets of the attempts' levels
}

// Standings tell how each dimension that has a score stands, in the rubric's
// order.
func Standings(attempts []Attempt) []Standing {
	var out []Standing
	latest := latestFirst(attempts)
	for _, d := range interview.Rubric {
		s := Standing{Dimension: d.ID}
		sum, target := 0, 0
		for _, a := range latest {
			if v := a.Review.Scores[d.ID]; v > 0 && s.Count < recent {
				s.Count++
				sum += v
				target += interview.Target(a.Level)
			}
		}
		if s.Count > 0 {
			s.Mean = float64(sum) / float64(s.Count)
			s.Short = float64(target)/float64(s.Count) - s.Mean
			out = append(out, s)
		}
	}
	return out
}

// Weakest is the dimension that is furthest under its target; false when none
// is under it.
func Weakest(attempts []Attempt) (Standing, bool) {
	var worst Standing
	for _, s := range Standings(attempts) {
		if s.Short > worst.Short {
			worst = s
		}
	}
	return worst, worst.Count > 0
}

func earliestFirst(attempts []Attempt) []Attempt {
	out := latestFirst(attempts)
	slices.Reverse(out)
	return out
}
