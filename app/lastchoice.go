package app

import (
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/setup"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
)

// The preferences that hold what was chosen the last time. A file from before
// one of them was thought of gives what is usual.
const (
	questionPref = "question"
	promptPref   = "own prompt" // of the user's own question
	levelPref    = "level"
	minutesPref  = "minutes"
	stylePref    = "style"
	planPref     = "plan" // milliseconds of each phase, or nothing
	ownBallsPref = "own curveballs"
	ballsPref    = "curveballs"
	warmUpPref   = "warm-up"
	phasePref    = "warm-up phase"
	briefPref    = "warm-up minutes"
	aloudPref    = "aloud"
	recordPref   = "record"
	devicePref   = "device"
	nameOfDevice = "device name"
	blindPref    = "blind"
	wordsPref    = "filter words"
	domainPref   = "filter domain"
	newPref      = "filter new"
	duePref      = "filter due"
	abroadPref   = "filter not my field"
	fieldPref    = "my field" // the domains that the user works in
)

// lastChoice is what was chosen the last time, for the first time the usual.
func (a *App) lastChoice() setup.Choice { return choiceIn(a.app.Preferences(), a.bank) }

// began reports whether there was a last time.
func (a *App) began() bool { return a.app.Preferences().String(levelPref) != "" }

// choiceIn reads what was chosen the last time.
func choiceIn(p fyne.Preferences, bank question.Bank) setup.Choice {
	c := setup.Choice{
		Level:   interview.Level(p.StringWithFallback(levelPref, string(interview.Senior))),
		Minutes: p.IntWithFallback(minutesPref, 40),
		Style:   interview.Style(p.String(stylePref)),
		Plan:    planOf(p.IntList(planPref)),
		Balls:   p.Int(ballsPref), OwnBalls: p.Bool(ownBallsPref),
		WarmUp: setup.WarmUp{
			On: p.Bool(warmUpPref), Phase: max(interview.PhaseIndex(p.String(phasePref)), 0), Minutes: p.Int(briefPref),
		},
		Aloud: p.Bool(aloudPref), Record: p.BoolWithFallback(recordPref, true),
		DeviceID: p.String(devicePref), DeviceName: p.String(nameOfDevice),
		Blind: p.Bool(blindPref),
		Filter: setup.Filter{
			Words: p.String(wordsPref), Domain: p.String(domainPref),
			New: p.Bool(newPref), Due: p.Bool(duePref), Abroad: p.Bool(abroadPref),
		},
	}
	if !c.Level.Valid() {
		c.Level = interview.Senior
	}
	if id := p.String(questionPref); id == question.OwnID && p.String(promptPref) != "" {
		c.Question = question.Custom(p.String(promptPref))
	} else if q, ok := bank.Find(id); ok {
		c.Question = q
	}
	return c
}

// keepChoice remembers a choice for the next time.
func (a *App) keepChoice(c setup.Choice) {
	keepIn(a.app.Preferences(), c)
	if !c.StandIn {
		a.keepMicrophone(c.DeviceID, c.DeviceName)
	}
}

func keepIn(p fyne.Preferences, c setup.Choice) {
	p.SetString(questionPref, c.Question.ID)
	if c.Question.ID == question.OwnID {
		p.SetString(promptPref, c.Question.Prompt)
	}
	p.SetString(levelPref, string(c.Level))
	p.SetInt(minutesPref, c.Minutes)
	p.SetString(stylePref, string(c.Style))
	p.SetIntList(planPref, millisOf(c.Plan))
	p.SetBool(ownBallsPref, c.OwnBalls)
	p.SetInt(ballsPref, c.Balls)
	p.SetBool(warmUpPref, c.WarmUp.On)
	p.SetString(phasePref, interview.Phases[c.WarmUp.Phase].ID)
	p.SetInt(briefPref, c.WarmUp.Minutes)
	p.SetBool(aloudPref, c.Aloud)
	p.SetBool(recordPref, c.Record)
	p.SetBool(blindPref, c.Blind)
	p.SetString(wordsPref, c.Filter.Words)
	p.SetString(domainPref, c.Filter.Domain)
	p.SetBool(newPref, c.Filter.New)
	p.SetBool(duePref, c.Filter.Due)
	p.SetBool(abroadPref, c.Filter.Abroad)
}

// keepMicrophone remembers a microphone for the next time.
func (a *App) keepMicrophone(id, name string) {
	p := a.app.Preferences()
	p.SetString(devicePref, id)
	p.SetString(nameOfDevice, name)
}

// keepField remembers the domains that the user works in.
func (a *App) keepField(domains []string) { a.app.Preferences().SetStringList(fieldPref, domains) }

// planOf is a plan from the milliseconds of its phases; none where they are not
// eight.
func planOf(millis []int) interview.Plan {
	var p interview.Plan
	if len(millis) != len(p) {
		return p
	}
	for i, ms := range millis {
		p[i] = time.Duration(ms) * time.Millisecond
	}
	return p
}

// millisOf is nothing for a plan without any time.
func millisOf(p interview.Plan) []int {
	if p.Total() == 0 {
		return []int{}
	}
	out := make([]int, len(p))
	for i, d := range p {
		out[i] = int(d.Milliseconds())
	}
	return out
}
