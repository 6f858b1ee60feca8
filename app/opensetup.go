package app

import (
	"log/slog"
	"math/rand/v2"
	"time"

	"talkthrough/app/setup"
	"talkthrough/internal/aloud"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

// openSetup shows set-up with choice made. Where it says nothing of a
// microphone, the remembered one is chosen.
func (a *App) openSetup(choice setup.Choice) {
	if last := a.lastChoice(); choice.DeviceName == "" {
		choice.DeviceID, choice.DeviceName = last.DeviceID, last.DeviceName
	}
	do := setup.Actions{Begin: a.begin, Back: a.openToday, Room: a.noRoom, Field: a.keepField}
	if a.began() {
		do.Again = a.again
	}
	s := setup.New(a.facts(), choice, &a.sound, do, a.post)
	a.show("setup", s)
	s.Focus(a.window.Canvas())
	a.lookBack(s.SetPast)
}

// facts are what set-up is told.
func (a *App) facts() setup.Facts {
	_, speaks := aloud.Find()
	return setup.Facts{Bank: a.bank, Past: a.past, Field: a.app.Preferences().StringList(fieldPref), CanSpeak: speaks}
}

// lookBack reads off the UI thread how the user stands with the questions, and
// tells it on that thread.
func (a *App) lookBack(tell func(map[string]setup.Standing)) {
	go func() {
		entries, err := a.Library.List()
		if err != nil {
			slog.Error("library", "err", err)
			return
		}
		past := standings(attemptsIn(entries), time.Now())
		a.post(func() {
			a.past = past
			tell(past)
		})
	}()
}

// newMock opens set-up for a whole interview, with the rest as it was the last
// time; about a question where one is given.
func (a *App) newMock(q *question.Question) {
	choice := a.lastChoice()
	choice.WarmUp.On = false
	if q != nil {
		choice.Question, choice.Blind = *q, false
	}
	a.openSetup(choice)
}

// blindMock opens set-up with a blind draw chosen.
func (a *App) blindMock() {
	choice := a.lastChoice()
	choice.WarmUp.On, choice.Blind = false, true
	a.openSetup(choice)
}

// warmUp opens set-up for one phase alone.
func (a *App) warmUp() {
	choice := a.lastChoice()
	choice.WarmUp.On = true
	a.openSetup(choice)
}

// again begins at once with what was chosen the last time, a blind draw with
// another question. Where there was no last time, or no question for it now,
// set-up opens.
func (a *App) again() {
	if a.mock != nil || a.starting || a.window.Canvas().Overlays().Top() != nil {
		return
	}
	last := a.lastChoice()
	choice, ok := a.facts().Again(last, time.Now())
	if !ok || !a.began() {
		a.openSetup(last)
		return
	}
	if s, open := a.screen.(*setup.Screen); open {
		s.Leave() // it lets go of the microphone
	}
	a.begin(choice)
}

// metaOf is what an attempt is that begins with a choice: its curveballs are
// dealt from the question's own and the deck by the seed, which is kept with
// them.
func metaOf(c setup.Choice, deck []question.Curveball, seed uint64, version string) session.Meta {
	plan := c.Planned()
	return session.Meta{
		Question: c.Question, Level: c.Level, Style: c.Style, Plan: session.PlanMinutes(plan),
		Hand:    interview.Deal(seed, plan, c.Level, c.Style, c.Curveballs(), c.Question.Curveballs, deck),
		Started: time.Now().Truncate(time.Second), App: version,
	}
}

// newSeed is another one each time.
func newSeed() uint64 { return rand.Uint64() }
