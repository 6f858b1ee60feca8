package app

import (
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"talkthrough/app/setup"
	"talkthrough/internal/sound"
	"talkthrough/internal/sound/soundtest"
)

// hiss is noise that survives resampling, 48 kHz.
func hiss(seconds float64) []int16 {
	const hold = 48 // samples between two random ones
	random := rand.New(rand.NewPCG(8, 8))
	out := make([]int16, int(seconds*soundtest.Rate))
	a, b := 0.0, 0.0
	for i := range out {
		if i%hold == 0 {
			a, b = b, random.Float64()*16000-8000
		}
		out[i] = int16(a + (b-a)*float64(i%hold)/hold)
	}
	return out
}

// overheard keeps what a microphone hears.
type overheard struct {
	mu      sync.Mutex
	samples []int16
	peak    float64
}

func (o *overheard) hearing() setup.Hearing {
	o.peak = sound.Floor
	return setup.Hearing{
		Level: func(l sound.Level) {
			o.mu.Lock()
			defer o.mu.Unlock()
			o.peak = max(o.peak, l.Peak)
		},
		Samples: func(s []int16) {
			o.mu.Lock()
			defer o.mu.Unlock()
			o.samples = append(o.samples, s...)
		},
	}
}

// await waits until so many samples were heard in all.
func (o *overheard) await(t *testing.T, n int) {
	t.Helper()
	look := time.NewTicker(20 * time.Millisecond)
	defer look.Stop()
	for deadline := time.After(20 * time.Second); ; {
		o.mu.Lock()
		enough := len(o.samples) >= n
		o.mu.Unlock()
		if enough {
			return
		}
		select {
		case <-look.C:
		case <-deadline:
			t.Fatal("the microphone delivers nothing")
		}
	}
}

// share is how much of a sound, from 0 to 1, is heard. It is looked for in
// small pieces: a busy machine puts silence in between.
func share(heard, wanted []int16) float64 {
	const pieces, alike = 20, 0.95
	n := 0
	for i := range pieces {
		piece := wanted[i*len(wanted)/pieces : (i+1)*len(wanted)/pieces]
		if _, likeness := soundtest.Likeness(heard, piece); likeness >= alike {
			n++
		}
	}
	return float64(n) / pieces
}

func TestTakesAreRecordedAtTheRateThatIsWanted(t *testing.T) {
	server := soundtest.Start(t)
	server.Use()
	box := &soundbox{}
	t.Cleanup(box.close)
	for _, want := range []int{24000, 48000} {
		box.full.Store(want == 48000)
		source, err := box.source("", "")()
		if err != nil {
			t.Fatal(err)
		}
		if got := source.SampleRate(); got != want {
			t.Errorf("a take is recorded at %d samples a second, want %d", got, want)
		}
		if block, err := source.Read(5 * time.Second); err != nil || len(block.Samples) == 0 {
			t.Errorf("at %d nothing comes: %v", want, err)
		}
		if err := source.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestWhatSetUpHearsIsWhatIsSpoken(t *testing.T) {
	server := soundtest.Start(t)
	server.Use()
	box := &soundbox{}
	t.Cleanup(box.close)
	ear := &overheard{}
	stop, err := box.Listen("", ear.hearing())
	if err != nil {
		t.Fatal(err)
	}
	ear.await(t, sampleRate/10)
	spoken := hiss(0.5)
	server.SpeakSamples(spoken)
	stop()
	wanted := server.Resample(spoken, soundtest.Rate, sampleRate)
	if share := share(ear.samples, wanted); share < 0.7 {
		t.Errorf("%.0f %% of it is heard", 100*share)
	}
	if ear.peak < -20 {
		t.Errorf("the meter shows %.0f dBFS at most", ear.peak)
	}
}

func TestAMicrophoneThatIsListenedToComesBackAfterALoss(t *testing.T) {
	server := soundtest.Start(t)
	server.Use()
	box := &soundbox{}
	t.Cleanup(box.close)
	ear := &overheard{}
	stop, err := box.Listen("", ear.hearing())
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	ear.await(t, sampleRate/10)
	server.Restart()
	ear.mu.Lock()
	had := len(ear.samples)
	ear.mu.Unlock()
	ear.await(t, had+sampleRate/2)
}

func TestWhatIsPlayedIsHeardAndItsLevelTold(t *testing.T) {
	server := soundtest.Start(t)
	server.Use()
	box := &soundbox{}
	t.Cleanup(box.close)
	wanted := hiss(1)
	samples := server.Resample(wanted, soundtest.Rate, sampleRate)
	ears := server.Hear()
	peak := sound.Floor
	if err := box.Play(samples, func(l sound.Level) { peak = max(peak, l.Peak) }, make(chan struct{})); err != nil {
		t.Fatal(err)
	}
	ears.Await(soundtest.Rate / 2)
	if share := share(ears.Stop(), wanted); share < 0.7 {
		t.Errorf("%.0f %% of it is heard", 100*share)
	}
	if peak < -20 {
		t.Errorf("the meter shows %.0f dBFS at most", peak)
	}
}

func TestPlayingIsStopped(t *testing.T) {
	server := soundtest.Start(t)
	server.Use()
	box := &soundbox{}
	t.Cleanup(box.close)
	quit := make(chan struct{})
	close(quit)
	begun := time.Now()
	if err := box.Play(make([]int16, 60*sampleRate), func(sound.Level) {}, quit); err != nil {
		t.Error(err)
	}
	if took := time.Since(begun); took > 10*time.Second {
		t.Errorf("it took %v to stop", took)
	}
}

func TestARememberedMicrophoneIsOpenedByNameOrTheDefaultStandsIn(t *testing.T) {
	server := soundtest.Start(t)
	server.Use()
	box := &soundbox{}
	t.Cleanup(box.close)
	if got := box.find("at another socket", soundtest.MicName, false); got != soundtest.MicID {
		t.Errorf("by its name it is found as %q", got)
	}
	if got := box.find("gone", "Gone", false); got != "" {
		t.Errorf("%q stands in, want the default", got)
	}
	if got := box.find("gone", "Gone", true); got != "gone" {
		t.Errorf("after a loss %q is opened, want to wait for the one that was lost", got)
	}
}
