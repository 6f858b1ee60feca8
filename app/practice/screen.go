// Package practice is the interview room: clock and phases above, notes, board
// and interviewer below. It shows a session.Mock and records into it; it holds
// no truth of its own.
package practice

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/boardfile"
	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/phasebar"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
	"talkthrough/internal/sound"
)

// Actions are what the room asks of the app.
type Actions struct {
	// Ended is called when the user has ended the interview; saving it is the
	// app's part.
	Ended func()
	// Help shows the keys.
	Help func()
	// Picture asks for a picture and has Put place it; nil asks for nothing.
	Picture func()
	// Files carries out the actions with the board's files; nil offers none.
	Files func(id string)
	// Microphones are those to choose from; nil offers none.
	Microphones Microphones
	// Shelf holds the user's libraries for the palette of parts; nil shows none.
	Shelf *boardfile.Shelf
	// Say reads a text out with the system's voice and returns when it was read,
	// or ctx ended; nil is silent. It is called on a goroutine of its own.
	Say func(ctx context.Context, text string) error
}

// The widths that notes and interviewer have at first.
const (
	notesWidth = 320
	sideWidth  = 256
)

// tickEvery is how often clock and meter are looked at. Nothing is painted that
// has not changed, but a meter that moves has the toolkit paint the whole
// window: five times a second say as well that one is heard.
const tickEvery = 200 * time.Millisecond

// Screen is the interview room. For the UI thread only.
type Screen struct {
	mock *session.Mock
	do   Actions

	object    fyne.CanvasObject
	header    *header
	bar       *phasebar.Bar
	notes     *notes
	board     *whiteboard.Board
	tools     *toolBar
	side      *interviewer
	coach     *session.Coach
	cards     *cardDesk
	voice     *speech
	replanned []interview.Plan // those before each replan that can be undone
	left      *look.Split      // notes beside the rest
	right     *look.Split      // interviewer beside the board
	notice    *notice
	post      func(func())
	told      string // by Tell, and when
	toldAt    time.Time
	choosing  bool  // the microphones are being asked for, to choose one
	saving    error // why the journal cannot be written, or nil
	stop      chan struct{}
	stopped   sync.WaitGroup
}

