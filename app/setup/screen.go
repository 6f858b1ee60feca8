package setup

import (
	"math/rand/v2"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/question"
)

// Screen is the set-up of one mock.
type Screen struct {
	facts  Facts
	do     Actions
	last   string // id of the question of the last time
	choice Choice
	pick   func(n int) int // for the blind draw

	filters    *filters
	picker     *picker
	own        *field
	asked      *asked
	terms      *terms
	microphone *microphone
	begin      *look.Button
	again      *look.Button
	back       *look.Button
	left       *fyne.Container
	right      *fyne.Container // what is chosen
	scroll     *container.Scroll
	object     fyne.CanvasObject

	canvas   fyne.Canvas // where the screen is shown; nil when it is not
	keysBack func(*fyne.KeyEvent)
}

// New returns the screen with last already chosen; what last leaves empty is
// filled with what is usual. Of a question that was drawn blind only that is
// taken: another will be drawn. A question of last that is not in the bank is
// taken if it is the user's own, else the bank's first stands in. post runs a
// function on the UI thread, soon, and may be called on any goroutine.
func New(facts Facts, last Choice, system Sound, do Actions, post func(func())) *Screen {
	last = last.filled()
	s := &Screen{facts: facts, do: do, last: last.Question.ID, choice: last, pick: rand.IntN}
	var filter Filter
	if last.Blind {
		filter = last.Filter
	}
	s.filters = newFilters(facts, filter, s.list, s.relayLeft, s.searchKey, s.key, s.steer)
	s.filters.keep = do.Field
	s.own = newPrompt(func(string) {}, s.key, s.steer)
	s.asked = newAsked(s.own)
	s.picker = newPicker(s.filters.beside, s.picked, s.key)
	s.terms = newTerms(&s.choice, facts.CanSpeak, s.replanned, s.relayRight, s.key)
	s.terms.give = s.give
	s.microphone = newMicrophone(last, system, do.Room, post, s.key)
	s.begin = look.NewLargeButton("Begin", s.start)
	s.begin.SetIcon(look.IconPlay)
	s.begin.SetHint(look.Hint{Name: keys.For(keys.SetupBegin).Label, Key: keys.Hint(keys.SetupBegin)})
	s.begin.OnUnused(s.key)
	s.again = look.NewButton(keys.For(keys.Again).Label, look.Quiet, s.repeat)
	s.again.SetHint(look.Hint{Name: "Begin with what was chosen the last time", Key: keys.Hint(keys.Again)})
	s.again.OnUnused(s.key)
	s.again.Hidden = do.Again == nil
	s.back = look.NewButton("Back", look.Quiet, s.leave)
	s.back.SetIcon(look.IconChevronLeft)
	s.back.SetHint(look.Hint{Name: "Back to the start", Key: keys.Chord{Key: fyne.KeyEscape}.String()})
	s.back.OnUnused(s.key)
	s.object = s.layout()
	s.pickFirst(last)
	return s
}

// pickFirst chooses the question to begin with.
func (s *Screen) pickFirst(last Choice) {
	q := last.Question
	if q.ID == question.OwnID {
		s.own.SetText(q.Prompt)
	}
	if _, known := s.facts.Bank.Find(q.ID); !known && q.ID != question.OwnID {
		q = ownQuestion
		if len(s.facts.Bank.Questions) > 0 {
			q = s.facts.Bank.Questions[0]
		}
	}
	if last.Blind {
		q = blindDraw
	}
	s.picker.chosen = q
	s.filters.show()
	s.showAsked()
}

// SetBank offers other questions, as after a pack was saved. What is chosen and
// what is searched for stays.
func (s *Screen) SetBank(bank question.Bank) {
	s.facts.Bank = bank
	s.filters.facts.Bank = bank
	if now, ok := bank.Find(s.picker.chosen.ID); ok {
		s.picker.chosen = now
	}
	s.filters.show()
	s.showAsked()
}

// SetPast tells anew of the questions that were tried.
func (s *Screen) SetPast(past map[string]Standing) {
	s.facts.Past = past
	s.filters.facts.Past = past
	s.filters.show()
}

// list shows what the filters leave.
func (s *Screen) list(found []question.Question) {
	s.picker.fill(found)
	if s.picker.chosen.ID == blindID {
		s.showAsked()
	}
}

// picked shows a question. Who clicks on the own question wants to type it; who
// walks past with the arrow keys does not.
func (s *Screen) picked(q question.Question, byKey bool) {
	s.showAsked()
	if q.ID == question.OwnID && !byKey {
		s.give(s.own)
	}
}

// give gives the keyboard to one of the screen's, also to one that has only now
// come into sight.
func (s *Screen) give(o fyne.Focusable) {
	if s.canvas != nil {
		s.canvas.Focus(o)
	}
}

// showAsked shows what is chosen. A blind draw from nothing cannot begin.
func (s *Screen) showAsked() {
	q := s.picker.chosen
	if q.ID == question.OwnID {
		q = ownQuestion
	}
	s.asked.show(q, len(s.picker.found))
	s.relayRight()
	if q.ID == blindID && len(s.picker.found) == 0 {
		s.begin.Disable()
	} else {
		s.begin.Enable()
	}
}

// replanned follows another plan.
func (s *Screen) replanned() { s.microphone.space.plan(minutesOf(s.choice)) }

// Object is what goes into the window.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Focus gives the keyboard to the list of questions and begins to listen to
// the microphone. Call it when the screen is shown on c, and again when it is
// shown again after Leave.
func (s *Screen) Focus(c fyne.Canvas) {
	if s.canvas == nil {
		s.canvas, s.keysBack = c, c.OnTypedKey()
		c.SetOnTypedKey(s.key)
		for _, shortcut := range shortcuts() {
			c.AddShortcut(shortcut, s.shortcut)
		}
	}
	s.relayRight()
	c.Focus(s.picker)
	s.microphone.open()
}

// Leave stops listening, without waiting for the device, and gives the window's
// keys back. Doing it twice is fine.
func (s *Screen) Leave() {
	s.microphone.close()
	if s.canvas == nil {
		return
	}
	s.canvas.SetOnTypedKey(s.keysBack)
	for _, shortcut := range shortcuts() {
		s.canvas.RemoveShortcut(shortcut)
	}
	s.canvas = nil
}

// start hands over what was chosen; once, however often Enter repeats.
func (s *Screen) start() {
	if s.canvas == nil || s.begin.Disabled() {
		return
	}
	s.Leave()
	choice := s.choice
	choice.Question, choice.Blind, choice.Filter = s.picker.chosen, false, Filter{}
	switch choice.Question.ID {
	case question.OwnID:
		choice.Question = question.Custom(s.own.Text)
	case blindID:
		choice.Question = draw(s.picker.found, s.last, s.pick)
		choice.Blind, choice.Filter = true, s.filters.filter
	}
	choice.Record = s.microphone.record.on
	device, standIn := s.microphone.chosen()
	choice.DeviceID, choice.DeviceName, choice.StandIn = device.ID, device.Name, standIn
	s.do.Begin(choice)
}

// repeat begins with what was chosen the last time.
func (s *Screen) repeat() {
	if s.canvas != nil && s.do.Again != nil {
		s.Leave()
		s.do.Again()
	}
}

func (s *Screen) leave() {
	s.Leave()
	s.do.Back()
}
