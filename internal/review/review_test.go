package review

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"talkthrough/internal/interview"
)

var now = time.Date(2026, 11, 23, 15, 0, 0, 0, time.UTC)

func TestTheReferenceStaysLockedUntilThePrediction(t *testing.T) {
	var r Review
	if !r.Locked() || !errors.Is(r.OpenReference(now), ErrLocked) || !r.ReferenceOpened.IsZero() {
		t.Error("the reference of a new review is open")
	}
	for _, scores := range []map[string]int{nil, {"data": 5}, {"data": 0}, {"charm": 3}} {
		if err := r.Predict(now, scores); err == nil || !r.Locked() {
			t.Errorf("the prediction %v opens it: %v", scores, err)
		}
	}
	mine := map[string]int{"data": 2, "altitude": 4}
	if err := r.Predict(now, mine); err != nil || r.Locked() {
		t.Errorf("after the prediction: %v, locked %v", err, r.Locked())
	}
	mine["data"] = 4 // the caller's map is not the review's
	if err := r.Predict(now, mine); !errors.Is(err, ErrPredicted) || r.Predicted.Scores["data"] != 2 {
		t.Errorf("a second prediction: %v, now %v", err, r.Predicted.Scores)
	}
	if err := r.SkipPrediction(now, "later"); !errors.Is(err, ErrPredicted) || r.Predicted.Skipped != "" {
		t.Errorf("skipping after a prediction: %v", err)
	}
	if err := r.OpenReference(now.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if err := r.OpenReference(now.Add(2 * time.Hour)); err != nil || !r.ReferenceOpened.Equal(now.Add(time.Hour)) {
		t.Errorf("opened a second time it counts from %v, %v", r.ReferenceOpened, err)
	}
}

func TestThePredictionIsSkippedOnceAndWithAReason(t *testing.T) {
	var r Review
	if err := r.SkipPrediction(now, " \n"); err == nil || !r.Locked() {
		t.Errorf("skipped without a reason: %v", err)
	}
	if err := r.SkipPrediction(now, " no voice "); err != nil || r.Locked() || r.Predicted.Skipped != "no voice" {
		t.Errorf("skipped: %v, %+v", err, r.Predicted)
	}
	if err := r.SkipPrediction(now, "again"); !errors.Is(err, ErrPredicted) {
		t.Errorf("skipped a second time: %v", err)
	}
	if err := r.Predict(now, map[string]int{"data": 2}); !errors.Is(err, ErrPredicted) {
		t.Errorf("predicted after skipping: %v", err)
	}
}

// Scores go to the first time until the reference is opened, and to the second
// from then on; the first stay.
func TestScoresAreGivenTwiceAndBothAreKept(t *testing.T) {
	var r Review
	moment := Evidence{Kind: MomentEvidence, At: time.Minute}
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	do(r.Predict(now, map[string]int{"data": 4}))
	do(r.AddEvidence(now, "data", moment)) // before there is a value
	if len(r.Values()) != 0 || r.Unsupported() != nil {
		t.Errorf("evidence alone counts as a score: %v", r.Values())
	}
	do(r.SetScore(now, "data", Score{Value: 3, Evidence: r.Scoring().Scores["data"].Evidence, Note: "labels"}))
	do(r.SetScore(now, "features", Score{Value: 2}))
	do(r.SetScore(now, "altitude", Score{Value: 1}))
	do(r.OpenReference(now.Add(time.Hour)))
	do(r.SetScore(now.Add(2*time.Hour), "data", Score{Value: 1}))
	do(r.AddEvidence(now.Add(2*time.Hour), "data", moment))
	do(r.AddEvidence(now.Add(2*time.Hour), "data", Evidence{Kind: NoteEvidence, Line: 4}))

	if diff := cmp.Diff(map[string]int{"data": 3, "features": 2, "altitude": 1}, r.First.Values()); diff != "" {
		t.Errorf("the first time (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(map[string]int{"data": 1}, r.Second.Values()); diff != "" {
		t.Errorf("the second time (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(map[string]int{"data": 1, "features": 2, "altitude": 1}, r.Values()); diff != "" {
		t.Errorf("in the end (-want +got)\n%s", diff)
	}
	if s := r.Score("data"); len(s.Evidence) != 2 || s.Note != "labels" {
		t.Errorf("in the end data has %+v", s)
	}
	if !r.First.At.Equal(now) || !r.Second.At.Equal(now.Add(2*time.Hour)) {
		t.Errorf("given at %v and %v", r.First.At, r.Second.At)
	}
	if got, want := r.Unsupported(), []string{"features", "altitude"}; !slices.Equal(got, want) {
		t.Errorf("without evidence: %q, want %q", got, want)
	}
	if got, want := r.Gaps(interview.Senior), []Gap{{"data", 1, 3}, {"altitude", 1, 3}, {"features", 2, 3}}; !slices.Equal(got, want) {
		t.Errorf("a senior's gaps: %v, want %v", got, want)
	}
	if got, want := r.Gaps(interview.Junior), []Gap{{"data", 1, 2}, {"altitude", 1, 2}}; !slices.Equal(got, want) {
		t.Errorf("a junior's gaps: %v, want %v", got, want)
	}
	for _, bad := range []error{r.SetScore(now, "charm", Score{Value: 2}), r.SetScore(now, "data", Score{Value: 5}), r.SetScore(now, "data", Score{Value: -1})} {
		if bad == nil {
			t.Error("an impossible score was taken")
		}
	}
	do(r.SetScore(now, "data", Score{}))
	if _, there := r.Second.Scores["data"]; there || r.Values()["data"] != 3 {
		t.Errorf("taken back, data is a %d", r.Values()["data"])
	}
}

// The playhead is finer than the file.
func TestWhatIsPointedAtIsKeptInMilliseconds(t *testing.T) {
	var r Review
	fine := time.Minute + 1234567*time.Nanosecond
	for _, e := range []Evidence{
		{Kind: SpanEvidence, At: fine, Until: fine + time.Microsecond},
		{Kind: SpanEvidence, At: fine, Until: fine + time.Second},
		{Kind: MomentEvidence, At: fine, Until: fine},
	} {
		if err := r.AddEvidence(now, "data", e); err != nil {
			t.Fatal(err)
		}
	}
	r.Decide(Highlight{At: fine, Until: 2 * fine, Decision: Keep})
	dir := t.TempDir()
	if err := r.Save(dir); err != nil {
		t.Fatal(err)
	}
	got, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	ms := time.Minute + time.Millisecond
	want := []Evidence{{Kind: MomentEvidence, At: ms}, {Kind: SpanEvidence, At: ms, Until: ms + time.Second}, {Kind: MomentEvidence, At: ms}}
	if diff := cmp.Diff(want, got.First.Scores["data"].Evidence, same); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if h, ok := got.HighlightAt(fine, 2*fine); !ok || h.Decision != Keep {
		t.Errorf("the stretch is found as %+v, %v", h, ok)
	}
}

func TestWhenAReviewIsDone(t *testing.T) {
	var r Review
	if r.Reviewed() {
		t.Error("an empty review is done")
	}
	r.Reflection = Reflection{At: now, Gap: "labels"}
	if r.Reviewed() {
		t.Error("a reflection without scores is a review")
	}
	if err := r.SetScore(now, "data", Score{Value: 2}); err != nil || !r.Reviewed() {
		t.Errorf("scored and reflected on it is not done: %v", err)
	}
	r.Reflection = Reflection{}
	if r.Reviewed() {
		t.Error("scores without a reflection are a review")
	}
}

func TestTagsAndDecisions(t *testing.T) {
	var r Review
	r.SetTag("leakage", true)
	r.SetTag("no-goal", true)
	r.SetTag("leakage", true)
	if want := []string{"no-goal", "leakage"}; !slices.Equal(r.Tags, want) {
		t.Errorf("tags %q, want %q", r.Tags, want)
	}
	r.SetTag("no-goal", false)
	if want := []string{"leakage"}; !slices.Equal(r.Tags, want) {
		t.Errorf("tags %q, want %q", r.Tags, want)
	}
	r.Decide(Highlight{At: time.Second, Until: 2 * time.Second, Decision: Keep})
	r.Decide(Highlight{At: time.Second, Until: 3 * time.Second, Note: "hm"})
	r.Decide(Highlight{At: time.Second, Until: 2 * time.Second, Decision: Skip, Note: "no"})
	if h, ok := r.HighlightAt(time.Second, 2*time.Second); !ok || h.Decision != Skip || h.Note != "no" || len(r.Highlights) != 2 {
		t.Errorf("decided: %+v, %v of %v", h, ok, r.Highlights)
	}
	r.Decide(Highlight{At: time.Second, Until: 2 * time.Second})
	if _, ok := r.HighlightAt(time.Second, 2*time.Second); ok || len(r.Highlights) != 1 {
		t.Errorf("taken back, there is %v", r.Highlights)
	}
}

func TestPointsOfTheReference(t *testing.T) {
	var r Review
	points := []string{"States the goal.", "Asks for the scale, in requests.", "says the goal"}
	for i, c := range []Coverage{Covered, Missed} {
		if err := r.SetCovered("clarify", points[i], c); err != nil {
			t.Fatal(err)
		}
	}
	if covered, missed := r.CountCovered("clarify", points); covered != 1 || missed != 1 {
		t.Errorf("%d covered, %d missed", covered, missed)
	}
	if c := r.CoverageOf("data", points[0]); c != "" {
		t.Errorf("in another phase it is %q", c)
	}
	if err := r.SetCovered("clarify", points[0], ""); err != nil || r.CoverageOf("clarify", points[0]) != "" {
		t.Errorf("taken back: %v", err)
	}
	if err := r.SetCovered("lunch", points[0], Covered); err == nil {
		t.Error("lunch is a phase")
	}
	if err := (&Review{}).SetCovered("data", points[0], ""); err != nil {
		t.Error(err)
	}
}

func TestThePointsKeys(t *testing.T) {
	long := strings.Repeat("a long point ", 30)
	seen := map[string]string{}
	for _, point := range []string{"", "x", "X", "x.", "...", "é漢🎈", "漢", "States the goal.", "States the goal", long, long + "x", "yes", "null"} {
		k := PointKey(point)
		if kebabRank(k) != 0 || len(k) > keyLength+9 {
			t.Errorf("%q has the key %q", point, k)
		}
		if other, ok := seen[k]; ok {
			t.Errorf("%q and %q have the key %q", point, other, k)
		}
		seen[k] = point
		if PointKey(point) != k {
			t.Errorf("%q has two keys", point)
		}
	}
	if k := PointKey("States the goal."); !strings.HasPrefix(k, "states-the-goal-") {
		t.Errorf("nobody can read %q", k)
	}
}

func TestAMentorsSecondFileTakesThePlaceOfTheFirst(t *testing.T) {
	var r Review
	r.AddMentor(Mentor{Name: "Maria", Scores: map[string]int{"data": 2}})
	r.AddMentor(Mentor{Name: "Ada"})
	r.AddMentor(Mentor{Name: "Maria", Scores: map[string]int{"data": 3}})
	if len(r.Mentors) != 2 || r.Mentors[1].Scores["data"] != 3 {
		t.Errorf("%+v", r.Mentors)
	}
	r.RemoveMentor("Maria")
	if len(r.Mentors) != 1 || r.Mentors[0].Name != "Ada" {
		t.Errorf("%+v", r.Mentors)
	}
}
