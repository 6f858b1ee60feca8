package sound

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"talkthrough/internal/sound/soundtest"
)

// reel is a Feed of samples in memory.
type reel struct {
	mu      sync.Mutex
	samples []int16
	at      int
}

func (r *reel) Fill(dst []int16) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := copy(dst, r.samples[r.at:])
	r.at += n
	return n
}

// seek is for Flush, which sees to it that Fill is not running.
func (r *reel) seek(at int) func() { return func() { r.at = at } }

func player(t *testing.T, s *System, rate int) *Player {
	t.Helper()
	p, err := s.NewPlayer(rate, "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	return p
}

// sentence is a spoken sentence at 48 kHz.
func sentence(t *testing.T, server *soundtest.Server) []int16 {
	t.Helper()
	return wav(t, server.Sentence("The features come from the last hour of listening."))
}

func ends(t *testing.T, p *Player, within time.Duration) {
	t.Helper()
	select {
	case <-p.Done():
	case <-time.After(within):
		t.Fatalf("not done after %v, at %d: %v", within, p.Position(), p.Err())
	}
}

// reaches waits until the position is at least at.
func reaches(t *testing.T, p *Player, at int64) {
	t.Helper()
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	deadline := time.Now().Add(5 * time.Second)
	for last := int64(0); last < at; {
		now := p.Position()
		if now < last {
			t.Fatalf("the position went back from %d to %d", last, now)
		}
		if last = now; time.Now().After(deadline) {
			t.Fatalf("at %d after 5 s, want %d: %v", now, at, p.Err())
		}
		<-tick.C
	}
}

// arrived says how like the voice is what was heard, apart from silence. What
// was faded, 240 samples after a start and before and after a jump, must not be
// part of the voice.
func arrived(heard, voice []int16) float64 {
	_, likeness := soundtest.Likeness(soundtest.Sounding(heard), soundtest.Sounding(voice))
	return likeness
}

// longestSilence between the first sound and the last.
func longestSilence(heard []int16) int {
	longest, last := 0, -1
	for i, s := range heard {
		if s == 0 {
			continue
		}
		if last >= 0 {
			longest = max(longest, i-last-1)
		}
		last = i
	}
	return longest
}

// unhurried tries up to five times, because on a machine that is too busy the
// sound server itself tears what it plays. A fault of ours shows every time.
func unhurried(t *testing.T, try func() error) {
	t.Helper()
	for n := 1; ; n++ {
		err := try()
		if err == nil {
			return
		}
		if n == 5 {
			t.Fatalf("five times out of five, lastly: %v", err)
		}
		t.Logf("try %d: %v", n, err)
	}
}

func TestPlayedSoundArrivesAtTheSpeakers(t *testing.T) {
	server, s := system(t)
	voice := sentence(t, server)
	p := player(t, s, soundtest.Rate)
	unhurried(t, func() error {
		hearing := server.Hear()
		p.Play(&reel{samples: voice})
		ends(t, p, 20*time.Second)
		if got := p.Position(); got != int64(len(voice)) {
			return fmt.Errorf("position at the end is %d, want %d", got, len(voice))
		}
		hearing.Await(soundtest.Rate / 5)
		if likeness := arrived(hearing.Stop(), voice[480:]); likeness < 0.999 {
			return fmt.Errorf("correlation %.6f, want at least 0.999", likeness)
		}
		return nil
	})
}

// The position is compared with the ears of this same program: a capture of
// what the speakers play, on the same clock.
func TestPositionIsWhatIsHeard(t *testing.T) {
	server, s := system(t)
	voice := sentence(t, server)
	ear := capture(t, s, CaptureConfig{DeviceID: "speakers.monitor", SampleRate: soundtest.Rate})
	p := player(t, s, soundtest.Rate)
	unhurried(t, func() error {
		p.Play(&reel{samples: voice})
		moments, heard := followed(t, p, ear)
		off := errorsOf(moments, heard, voice)
		if len(off) < 50 {
			return fmt.Errorf("only %d of %d moments could be compared", len(off), len(moments))
		}
		slices.Sort(off)
		low, middle, high := off[len(off)/20], off[len(off)/2], off[len(off)*19/20]
		t.Logf("position is off by %.1f ms, nine times in ten by %.1f to %.1f", middle, low, high)
		if low < -30 || high > 30 {
			return fmt.Errorf("position is off by %.1f to %.1f ms, want at most 30", low, high)
		}
		return nil
	})
}

// followed listens to what is played up to its end, with the position said at
// each moment.
func followed(t *testing.T, p *Player, ear *Capture) (moments []moment, heard []int16) {
	t.Helper()
	for done := p.Done(); ; {
		b, err := ear.Read(time.Second)
		if err != nil {
			t.Fatal(err)
		}
		heard = append(heard, b.Samples...)
		late := int(time.Since(b.At).Seconds() * soundtest.Rate)
		moments = append(moments, moment{len(heard) + late, p.Position()})
		select {
		case <-done:
			return moments, heard
		default:
		}
	}
}

// moment is what Position said when a sample was heard.
type moment struct {
	sample   int
	position int64
}

// errorsOf says by how many milliseconds each position differs from what was
// heard then. Each fifth of a second of the voice is looked for by itself,
// because a busy machine may put silence in between.
func errorsOf(moments []moment, heard, voice []int16) []float64 {
	const piece = soundtest.Rate / 5
	var off []float64
	for from, near := 0, 0; from+piece <= len(voice); from += piece {
		window := heard[min(near, len(heard)):min(near+3*soundtest.Rate, len(heard))]
		at, likeness := soundtest.Likeness(window, voice[from:from+piece])
		if likeness < 0.95 {
			continue
		}
		near += at
		for _, m := range moments {
			if m.sample >= near && m.sample < near+piece {
				off = append(off, float64(int(m.position)-from-m.sample+near)/soundtest.Rate*1000)
			}
		}
	}
	return off
}

func TestPauseHoldsThePositionAndLosesNothing(t *testing.T) {
	server, s := system(t)
	voice := sentence(t, server)
	p := player(t, s, soundtest.Rate)
	unhurried(t, func() error {
		hearing := server.Hear()
		p.Play(&reel{samples: voice})
		reaches(t, p, soundtest.Rate/2)
		p.Pause()
		hearing.Await(soundtest.Rate / 2)
		held := p.Position()
		hearing.Await(soundtest.Rate / 4)
		moved := p.Position() - held
		p.Resume()
		ends(t, p, 20*time.Second)
		hearing.Await(soundtest.Rate / 5)
		heard := hearing.Stop()
		a, b := arrived(heard, voice[480:held-480]), arrived(heard, voice[held+480:])
		gap := longestSilence(heard)
		if moved != 0 || held > soundtest.Rate*7/10 || a < 0.99 || b < 0.99 || gap < soundtest.Rate*6/10 {
			return fmt.Errorf("paused at 24000 it stood at %d and moved by %d; correlation before %.4f, after %.4f; silent for %d samples",
				held, moved, a, b, gap)
		}
		return nil
	})
}

func TestFlushPlaysFromElsewhereAtOnce(t *testing.T) {
	const (
		target = soundtest.Rate
		needle = soundtest.Rate / 20
	)
	server, s := system(t)
	voice := sentence(t, server)
	p := player(t, s, soundtest.Rate)
	unhurried(t, func() error {
		feed := &reel{samples: voice}
		hearing := server.Hear()
		p.Play(feed)
		reaches(t, p, soundtest.Rate/4)
		left := p.Position()
		p.Flush(feed.seek(target))
		if got := p.Position(); got > soundtest.Rate/20 {
			return fmt.Errorf("position right after Flush is %d", got)
		}
		ends(t, p, 20*time.Second)
		if got, want := p.Position(), int64(len(voice)-target); got != want {
			return fmt.Errorf("position at the end is %d, want %d", got, want)
		}
		hearing.Await(soundtest.Rate / 5)
		heard := hearing.Stop()
		a, b := arrived(heard, voice[480:left-480]), arrived(heard, voice[target+480:])
		if a < 0.98 || b < 0.99 {
			return fmt.Errorf("correlation before the jump %.4f, after %.4f", a, b)
		}
		from, _ := soundtest.Likeness(heard, voice[left-needle:left])
		to, _ := soundtest.Likeness(heard, voice[target+480:target+480+needle])
		took := time.Duration(to-480-from-needle) * time.Second / soundtest.Rate
		t.Logf("the jump was heard after %v", took)
		if took > 100*time.Millisecond {
			return fmt.Errorf("the jump was heard after %v, want at most 100 ms", took)
		}
		return nil
	})
}

func TestPlayAgainAfterTheEnd(t *testing.T) {
	_, s := system(t)
	p := player(t, s, 24000)
	tape := &reel{samples: make([]int16, 2400)}
	p.Play(tape)
	ends(t, p, 5*time.Second)
	p.Flush(tape.seek(1200))
	ends(t, p, 5*time.Second)
	if got := p.Position(); got != 1200 {
		t.Errorf("position is %d, want 1200", got)
	}
}

func TestPlayerSurvivesItsServer(t *testing.T) {
	server, s := system(t)
	p := player(t, s, soundtest.Rate)
	tape := &reel{samples: make([]int16, 60*soundtest.Rate)}
	p.Play(tape)
	reaches(t, p, soundtest.Rate/4)
	server.Kill()
	server.Restart()
	at := p.Position()
	if at > 2*soundtest.Rate {
		t.Errorf("position ran on to %d without a server", at)
	}
	reaches(t, p, at+soundtest.Rate/4)
	if err := p.Err(); err != nil {
		t.Errorf("playing again, and still: %v", err)
	}
}

func TestStopLetsGoOfTheFeed(t *testing.T) {
	_, s := system(t)
	p := player(t, s, 24000)
	tape := &reel{samples: make([]int16, 24000*60)}
	p.Play(tape)
	reaches(t, p, 2400)
	p.Stop()
	at := tape.at // the race detector objects if Fill still runs
	p.Pause()
	p.Resume()
	p.Close()
	if tape.at != at {
		t.Error("Fill was called after Stop")
	}
	if got := p.Position(); got != 0 {
		t.Errorf("position after Stop is %d", got)
	}
	p.Stop() // on a closed player: must return
}

func TestPlayAtTheRateOfTakes(t *testing.T) {
	server, s := system(t)
	voice := server.Resample(wav(t, server.Sentence("Weapon sale detection.")), soundtest.Rate, 24000)
	hearing := server.Hear()
	p := player(t, s, 24000)
	p.Play(&reel{samples: voice})
	ends(t, p, 10*time.Second)
	hearing.Await(soundtest.Rate / 5)
	likeness := piecewise(server.Resample(hearing.Stop(), soundtest.Rate, fine), server.Resample(voice, 24000, fine))
	t.Logf("correlation %.6f", likeness)
	if likeness < 0.999 {
		t.Errorf("correlation %.6f, want at least 0.999", likeness)
	}
}

// piecewise is the median likeness of the tenths of a second of the voice, of
// which a busy machine tears only a few.
func piecewise(heard, voice []int16) float64 {
	const piece = fine / 10
	var all []float64
	for from := 0; from+piece <= len(voice); from += piece {
		end := min(len(heard), from+2*fine)
		_, likeness := soundtest.Likeness(heard[min(from, end):end], voice[from:from+piece])
		all = append(all, likeness)
	}
	slices.Sort(all)
	return all[len(all)/2]
}
