package sound

import (
	"fmt"
	"testing"
	"time"

	"talkthrough/internal/sound/soundtest"
)

// holes are the stretches of exact silence, longer than a millisecond, within
// what was heard.
func holes(heard []int16, rate int) (out []time.Duration) {
	begun, run := false, 0
	for _, s := range heard {
		switch {
		case s == 0:
			run++
		default:
			if begun && run > rate/1000 {
				out = append(out, time.Second*time.Duration(run)/time.Duration(rate))
			}
			begun, run = true, 0
		}
	}
	return out
}

// What a card takes at once as it starts is more than what it plays in that
// time: a player that has not decoded as much tears the sound right there. It
// is started anew after a seek in a pause, and after the end of a sound.
func TestACardIsFedWithoutHolesFromTheStart(t *testing.T) {
	for _, rate := range []int{soundtest.Rate, soundtest.Rate / 2} {
		t.Run(fmt.Sprint(rate), func(t *testing.T) {
			r := bare(t)
			s := opened(t, "ALSA")
			p := player(t, s, rate)
			glide := append(soundtest.Glide(r.top, rate, 0), make([]int16, rate/2)...)
			plays := func(what string, begin func()) {
				t.Helper()
				ears := r.ears()
				begin()
				ends(t, p, 10*time.Second)
				heard := ears()
				if found := holes(heard, soundtest.Rate); len(found) > 0 {
					t.Errorf("%s: silent for %v", what, found)
				}
				if likeness := likest(heard, r.top, soundtest.Rate); likeness < 0.999 {
					t.Errorf("%s: correlation %.6f, want 0.999", what, likeness)
				}
			}
			plays("at first", func() { p.Play(&reel{samples: glide}) })
			rests(t, p)
			plays("once more", func() { p.Play(&reel{samples: glide}) })
			rests(t, p)
			plays("after a seek in a pause", func() {
				p.Pause()
				again := &reel{samples: glide}
				p.Play(again)
				p.Flush(again.seek(0))
				p.Resume()
			})
		})
	}
}

// rests waits until a player's device has stopped.
func rests(t *testing.T, p *Player) {
	t.Helper()
	deadline := time.Now().Add(5 * time.Second)
	for last := int64(-1); ; {
		now := p.called.Load()
		if now == last {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("the device runs on for 5 s after the end")
		}
		last = now
		<-time.After(2 * linger)
	}
}
