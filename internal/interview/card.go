package interview

// Card is something that the room says to the user. At most one is on the
// screen.
type Card uint8

// The cards.
const (
	NoCard Card = iota
	BlankPage
	Medium // notes or drawing?
	BehindPlan
	AheadOfPlan
	Stuck
	Typing
	NothingDrawn
	LastMinute
	Summary
	Thrown // a curveball

	// CardCount is the number of cards, NoCard included.
	CardCount
)

// Choice is something to do that a card offers.
type Choice struct {
	ID    string // as the journal writes it
	Label string
}

// IDs of Choices.
const (
	ChooseNotes     = "notes"
	ChooseDrawing   = "drawing"
	ChoosePriority  = "prioritise"
	ChooseSummary   = "summarise"
	ChooseCurveball = "curveball"
	ChooseMoveOn    = "move-on"
	ChooseBegin     = "begin"
	ChooseAnswered  = "answered"
	ChooseDodged    = "dodged"
)

// CardText is what a card says.
type CardText struct {
	ID      string // as the journal writes it
	Title   string
	Body    string
	Steps   []string
	Choices []Choice
}

// texts of the cards. That of a curveball is the interviewer's.
var texts = [CardCount]CardText{
	BlankPage: {
		"blank", "Begin small", "Nobody expects the whole answer now.",
		[]string{"What is needed, and by whom?", "What limits it: scale, speed, money?", "The simplest thing that would work.", "Then add, one piece at a time."},
		nil,
	},
	Medium: {
		"medium", "Notes or drawing?", "Ask what the interviewer would rather see, then show the whole flow once.",
		nil,
		[]Choice{{ChooseDrawing, "Draw it"}, {ChooseNotes, "Write it"}},
	},
	BehindPlan: {
		"behind", "The plan no longer fits", "That is normal. Say so, and choose what to leave out.",
		nil,
		[]Choice{{ChoosePriority, "Ask what to prioritise"}, {ChooseSummary, "Summarise and move on"}},
	},
	AheadOfPlan: {
		"ahead", "Time to go deeper", "You are through with minutes left.",
		[]string{"A corner case: who is served badly?", "Its life: drift, retraining, switching it off.", "Ask: any questions so far?"},
		[]Choice{{ChooseCurveball, "Take one curveball"}},
	},
	Stuck: {
		"stuck", "A wall is fine", "Walk round it.",
		[]string{"Stop pushing at it.", "Say aloud what you do not know.", "Read back what you have.", "Go on with another part."},
		[]Choice{{ChooseMoveOn, "Go to another part"}},
	},
	Typing: {"typing", "Say it, do not type it", "Leave a word or two in the notes and tell the rest.", nil, nil},
	NothingDrawn: {
		"no-drawing", "The board is still empty", "Three boxes are enough: data in, model, result out.", nil,
		[]Choice{{ChooseDrawing, "Draw it"}},
	},
	LastMinute: {"last-minute", "One minute left", "What you would build, why, and what you would check first.", nil, nil},
	Summary: {
		"summary", "Time is up", "Round it off: sixty seconds, aloud, the whole design.", nil,
		[]Choice{{ChooseBegin, "Begin the summary"}},
	},
	Thrown: {
		"curveball", "The interviewer", "", nil,
		[]Choice{{ChooseAnswered, "Answered"}, {ChooseDodged, "Dodged"}},
	},
}

// Text is what the card says; empty for NoCard and for no card. What it points
// to belongs to the package.
func (c Card) Text() CardText {
	if c >= CardCount {
		return CardText{}
	}
	return texts[c]
}

// ID is the card as the journal writes it.
func (c Card) ID() string { return c.Text().ID }

// CardByID is the card that the journal writes so; NoCard if there is none.
func CardByID(id string) Card {
	for c := NoCard + 1; c < CardCount; c++ {
		if texts[c].ID == id {
			return c
		}
	}
	return NoCard
}
