package review

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
	"talkthrough/internal/board"
	"talkthrough/internal/session"
)

// shoot lays the screen out with the real board, has it do something, and keeps
// a picture of it where TALKTHROUGH_SHOTS points.
func shoot(t *testing.T, name string, a *session.Attempt, at time.Duration, mode look.Mode, size fyne.Size, do ...string) {
	t.Helper()
	shootWith(t, name, a, at, mode, size, func(s *Screen, settle func()) {
		for _, id := range do {
			s.Do(id)
			settle()
		}
	})
}

// shootWith is shoot with anything done before the picture is taken; settle has
// happen what was posted.
func shootWith(t *testing.T, name string, a *session.Attempt, at time.Duration, mode look.Mode, size fyne.Size, do func(s *Screen, settle func())) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: mode})
	track := session.NewTrack(a)
	posted := make(chan func(), 10)
	s := build(a, track, Actions{Past: func() []Past { return nil }}, func(f func()) { posted <- f }, parts{
		board: newViewer(), transport: transportFor(track, a),
		beat: func(func()) func() { return func() {} }, kept: fyne.CurrentApp().Preferences(),
	})
	window := test.NewTempWindow(t, look.NewStage(s.Object()))
	window.SetPadded(false)
	window.Resize(size)
	drain(&s.work, posted)
	s.Focus(window.Canvas())
	s.seek(at)
	if quarter := track.Length() / 4; track.HasSound() && at > quarter {
		s.wave.SetView(at-quarter, at+quarter)
		s.Do(keys.Faster)
		s.Do(keys.SkipSilences)
	}
	do(s, func() { drain(&s.work, posted) })
	looktest.Shoot(t, window.Canvas(), name, size)
	s.Leave()
	drain(&s.work, posted)
	<-s.Left()
}

// transportFor is a voice that is not asked to play, or what runs in its place.
func transportFor(track *session.Track, a *session.Attempt) Transport {
	if track.HasSound() {
		return newVoice(track, nil, time.Now)
	}
	return newWallClock(track.Length(), time.Now, whySilent(a))
}

func TestFitsEveryWindow(t *testing.T) {
	whole, _ := wholeMock(t)
	s := newScribe(t)
	s.rec.Do(session.Sounded{State: "off", Why: "recording is switched off"})
	s.waits(5)
	s.draws(board.Rectangle, "Ranker", "transparent", 0, 0, 160, 80)
	s.rec.Do(session.Ended{})
	bare := s.opens()
	bare.History.Torn = 37
	for word, mode := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
		for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
			shoot(t, fmt.Sprintf("review-%s-%.0f", word, size.Width), whole, whole.Timeline().Length()*3/4, mode, size)
		}
		shoot(t, "review-typing-"+word, whole, 12*second, mode, fyne.NewSize(1280, 800))
		shoot(t, "review-silent-"+word, bare, 2*second, mode, fyne.NewSize(1280, 800))
	}
}

func TestThePagesFitEveryWindow(t *testing.T) {
	whole, _ := wholeMock(t)
	for word, mode := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
		for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
			for _, tab := range (&Screen{}).tabs() {
				if tab.id != keys.PageReplay {
					shoot(t, fmt.Sprintf("review-%s-%s-%.0f", tab.label, word, size.Width), whole, whole.Timeline().Length()*3/4, mode, size, tab.id)
				}
			}
		}
	}
}
