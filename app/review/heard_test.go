package review

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/internal/session"
	"talkthrough/internal/sound"
	"talkthrough/internal/sound/soundtest"
)

// A real sound server hears what the screen plays: after a seek, the voice from
// there on, across a pause that took a minute.
func TestTheVoiceIsHeardFromThePlayheadOn(t *testing.T) {
	server := soundtest.Start(t)
	server.Use()
	system, err := sound.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer system.Close()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: look.Light})
	posted := make(chan func(), 100)
	s := New(spoken(t), system, Actions{}, func(f func()) { posted <- f })
	ear := server.Hear()
	s.seek(9 * second)
	if !s.Key(&fyne.KeyEvent{Name: fyne.KeySpace}) {
		t.Fatal("Space is no key of the review")
	}
	deadline := time.After(20 * second)
	for s.wave.Playhead() < 12*second {
		select {
		case do := <-posted:
			do()
		case <-deadline:
			t.Fatalf("the playhead stays at %v", s.wave.Playhead())
		}
	}
	heard := ear.Stop()
	s.Leave()
	for left := false; !left; {
		select {
		case <-posted: // what comes after leaving may be lost
		case <-s.Left():
			left = true
		case <-deadline:
			t.Fatal("leaving does not end")
		}
	}
	track := session.NewTrack(s.attempt)
	feed := track.NewFeed()
	defer feed.Close()
	feed.SeekElapsed(9 * second)
	want := make([]int16, 2*track.Rate())
	feed.Fill(want)
	wanted := server.Resample(want, track.Rate(), soundtest.Rate)
	if _, likeness := soundtest.Likeness(heard, wanted); likeness < 0.95 {
		t.Errorf("what is heard is like the voice by %.2f", likeness)
	}
}
