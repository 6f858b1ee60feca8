// Package review is the screen on which an attempt is replayed: board, notes
// and phase follow the voice in both directions, and whatever is clicked is
// heard from the moment it was made.
package review

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/app/waveform"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
	"talkthrough/internal/sound"
)

// Actions are what the screen asks for. All must be set, and are
// called on the UI thread where nothing else is said.
type Actions struct {
	Back   func() // leave the review; the caller calls Leave
	Export func() // write the attempt out as files
	Folder func() // show the attempt's folder
	// Guide opens the guide at a place.
	Guide func(place string)
	// MentorFile asks for a mentor's file; chosen gets its path.
	MentorFile func(chosen func(path string))
	// Opened is called when the prediction has made way for the replay; see
	// Screen.Predicting.
	Opened func()
	// Past lists all attempts that can be read, this one included. It waits for
	// the disk and is called away from the UI thread.
	Past func() []Past
}

// Screen replays one attempt. Its methods belong to the UI thread.
type Screen struct {
	attempt *session.Attempt
	track   *session.Track
	moments *moments
	ledger  *ledger
	do      Actions
	post    func(func())
	parts   parts

	hearing *hearing
	wave    *waveform.Waveform
	notes   *notesPage
	bar     *transportBar
	content *fyne.Container // the replay, or the prediction that comes before it
	replay  fyne.CanvasObject
	noBoard *look.Label

	prediction *prediction // nil once there is one
	evidence   *attaching
	marking    *marking
	asides     *asideCards
	history    *shapeHistory

	pages        []*tab
	shown        *tab            // the page in sight
	beside, over *fyne.Container // where pages lie
	sheet        *fyne.Container // the place of the board
	ownBoard     fyne.CanvasObject
	split        *look.Split
	covering     *look.Card      // holds over
	middle       *fyne.Container // the split and what lies over it

	soundKnown  []func()          // called when more is known of the sound
	pictureCame []func(id string) // called when a picture of the board can be shown
	closing     []func()          // called once the screen is left and its work is done

	elapsed, at time.Duration // the playhead, and its session time
	step        int           // events shown; -1: nothing yet
	state       *session.State

	stopBeat func() // nil while nothing plays
	queued   atomic.Bool
	left     bool
	work     sync.WaitGroup
	working  context.Context // ends when the screen is left
	stopWork func()
	done     chan struct{}
}

// parts are what a screen is made with; tests put others in.
type parts struct {
	board     boardView
	transport Transport
	// beat has do called many times a second until stop is called, which waits
	// for it.
	beat func(do func()) (stop func())
	// after has do called on the UI thread after d unless cancel is called
	// first; nil is by the machine's clock.
	after func(d time.Duration, do func()) (cancel func())
	// outputs lists what can be played to; it may wait.
	outputs func() ([]sound.Device, error)
	// kept are the preferences.
	kept fyne.Preferences
}

// New returns the screen of an attempt. system plays the voice; nil is for a
// machine without sound. post has a function run on the UI thread.
func New(a *session.Attempt, system *sound.System, do Actions, post func(func())) *Screen {
	track := session.NewTrack(a)
	p := parts{board: newViewer(), beat: every(50 * time.Millisecond), kept: fyne.CurrentApp().Preferences()}
	switch {
	case !track.HasSound():
		p.transport = newWallClock(track.Length(), time.Now, whySilent(a))
	case system == nil:
		p.transport = newWallClock(track.Length(), time.Now, noOutput)
	default:
		p.transport = newVoice(track, opener(system, track.Rate()), time.Now)
		p.outputs = system.Outputs
	}
	return build(a, track, do, post, p)
}

