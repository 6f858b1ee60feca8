package guide

// The places behind what the program shows elsewhere. The ids of phases are
// those of the interview's phases, and so are those of its cards.
var (
	phases = map[string]string{
		"clarify":      "framing#clarify",
		"task":         "framing#task",
		"architecture": "framing#architecture",
		"data":         "building#data",
		"features":     "building#features",
		"model":        "building#model",
		"experiment":   "proving#experiment",
		"deploy":       "proving#deploy",
	}
	dimensions = map[string]string{
		"navigation":    "judging#problem-navigation",
		"data":          "judging#training-data",
		"features":      "judging#feature-engineering",
		"modelling":     "judging#modelling",
		"evaluation":    "judging#evaluation-and-deployment",
		"communication": "judging#drive-and-communication",
		"pushback":      "judging#trade-offs-and-pushback",
		"altitude":      "judging#altitude",
	}
	cards = map[string]string{
		"blank":       "trouble#a-question-you-have-never-seen",
		"medium":      "notes-and-board#notes-or-drawing",
		"behind":      "trouble#out-of-time",
		"ahead":       "trouble#finished-early",
		"stuck":       "trouble#stuck",
		"typing":      "notes-and-board#what-to-write",
		"no-drawing":  "notes-and-board#drawing-while-you-talk",
		"last-minute": "proving#the-last-minute",
		"summary":     "proving#the-last-minute",
		"curveball":   "pushback#four-steps",
		"ask":         "asking#assume-like-an-engineer",
	}
)

// ForPhase returns the place of a phase of the interview, "" for an unknown id.
func ForPhase(id string) string { return phases[id] }

// ForDimension returns the place of a row of the rubric: navigation, data,
// features, modelling, evaluation, communication, pushback or altitude; "" for
// another.
func ForDimension(id string) string { return dimensions[id] }

// ForCard returns the place behind a card of the coach, by its id in the
// journal, or behind an "ask"; "" for another.
func ForCard(id string) string { return cards[id] }
