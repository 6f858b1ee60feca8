package review

import (
	"maps"
	"slices"

	"gopkg.in/yaml.v3"
)

// Clone is a review of its own with the same content.
func (r *Review) Clone() Review {
	out := *r
	if r.Predicted != nil {
		p := *r.Predicted
		p.Scores = maps.Clone(p.Scores)
		out.Predicted = &p
	}
	out.First, out.Second = r.First.clone(), r.Second.clone()
	out.Covered = maps.Clone(r.Covered)
	for phase, points := range out.Covered {
		out.Covered[phase] = maps.Clone(points)
	}
	out.Tags = slices.Clone(r.Tags)
	out.Highlights = slices.Clone(r.Highlights)
	out.Marks = slices.Clone(r.Marks)
	out.Mentors = slices.Clone(r.Mentors)
	for i, m := range out.Mentors {
		out.Mentors[i].Scores, out.Mentors[i].Remarks = maps.Clone(m.Scores), slices.Clone(m.Remarks)
	}
	return out
}

func (s Scoring) clone() Scoring {
	s.Scores = maps.Clone(s.Scores)
	for id, score := range s.Scores {
		score.Evidence = slices.Clone(score.Evidence)
		s.Scores[id] = score
	}
	return s
}

// adopt takes over the unknown keys of what was there before, where the review
// has none of its own in the same place.
func (r *Review) adopt(was *Review) {
	orElse(&r.kept, was.kept)
	orElse(&r.First.kept, was.First.kept)
	orElse(&r.Second.kept, was.Second.kept)
	orElse(&r.Reflection.kept, was.Reflection.kept)
	orElse(&r.Due.kept, was.Due.kept)
	if r.Predicted != nil && was.Predicted != nil {
		orElse(&r.Predicted.kept, was.Predicted.kept)
	}
	for _, pair := range [][2]*Scoring{{&r.First, &was.First}, {&r.Second, &was.Second}} {
		for id, score := range pair[0].Scores {
			orElse(&score.kept, pair[1].Scores[id].kept)
			pair[0].Scores[id] = score
		}
	}
}

func orElse(kept *[]*yaml.Node, before []*yaml.Node) {
	if *kept == nil {
		*kept = before
	}
}
