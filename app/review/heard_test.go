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
	"talkthrough/internal/speech"
)

// A real sound server hears what the screen plays: after a seek, the voice from
// there on, across a pause that took a minute, and at any speed; and the moment
// shown is the moment heard.
func TestTheVoiceIsHeardFromThePlayheadOn(t *testing.T) {
	server := soundtest.Start(t)
	server.Use()
	system, err := sound.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer system.Close()
	attempt := spoken(t)
	plan := speech.SkipSilences([]speech.Span{{Start: 10 * second, End: 11 * second}}, 20*second, speech.KeptSilence)
	for name, as := range map[string]struct {
		speed float64
		plan  *speech.Skipping
	}{
		"as recorded": {1, nil}, "faster": {1.5, nil}, "faster, without a silence": {1.5, plan},
	} {
		t.Run(name, func(t *testing.T) {
			want := session.NewTrack(attempt).NewPlayback()
			defer want.Close()
			l := listener{t: t, server: server, system: system, attempt: attempt}
			for _, p := range []interface{ SetSpeed(float64) }{want, &l} {
				p.SetSpeed(as.speed)
			}
			if as.plan != nil {
				want.PlayOnly(as.plan.Parts())
			}
			l.plan = as.plan
			want.Seek(9 * second)
			heard, shown := l.listen(9*second, 14*second)
			l.compare(heard, shown, want)
		})
	}
}

// listener has a screen play at a real sound server, and hears it.
type listener struct {
	t       *testing.T
	server  *soundtest.Server
	system  *sound.System
	attempt *session.Attempt
	speed   float64
	plan    *speech.Skipping
}

func (l *listener) SetSpeed(speed float64) { l.speed = speed }

// listen plays from one moment until another is shown, and returns what was
// heard and shown by then.
func (l *listener) listen(from, to time.Duration) (heard []int16, shown time.Duration) {
	test.NewTempApp(l.t).Settings().SetTheme(look.Theme{Mode: look.Light})
	posted := make(chan func(), 100)
	s := New(l.attempt, l.system, Actions{}, func(f func()) { posted <- f })
	s.hearing.setSpeed(l.speed)
	if l.plan != nil {
		s.hearing.plan = func() *speech.Skipping { return l.plan }
		s.hearing.setSkipping(true)
		s.hearing.silencesKnown()
	}
	s.seek(from)
	ear := l.server.Hear()
	if !s.Key(&fyne.KeyEvent{Name: fyne.KeySpace}) {
		l.t.Fatal("Space is no key of the review")
	}
	deadline := time.After(20 * second)
	for s.wave.Playhead() < to {
		select {
		case do := <-posted:
			do()
		case <-deadline:
			l.t.Fatalf("the playhead stays at %v", s.wave.Playhead())
		}
	}
	heard, shown = ear.Samples(), s.wave.Playhead()
	ear.Stop()
	s.Leave()
	for left := false; !left; {
		select {
		case <-posted: // what comes after leaving may be lost
		case <-s.Left():
			left = true
		case <-deadline:
			l.t.Fatal("leaving does not end")
		}
	}
	return heard, shown
}

// compare holds what was heard to what a playback gives, and the moment shown to
// the one that was heard last.
func (l *listener) compare(heard []int16, shown time.Duration, want *session.Playback) {
	l.t.Helper()
	samples := make([]int16, 2*rate)
	want.Fill(samples)
	wanted := l.server.Resample(samples, rate, soundtest.Rate)
	at, likeness := soundtest.Likeness(heard, wanted)
	if likeness < 0.95 {
		l.t.Errorf("what is heard is like the voice by %.2f", likeness)
	}
	rest := make([]int16, 20*rate)
	want.Fill(rest)
	last := want.Elapsed(int64(len(heard)-at) * rate / soundtest.Rate)
	l.t.Logf("%v is shown, %v is heard, like the voice by %.3f", shown, last, likeness)
	// The ear hears a little late, and a busy machine shows a little late.
	if off := shown - last; off.Abs() > 200*time.Millisecond {
		l.t.Errorf("%v is shown while %v is heard", shown, last)
	}
}
