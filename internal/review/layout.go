package review

import (
	"regexp"
	"time"

	"gopkg.in/yaml.v3"

	"talkthrough/internal/interview"
)

// The most of anything that a file may hold: more than anybody writes.
const (
	maxText  = 64 << 10 // bytes of one text
	maxName  = 200      // bytes of a name or an id
	maxItems = 1000     // of a list
	maxFile  = 4 << 20  // bytes
)

// reviewForm is review.yaml but for its format.
var reviewForm = group(func(r *Review) *[]*yaml.Node { return &r.kept },
	key("predicted", func(r *Review) **Prediction { return &r.Predicted }, optional(predictionForm)),
	key("first", func(r *Review) *Scoring { return &r.First }, scoringForm),
	key("reference_opened", func(r *Review) *time.Time { return &r.ReferenceOpened }, moment()),
	key("second", func(r *Review) *Scoring { return &r.Second }, scoringForm),
	key("covered", func(r *Review) *map[string]map[string]Coverage { return &r.Covered },
		byName("a phase: clarify, task, architecture, data, features, model, experiment or deploy", interview.PhaseIndex,
			byName("the key of a point in kebab-case", kebabRank, word("covered or missed", oneOf(Covered, Missed))))),
	key("tags", func(r *Review) *[]string { return &r.Tags },
		list(maxItems, "tags", word("a tag in kebab-case, such as no-baseline", func(s string) bool { return kebabRank(s) == 0 }))),
	key("reflection", func(r *Review) *Reflection { return &r.Reflection }, reflectionForm),
	key("due", func(r *Review) *Due { return &r.Due }, dueForm),
	key("highlights", func(r *Review) *[]Highlight { return &r.Highlights }, list(maxItems, "stretches", highlightForm)),
	key("marks", func(r *Review) *[]Mark { return &r.Marks }, list(maxItems, "marks", markForm)),
	key("mentors", func(r *Review) *[]Mentor { return &r.Mentors }, list(maxItems, "mentors", mentorForm)),
)

var plainScores = byName("a dimension: "+dimensionIDs(), interview.DimensionIndex, score())

var predictionForm = checked(group(func(p *Prediction) *[]*yaml.Node { return &p.kept },
	key("at", func(p *Prediction) *time.Time { return &p.At }, moment()),
	key("scores", func(p *Prediction) *map[string]int { return &p.Scores }, plainScores),
	key("skipped", func(p *Prediction) *string { return &p.Skipped }, text(maxText)),
), func(p Prediction) string {
	if (len(p.Scores) == 0) == (p.Skipped == "") {
		return "expected either scores or skipped with a reason"
	}
	return ""
})

var scoringForm = group(func(s *Scoring) *[]*yaml.Node { return &s.kept },
	key("at", func(s *Scoring) *time.Time { return &s.At }, moment()),
	key("scores", func(s *Scoring) *map[string]Score { return &s.Scores },
		byName("a dimension: "+dimensionIDs(), interview.DimensionIndex, scoreForm)),
)

var scoreForm = group(func(s *Score) *[]*yaml.Node { return &s.kept },
	key("value", func(s *Score) *int { return &s.Value }, number(interview.LowestScore, interview.HighestScore)),
	key("evidence", func(s *Score) *[]Evidence { return &s.Evidence }, list(maxItems, "pieces of evidence", evidenceForm)),
	key("note", func(s *Score) *string { return &s.Note }, text(maxText)),
)

var evidenceForm = checked(group(func(e *Evidence) *[]*yaml.Node { return &e.kept },
	key("kind", func(e *Evidence) *EvidenceKind { return &e.Kind },
		word("moment, span or note", oneOf(MomentEvidence, SpanEvidence, NoteEvidence))),
	key("at", func(e *Evidence) *time.Duration { return &e.At }, clock()),
	key("until", func(e *Evidence) *time.Duration { return &e.Until }, unlessNought(clock())),
	key("line", func(e *Evidence) *int { return &e.Line }, number(1, 1_000_000)),
	key("text", func(e *Evidence) *string { return &e.Text }, text(maxText)),
), func(e Evidence) string {
	switch {
	case e.Kind == "":
		return "kind: missing, expected moment, span or note"
	case e.Kind == SpanEvidence && e.Until <= e.At:
		return "until: expected a time after at, since this is a span"
	case e.Kind != SpanEvidence && e.Until != 0:
		return "until: expected none, since this is no span"
	}
	return ""
})

