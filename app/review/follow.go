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
	id, ok := keys.Match(ev.Name, held, keys.Review)
	if ok {
		s.Do(id)
	}
	return ok
}

// Do carries out a binding of the review group, as the menu does too.
func (s *Screen) Do(id string) { s.wave.Do(id) }

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
	s.notes.Reveal(s.pen)
}

// hear goes to just before a session time.
func (s *Screen) hear(at time.Duration) { s.seek(s.moments.before(at)) }

// show brings everything to where the transport is.
func (s *Screen) show() {
	playing := s.parts.transport.Playing()
	elapsed := s.parts.transport.Position()
	at := s.moments.session(elapsed)
	s.wave.SetPlayhead(elapsed)
	s.follow(at)
	s.bar.show(playing, elapsed, s.attempt.Reading(at))
	if playing {
		s.keepUp()
	} else {
		s.rest()
	}
}

// follow brings board and notes to a session time. They are made anew only
// when something happened in between.
func (s *Screen) follow(at time.Duration) {
	if step := s.attempt.Step(at); step != s.step {
		s.step, s.state = step, s.attempt.At(at)
		s.lines = s.state.Notes.LineMoments()
		s.phases = s.moments.phases(s.lines)
		s.pen, s.written = s.moments.pen(s.state.Notes.Text(), step)
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
	s.parts.board.SetLaser(s.attempt.Laser(at))
	lit := s.pen
	if at-s.written > glow {
		lit = -1
	}
	s.notes.Set(s.state.Notes.Text(), s.phases, lit)
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
