package main

import (
	"fmt"
	"text/tabwriter"

	"talkthrough/internal/library"
	"talkthrough/internal/question"
	"talkthrough/questions"
)

// questionsCmd is what can be done with the bank of questions.
type questionsCmd struct {
	List   questionsListCmd   `cmd:"" default:"withargs" help:"List the questions, the built-in ones and your own."`
	Check  questionsCheckCmd  `cmd:"" help:"Check question packs: say file, line, field and what is wrong."`
	Schema questionsSchemaCmd `cmd:"" help:"Print the JSON Schema by which editors complete and check packs."`
}

type questionsListCmd struct {
	JSON bool `help:"Print a JSON list with everything that each question has."`
}

// questionLine is a question in the JSON list.
type questionLine struct {
	question.Question
	Source string `json:"source"`
}

func (c questionsListCmd) Run(s streams) error {
	bank := question.Load(questions.FS, library.QuestionsDir())
	for _, p := range bank.Problems {
		fmt.Fprintln(s.err, "talkthrough:", p)
	}
	if c.JSON {
		lines := make([]questionLine, len(bank.Questions))
		for i, q := range bank.Questions {
			lines[i] = questionLine{q, q.Source}
		}
		return printJSON(s.out, lines)
	}
	w := tabwriter.NewWriter(s.out, 0, 8, 2, ' ', 0)
	for _, q := range bank.Questions {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", q.ID, q.Title, q.Domain, q.Source)
	}
	return w.Flush()
}

type questionsCheckCmd struct {
	Paths []string `arg:"" name:"path" help:"YAML files, or folders of them."`
}

func (c questionsCheckCmd) Run(s streams) error {
	bank := question.Check(c.Paths...)
	for _, p := range bank.Problems {
		fmt.Fprintln(s.out, p)
	}
	switch n := len(bank.Problems); n {
	case 0:
	case 1:
		return fmt.Errorf("1 mistake")
	default:
		return fmt.Errorf("%d mistakes", n)
	}
	fmt.Fprintf(s.out, "No mistakes: questions %d, curveballs for any question %d.\n", len(bank.Questions), len(bank.Deck))
	return nil
}

type questionsSchemaCmd struct{}

func (questionsSchemaCmd) Run(s streams) error {
	_, err := s.out.Write(questions.Schema)
	return err
}
