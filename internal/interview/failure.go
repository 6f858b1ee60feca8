package interview

// FailureMode is a well-known way in which these interviews go wrong: a tag to
// put on an attempt.
type FailureMode struct {
	ID        string // as review.yaml writes it
	Name      string
	About     string // how it shows, and what helps, in a sentence or two
	Dimension string // the id of the dimension that it costs most
}

// FailureModes are the failure modes in the order in which they tend to come up
// in an interview.
var FailureModes = []FailureMode{
	{"no-goal", "No goal", "It was never said what the system is good for, so no metric could follow. Say one sentence on the goal before the task.", "navigation"},
	{"over-clarified", "Clarified too long", "Questions took more than seven minutes. Assume the rest, write it down, go on.", "navigation"},
	{"jumped-to-model", "Jumped to a model", "A model had a name before the problem had a goal. Task and data come first; the model follows from them.", "navigation"},
	{"no-picture", "No picture", "A third of the time passed with nothing on the board. Draw the whole flow, roughly, before any part.", "communication"},
	{"leakage", "Leakage", "The training data knew something that is not known at request time, or the split let it through. Split by time, and ask of each feature when it is known.", "data"},
	{"feature-list", "Laundry list of features", "Features were listed and not reasoned about. Choose three; give each a reason, an encoding and a freshness.", "features"},
	{"no-baseline", "No baseline", "Nothing simple was there to compare with. Begin with a rule, a count or a linear model.", "modelling"},
	{"unrelated-metric", "Metric unrelated to the goal", "What was measured could rise while the goal suffers. Say for each metric which part of the goal it stands for.", "evaluation"},
	{"offline-only", "Offline only", "The proof ended at a held-out set. Plan the experiment with real users and its guardrails.", "evaluation"},
	{"no-serving", "Serving forgotten", "Delay, load and rollback never came up. Follow one request from the user to the answer.", "evaluation"},
	{"no-monitoring", "Nothing watches it", "After the launch nobody would notice that it got worse. Name what is watched, and what happens then.", "evaluation"},
	{"never-checked-in", "Never checked in", "The interviewer had no opening for ten minutes. Stop at each turn: is this the right depth?", "communication"},
	{"typed-instead", "Typed instead of talking", "Sentences went into the notes that nobody heard. Write words; say sentences.", "communication"},
	{"ran-out-of-time", "Ran out of time", "Whole parts were not reached. When behind, ask what to prioritise, or sum up and move on.", "communication"},
	{"ignored-pushback", "Ignored the pushback", "An objection was argued away, or agreed to without changing anything. Say it back, weigh it, decide.", "pushback"},
	{"one-altitude", "One altitude only", "All of it was overview, or all of it was detail. Go down on purpose where a decision hangs on it, and come back up.", "altitude"},
}

// FailureModeByID is the failure mode with that id; false when there is none.
func FailureModeByID(id string) (FailureMode, bool) {
	for _, m := range FailureModes {
		if m.ID == id {
			return m, true
		}
	}
	return FailureMode{}, false
}
