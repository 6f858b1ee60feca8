package review

import (
	"fmt"
	"hash/fnv"
	"strings"

	"talkthrough/internal/interview"
)

// keyLength is how much of a point's words are in its key.
const keyLength = 40

// PointKey names a point of the reference by its words, such as
// "states-the-goal-1f3a9c2e": the beginning for people, a hash for the rest. It
// stays the same wherever the point is moved in its pack; a point that is
// worded anew is another one.
func PointKey(point string) string {
	var words strings.Builder
	for _, r := range strings.ToLower(point) {
		switch {
		case words.Len() >= keyLength:
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			words.WriteRune(r)
		case words.Len() > 0 && !strings.HasSuffix(words.String(), "-"):
			words.WriteByte('-')
		}
	}
	hash := fnv.New32a()
	hash.Write([]byte(point))
	return strings.TrimPrefix(fmt.Sprintf("%s-%08x", strings.Trim(words.String(), "-"), hash.Sum32()), "-")
}

// SetCovered says of a point of a phase's reference, given by its words,
// whether it was covered; "" takes what was said away. The error is for a phase
// that does not exist.
func (r *Review) SetCovered(phase, point string, c Coverage) error {
	if interview.PhaseIndex(phase) < 0 {
		return fmt.Errorf("%q is no phase of the interview", phase)
	}
	if c == "" {
		delete(r.Covered[phase], PointKey(point))
		return nil
	}
	if r.Covered == nil {
		r.Covered = map[string]map[string]Coverage{}
	}
	if r.Covered[phase] == nil {
		r.Covered[phase] = map[string]Coverage{}
	}
	r.Covered[phase][PointKey(point)] = c
	return nil
}

// CoverageOf is what was said of a point of a phase, given by its words; "" for
// nothing.
func (r *Review) CoverageOf(phase, point string) Coverage { return r.Covered[phase][PointKey(point)] }

// CountCovered counts, of the points given by their words, those covered and
// those missed; the others are open.
func (r *Review) CountCovered(phase string, points []string) (covered, missed int) {
	for _, point := range points {
		switch r.CoverageOf(phase, point) {
		case Covered:
			covered++
		case Missed:
			missed++
		}
	}
	return covered, missed
}