func build(a *session.Attempt, track *session.Track, do Actions, post func(func()), p parts) *Screen {
	s := &Screen{
		attempt: a, track: track, moments: newMoments(a), do: do, post: post, parts: p,
		wave: waveform.New(), step: -1, done: make(chan struct{}),
	}
	s.ledger = openLedger(a.Dir, s.postIfThere, &s.work, s.told)
	s.notes = newNotesPage(s.moments, s.hear)
	s.pages = s.tabs()
	s.working, s.stopWork = context.WithCancel(context.Background())
	s.hearing = newHearing(p.transport, p.outputs, track.Skipping, p.kept)
	s.wave.SetData(s.waveData())
	s.wave.OnOther = s.other
	s.wave.OnSeek = s.seek
	s.wave.OnPlayPause = s.playPause
	s.marking = newMarking(s)
	s.bar = newTransportBar(s)
	s.asides, s.history = newAsideCards(s), newShapeHistory(s)
	p.board.OnPick(s.pick)
	p.board.OnSecondary(s.history.show)
	s.wave.RunUp, s.wave.OnUnused = runUp, func(ev *fyne.KeyEvent) { s.Key(ev) }
	p.board.ShowPictures(a.Pictures().Find)
	a.Pictures().OnArrival(func(id string) {
		post(func() {
			if !s.left {
				p.board.ShowPicture(id)
				for _, tell := range s.pictureCame {
					tell(id)
				}
			}
		})
	})
	p.board.Frame(s.moments.extent())
	s.evidence = newAttaching(s)
	s.replay = s.layOut()
	s.content = container.NewStack(s.replay)
	if s.mustPredict() {
		s.prediction = newPrediction(s)
		s.content.Objects = []fyne.CanvasObject{s.before()}
	}
	s.follow(s.parts.transport.Position())
	s.open(s.pages[0])
	s.show()
	s.studySound()
	return s
}

// Object is what goes into the window.
func (s *Screen) Object() fyne.CanvasObject { return s.content }

// Focus gives the keyboard to the waveform, which all keys of the review reach,
// or to the prediction that comes before it.
func (s *Screen) Focus(c fyne.Canvas) {
	if s.prediction != nil {
		c.Focus(s.prediction.list)
		return
	}
	s.evidence.hearsUndo(c)
	c.Focus(s.wave)
}

// Leave stops the playback and begins to let go of files and device, which may
// take seconds: Left tells when that is done. The screen does nothing more.
func (s *Screen) Leave() {
	if s.left {
		return
	}
	s.left = true
	s.evidence.leave()
	s.bar.setBrief("", nil)
	s.stopWork()
	s.parts.transport.Pause()
	s.rest()
	go func() {
		s.work.Wait()
		s.parts.transport.Close()
		_ = s.attempt.Pictures().Close() // nothing was added
		for _, do := range s.closing {
			do()
		}
		close(s.done)
	}()
}

// Left is closed when everything that Leave lets go of is gone.
func (s *Screen) Left() <-chan struct{} { return s.done }

// told hears what became of what was written down.
func (s *Screen) told(err error) {
	if err != nil {
		slog.Warn("review", "dir", s.attempt.Dir, "err", err)
		s.bar.setTrouble("What you wrote is not saved: " + err.Error() + ". It is tried again with your next change.")
		return
	}
	s.bar.setTrouble("")
}

// write changes what is written down about the attempt, and says why where it
// cannot.
func (s *Screen) write(do func(*review.Review) error) {
	if err := s.ledger.change(do); err != nil {
		s.bar.setTrouble(err.Error())
	}
}

// waveData is the attempt as the waveform draws it.
func (s *Screen) waveData() waveform.Data {
	data := waveform.Data{Length: s.track.Length()}
	if s.track.HasSound() {
		data.Columns = func(from, to time.Duration, n int) []waveform.Column {
			out := make([]waveform.Column, n)
			for i, c := range s.track.Columns(from, to, n) {
				out[i] = waveform.Column(c)
			}
			return out
		}
		for _, p := range s.track.Silences() {
			data.Silences = append(data.Silences, waveform.Span{From: p.Start, To: p.End})
		}
		data.Losses = s.moments.losses()
	}
	for _, b := range s.attempt.Bands() {
		data.Bands = append(data.Bands, waveform.Band{From: b.From, To: b.To, Phase: b.Phase, Name: phaseName(b.Phase)})
	}
	data.Marks = s.marks()
	return data
}
