package main

import (
	"fmt"
	"log/slog"

	"talkthrough/app"
	"talkthrough/app/setup"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
	"talkthrough/internal/question"
	"talkthrough/questions"
)

// practiceCmd begins a mock: in the app's set-up where there is a display, else
// in the terminal.
type practiceCmd struct {
	Question string `arg:"" optional:"" help:"Id of the question, or words of its title."`
	Level    string `help:"junior, senior or staff." default:"senior" enum:"junior,senior,staff"`
	Minutes  int    `help:"Length of the interview, 1 to 240." default:"40"`
	Terminal bool   `help:"Stay in the terminal though there is a display."`
	Silent   bool   `help:"Do not record."`
}

func (c practiceCmd) Run(s streams, lib library.Library) error {
	if c.Minutes < 1 || c.Minutes > 240 {
		return misuse{fmt.Errorf("--minutes is %d: expected 1 to 240", c.Minutes)}
	}
	q, err := c.question()
	if err != nil {
		return err
	}
	if hasDisplay() && !c.Terminal {
		return app.Run(app.Options{
			Version: version, Commit: commit(), Library: lib,
			Setup: &setup.Choice{Question: q, Level: interview.Level(c.Level), Minutes: c.Minutes, Record: !c.Silent},
		})
	}
	return terminal{streams: s, lib: lib, question: q, practiceCmd: c}.run()
}

// question finds what was asked for; the bank's first question when nothing
// was.
func (c practiceCmd) question() (question.Question, error) {
	bank := question.Load(questions.FS, library.QuestionsDir())
	for _, p := range bank.Problems {
		slog.Warn("question pack", "problem", p.Error())
	}
	if c.Question == "" {
		return bank.Questions[0], nil
	}
	if q, ok := bank.Find(c.Question); ok {
		return q, nil
	}
	switch found := bank.Search(c.Question); len(found) {
	case 1:
		return found[0], nil
	case 0:
		return question.Question{}, fmt.Errorf("no question is called %q", c.Question)
	default:
		return question.Question{}, fmt.Errorf("%q fits %d questions; the first are %s and %s", c.Question, len(found), found[0].ID, found[1].ID)
	}
}
