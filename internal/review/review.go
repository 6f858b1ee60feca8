// Package review is what somebody wrote down about an attempt: predicted and
// given scores with their evidence, what of the reference was covered, the
// moments marked while replaying, the reflection, when to practise again, and
// what a mentor said. It lies beside session.yaml as review.yaml.
//
// The order is part of it. A prediction (or a reason for having none) comes
// before anything is shown; scores are given a first time, then the reference
// is opened, then they are given a second time. Both are kept: the difference
// is what is learned.
package review

import (
	"errors"
	"maps"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

// Review is the content of review.yaml. The zero value is that of an attempt
// that nobody has looked at. Times of the session count from its start, in
// whole milliseconds; other times are kept to the second.
type Review struct {
	Predicted       *Prediction // nil until predicted or skipped
	First           Scoring     // given before the reference was opened
	ReferenceOpened time.Time   // when first; zero until then
	Second          Scoring     // given after
	// Covered tells by phase id, then by PointKey, which points of the
	// reference were covered and which were missed.
	Covered    map[string]map[string]Coverage
	Tags       []string // ids of failure modes, or the user's own in kebab-case
	Reflection Reflection
	Due        Due
	Highlights []Highlight
	Marks      []Mark // set while replaying
	Mentors    []Mentor

	kept []*yaml.Node // keys and values that this version does not know
}

// Prediction is what the user thought of the attempt before seeing it again.
type Prediction struct {
	At      time.Time
	Scores  map[string]int // 1 to 4 by dimension id; empty when skipped
	Skipped string         // the reason for predicting nothing
	kept    []*yaml.Node
}

// Coverage says whether a point of the reference was said in the attempt.
type Coverage string

// What can be said of a point. A point that nothing is said of is in no map.
const (
	Covered Coverage = "covered"
	Missed  Coverage = "missed"
)

// Reflection is what the user takes along.
type Reflection struct {
	At         time.Time // zero until written
	Well       string
	Unclear    string
	Gap        string // one thing
	IfThen     string // one plan for the next time
	Confidence int    // 1 to 5; 0 until said
	kept       []*yaml.Node
}

// Due is when the question comes back.
type Due struct {
	Next    time.Time // midnight of that day, local; zero when it does not come back
	Step    int       // place in the spacing of the due dates, from 0
	Variant string    // title of the question's variant to practise then, "" for itself
	kept    []*yaml.Node
}

// Decision is what is done with a stretch of the ten-minute review.
type Decision string

// The decisions; "" is none.
const (
	Keep Decision = "keep"
	Skip Decision = "skip"
)

// Highlight is what was decided on and noted at one stretch of the ten-minute
// review.
type Highlight struct {
	At, Until time.Duration
	Decision  Decision
	Note      string
	kept      []*yaml.Node
}

// The refusals of what would break the order.
var (
	ErrPredicted = errors.New("the prediction has been made and stays as it is")
	ErrLocked    = errors.New("the reference opens once you have predicted your score, or said why not")
)

// Locked reports whether the reference is to be kept out of sight: until a
// prediction is made or skipped.
func (r *Review) Locked() bool { return r.Predicted == nil }

// Predict notes the prediction, 1 to 4 by dimension id. It is made once: later
// it returns ErrPredicted. At least one dimension must be predicted; a warm-up
// does not show all.
func (r *Review) Predict(now time.Time, scores map[string]int) error {
	if r.Predicted != nil {
		return ErrPredicted
	}
	if err := checkScores(scores); err != nil {
		return err
	}
	r.Predicted = &Prediction{At: seconds(now), Scores: maps.Clone(scores)}
	return nil
}

// SkipPrediction notes why nothing is predicted, which opens the reference too.
// It is done once and in place of a prediction (else ErrPredicted), and not
// without a reason.
func (r *Review) SkipPrediction(now time.Time, reason string) error {
	if r.Predicted != nil {
		return ErrPredicted
	}
	reason = strings.TrimSpace(reason)
	if reason == "" {
		return errors.New("skipping the prediction needs a reason: a word is enough")
	}
	r.Predicted = &Prediction{At: seconds(now), Skipped: reason}
	return nil
}

// OpenReference notes that the reference is seen. From then on scores are those
// of the second time. It returns ErrLocked where it must not be seen yet; the
// first time counts.
func (r *Review) OpenReference(now time.Time) error {
	if r.Locked() {
		return ErrLocked
	}
	if r.ReferenceOpened.IsZero() {
		r.ReferenceOpened = seconds(now)
	}
	return nil
}

// Reviewed reports whether the review is done: something is scored and the
// reflection is written.
func (r *Review) Reviewed() bool { return len(r.Values()) > 0 && !r.Reflection.At.IsZero() }

// SetTag puts a tag on the attempt or takes it off.
func (r *Review) SetTag(id string, on bool) {
	kept := make([]string, 0, len(r.Tags)+1)
	for _, tag := range r.Tags {
		if tag != id {
			kept = append(kept, tag)
		}
	}
	if on {
		kept = append(kept, id)
	}
	r.Tags = kept
}

// Decide notes what is decided on a stretch, in place of what was before at the
// same two times; one that says nothing takes that away.
func (r *Review) Decide(h Highlight) {
	h.At, h.Until = millis(h.At), millis(h.Until)
	kept := make([]Highlight, 0, len(r.Highlights)+1)
	for _, was := range r.Highlights {
		if was.At != h.At || was.Until != h.Until {
			kept = append(kept, was)
		} else if h.kept == nil {
			h.kept = was.kept
		}
	}
	if h.Decision != "" || h.Note != "" {
		kept = append(kept, h)
	}
	r.Highlights = kept
}

// HighlightAt is what was decided on the stretch between two times; false when
// nothing was.
func (r *Review) HighlightAt(at, until time.Duration) (Highlight, bool) {
	for _, h := range r.Highlights {
		if h.At == millis(at) && h.Until == millis(until) {
			return h, true
		}
	}
	return Highlight{}, false
}

// seconds is a moment as it is kept.
func seconds(t time.Time) time.Time { return t.UTC().Truncate(time.Second) }

// millis is a time of the session as it is kept.
func millis(d time.Duration) time.Duration { return d.Truncate(time.Millisecond) }
