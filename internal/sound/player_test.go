package sound

import (
	"math"
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

func TestPlayedSoundArrivesAtTheSpeakers(t *testing.T) {
	server, s := system(t)
	voice := sentence(t, server)
	hearing := server.Hear()
	p := player(t, s, soundtest.Rate)
	p.Play(&reel{samples: voice})
	ends(t, p, 10*time.Second)
	if got := p.Position(); got != int64(len(voice)) {
		t.Errorf("position at the end is %d, want %d", got, len(voice))
	}
	hearing.Await(soundtest.Rate / 5)
	_, likeness := soundtest.Likeness(hearing.Stop(), voice)
	t.Logf("correlation %.6f", likeness)
	if likeness < 0.999 {
		t.Errorf("correlation %.6f, want at least 0.999", likeness)
	}
}

// The position is compared with the ears of this same program: a capture of
// what the speakers play, on the same clock.
func TestPositionIsWhatIsHeard(t *testing.T) {
	server, s := system(t)
	voice := sentence(t, server)
	ear := capture(t, s, CaptureConfig{DeviceID: "speakers.monitor", SampleRate: soundtest.Rate})
	p := player(t, s, soundtest.Rate)
	p.Play(&reel{samples: voice})
	type moment struct {
		sample   int // of what was heard
		position int64
	}
	var heard []int16
	var moments []moment
	for done := p.Done(); done != nil; {
		b, err := ear.Read(time.Second)
		if err != nil {
			t.Fatal(err)
		}
		heard = append(heard, b.Samples...)
		late := int(time.Since(b.At).Seconds() * soundtest.Rate)
		moments = append(moments, moment{len(heard) + late, p.Position()})
		select {
		case <-done:
			done = nil
		default:
		}
	}
	at, likeness := soundtest.Likeness(heard, voice[:len(voice)*3/4])
	if likeness < 0.99 {
		t.Fatalf("what was played was not heard: correlation %.3f", likeness)
	}
	var worst, sum, n float64
	for _, m := range moments {
		want := float64(m.sample - at)
		if want < 4800 || want > float64(len(voice)-4800) {
			continue
		}
		off := (float64(m.position) - want) / soundtest.Rate * 1000
		worst, sum, n = max(worst, math.Abs(off)), sum+off, n+1
	}
	t.Logf("position is off by %.1f ms in the mean, %.1f ms at worst, of %.0f", sum/n, worst, n)
	if n < 50 || worst > 30 {
		t.Errorf("position is off by up to %.1f ms (%.0f measured), want at most 30", worst, n)
	}
}

func TestPauseHoldsThePositionAndLosesNothing(t *testing.T) {
	server, s := system(t)
	voice := sentence(t, server)
	hearing := server.Hear()
	p := player(t, s, soundtest.Rate)
	p.Play(&reel{samples: voice})
	reaches(t, p, soundtest.Rate/2)
	p.Pause()
	hearing.Await(soundtest.Rate / 2)
	held := p.Position()
	hearing.Await(soundtest.Rate / 4)
	if got := p.Position(); got != held {
		t.Errorf("the position moved from %d to %d while paused", held, got)
	}
	if over := held - soundtest.Rate/2; over > soundtest.Rate/10 {
		t.Errorf("it played %d samples on after Pause", over)
	}
	p.Resume()
	ends(t, p, 10*time.Second)
	hearing.Await(soundtest.Rate / 5)
	heard := hearing.Stop()
	before, a := soundtest.Likeness(heard, voice[:held-480])
	after, b := soundtest.Likeness(heard, voice[held+480:])
	if a < 0.99 || b < 0.99 {
		t.Errorf("correlation before the pause %.4f, after %.4f", a, b)
	}
	if gap := after - before - int(held) - 480; gap < soundtest.Rate*6/10 {
		t.Errorf("the pause was heard as %d samples, want at least %d", gap, soundtest.Rate*6/10)
	}
}

func TestFlushPlaysFromElsewhereAtOnce(t *testing.T) {
	server, s := system(t)
	voice := sentence(t, server)
	tape := &reel{samples: voice}
	hearing := server.Hear()
	p := player(t, s, soundtest.Rate)
	p.Play(tape)
	reaches(t, p, soundtest.Rate/4)
	left := p.Position()
	p.Flush(tape.seek(soundtest.Rate))
	if got := p.Position(); got > soundtest.Rate/20 {
		t.Errorf("position right after Flush is %d", got)
	}
	ends(t, p, 10*time.Second)
	if got, want := p.Position(), int64(len(voice)-soundtest.Rate); got != want {
		t.Errorf("position at the end is %d, want %d", got, want)
	}
	hearing.Await(soundtest.Rate / 5)
	heard := hearing.Stop()
	from, a := soundtest.Likeness(heard, voice[:left-480])
	to, b := soundtest.Likeness(heard, voice[soundtest.Rate+480:])
	if a < 0.98 || b < 0.99 {
		t.Fatalf("correlation before the jump %.4f, after %.4f", a, b)
	}
	took := time.Duration(to-480-from-int(left)) * time.Second / soundtest.Rate
	t.Logf("the jump was heard after %v", took)
	if took > 100*time.Millisecond {
		t.Errorf("the jump was heard after %v, want at most 100 ms", took)
	}
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
	_, likeness := soundtest.Likeness(server.Resample(hearing.Stop(), soundtest.Rate, fine), server.Resample(voice, 24000, fine))
	t.Logf("correlation %.6f", likeness)
	if likeness < 0.999 {
		t.Errorf("correlation %.6f, want at least 0.999", likeness)
	}
}
