package review

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/internal/question"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

// preparedQuestion is a question with something of everything.
func preparedQuestion() question.Question {
	q := question.Question{ID: "video-ranking", Title: "Design a video ranking system", Domain: "Recommendation", Prompt: "Rank."}
	q.Phases.Clarify = question.Outline{
		Junior: []string{"Says the goal in a sentence.", "Asks for the scale."},
		Senior: []string{"Asks what staying means."},
		Staff:  []string{"Names the creators."},
	}
	q.Phases.Task = question.Outline{Junior: []string{"Says what is learned."}}
	q.Phases.Architecture = question.Outline{Junior: []string{"Draws the whole flow."}, Senior: []string{"Says where time is spent.", "Names the fallback."}}
	q.Metrics.Offline = []question.Metric{{Name: "Recall at 1000", Why: "What is missed here nobody brings back."}}
	q.Metrics.Guardrail = []question.Metric{{Name: "Page time", Why: "Slow pages lose viewers."}}
	q.Data = question.Data{Sources: []string{"The impression log."}, Labels: []string{"Watched well."}}
	q.Pitfalls = []string{"Optimising clicks."}
	q.Ambiguous = []string{"What staying means is left open."}
	q.Clarify = []question.Clarification{
		{ID: "goal", Ask: "What is the goal?", Answer: "That they come back."},
		{ID: "scale", Ask: "How many viewers?", Answer: "A hundred million."},
	}
	q.Variants = []question.Variant{{Title: "Short clips only", Change: "Every video is under a minute."}}
	q.Reading = []question.Work{{Title: "A paper on ranking", By: "Somebody", Year: 2019}}
	q.Board = question.Diagram{
		Boxes:  []question.DiagramBox{{ID: "app", Part: "client", Label: "App"}, {ID: "rank", Part: "model", Label: "Ranker"}},
		Arrows: []question.DiagramArrow{{From: "app", To: "rank"}},
	}
	return q
}

// preparedMock is a mock at that question that asked one thing.
func preparedMock(t testing.TB) *session.Attempt {
	s := newScribe(t)
	s.waits(60)
	s.rec.Ask("How many users?", "scale")
	s.draws("rectangle", "Early", "transparent", 0, 0, 160, 80)
	s.enters("task")
	s.waits(60)
	s.enters("architecture")
	s.draws("rectangle", "Late", "transparent", 300, 0, 160, 80)
	s.waits(60)
	s.rec.Do(session.Ended{})
	a := s.opens()
	a.Question = preparedQuestion()
	return a
}

// referring opens the reference of an attempt in a window.
func referring(t *testing.T, a *session.Attempt) (*rig, *referencePage, fyne.Canvas) {
	t.Helper()
	r := rigFor(t, a, nil)
	c := r.inWindow()
	r.settle()
	r.Do(keys.PageRef)
	r.settle()
	return r, r.shown.page.(*referencePage), c
}

func TestTheReferenceFollowsThePlayhead(t *testing.T) {
	r, p, _ := referring(t, preparedMock(t))
	for _, step := range []struct {
		at   time.Duration
		want string
	}{
		{10 * time.Second, "Asks what staying means. Says the goal in a sentence. Asks for the scale."},
		{70 * time.Second, "Says what is learned."},
		{150 * time.Second, "Says where time is spent. Names the fallback. Draws the whole flow."},
		{70 * time.Second, "Says what is learned."},
	} {
		r.seek(step.at)
		if got := strings.Join(p.points.words, " "); got != step.want {
			t.Errorf("at %v: %q, want %q", step.at, got, step.want)
		}
	}
	p.phases.cells[0].Tapped(&fyne.PointEvent{})
	r.seek(80 * time.Second)
	if p.phase != 0 {
		t.Errorf("a phase that was chosen stays while the playhead stays in its own: %d", p.phase)
	}
	r.seek(150 * time.Second)
	if p.phase != 2 {
		t.Errorf("in another phase it follows again: %d", p.phase)
	}
}

func TestTheOtherLevelsAreAKeyAway(t *testing.T) {
	r, p, c := referring(t, preparedMock(t))
	var got []string
	for range 3 {
		got = append(got, fmt.Sprintf("%s %d", p.level, len(p.points.words)))
		keyed(c, fyne.KeyA)
	}
	if want := "[senior 3 junior 2 staff 4]"; fmt.Sprint(got) != want || p.level != "senior" {
		t.Errorf("%v then %s, want %s", got, p.level, want)
	}
	p.levels[2].Tapped(&fyne.PointEvent{})
	if p.level != "staff" || p.points.words[0] != "Names the creators." || r.shown.page != page(p) {
		t.Errorf("%s: %q", p.level, p.points.words)
	}
}

