package setup

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
)

// Screen is the set-up of one mock.
type Screen struct {
	bank    question.Bank
	do      Actions
	choice  Choice
	lengths []int

	search     *field
	picker     *picker
	own        *field
	asked      *asked
	level      *segmented
	minutes    *segmented
	strip      *strip
	microphone *microphone
	begin      *look.Button
	back       *look.Button
	object     fyne.CanvasObject

	canvas   fyne.Canvas // where the screen is shown; nil when it is not
	keysBack func(*fyne.KeyEvent)
}

// New returns the screen with last already chosen; what last leaves empty is
// filled with what is usual. A question of last that is not in the bank is
// taken if it is the user's own, else the bank's first stands in. post runs a
// function on the UI thread, soon, and may be called on any goroutine.
func New(bank question.Bank, last Choice, system Sound, do Actions, post func(func())) *Screen {
	last = last.filled()
	s := &Screen{bank: bank, do: do, choice: last, lengths: last.lengths()}
	s.search = newSearch(func(words string) { s.picker.fill(s.bank.Search(words)) }, s.searchKey, s.steer)
	s.own = newPrompt(func(string) {}, s.key, s.steer)
	s.asked = newAsked(s.own)
	s.picker = newPicker(s.picked, s.key)
	s.level = newSegmented(levelNames(), levelPlace(last.Level), "Level", func(i int) { s.choice.Level = interview.Levels[i] }, s.key)
	s.strip = newStrip(interview.PlanFor(last.Minutes))
	s.minutes = newSegmented(lengthNames(s.lengths), lengthPlace(s.lengths, last.Minutes), "Minutes", s.setMinutes, s.key)
	s.microphone = newMicrophone(last, system, do.Room, post, s.key)
	s.begin = look.NewLargeButton("Begin", s.start)
	s.begin.SetIcon(look.IconPlay)
	s.begin.SetHint(look.Hint{Name: "Begin the mock", Key: beginChord.String()})
	s.begin.OnUnused(s.key)
	s.back = look.NewButton("Back", look.Quiet, s.leave)
	s.back.SetIcon(look.IconChevronLeft)
	s.back.SetHint(look.Hint{Name: "Back to the start", Key: keys.Chord{Key: fyne.KeyEscape}.String()})
	s.back.OnUnused(s.key)
	s.pickFirst(last.Question)
	s.object = s.layout()
	return s
}

// beginChord begins from wherever the keyboard is.
var beginChord = keys.Chord{Key: fyne.KeyReturn, Mods: fyne.KeyModifierShortcutDefault}

// pickFirst chooses the question to begin with.
func (s *Screen) pickFirst(q question.Question) {
	if q.ID == question.OwnID {
		s.own.SetText(q.Prompt)
	}
	if _, known := s.bank.Find(q.ID); !known && q.ID != question.OwnID {
		q = ownQuestion
		if len(s.bank.Questions) > 0 {
			q = s.bank.Questions[0]
		}
	}
	s.picker.chosen = q
	s.picker.fill(s.bank.Search(""))
	s.asked.show(s.picker.at(s.picker.place()))
}

// SetBank offers other questions, as after a pack was saved. What is chosen and
// what is searched for stays.
func (s *Screen) SetBank(bank question.Bank) {
	s.bank = bank
	if now, ok := bank.Find(s.picker.chosen.ID); ok {
		s.picker.chosen = now
		s.asked.show(now)
	}
	s.picker.fill(bank.Search(s.search.Text))
}

// picked shows a question. Who clicks on the own question wants to type it; who
// walks past with the arrow keys does not.
func (s *Screen) picked(q question.Question, byKey bool) {
	s.asked.show(q)
	if q.ID == question.OwnID && !byKey {
		takeKeyboard(s.own)
	}
}

func (s *Screen) setMinutes(i int) {
	s.choice.Minutes = s.lengths[i]
	s.strip.set(interview.PlanFor(s.choice.Minutes))
	s.microphone.space.plan(s.choice.Minutes)
}

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

// shortcuts are those of the screen.
func shortcuts() []fyne.Shortcut {
	enter := keys.Chord{Key: fyne.KeyEnter, Mods: beginChord.Mods}
	return []fyne.Shortcut{beginChord.Shortcut(), enter.Shortcut(), trialChord.Shortcut()}
}

// shortcut does what a shortcut means, unless a sheet above the screen waits
// for its answer first.
func (s *Screen) shortcut(shortcut fyne.Shortcut) {
	if s.canvas != nil && s.canvas.Overlays().Top() == nil {
		s.steer(shortcut)
	}
}

// steer does what a shortcut means and reports whether it is the screen's.
func (s *Screen) steer(shortcut fyne.Shortcut) bool {
	if !slices.ContainsFunc(shortcuts(), func(own fyne.Shortcut) bool { return own.ShortcutName() == shortcut.ShortcutName() }) {
		return false
	}
	if shortcut.ShortcutName() == trialChord.Shortcut().ShortcutName() {
		s.microphone.startTrial()
	} else {
		s.start()
	}
	return true
}

// start hands over what was chosen; once, however often Enter repeats.
func (s *Screen) start() {
	if s.canvas == nil {
		return
	}
	s.Leave()
	choice := s.choice
	choice.Question = s.picker.chosen
	if choice.Question.ID == question.OwnID {
		choice.Question = question.Custom(s.own.Text)
	}
	choice.Record = s.microphone.record.on
	device, standIn := s.microphone.chosen()
	choice.DeviceID, choice.DeviceName, choice.StandIn = device.ID, device.Name, standIn
	s.do.Begin(choice)
}

func (s *Screen) leave() {
	s.Leave()
	s.do.Back()
}

// key is what a key does that the one who has the keyboard does not use.
func (s *Screen) key(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.picker.chosen.ID == question.OwnID && s.own.Text == "" {
			takeKeyboard(s.own) // there is nothing to begin with yet
			return
		}
		s.start()
	case fyne.KeyEscape:
		s.escape()
	}
}

// escape ends a trial of the microphone, or else leaves.
func (s *Screen) escape() {
	if !s.microphone.cancelTrial() {
		s.leave()
	}
}

// searchKey is key for the search field: Enter takes the first hit and Down
// goes to the list, so that searching and walking are one movement. Escape
// empties the field first.
func (s *Screen) searchKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		if s.search.Text != "" && s.picker.place() <= 0 && len(s.picker.found) > 0 {
			s.picker.choose(1)
		}
		takeKeyboard(s.picker)
	case fyne.KeyEscape:
		if s.search.Text != "" {
			s.search.SetText("")
			return
		}
		s.escape()
	}
}

func levelNames() []string {
	var out []string
	for _, l := range interview.Levels {
		out = append(out, l.Name())
	}
	return out
}

func levelPlace(level interview.Level) int {
	for i, l := range interview.Levels {
		if l == level {
			return i
		}
	}
	return 0
}

func lengthNames(lengths []int) []string {
	var out []string
	for _, m := range lengths {
		out = append(out, fmt.Sprint(m))
	}
	return out
}

func lengthPlace(lengths []int, minutes int) int {
	for i, m := range lengths {
		if m == minutes {
			return i
		}
	}
	return 0
}
