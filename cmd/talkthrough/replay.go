package main

import (
	"fmt"
	"time"

	"github.com/google/renameio/v2/maybe"

	"talkthrough/internal/export"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
	"talkthrough/internal/session"
)

// replayCmd tells or paints how an attempt stood at a time.
type replayCmd struct {
	Session string `arg:"" help:"The attempt: its id, any unambiguous beginning of one, the path of its folder, or \"last\"."`
	At      *when  `help:"Time on the attempt's clock, pauses left out: 12:30, or 75 seconds. The end when left out." placeholder:"T" xor:"at"`
	Board   string `help:"Paint the board to this PNG." placeholder:"OUT.png" type:"path" xor:"board"`
	Notes   string `help:"Write the notes to this file." placeholder:"OUT.md" type:"path" xor:"notes"`
	JSON    bool   `help:"Print the state, or the highlights, as JSON."`

	Highlights bool `help:"List the ten minutes to listen to again, instead of the state at a time." xor:"at,board,notes"`
}

// replayState is the state in the JSON.
type replayState struct {
	At           float64      `json:"at_s"`
	Phase        string       `json:"phase"`
	PhaseElapsed float64      `json:"phase_elapsed_s"`
	Notes        string       `json:"notes"`
	Shapes       int          `json:"shapes"`
	Arrows       int          `json:"arrows"`
	Marks        []replayMark `json:"marks"`
	// What interviewer and coach show.
	Card      string           `json:"card,omitempty"` // interview.Card.ID
	Curveball *replayCurveball `json:"curveball,omitempty"`
	Ask       *replayAsk       `json:"ask,omitempty"`
}

type replayMark struct {
	At   float64 `json:"at_s"`
	Kind string  `json:"kind"`
	Word string  `json:"word,omitempty"`
}

func (c replayCmd) Run(s streams, lib library.Library) error {
	a, err := openAttempt(s, lib, c.Session)
	if err != nil {
		return err
	}
	if c.Highlights {
		return c.tellHighlights(s, a)
	}
	line := a.Timeline()
	elapsed := line.Length()
	if c.At != nil {
		elapsed = min(c.At.Duration, line.Length())
	}
	at := a.Player.Session(elapsed)
	if c.Board != "" {
		png, err := export.At(a, at).BoardPNG()
		if err != nil {
			return err
		}
		if err := maybe.WriteFile(c.Board, png, 0o600); err != nil {
			return fmt.Errorf("save the board as %s: %w", c.Board, err)
		}
	}
	state := a.Player.At(at)
	if c.Notes != "" {
		if err := maybe.WriteFile(c.Notes, []byte(state.Notes.Text()), 0o600); err != nil {
			return fmt.Errorf("save the notes as %s: %w", c.Notes, err)
		}
	}
	told := tell(a, state, at, elapsed)
	switch {
	case c.JSON:
		return printJSON(s.out, told)
	case c.Board == "" && c.Notes == "":
		fmt.Fprintf(s.out, "%s at %s: %s, %d shapes, %d arrows, %d marks\n%s\n%s\n",
			a.Name(), clock(told.At), told.Phase, told.Shapes, told.Arrows, len(told.Marks), told.shown(), told.Notes)
	}
	return nil
}

func tell(a *session.Attempt, state *session.State, at, elapsed time.Duration) replayState {
	reading := a.Player.Reading(at)
	out := replayState{
		At: elapsed.Seconds(), Phase: interview.Phases[reading.Phase].ID,
		PhaseElapsed: reading.Spent[reading.Phase].Seconds(),
		Notes:        state.Notes.Text(), Marks: []replayMark{},
	}
	out.Shapes, out.Arrows = state.Scene().Counts()
	for _, m := range state.Marks {
		out.Marks = append(out.Marks, replayMark{At: a.Timeline().Elapsed(m.At).Seconds(), Kind: m.Kind, Word: m.Word})
	}
	out.show(a, state.Showing(at))
	return out
}

// openAttempt finds and opens an attempt; what of its journal cannot be read is
// said on stderr, and the rest is used.
func openAttempt(s streams, lib library.Library, name string) (*session.Attempt, error) {
	entry, err := lib.Find(name)
	if err != nil {
		return nil, err
	}
	a, err := session.Open(entry.Dir)
	if err != nil {
		return nil, err
	}
	for _, p := range a.History.Problems {
		fmt.Fprintln(s.err, "talkthrough:", p.Error())
	}
	if a.History.Torn > 0 {
		fmt.Fprintf(s.err, "talkthrough: %s: the last line is torn; %d bytes of it were left out\n", a.Journal(), a.History.Torn)
	}
	return a, nil
}