func TestPointsAreGoneThroughByKeyboard(t *testing.T) {
	a := preparedMock(t)
	r, p, c := referring(t, a)
	keyed(c, "C", fyne.KeyDown, "M", fyne.KeyDown, "C", "C", fyne.KeyDown)
	r.settle()
	kept, err := review.Load(a.Dir)
	if err != nil {
		t.Fatal(err)
	}
	for point, want := range map[string]review.Coverage{
		"Asks what staying means.": review.Covered, "Says the goal in a sentence.": review.Missed, "Asks for the scale.": "",
	} {
		if got := kept.CoverageOf("clarify", point); got != want {
			t.Errorf("%s is %q, want %q", point, got, want)
		}
	}
	if got := p.points.counts.Text(); got != "1 covered, 1 missed, 1 open" {
		t.Error(got)
	}
	if got := p.phases.cells[0].count; got != "1/3" {
		t.Error(got)
	}
	keyed(c, fyne.KeyUp, "M") // on the second again
	if got := p.points.counts.Text(); got != "1 covered, 0 missed, 2 open" {
		t.Error(got)
	}
	if r.hearing.muted || c.Focused() != fyne.Focusable(p.list) {
		t.Errorf("muted %v, the keyboard is with %T", r.hearing.muted, c.Focused())
	}
	keyed(c, fyne.KeySpace, fyne.KeyRight)
	if !r.parts.transport.Playing() || r.parts.transport.Position() != 5*time.Second {
		t.Error("the other keys reach the replay no more")
	}
	keyed(c, "3")
	if p.phase != 2 {
		t.Errorf("phase %d", p.phase)
	}
}

func TestABoxTurnsAtEachClick(t *testing.T) {
	r, p, _ := referring(t, preparedMock(t))
	var got []review.Coverage
	for range 3 {
		test.Tap(p.points.boxes[1])
		got = append(got, r.ledger.review.CoverageOf("clarify", p.points.words[1]))
	}
	if fmt.Sprint(got) != "[covered missed ]" || p.points.at != 1 {
		t.Errorf("%v, point %d", got, p.points.at)
	}
}

func TestWhatWasCoveredIsKept(t *testing.T) {
	a := preparedMock(t)
	r, _, c := referring(t, a)
	keyed(c, "C", fyne.KeyDown, "M")
	r.settle()
	first := r.ledger.review.ReferenceOpened
	if first.IsZero() {
		t.Fatal("that it was seen is not noted")
	}
	_, p, _ := referring(t, a)
	if got := p.points.counts.Text(); got != "1 covered, 1 missed, 1 open" || p.points.boxes[0].state != review.Covered || p.points.boxes[1].state != review.Missed {
		t.Errorf("%s: %v %v", got, p.points.boxes[0].state, p.points.boxes[1].state)
	}
	if again := p.screen.ledger.review.ReferenceOpened; again.Unix() != first.Unix() {
		t.Errorf("first seen at %v, now %v", first, again)
	}
}

func TestScoresAfterTheReferenceAreTheSecond(t *testing.T) {
	r, _, c := referring(t, preparedMock(t))
	r.Do(keys.PageScore)
	keyed(c, "3")
	if got := r.ledger.review.Second.Values()["navigation"]; got != 3 || len(r.ledger.review.First.Values()) > 0 {
		t.Errorf("first %v, second %v", r.ledger.review.First.Values(), r.ledger.review.Second.Values())
	}
}

