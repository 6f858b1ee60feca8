package setup

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/internal/sound"
)

// syllables is sound that a voice might make: hissing tones that come and go,
// four times a second, with that peak in dBFS above a faint noise.
func syllables(seconds, peak float64) []int16 {
	random := rand.New(rand.NewPCG(3, 4))
	out := make([]int16, int(seconds*trialRate))
	top := 32767 * math.Pow(10, peak/20)
	for i := range out {
		at := float64(i) / trialRate
		swell := math.Pow(math.Max(0, math.Sin(2*math.Pi*4*at)), 2)
		v := swell*(0.8*math.Sin(2*math.Pi*220*at)+0.2*math.Sin(2*math.Pi*1400*at)) + 0.0003*(random.Float64()-0.5)
		out[i] = int16(math.Max(math.MinInt16, math.Min(math.MaxInt16, math.Round(v*top))))
	}
	return out
}

func (d *desk) tried() string { return d.microphone.tried.Text() }

func TestThreeSecondsAreRecordedCountedAndPlayed(t *testing.T) {
	mics := newMicrophones(builtIn)
	d := usual(t, mics)
	if !d.microphone.try.Disabled() {
		t.Error("a trial is offered before a microphone is open")
	}
	d.untilOpen("")
	test.Tap(d.microphone.try)
	voice := syllables(4, -6)
	for i, say := range []string{"Speak now: 3", "Speak now: 2", "Speak now: 1"} {
		d.until(say, func() bool { return d.tried() == say })
		mics.say("", voice[i*trialRate:(i+1)*trialRate])
	}
	mics.say("", voice[3*trialRate:]) // too late: it is full
	d.until("the verdict", func() bool { return strings.HasPrefix(d.tried(), "Good") })
	if !slices.Equal(mics.played, voice[:3*trialRate]) {
		t.Errorf("%d samples were played, want the three seconds that were heard", len(mics.played))
	}
	if len(mics.asked) != 1 || d.microphone.try.Text() != trialOffer || d.microphone.ears.Load() != nil {
		t.Error("the microphone was opened again, or the trial is not over")
	}
}

func TestWhileItIsPlayedTheMeterShowsThatAlone(t *testing.T) {
	mics := newMicrophones(builtIn)
	d := usual(t, mics)
	d.untilOpen("")
	mics.hold = make(chan struct{})
	test.Tap(d.microphone.try)
	mics.say("", syllables(3, -6))
	d.until("it is played", func() bool { return strings.HasPrefix(d.tried(), "Listen") })
	before := d.says()
	d.hear("", sound.Level{Silent: true, PeakHold: -96})
	if d.says() != before {
		t.Errorf("what comes from the loudspeakers was judged: %q", d.says())
	}
	test.Tap(d.microphone.try) // stop
	if d.microphone.trial != nil || d.tried() != "" {
		t.Errorf("it goes on: %q", d.tried())
	}
}

func TestATrialIsCancelled(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(*desk)
		left bool
	}{
		"by Escape":             {func(d *desk) { d.press(fyne.KeyEscape) }, false},
		"by Escape in a field":  {func(d *desk) { d.window.Canvas().Focus(d.filters.search); d.press(fyne.KeyEscape) }, false},
		"by another microphone": {func(d *desk) { d.microphone.device.SetSelected("Blue Yeti") }, false},
		"by switching off":      {func(d *desk) { test.Tap(d.microphone.record) }, false},
		"by leaving":            {(*desk).Leave, true},
		"by beginning":          {func(d *desk) { d.press(fyne.KeyReturn) }, true},
	} {
		t.Run(name, func(t *testing.T) {
			mics := newMicrophones(builtIn, yeti)
			d := usual(t, mics)
			d.untilOpen("")
			d.steer(keys.For(keys.SetupListen).Shortcut())
			trial := d.microphone.trial
			if trial == nil {
				t.Fatal("its shortcut starts no trial")
			}
			c.do(d)
			if !closed(trial.quit) || d.microphone.trial != nil || d.microphone.ears.Load() != nil {
				t.Error("the trial goes on")
			}
			if (d.canvas == nil) != c.left || d.backs > 0 {
				t.Errorf("left: %v, back %d times", d.canvas == nil, d.backs)
			}
			d.settle()
			if mics.played != nil {
				t.Error("it was played")
			}
		})
	}
}

func TestATrialThatCannotBeHeardSaysSo(t *testing.T) {
	mics := newMicrophones(builtIn)
	mics.playErr = errors.New("no loudspeakers")
	d := usual(t, mics)
	d.untilOpen("")
	test.Tap(d.microphone.try)
	mics.say("", syllables(3, -6))
	d.until("both are said", func() bool {
		return strings.HasPrefix(d.tried(), "Good") && strings.HasSuffix(d.tried(), "cannot be played: no loudspeakers")
	})
}

func TestTheVerdict(t *testing.T) {
	for want, samples := range map[string][]int16{
		"Good":           syllables(3, -9),
		"Too quiet":      syllables(3, -36),
		"Clipped":        syllables(3, 9),
		"No signal":      make([]int16, 3*trialRate),
		"No voice heard": slices.Repeat([]int16{3, -3}, 3*trialRate/2),
	} {
		got := verdictOn(samples, trialRate)
		if want == "No voice heard" {
			want = "No voice was heard"
		}
		if !strings.HasPrefix(got, want) {
			t.Errorf("the verdict is %q, want %q", got, want)
		}
	}
}
