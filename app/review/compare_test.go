package review

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/internal/board"
	"talkthrough/internal/interview"
	"talkthrough/internal/progress"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

// attemptOn is an attempt at the prepared question, begun some days from the
// fixture's, that draws a box of its own in each of three phases.
func attemptOn(t testing.TB, days int, box string) (*session.Attempt, Past) {
	t.Helper()
	s := newScribe(t)
	s.waits(60)
	s.draws(board.Rectangle, box+" clarify", "transparent", 0, 0, 160, 80)
	s.enters("task")
	s.waits(120)
	s.draws(board.Rectangle, box+" task", "transparent", 300, 0, 160, 80)
	s.enters("architecture")
	s.draws(board.Rectangle, box+" flow", "transparent", 600, 0, 160, 80)
	s.waits(30)
	s.rec.Do(session.Ended{})
	a := s.opens()
	meta := a.Meta
	meta.Started = meta.Started.AddDate(0, 0, days)
	if err := meta.Save(a.Dir); err != nil {
		t.Fatal(err)
	}
	a.Meta, a.Question = meta, preparedQuestion()
	return a, Past{Dir: a.Dir, Attempt: progress.Attempt{
		ID: meta.ID, Question: meta.Question.ID, Level: meta.Level, Started: meta.Started, Length: a.Timeline().Length(),
	}}
}

// comparing opens the comparison of an attempt in a window.
func comparing(t *testing.T, a *session.Attempt, past ...Past) (*rig, *comparePage, fyne.Canvas) {
	t.Helper()
	r := rigFor(t, a, nil)
	r.past = past
	c := r.inWindow()
	r.settle()
	r.Do(keys.PageCompare)
	r.settle()
	return r, r.shown.page.(*comparePage), c
}

// drawn are the texts on a board.
func drawn(s *board.Scene) string {
	var out []string
	for _, e := range s.Elements() {
		if e.Kind == board.Text {
			out = append(out, e.Text)
		}
	}
	return strings.Join(out, ", ")
}

func TestBoardsAreComparedAtTheSamePhase(t *testing.T) {
	a, own := attemptOn(t, 0, "mine")
	_, earlier := attemptOn(t, -7, "theirs")
	_, p, c := comparing(t, a, own, earlier)
	for _, step := range []struct{ key, mine, theirs, caption string }{
		{"1", "mine clarify", "theirs clarify", "Clarify left at 1:03"},
		{"2", "mine clarify, mine task", "theirs clarify, theirs task", "Task left at 3:06"},
		{"3", "mine clarify, mine task, mine flow", "theirs clarify, theirs task, theirs flow", "at the end"},
		{"6", "mine clarify, mine task, mine flow", "theirs clarify, theirs task, theirs flow", "at the end"},
		{string(fyne.KeyRight), "mine clarify, mine task, mine flow", "theirs clarify, theirs task, theirs flow", "at the end"},
	} {
		keyed(c, fyne.KeyName(step.key))
		if mine, theirs := drawn(p.boards.mine.scene), drawn(p.boards.theirs.scene); mine != step.mine || theirs != step.theirs {
			t.Errorf("at %s: %q beside %q", step.key, mine, theirs)
		}
		for _, b := range []*compareBoard{p.boards.mine, p.boards.theirs} {
			if !strings.Contains(b.caption.Text(), step.caption) {
				t.Errorf("at %s: %q", step.key, b.caption.Text())
			}
		}
	}
	if p.boards.phase != 6 {
		t.Errorf("phase %d", p.boards.phase)
	}
	p.boards.phases.cells[1].Tapped(&fyne.PointEvent{})
	keyed(c, fyne.KeyLeft)
	if got := drawn(p.boards.theirs.scene); got != "theirs clarify" {
		t.Errorf("by click and arrow: %q", got)
	}
}

