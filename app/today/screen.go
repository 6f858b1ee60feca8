package today

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/library"
	"talkthrough/internal/progress"
	"talkthrough/internal/question"
)

// columnWidth is that of the one column; the rows' washes stick out of it by
// their padding on both sides, so that their text lines up with the headings.
const columnWidth float32 = 720

// Actions are what the screen can ask for. All are called on the UI thread and
// all but Again must be set.
type Actions struct {
	Start    func(q *question.Question) // open set-up; nil when no question is chosen yet
	Again    func()                     // begin with what was chosen the last time; nil where there was none
	Blind    func()                     // open set-up with a blind draw
	WarmUp   func()                     // open set-up for one phase alone
	All      func()                     // show the list of all attempts
	Open     func(library.Entry)        // review a finished attempt
	Continue func(library.Entry)        // take up one that was cut off
	Rescue   func(library.Entry)        // review what was saved of one that was cut off
	Folder   func(path string)          // show a folder or file in the system's file manager
}

// Screen is the start screen.
type Screen struct {
	do      Actions
	now     func() time.Time
	later   func(func()) // runs on the UI thread when what is under way is done
	start   *look.Button
	others  *fyne.Container // other ways to begin
	search  *search
	past    *shortlist
	found   *shortlist
	entries []library.Entry
	bank    question.Bank
	listErr error

	practised []progress.Attempt

	content *fyne.Container
	scroll  *container.Scroll
}

// New returns the screen, empty until Show.
func New(do Actions) *Screen {
	s := &Screen{do: do, now: time.Now, later: fyne.Do}
	s.start = look.NewLargeButton("Start a mock", func() { s.do.Start(nil) })
	s.start.SetIcon(look.IconPlay)
	s.start.SetHint(look.Hint{Name: "Choose question, level and minutes", Key: "Enter"})
	s.others = s.otherWays()
	s.search = newSearch(func(string) { s.find() }, s.startFirst)
	s.past = newShortlist(8, s.watch)
	s.found = newShortlist(40, s.watch)
	s.search.onFocus, s.search.onLeave = func() { s.reveal(s.search) }, s.follow
	s.content = look.VStack(look.Space32)
	column := look.Column(look.Pad(s.content, look.Space32, 0, 2*look.Space32, 0), columnWidth+2*look.Space12)
	s.scroll = look.NewVScroll(look.Pad(column, 0, look.Space16, 0, look.Space16))
	return s
}

// Object is what goes into the window.
func (s *Screen) Object() fyne.CanvasObject { return s.scroll }

// Show fills the screen, or fills it anew. entries are the attempts, latest
// first; listErr says why they could not be read. What is typed in the search
// field, and how far the screen is scrolled, stay.
func (s *Screen) Show(entries []library.Entry, bank question.Bank, listErr error) {
	s.entries, s.bank, s.listErr = entries, bank, listErr
	parts := []fyne.CanvasObject{s.header(listErr)}
	if listErr != nil {
		parts = append(parts, s.unreadable(listErr))
	}
	if cut := inState(entries, library.CutOff); len(cut) > 0 {
		parts = append(parts, s.cutOff(cut))
	}
	if len(s.entries) > 0 {
		parts = append(parts, s.practice())
	}
	if done := others(entries, library.CutOff); len(done) > 0 {
		parts = append(parts, s.attempts(done))
	}
	if how := s.progressSection(); how != nil {
		parts = append(parts, how)
	}
	if len(bank.Problems) > 0 {
		parts = append(parts, s.broken(bank.Problems))
	}
	parts = append(parts, s.questions())
	s.content.Objects = parts
	s.content.Refresh()
}

// SetBank shows other questions, as after a pack was saved.
func (s *Screen) SetBank(bank question.Bank) { s.Show(s.entries, bank, s.listErr) }

// FocusFirst gives the keyboard to the big button.
func (s *Screen) FocusFirst(c fyne.Canvas) { c.Focus(s.start) }

// inState keeps the entries in that state; others keeps the rest.
func inState(entries []library.Entry, state library.State) []library.Entry {
	var out []library.Entry
	for _, e := range entries {
		if e.State == state {
			out = append(out, e)
		}
	}
	return out
}

func others(entries []library.Entry, state library.State) []library.Entry {
	var out []library.Entry
	for _, e := range entries {
		if e.State != state {
			out = append(out, e)
		}
	}
	return out
}
