package review

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/app/keys"
	"talkthrough/internal/board"
)

// Key carries out a key of the review and reports whether it was one.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	var held fyne.KeyModifier
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		held = d.CurrentKeyModifiers()
	}
	if ev.Name == fyne.KeyEscape && held == 0 && s.history.open() {
		s.history.close()
		return true
	}
	id, ok := keys.Match(ev.Name, held, keys.Review)
	if ok {
		s.Do(id)
	}
	return ok
}

// Do carries out a binding of the review group, as the menu does too. Before
// the prediction none does anything.
func (s *Screen) Do(id string) {
	if s.prediction == nil {
		s.wave.Do(id)
	}
}

// playPause starts or stops the replay.
func (s *Screen) playPause() {
	if s.left {
		return
	}
	if s.parts.transport.Playing() {
		s.parts.transport.Pause()
	} else {
		s.parts.transport.Play()
	}
	s.show()
}

// seek goes to an elapsed time, playing on if it was. The notes are opened
// where the pen was then.
func (s *Screen) seek(to time.Duration) {
	if s.left {
		return
	}
	s.parts.transport.Seek(to)
	s.show()
	s.notes.reveal()
}

// hear goes to just before a session time.
func (s *Screen) hear(at time.Duration) { s.seek(s.moments.before(at)) }

// pick hears the element that was clicked, from when it was drawn.
func (s *Screen) pick(id string) {
	if at, ok := s.attempt.Made(id); ok {
		s.history.pick(id)
		s.hear(at)
	}
}

// other carries out what is not about the time: the sound's bindings, the ways
// to the pages, and those of the page in sight.
func (s *Screen) other(id string) {
	if s.opens(id) || s.history.do(id) {
		return
	}
	if d, ok := s.shown.page.(doer); ok && d.do(id) {
		return
	}
	if s.marking.do(id) || s.evidence.do(id) {
		return
	}
	s.bar.sound.do(id)
}

// lead is how far board and notes are ahead of the voice while it plays: half
// of the time between two beats and one picture of the window, so that on the
// average what was drawn is seen when it is heard.
const lead = 40 * time.Millisecond

// show brings everything to where the transport is.
func (s *Screen) show() {
	playing := s.parts.transport.Playing()
	elapsed := s.parts.transport.Position()
	s.wave.SetPlayhead(elapsed)
	seen := elapsed
	if playing {
		seen = min(elapsed+time.Duration(float64(lead)*s.hearing.speed), s.track.Length())
	}
	fresh := s.follow(seen)
	s.shown.page.follow(s.moment(fresh))
	s.bar.show(playing, elapsed, s.attempt.Reading(s.at))
	if playing {
		s.keepUp()
	} else {
		s.rest()
	}
}

// follow brings the board to an elapsed time and reports whether anything
// happened in between; only then it is made anew.
func (s *Screen) follow(elapsed time.Duration) (fresh bool) {
	s.elapsed, s.at = elapsed, s.attempt.Session(elapsed)
	if step := s.attempt.Step(s.at); step != s.step {
		fresh = true
		s.step, s.state = step, s.attempt.At(s.at)
		scene := s.state.Scene()
		s.parts.board.SetScene(scene)
		if empty := scene.Len() == 0; empty != s.noBoard.Visible() {
			if empty {
				s.noBoard.Show()
			} else {
				s.noBoard.Hide()
			}
		}
	}
	s.parts.board.SetLit(s.attempt.ChangedSince(s.state, s.at, glow).Elements)
	s.parts.board.SetLaser(s.attempt.Laser(s.at))
	s.asides.follow(s.state, s.at)
	s.history.follow(s.at)
	return fresh
}

// moment is where the screen is; fresh says that its page has not seen its
// state yet.
func (s *Screen) moment(fresh bool) moment {
	return moment{elapsed: s.elapsed, at: s.at, state: s.state, fresh: fresh, phase: s.attempt.Reading(s.at).Phase}
}

// Board is the board at the playhead. It does not change any more.
func (s *Screen) Board() *board.Scene { return s.state.Scene().Clone() }

// keepUp follows the transport while it plays.
func (s *Screen) keepUp() {
	if s.stopBeat == nil && !s.left {
		s.stopBeat = s.parts.beat(s.tick)
	}
}

// rest stops following.
func (s *Screen) rest() {
	if s.stopBeat != nil {
		s.stopBeat()
		s.stopBeat = nil
	}
}

// tick runs on the beat's goroutine. While the UI thread has not come to the
// last tick there is no use in another.
func (s *Screen) tick() {
	if !s.queued.CompareAndSwap(false, true) {
		return
	}
	s.post(func() {
		s.queued.Store(false)
		if !s.left {
			s.show()
		}
	})
}

// every returns the beat of that interval.
func every(interval time.Duration) func(do func()) (stop func()) {
	return func(do func()) func() {
		quit := make(chan struct{})
		go func() {
			ticker := time.NewTicker(interval)
			defer ticker.Stop()
			for {
				select {
				case <-quit:
					return
				case <-ticker.C:
					do()
				}
			}
		}()
		return func() { close(quit) }
	}
}
