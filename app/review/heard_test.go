package review

import (
	"fmt"
	"math"
	"math/rand/v2"
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
	attempt := spokenAs(t, hiss)
	plan := speech.SkipSilences([]speech.Span{{Start: 10 * second, End: 11 * second}}, 20*second, speech.KeptSilence)
	for name, as := range map[string]struct {
		speed float64
		plan  *speech.Skipping
	}{
		"as recorded": {1, nil}, "faster": {1.5, nil}, "faster, without a silence": {1.5, plan},
	} {
		t.Run(name, func(t *testing.T) {
			l := listener{t: t, server: server, system: system, attempt: attempt, speed: as.speed, plan: as.plan}
			var why string
			for range 3 { // on a busy machine the sound server runs dry now and then
				if why = l.heardAsShown(9*second, 14*second); why == "" {
					return
				}
				t.Log(why)
			}
			t.Error(why)
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

// heardAsShown says what is wrong with what is heard from one moment to another:
// that it is not the voice, or not what is shown.
func (l *listener) heardAsShown(from, to time.Duration) string {
	l.t.Helper()
	want := session.NewTrack(l.attempt).NewPlayback()
	defer want.Close()
	want.SetSpeed(l.speed)
	if l.plan != nil {
		want.PlayOnly(l.plan.Parts())
	}
	want.Seek(from)
	heard, shown := l.listen(from, to)
	samples := make([]int16, 2*rate)
	want.Fill(samples)
	wanted := l.server.Resample(samples, rate, soundtest.Rate)
	// In pieces, as the sound server may put silence in.
	const piece, alike, most = soundtest.Rate / 10, 0.95, 0.7
	found, last, lastPiece := 0, math.MinInt, 0
	for i := 0; i+piece <= len(wanted); i += piece {
		if at, likeness := soundtest.Likeness(heard, wanted[i:i+piece]); likeness >= alike && at > last {
			found, last, lastPiece = found+1, at, i
		}
	}
	if pieces := len(wanted) / piece; float64(found) < most*float64(pieces) {
		return fmt.Sprintf("of %d pieces of the voice %d are heard", pieces, found)
	}
	want.Fill(make([]int16, 20*rate))
	now := want.Elapsed(int64(len(heard)-last+lastPiece) * rate / soundtest.Rate)
	l.t.Logf("%v is shown, %v is heard, and %d of %d pieces of the voice", shown, now, found, len(wanted)/piece)
	// The ear hears a little late, and a busy machine shows a little late.
	if off := shown - now; off.Abs() > 150*time.Millisecond {
		return fmt.Sprintf("%v is shown while %v is heard", shown, now)
	}
	return ""
}

// hiss is sound of which no part is like another.
func hiss(n int) []int16 {
	r := rand.New(rand.NewPCG(8, 8))
	out := make([]int16, n)
	for i := range out {
		out[i] = int16(r.IntN(16000) - 8000)
	}
	return out
}
