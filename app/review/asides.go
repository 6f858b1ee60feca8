package review

import (
	"cmp"
	"slices"
	"time"

	"talkthrough/app/waveform"
	"talkthrough/assets/guide"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

// aside is something that came up beside what was said, written and drawn: a
// mark, an ask, a curveball or a card of the coach.
type aside struct {
	kind  string        // as the waveform draws it
	at    time.Duration // session time
	words string        // what it is, in a line: what was asked or said
}

// asidesOf lists the asides of an attempt in order of time.
func asidesOf(a *session.Attempt) []aside {
	var out []aside
	end := a.End()
	for _, m := range end.Marks {
		out = append(out, aside{m.Kind, m.At, m.Word})
	}
	for _, q := range end.Asks {
		out = append(out, aside{waveform.Ask, q.At, q.Words})
	}
	for _, c := range end.Curveballs {
		out = append(out, aside{waveform.Curveball, c.At, c.Say})
	}
	at := time.Duration(0)
	for _, e := range a.History.Events {
		at = max(at, e.At)
		c, ok := e.Body.(session.Coached)
		if card := interview.CardByID(c.Card); ok && c.Is == session.CardShown && card != interview.NoCard && card != interview.Thrown {
			out = append(out, aside{waveform.Card, at, card.Text().Title})
		}
	}
	slices.SortStableFunc(out, func(x, y aside) int { return cmp.Compare(x.at, y.at) })
	return out
}

// marks are the asides as the waveform draws them.
func (m *moments) marks() []waveform.Mark {
	var out []waveform.Mark
	for _, a := range m.asides {
		out = append(out, waveform.Mark{At: m.attempt.Timeline().Elapsed(a.at), Kind: a.kind, Label: a.words})
	}
	return out
}

// shownCard is what a card says that stood on the screen at some moment.
type shownCard struct {
	kind  string
	at    time.Duration // session time at which it came
	title string
	words string
	guide string // the place in the guide that is about it
}

// assumed is what the interviewer says to an ask without a prepared answer.
const assumed = "Make a reasonable assumption and write it down."

// showing lists what interviewer and coach showed at a session time, what is on
// the state of that time.
func (m *moments) showing(state *session.State, at time.Duration) []shownCard {
	var out []shownCard
	on := state.Showing(at)
	switch {
	case on.Curveball != nil:
		c := on.Curveball
		out = append(out, shownCard{kind: waveform.Curveball, at: c.At, title: "Curveball", words: quoted(c.Say), guide: guide.ForCard(interview.Thrown.ID())})
	case on.Card != interview.NoCard:
		text := on.Card.Text()
		out = append(out, shownCard{kind: waveform.Card, at: m.cardCame(on.Card, at), title: text.Title, words: text.Body, guide: guide.ForCard(text.ID)})
	}
	if q := on.Ask; q != nil {
		card := shownCard{kind: waveform.Ask, at: q.At, title: "You asked: " + q.Words, words: quoted(assumed), guide: guide.ForCard("ask")}
		if c, ok := question.AnswerByID(m.attempt.Question.Clarify, q.Answer); ok {
			card.words = quoted(c.Answer)
		}
		out = append(out, card)
	}
	return out
}

func quoted(words string) string { return "“" + words + "”" }

// cardCame is when a card that was on the screen at a session time was shown.
func (m *moments) cardCame(card interview.Card, at time.Duration) time.Duration {
	for _, a := range slices.Backward(m.asides) {
		if a.kind == waveform.Card && a.words == card.Text().Title && a.at <= at {
			return a.at
		}
	}
	return at
}
