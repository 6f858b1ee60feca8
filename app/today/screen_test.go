package today

import (
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
	"talkthrough/questions"
)

func noon() time.Time { return time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC) }

// calls records what the screen asked for.
type calls struct{ said []string }

func (c *calls) actions() Actions {
	entry := func(what string) func(library.Entry) {
		return func(e library.Entry) { c.said = append(c.said, what+" "+filepath.Base(e.Dir)) }
	}
	return Actions{
		Start: func(q *question.Question) {
			if q == nil {
				c.said = append(c.said, "start")
				return
			}
			c.said = append(c.said, "start "+q.ID)
		},
		Again:    func() { c.said = append(c.said, "again") },
		Blind:    func() { c.said = append(c.said, "blind") },
		WarmUp:   func() { c.said = append(c.said, "warm-up") },
		All:      func() { c.said = append(c.said, "all") },
		Open:     entry("open"),
		Continue: entry("continue"),
		Rescue:   entry("rescue"),
		Folder:   func(path string) { c.said = append(c.said, "folder "+path) },
	}
}

func (c *calls) want(t *testing.T, said ...string) {
	t.Helper()
	if !slices.Equal(c.said, said) {
		t.Errorf("asked for %q, want %q", c.said, said)
	}
	c.said = nil
}

func entry(name, title string, state library.State, started time.Time, length time.Duration) library.Entry {
	return library.Entry{
		Folder: session.Folder{Dir: "/attempts/" + name},
		Meta:   session.Meta{ID: name, Question: question.Question{Title: title}, Level: interview.Senior, Started: started},
		Length: length,
		Takes:  1,
		State:  state,
	}
}

func everyState() []library.Entry {
	damaged := entry("damaged", "", library.Damaged, noon().AddDate(0, 0, -3), 0)
	damaged.Level = ""
	damaged.Problem = errors.New("/attempts/damaged/session.yaml: line 4: plan: \"warmup\" is no phase; mend the line or move the folder away")
	return []library.Entry{
		entry("cut", "Design a video ranking system", library.CutOff, noon().Add(-time.Hour), 754*time.Second),
		entry("elsewhere", "Design a translation model", library.Recording, noon().Add(-2*time.Minute), 121*time.Second),
		entry("today", "Design a place recommendation system", library.Finished, noon().Add(-3*time.Hour), 2412*time.Second),
		entry("yesterday", "Design a bank transaction fraud detection system", library.Finished, noon().AddDate(0, 0, -1), 2399*time.Second),
		damaged,
		entry("earlier", "Design the Stories feature in Instagram", library.Finished, noon().AddDate(0, 0, -11), 1805*time.Second),
		entry("lastyear", "Design a face-swap lens", library.Finished, noon().AddDate(-1, 0, 0), 2700*time.Second),
	}
}

func builtIn(t *testing.T) []question.Question {
	t.Helper()
	bank := question.Load(questions.FS, "")
	if len(bank.Questions) == 0 {
		t.Fatal("there are no built-in questions")
	}
	return bank.Questions
}

func brokenBank(t *testing.T) question.Bank {
	file := func(name string) string { return filepath.Join(library.QuestionsDir(), name) }
	return question.Bank{Questions: builtIn(t), Problems: []question.Problem{
		{File: file("mine.yaml"), Line: 3, Field: "title", Message: "is missing; expected one line of at most 100 characters"},
		{File: file("mine.yaml"), Line: 9, Field: "prompt", Message: "has 12 characters; expected 40 to 4000"},
		{File: file("team/second.yml"), Line: 1, Message: "is no YAML: found a tab where spaces are expected"},
		{File: file("team/second.yml"), Line: 30, Field: "id", Message: "\"video-ranking\" was already used"},
	}}
}

// fresh returns an empty screen in an app of that look, at noon.
func fresh(t *testing.T, do Actions, mode look.Mode) *Screen {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: mode})
	s := New(do)
	s.now = noon
	return s
}

// open puts the screen in a window of that size.
func open(t *testing.T, s *Screen, size fyne.Size) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, look.NewStage(s.Object()))
	w.SetPadded(false)
	w.Resize(size)
	return w
}