var reflectionForm = group(func(r *Reflection) *[]*yaml.Node { return &r.kept },
	key("at", func(r *Reflection) *time.Time { return &r.At }, moment()),
	key("well", func(r *Reflection) *string { return &r.Well }, text(maxText)),
	key("unclear", func(r *Reflection) *string { return &r.Unclear }, text(maxText)),
	key("gap", func(r *Reflection) *string { return &r.Gap }, text(maxText)),
	key("if_then", func(r *Reflection) *string { return &r.IfThen }, text(maxText)),
	key("confidence", func(r *Reflection) *int { return &r.Confidence }, number(1, 5)),
)

var dueForm = group(func(d *Due) *[]*yaml.Node { return &d.kept },
	key("next", func(d *Due) *time.Time { return &d.Next }, day()),
	key("step", func(d *Due) *int { return &d.Step }, number(0, 100)),
	key("variant", func(d *Due) *string { return &d.Variant }, text(maxText)),
)

var highlightForm = checked(group(func(h *Highlight) *[]*yaml.Node { return &h.kept },
	key("at", func(h *Highlight) *time.Duration { return &h.At }, clock()),
	key("until", func(h *Highlight) *time.Duration { return &h.Until }, clock()),
	key("decision", func(h *Highlight) *Decision { return &h.Decision }, word("keep or skip", oneOf(Keep, Skip))),
	key("note", func(h *Highlight) *string { return &h.Note }, text(maxText)),
), func(h Highlight) string {
	if h.Until < h.At {
		return "until: expected a time that is not before at"
	}
	return ""
})

var markForm = checked(group(func(m *Mark) *[]*yaml.Node { return &m.kept },
	key("at", func(m *Mark) *time.Duration { return &m.At }, clock()),
	key("kind", func(m *Mark) *MarkKind { return &m.Kind }, word("good or unclear", oneOf(GoodMark, UnclearMark))),
	key("word", func(m *Mark) *string { return &m.Word }, text(maxText)),
), func(m Mark) string {
	if m.Kind == "" {
		return "kind: missing, expected good or unclear"
	}
	return ""
})

var mentorForm = group(func(m *Mentor) *[]*yaml.Node { return &m.kept },
	key("name", func(m *Mentor) *string { return &m.Name }, text(maxName)),
	key("date", func(m *Mentor) *time.Time { return &m.Date }, day()),
	key("attempt", func(m *Mentor) *string { return &m.Attempt }, text(maxName)),
	key("scores", func(m *Mentor) *map[string]int { return &m.Scores }, plainScores),
	key("remarks", func(m *Mentor) *[]Remark { return &m.Remarks }, list(maxItems, "remarks", remarkForm)),
)

var remarkForm = group(func(r *Remark) *[]*yaml.Node { return &r.kept },
	key("at", func(r *Remark) *time.Duration { return &r.At }, clock()),
	key("text", func(r *Remark) *string { return &r.Text }, text(maxText)),
)

var kebabCase = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// kebabRank puts names in kebab-case in one rank, and no others.
func kebabRank(s string) int {
	if len(s) > maxName || !kebabCase.MatchString(s) {
		return -1
	}
	return 0
}

// unlessNought leaves a time of 0 out.
func unlessNought(f form[time.Duration]) form[time.Duration] {
	write := f.write
	f.write = func(d time.Duration) *yaml.Node {
		if d == 0 {
			return nil
		}
		return write(d)
	}
	return f
}