func TestTablesAndBoardsAreAKeyApart(t *testing.T) {
	a, _ := attemptOn(t, 0, "mine")
	_, past := attemptOn(t, -7, "theirs")
	_, p, c := comparing(t, a, past)
	tables := p.scroll
	boardsShown := func() bool { return p.body.Objects[0] == p.boards.object && p.boards.object.Size() == p.body.Size() }
	for i, step := range []struct {
		key    fyne.KeyName
		boards bool
	}{{"W", true}, {"W", false}, {fyne.KeyRight, true}, {"W", false}, {"3", true}} {
		keyed(c, step.key)
		if boardsShown() != step.boards {
			t.Errorf("step %d, %s: boards %v", i, step.key, boardsShown())
		}
	}
	p.words[0].Tapped(&fyne.PointEvent{})
	keyed(c, fyne.KeyDown)
	if boardsShown() || tables.Offset.Y <= 0 {
		t.Errorf("by click, then down: %v", tables.Offset)
	}
	if size := p.boards.mine.view.Object().Size(); size.Width < 500 || size.Height < 200 {
		t.Errorf("a board is %v", size)
	}
}

func TestAPhaseThatIsComeBackToCountsAsItWasLeftLast(t *testing.T) {
	s := newScribe(t)
	s.waits(10)
	s.enters("task")
	s.waits(10)
	s.enters("clarify")
	s.waits(10)
	s.enters("data")
	s.waits(10)
	s.enters("task")
	s.waits(10)
	s.rec.Do(session.Ended{})
	a := s.opens()
	for phase, want := range map[string]time.Duration{"clarify": 30 * time.Second, "task": 50 * time.Second, "data": 40 * time.Second, "deploy": 50 * time.Second} {
		at, left := leaving(a, interview.PhaseIndex(phase))
		if at != want || left != (want < 50*time.Second) {
			t.Errorf("%s is left at %v, %v, want %v", phase, at, left, want)
		}
	}
}

func TestTheNewestOtherAttemptIsComparedFirst(t *testing.T) {
	a, own := attemptOn(t, 0, "mine")
	_, old := attemptOn(t, -7, "old")
	_, later := attemptOn(t, 3, "later")
	elsewhere := Past{Dir: t.TempDir(), Attempt: progress.Attempt{Question: "search-ranking", Started: a.Started.AddDate(0, 0, 9)}}
	r, p, c := comparing(t, a, old, elsewhere, own, later)
	words := said(p.object())
	keyed(c, "1")
	if got := drawn(p.boards.theirs.scene); got != "later clarify" || len(p.chooser.Options) != 2 || !strings.Contains(words, "26 November 2026, later") {
		t.Errorf("%q of %q", got, p.chooser.Options)
	}
	keyed(c, "O")
	r.settle()
	if got := drawn(p.boards.theirs.scene); got != "old clarify" || p.boards.phase != 0 {
		t.Errorf("by key: %q, phase %d", got, p.boards.phase)
	}
	p.chooser.SetSelectedIndex(0)
	r.settle()
	if got := drawn(p.boards.theirs.scene); got != "later clarify" {
		t.Errorf("by the list: %q", got)
	}
	for range 3 {
		keyed(c, "O") // faster than they open
	}
	r.settle()
	if got := drawn(p.boards.theirs.scene); got != "old clarify" {
		t.Errorf("the last one chosen is not the one that is shown: %q", got)
	}
}

func TestScoresAndCoverageOfBothAreThere(t *testing.T) {
	a, _ := attemptOn(t, 0, "mine")
	other, past := attemptOn(t, -7, "theirs")
	when := time.Date(2026, 11, 16, 15, 0, 0, 0, time.UTC)
	theirs, err := review.Load(other.Dir)
	if err != nil {
		t.Fatal(err)
	}
	write := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	write(theirs.SetScore(when, "modelling", review.Score{Value: 2}))
	write(theirs.OpenReference(when))
	write(theirs.SetScore(when, "modelling", review.Score{Value: 1}))
	write(theirs.SetCovered("clarify", "Asks for the scale.", review.Covered))
	write(theirs.Save(other.Dir))
	keepQuestion(t, other)
	r, p, _ := comparing(t, a, past)
	r.write(func(v *review.Review) error {
		if err := v.SetCovered("clarify", "Asks for the scale.", review.Missed); err != nil {
			return err
		}
		return v.SetScore(when, "modelling", review.Score{Value: 4})
	})
	words := strings.ReplaceAll(said(p.object()), "\n", " ")
	for _, want := range []string{
		"Problem navigation 3 – – 3 – –", "Modelling – 4 – – 2 1",
		"Clarify 0 1 2 1 0 2", "Together 0 1 6 1 0 6", "Length 3:39 3:39", "First box on the board",
	} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is missing in %q", want, words)
		}
	}
}

