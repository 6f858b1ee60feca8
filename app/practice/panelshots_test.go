package practice

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
)

// The panel and the strip fit every window in whatever state they are, in light
// and dark.
func TestThePanelAtEverySize(t *testing.T) {
	for _, c := range []struct {
		name    string
		mode    look.Mode
		size    fyne.Size
		prepare func(*Screen)
	}{
		{"panel-begin", look.Light, fyne.NewSize(1280, 772), func(s *Screen) {}},
		{"panel-asking", look.Light, fyne.NewSize(1280, 772), askHalf},
		{"panel-asking-small-dark", look.Dark, fyne.NewSize(1024, 612), askHalf},
		{"panel-asking-none", look.Light, fyne.NewSize(1024, 612), func(s *Screen) {
			s.Do(keys.Ask)
			test.Type(s.side.ask.field, "zzz qqq")
		}},
		{"panel-asked", look.Light, fyne.NewSize(1280, 772), askThree},
		{"panel-asked-dark", look.Dark, fyne.NewSize(1920, 1052), askThree},
		{"panel-word-dark", look.Dark, fyne.NewSize(1280, 772), func(s *Screen) {
			askThree(s)
			s.Do(keys.MarkUnclear)
		}},
		{"panel-over", look.Light, fyne.NewSize(1280, 772), func(s *Screen) {
			s.Do(keys.Agenda)
			test.Type(s.notes.entry, "- goal: people who come back, not clicks alone\n- 100M a day")
			s.Do(keys.Phase4)
			test.Type(s.notes.entry, "- logs")
			pretend(s, 3, 5*time.Minute, 3*time.Minute, 4*time.Minute+10*time.Second, 6*time.Minute+21*time.Second)
		}},
		{"panel-replanned-dark", look.Dark, fyne.NewSize(1024, 612), func(s *Screen) {
			s.Do(keys.Agenda)
			s.Do(keys.Phase4)
			s.Do(keys.Replan)
			pretend(s, 3, 7*time.Minute, 3*time.Minute, 4*time.Minute+10*time.Second, 5*time.Minute+21*time.Second)
		}},
		{"panel-wide", look.Light, fyne.NewSize(1920, 1052), func(s *Screen) {
			s.Do(keys.Agenda)
			s.Do(keys.Phase6)
			pretend(s, 5, 5*time.Minute, 3*time.Minute, 4*time.Minute+10*time.Second, 5*time.Minute+21*time.Second, 3*time.Minute, 8*time.Minute)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, _ := asking(t)
			fyne.CurrentApp().Settings().SetTheme(look.Theme{Mode: c.mode})
			for _, w := range fyne.CurrentApp().Driver().AllWindows() {
				w.Resize(c.size)
			}
			c.prepare(s)
			looktest.Shoot(t, fyne.CurrentApp().Driver().CanvasForObject(s.board), c.name, c.size)
		})
	}
}

func askHalf(s *Screen) {
	s.Do(keys.Ask)
	test.Type(s.side.ask.field, "how many users")
	hit(s.side.ask.field, fyne.KeyDown)
}

func askThree(s *Screen) {
	for _, words := range []string{"how many users", "latency", "do we have a budget for consultants"} {
		s.Do(keys.Ask)
		test.Type(s.side.ask.field, words)
		hit(s.side.ask.field, fyne.KeyReturn)
	}
}

// pretend shows the room as if so much had been spent in the phases.
func pretend(s *Screen, phase int, spent ...time.Duration) {
	clock := s.mock.Clock()
	clock.Phase = phase
	for i, d := range spent {
		clock.Spent[i] = d
		clock.Elapsed += d
	}
	s.bar.Set(segments(clock))
	s.header.show(clock, recordingState{})
	s.side.show(clock, s.asks(), time.Now())
}
