package review

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"talkthrough/internal/interview"
)

// Scoring is one going-through of the rubric.
type Scoring struct {
	At     time.Time        // when it was last changed; zero when nothing was
	Scores map[string]Score // by dimension id
	kept   []*yaml.Node
}

// Score is what one dimension earned, and what shows it.
type Score struct {
	Value    int // 1 to 4; 0 while only evidence was gathered
	Evidence []Evidence
	Note     string
	kept     []*yaml.Node
}

// EvidenceKind says what a piece of evidence is.
type EvidenceKind string

// The kinds of evidence.
const (
	MomentEvidence EvidenceKind = "moment" // At
	SpanEvidence   EvidenceKind = "span"   // At to Until
	NoteEvidence   EvidenceKind = "note"   // Line or Text, made at At
)

// Evidence shows why a score was given.
type Evidence struct {
	Kind  EvidenceKind
	At    time.Duration // session time
	Until time.Duration // session time, of a span alone
	Line  int           // of the notes, counted from 1; 0 for no line
	Text  string        // the line as it read, or what is said about the moment
	kept  []*yaml.Node
}

// Scoring is the going-through that is under way: Second once the reference has
// been opened, First until then.
func (r *Review) Scoring() *Scoring {
	if r.ReferenceOpened.IsZero() {
		return &r.First
	}
	return &r.Second
}

// SetScore gives a dimension its score, in the going-through that is under way.
// A value of 0 leaves it open; a zero Score takes it away. The error is for a
// dimension or a value that does not exist.
func (r *Review) SetScore(now time.Time, dimension string, s Score) error {
	if interview.DimensionIndex(dimension) < 0 {
		return fmt.Errorf("%q is no dimension of the rubric", dimension)
	}
	if s.Value < 0 || s.Value > interview.HighestScore {
		return fmt.Errorf("a score of %d: expected 1 to 4", s.Value)
	}
	to := r.Scoring()
	to.At = seconds(now)
	if s.Value == 0 && len(s.Evidence) == 0 && s.Note == "" {
		delete(to.Scores, dimension)
		return nil
	}
	if to.Scores == nil {
		to.Scores = map[string]Score{}
	}
	to.Scores[dimension] = s
	return nil
}

// AddEvidence adds a piece of evidence to a dimension's score, in the
// going-through that is under way. A span that has no length is taken for a
// moment, and only a span keeps its Until.
func (r *Review) AddEvidence(now time.Time, dimension string, e Evidence) error {
	e.At, e.Until = millis(e.At), millis(e.Until)
	if e.Kind == SpanEvidence && e.Until <= e.At {
		e.Kind = MomentEvidence
	}
	if e.Kind != SpanEvidence {
		e.Until = 0
	}
	s := r.Scoring().Scores[dimension]
	s.Evidence = append(slices.Clip(s.Evidence), e)
	return r.SetScore(now, dimension, s)
}

// Score is what a dimension has in the end: that of the second time where it
// was given one, else of the first, with the evidence of both. A note of the
// second time goes before one of the first.
func (r *Review) Score(dimension string) Score {
	first, second := r.First.Scores[dimension], r.Second.Scores[dimension]
	out := Score{Value: second.Value, Note: second.Note}
	if out.Value == 0 {
		out.Value = first.Value
	}
	if out.Note == "" {
		out.Note = first.Note
	}
	for _, e := range slices.Concat(first.Evidence, second.Evidence) {
		if !slices.ContainsFunc(out.Evidence, e.same) {
			out.Evidence = append(out.Evidence, e)
		}
	}
	return out
}

func (e Evidence) same(o Evidence) bool {
	return e.Kind == o.Kind && e.At == o.At && e.Until == o.Until && e.Line == o.Line && e.Text == o.Text
}

// Values are the scores in the end by dimension id, those that are open left
// out.
func (r *Review) Values() map[string]int {
	out := map[string]int{}
	for _, d := range interview.Rubric {
		if v := r.Score(d.ID).Value; v > 0 {
			out[d.ID] = v
		}
	}
	return out
}

// Values are the scores given, by dimension id; those that are open left out.
func (s Scoring) Values() map[string]int {
	out := map[string]int{}
	for id, score := range s.Scores {
		if score.Value > 0 {
			out[id] = score.Value
		}
	}
	return out
}

// Unsupported are the dimensions that have a score and no evidence of either
// time, in the rubric's order.
func (r *Review) Unsupported() []string {
	var out []string
	for _, d := range interview.Rubric {
		if s := r.Score(d.ID); s.Value > 0 && len(s.Evidence) == 0 {
			out = append(out, d.ID)
		}
	}
	return out
}

// Gap is a dimension that stays under the level's target.
type Gap struct {
	Dimension string
	Value     int
	Target    int
}

// Gaps are the dimensions under the target of a level, the widest gap first,
// then in the rubric's order.
func (r *Review) Gaps(level interview.Level) []Gap {
	var out []Gap
	values, target := r.Values(), interview.Target(level)
	for _, d := range interview.Rubric {
		if v := values[d.ID]; v > 0 && v < target {
			out = append(out, Gap{d.ID, v, target})
		}
	}
	slices.SortStableFunc(out, func(a, b Gap) int { return (b.Target - b.Value) - (a.Target - a.Value) })
	return out
}

// checkScores finds what is wrong with plain scores.
func checkScores(scores map[string]int) error {
	if len(scores) == 0 {
		return fmt.Errorf("no dimension is scored")
	}
	for _, id := range slices.Sorted(maps.Keys(scores)) {
		if interview.DimensionIndex(id) < 0 {
			return fmt.Errorf("%q is no dimension of the rubric: expected one of %s", id, dimensionIDs())
		}
		if v := scores[id]; v < interview.LowestScore || v > interview.HighestScore {
			return fmt.Errorf("%s: a score of %d: expected 1 to 4", id, v)
		}
	}
	return nil
}

func dimensionIDs() string {
	ids := make([]string, 0, len(interview.Rubric))
	for _, d := range interview.Rubric {
		ids = append(ids, d.ID)
	}
	return strings.Join(ids, ", ")
}
