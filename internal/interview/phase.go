// Package interview knows how an ML system-design interview goes: its phases,
// how long each is planned to take, and where the clock stands.
package interview

import "strings"

// PhaseCount is the number of phases.
const PhaseCount = 8

// Phase is one part of the interview, in the order in which a plan has them.
// Real interviews jump; the order is only the plan's.
type Phase struct {
	ID    string // as the journal writes it
	Name  string
	Short string // for narrow places
	Title string // the heading the agenda lays down
	About string // one line on what belongs here
}

// Phases are the eight phases of the framework.
var Phases = [PhaseCount]Phase{
	{"clarify", "Clarify", "Clar", "Clarify", "The business problem: who it is for, how many, how fast, what it feeds."},
	{"task", "Task", "Task", "ML task and metrics", "What exactly is learned, and how success is measured offline and online."},
	{"architecture", "Architecture", "Arch", "High-level architecture", "The whole flow in one picture, before any detail."},
	{"data", "Data", "Data", "Data", "Sources, labels, cleaning, balance, splits."},
	{"features", "Features", "Feat", "Features", "What the model sees, how it is encoded, how fresh it is."},
	{"model", "Model", "Model", "Model", "A baseline, then the architecture, the loss and the trade-offs."},
	{"experiment", "Experiment", "Exp", "Experiment", "Offline evaluation, then the A/B test: unit, length, guardrails."},
	{"deploy", "Deploy", "Depl", "Deployment", "Serving, monitoring, retraining, what happens when it breaks."},
}

// PhaseIndex returns the place of the phase with that id, or -1.
func PhaseIndex(id string) int {
	for i, p := range Phases {
		if p.ID == id {
			return i
		}
	}
	return -1
}

// Agenda is the Markdown skeleton of all phases that a key lays down in the
// notes.
func Agenda() string { return PlanFor(40).Agenda() }

// Agenda is the Markdown skeleton of the phases that the plan has time for, in
// their order.
func (p Plan) Agenda() string {
	text := ""
	for i, phase := range Phases {
		if p[i] > 0 {
			text += "## " + phase.Title + "\n\n"
		}
	}
	return text
}

// HeadingLine is the line, counted from 0, on which the notes have the
// agenda's heading of a phase; -1 when they have none. Case and the number of
// hashes do not matter.
func HeadingLine(notes string, phase int) int {
	line := 0
	for text := range strings.Lines(notes) {
		title, isHeading := strings.CutPrefix(text, "#")
		if isHeading && strings.EqualFold(strings.TrimSpace(strings.TrimLeft(title, "#")), Phases[phase].Title) {
			return line
		}
		line++
	}
	return -1
}

// Level is the seniority that an attempt is judged by.
type Level string

// The levels, lowest first.
const (
	Junior Level = "junior"
	Senior Level = "senior"
	Staff  Level = "staff"
)

// Levels lists the levels, lowest first.
var Levels = []Level{Junior, Senior, Staff}

// Name is the level as people write it.
func (l Level) Name() string {
	switch l {
	case Junior:
		return "Junior"
	case Senior:
		return "Senior"
	case Staff:
		return "Staff+"
	}
	return string(l)
}

// Valid reports whether l is one of Levels.
func (l Level) Valid() bool { return l == Junior || l == Senior || l == Staff }