// keepQuestion writes the prepared question into the attempt's folder, as
// an interview does.
func keepQuestion(t testing.TB, a *session.Attempt) {
	t.Helper()
	var out strings.Builder
	q := a.Question
	fmt.Fprintf(&out, "id: %s\ntitle: %s\ndomain: %s\nprompt: %s\nphases:\n", q.ID, q.Title, q.Domain, q.Prompt+strings.Repeat(" Take it from the problem to production.", 2))
	for _, ph := range interview.Phases {
		outline := q.Phases.Of(ph.ID)
		if len(outline.Junior) == 0 {
			continue
		}
		fmt.Fprintf(&out, "  %s:\n", ph.ID)
		for _, level := range interview.Levels {
			if points := outline.At(string(level)); len(points) > 0 {
				fmt.Fprintf(&out, "    %s:\n", level)
				for _, point := range points {
					fmt.Fprintf(&out, "      - %q\n", point)
				}
			}
		}
	}
	if err := os.WriteFile(a.Asked(), []byte(out.String()), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestADamagedAttemptIsSaidAndNotOfferedAgain(t *testing.T) {
	a, _ := attemptOn(t, 0, "mine")
	_, good := attemptOn(t, -7, "good")
	bad, damaged := attemptOn(t, -1, "bad")
	if err := os.WriteFile(filepath.Join(bad.Dir, "session.yaml"), []byte("format: [\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r, p, c := comparing(t, a, good, damaged)
	keyed(c, "1")
	if words := said(p.object()); !strings.Contains(words, "22 November 2026, 14:05 cannot be opened") || drawn(p.boards.theirs.scene) != "good clarify" || len(p.others) != 1 {
		t.Errorf("%q, %q, %d", words, drawn(p.boards.theirs.scene), len(p.others))
	}
	r.past = []Past{damaged}
	_, alone, _ := comparing(t, a, damaged)
	if words := said(alone.object()); !strings.Contains(words, "cannot be opened") || !strings.Contains(words, "Nothing to compare") {
		t.Errorf("alone: %q", words)
	}
}

func TestWithoutAnotherAttemptThePageSaysSo(t *testing.T) {
	a, own := attemptOn(t, 0, "mine")
	r, p, c := comparing(t, a, own)
	if words := said(p.object()); !strings.Contains(words, "Nothing to compare with yet") || !strings.Contains(words, "Practise this question again") {
		t.Errorf("%q", words)
	}
	for range 2 {
		keyed(c, "O", "W", fyne.KeyHome, fyne.KeyRight)
		if at := r.parts.transport.Position(); at != 5*time.Second {
			t.Errorf("the keyboard does not reach the replay: %v", at)
		}
		r.Do(keys.PageReplay)
		r.Do(keys.PageCompare)
	}
}

func TestOwnQuestionsAreComparedByTheirPrompt(t *testing.T) {
	own := func(days int, prompt string) (*session.Attempt, Past) {
		a, past := attemptOn(t, days, prompt)
		a.Meta.Question.ID, a.Meta.Question.Prompt, past.Question = "own", prompt, "own"
		a.Meta.Question.Title, a.Meta.Question.Domain = "A title", "Own"
		if err := a.Meta.Save(a.Dir); err != nil {
			t.Fatal(err)
		}
		return a, past
	}
	a, _ := own(0, "Rank songs.")
	_, same := own(-9, "Rank songs.")
	_, another := own(-1, "Find spam.")
	_, p, c := comparing(t, a, another, same)
	keyed(c, "1")
	if got := drawn(p.boards.theirs.scene); got != "Rank songs. clarify" || len(p.others) != 1 || p.wrong != "" {
		t.Errorf("%q, %d, %q", got, len(p.others), p.wrong)
	}
}

func TestTheComparisonKeepsUpWithTheReview(t *testing.T) {
	a, _ := attemptOn(t, 0, "mine")
	_, past := attemptOn(t, -7, "theirs")
	r, p, _ := comparing(t, a, past)
	r.Do(keys.PageScore)
	r.write(func(v *review.Review) error {
		return v.SetScore(time.Unix(5, 0), "data", review.Score{Value: 4})
	})
	r.Do(keys.PageCompare)
	if words := strings.ReplaceAll(said(p.object()), "\n", " "); !strings.Contains(words, "Training data – 4 –") {
		t.Errorf("%q", words)
	}
}