// New returns the room of a mock under way. post has a function run on the UI
// thread.
func New(mock *session.Mock, do Actions, post func(func())) *Screen {
	s := &Screen{mock: mock, do: do, post: post, stop: make(chan struct{})}
	s.header = newHeader(mock.Meta, s.Do)
	s.bar = phasebar.New()
	s.bar.OnTapped = s.enter
	s.bar.Key = func(i int) string { return keys.Hint(keys.PhaseIDs[i]) }
	s.notes = newNotes(s.noteText(), func(c session.Note) { mock.Do(c) }, s.Do)
	s.board = whiteboard.New(whiteboard.Document{Scene: s.scene, Do: s.draw, Pictures: mock.Pictures()})
	s.followPictures()
	s.board.OnHelp = do.Help
	if do.Picture != nil {
		s.board.OnImage = do.Picture
	}
	s.board.OnLaser = func(l board.Laser) { mock.Do(session.Pointed{Laser: l}) }
	s.board.OnUnused = func(ev *fyne.KeyEvent) { functionKey(ev, s.Do) }
	s.board.OnUnusedShortcut = func(sc fyne.Shortcut) { steers(sc, s.Do) }
	s.tools = newToolBar(s.board, func() bool { return s.scene().Len() == 0 })
	s.tools.shelf, s.tools.files = do.Shelf, do.Files
	s.coach = mock.NewCoach()
	s.voice = s.newSpeech()
	s.cards = newCardDesk(s, s.coach, s.voice)
	s.watchHands()
	s.side = newInterviewer(mock, s.Do, s.coach.Touched, s.Tick)
	s.notice = newNotice()
	s.right = look.NewSplitEnd(s.side.object, s.tools.around(s.board), sideWidth)
	s.left = look.NewSplit(s.notes.object, s.right, notesWidth)
	top := container.NewVBox(s.header.object, look.Pad(s.bar, 0, look.Space16, look.Space8, look.Space16), look.NewRule())
	s.object = container.NewBorder(top, nil, nil, nil, s.notice.above(s.cards.float.above(s.left)))
	mock.OnSaveError(func(err error) { post(func() { s.saving = err; s.Tick() }) })
	s.Tick()
	s.stopped.Add(1)
	go s.run(post)
	return s
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Focus gives the keyboard to the notes, where they are written on. Call it when
// the room is shown on c.
func (s *Screen) Focus(c fyne.Canvas) {
	s.notes.goOn()
	c.Focus(s.notes.entry)
}

// Leave stops the screen's clock. What was typed on the board is finished.
func (s *Screen) Leave() {
	s.board.Use(whiteboard.Selecting)
	close(s.stop)
	s.stopped.Wait()
	s.voice.leave()
}

// run asks for a look at the clock again and again until Leave.
func (s *Screen) run(post func(func())) {
	defer s.stopped.Done()
	ticker := time.NewTicker(tickEvery)
	defer ticker.Stop()
	for {
		select {
		case <-s.stop:
			return
		case <-ticker.C:
			post(s.Tick)
		}
	}
}

// Tick shows how things stand now.
func (s *Screen) Tick() {
	clock := s.mock.Clock()
	s.bar.Set(segments(clock))
	s.notes.enter(clock.Phase)
	s.header.show(clock, s.recording())
	s.side.show(clock, s.asks(), time.Now())
	s.cards.tick(clock)
	s.notice.show(s.warning(), s.saving != nil || s.mock.Slept(), time.Now())
}

// segments are the phases as the strip shows them.
func segments(clock interview.Reading) []phasebar.Segment {
	out := make([]phasebar.Segment, interview.PhaseCount)
	for i, p := range interview.Phases {
		out[i] = phasebar.Segment{
			Name: p.Name, Short: p.Short, Current: i == clock.Phase,
			Planned: clock.Planned[i], Spent: clock.Spent[i].Truncate(time.Second),
		}
	}
	return out
}

// recording is how the voice fares, for the header.
func (s *Screen) recording() recordingState {
	voice := s.mock.Voice()
	r := recordingState{on: voice != nil, silent: s.mock.Silent()}
	if voice != nil {
		r.level = voice.Meter().Level()
		r.state = voice.State()
	}
	return r
}

// warning is the one line that says what is wrong, "" when all is well.
func (s *Screen) warning() string {
	r := s.recording()
	switch {
	case s.saving != nil:
		return "Not saved for now: " + s.saving.Error() + ". It is kept in memory and tried again every second; make room on the disk."
	case s.saying(time.Now()) != "":
		return s.told
	case s.mock.Slept():
		return "The laptop slept: paused. Resume goes on."
	case r.state.Why != "":
		return r.state.Why
	case r.silent != nil && r.silent != session.ErrRecordingOff:
		return "Not recording: " + whyNot(r.silent) + ". Notes and board are saved as ever."
	case r.on && r.level.Silent:
		return sound.NoSignal(runtime.GOOS) + " Everything else is saved."
	}
	return ""
}

// whyNot says in a few words why nothing can be recorded; which sound systems
// were asked in vain is for the log.
func whyNot(err error) string {
	if errors.Is(err, sound.ErrNoSound) || errors.Is(err, sound.ErrNoDevice) {
		return "no microphone was found"
	}
	return err.Error()
}

func (s *Screen) noteText() string {
	text := ""
	s.mock.Read(func(st *session.State) { text = st.Notes.Text() })
	return text
}

// asks is what the interviewer was asked so far. The events only ever add to it.
func (s *Screen) asks() []session.Ask {
	var asks []session.Ask
	s.mock.Read(func(st *session.State) { asks = st.Asks })
	return asks
}

// scene is the live board. Only this screen draws on it, on the UI thread.
func (s *Screen) scene() *board.Scene {
	var scene *board.Scene
	s.mock.Read(func(st *session.State) { scene = st.Scene() })
	return scene
}

func (s *Screen) draw(e board.Edit) board.Edit {
	inverse := s.scene().Inverse(e)
	s.mock.Do(session.Drew{Edit: e})
	return inverse
}

func (s *Screen) enter(phase int) {
	s.mock.Enter(phase)
	s.Tick()
}