func TestTheReferenceIsLockedUntilThePrediction(t *testing.T) {
	s := newScribe(t)
	s.unseen = true
	s.waits(60)
	s.rec.Do(session.Ended{})
	a := s.opens()
	a.Question = preparedQuestion()
	r := rigFor(t, a, nil)
	r.settle()
	r.Do(keys.PageRef)
	if _, on := r.shown.page.(*referencePage); on {
		t.Fatal("it opens before the prediction")
	}
	r.opens(keys.PageRef) // even past the prediction
	p := r.shown.page.(*referencePage)
	words := said(p.object())
	if !strings.Contains(words, "predicted") || !strings.Contains(words, keys.Hint(keys.PageScore)) || strings.Contains(words, "staying") {
		t.Errorf("locked it says %q", words)
	}
	if !r.ledger.review.ReferenceOpened.IsZero() || p.focus() != nil {
		t.Error("it counts as seen")
	}
	r.opens(keys.PageReplay)
	r.write(func(v *review.Review) error { return v.SkipPrediction(time.Unix(5, 0), "in a hurry") })
	r.opens(keys.PageRef)
	if len(p.points.words) != 3 || r.ledger.review.ReferenceOpened.IsZero() {
		t.Errorf("after it: %d points", len(p.points.words))
	}
}

func TestARecordingFromElsewhereHasNothingToPredict(t *testing.T) {
	s := newScribe(t)
	s.unseen = true
	s.waits(60)
	s.rec.Do(session.Ended{})
	a := s.opens()
	a.Question, a.Imported = preparedQuestion(), &session.Imported{}
	r, p, _ := referring(t, a)
	if p.list == nil || r.ledger.review.ReferenceOpened.IsZero() || r.ledger.review.Predicted.Skipped == "" {
		t.Errorf("%+v", r.ledger.review)
	}
}

func TestAReviewThatCannotBeReadKeepsTheReferenceLocked(t *testing.T) {
	a := preparedMock(t)
	if err := os.WriteFile(filepath.Join(a.Dir, review.FileName), []byte("predicted: [\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r, p, c := referring(t, a)
	if words := said(p.object()); p.list != nil || !strings.Contains(words, review.FileName) {
		t.Errorf("it says %q", words)
	}
	keyed(c, "C")
	if got, err := os.ReadFile(filepath.Join(r.attempt.Dir, review.FileName)); string(got) != "predicted: [\n" {
		t.Errorf("%v %q", err, got)
	}
}

func TestWithoutAnythingPreparedThePageSaysSo(t *testing.T) {
	for id, want := range map[string]string{"": "no question of the bank", question.OwnID: "your own", "video-ranking": "Only the prompt"} {
		a := preparedMock(t)
		a.Question = question.Question{ID: id, Title: "A title", Prompt: "Rank."}
		r, p, _ := referring(t, a)
		if words := said(p.object()); !strings.Contains(words, want) {
			t.Errorf("%q: %q", id, words)
		}
		if !r.ledger.review.ReferenceOpened.IsZero() {
			t.Errorf("%q: it counts as seen", id)
		}
		r.Do(keys.BothBoards)
		r.Do(keys.OtherLevel)
	}
}

func TestEverythingPreparedIsThere(t *testing.T) {
	_, p, _ := referring(t, preparedMock(t))
	words := said(p.object())
	for _, want := range []string{
		"Offline", "Recall at 1000", "Guardrail", "Page time", "The impression log.", "Watched well.", "Optimising clicks.",
		"What staying means is left open.", "What is the goal?", "That they come back.", "Short clips only", "A paper on ranking", "Somebody, 2019",
	} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is missing", want)
		}
	}
	for _, not := range []string{"A hundred million.", "Online"} {
		if strings.Contains(words, not) {
			t.Errorf("%q is there", not)
		}
	}
}

func TestTheReferenceBoardLiesBesideOnesOwn(t *testing.T) {
	r, p, c := referring(t, preparedMock(t))
	own := r.ownBoard
	keyed(c, "W")
	if len(r.sheet.Objects) != 1 || r.sheet.Objects[0] == own || !p.both.on {
		t.Fatal("one board alone")
	}
	viewer := p.boards.view.(viewer).Viewer
	if viewer.Zoom() <= 0 || viewer.Size().Width < 100 || own.Size().Width < 100 || own.Size().Width > 600 {
		t.Errorf("the boards are %v and %v", own.Size(), viewer.Size())
	}
	r.Do(keys.PageReplay)
	if r.sheet.Objects[0] != own {
		t.Error("on another page both are there still")
	}
	r.Do(keys.PageRef)
	if r.sheet.Objects[0] == own {
		t.Error("back on the page it is gone")
	}
	p.both.Tapped(&fyne.PointEvent{})
	if r.sheet.Objects[0] != own || own.Size().Width < 600 || c.Focused() != fyne.Focusable(p.list) {
		t.Errorf("taken away: the own one is %v, the keyboard is with %T", own.Size(), c.Focused())
	}
}
