package main

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"text/tabwriter"
	"time"

	"talkthrough/internal/insight"
	"talkthrough/internal/library"
)

// sessionsCmd lists the attempts.
type sessionsCmd struct {
	JSON bool `help:"Print a JSON list, with the numbers and the scores of each. The first time it listens to recordings, which takes seconds for each."`
}

// sessionLine is an attempt in the JSON list.
type sessionLine struct {
	ID       string    `json:"id"`
	Path     string    `json:"path"`
	Title    string    `json:"title"`
	Question string    `json:"question"`
	Level    string    `json:"level"`
	Started  time.Time `json:"started"`
	Length   float64   `json:"length_s"`
	Takes    int       `json:"takes"`
	State    string    `json:"state"`
	Problem  string    `json:"problem,omitempty"`

	// In the JSON alone; nil where it is not known.
	Numbers *insight.Numbers `json:"numbers,omitempty"`
	Scores  *sessionScores   `json:"scores,omitempty"`
}

func (c sessionsCmd) Run(s streams, lib library.Library) error {
	entries, err := lib.List()
	if err != nil {
		return err
	}
	lines := make([]sessionLine, len(entries))
	for i, e := range entries {
		lines[i] = sessionLine{
			ID: filepath.Base(e.Dir), Path: e.Dir, Title: e.Title(), Question: e.Question.ID, Level: string(e.Level),
			Started: e.Started, Length: e.Length.Seconds(), Takes: e.Takes, State: string(e.State),
		}
		if e.Problem != nil {
			lines[i].Problem = e.Problem.Error()
		}
	}
	if c.JSON {
		for i, e := range entries {
			lines[i].Numbers, lines[i].Scores = measure(s, e), some(scores(s, e))
		}
		return printJSON(s.out, lines)
	}
	if len(lines) == 0 {
		fmt.Fprintf(s.out, "No attempts yet in %s.\n", lib.Dir)
		return nil
	}
	w := tabwriter.NewWriter(s.out, 0, 8, 2, ' ', 0)
	for _, l := range lines {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", l.ID, l.Title, l.Level, clock(l.Length), l.State)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for _, l := range lines {
		if l.Problem != "" {
			fmt.Fprintf(s.err, "talkthrough: %s\n", l.Problem)
		}
	}
	return nil
}

// printJSON prints v with indents.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// clock is seconds as minutes and seconds.
func clock(seconds float64) string {
	return fmt.Sprintf("%d:%02d", int(seconds)/60, int(seconds)%60)
}
