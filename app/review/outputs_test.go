package review

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/internal/session"
	"talkthrough/internal/sound"
	"talkthrough/internal/sound/soundtest"
)

// What plays to one device goes on at another that is chosen meanwhile, and a
// device that is not there any more is named while the default one plays.
func TestARealOutputIsChosenWhileItPlays(t *testing.T) {
	server := soundtest.Start(t)
	server.Use()
	other := server.Control("load-module", "module-null-sink", "sink_name=other", "rate=48000")
	system, err := sound.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer system.Close()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: look.Light})
	track := session.NewTrack(spokenAs(t, hiss))
	v := newVoice(track, opener(system, track.Rate()), time.Now)
	defer v.Close()
	until := func(what string, yes func() bool) { t.Helper(); await(t, v, what, yes) }
	ear := server.Hear()
	v.SetOutput(output{ID: "other", Name: "Other"})
	v.Play()
	until("it plays to the other", func() bool { return v.Position() > second })
	if n := len(soundtest.Sounding(ear.Samples())); n > 0 {
		t.Errorf("%d samples are heard at the device that was not chosen", n)
	}
	v.SetOutput(output{})
	until("it is heard at the default one", func() bool { return len(soundtest.Sounding(ear.Samples())) > soundtest.Rate })
	at := v.Position()
	if heard := at - second; heard < second/2 || heard > 10*second {
		t.Errorf("then it is at %v", at)
	}
	server.Control("unload-module", other)
	v.SetOutput(output{ID: "other", Name: "Other"})
	until("the missing one is named", func() bool { return v.Notice() != "" })
	if got := v.Notice(); got != "Other is not connected: replaying on the default output" {
		t.Errorf("it says %q", got)
	}
	at = v.Position()
	until("it plays on", func() bool { return v.Position() > at+second/2 })
}

// await waits until something is so with a voice.
func await(t *testing.T, v *voice, what string, yes func() bool) {
	t.Helper()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for deadline := time.After(20 * time.Second); !yes(); {
		select {
		case <-tick.C:
		case <-deadline:
			t.Fatalf("%s: never; at %v, %q", what, v.Position(), v.Notice())
		}
	}
}

// A jump is heard at once: between the sound of before and that of after is no
// pause, and what the ear waits is what the device holds.
func TestAJumpIsHeardAtOnce(t *testing.T) {
	server := soundtest.Start(t)
	server.Use()
	system, err := sound.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer system.Close()
	track := session.NewTrack(spokenAs(t, hiss))
	v := newVoice(track, opener(system, track.Rate()), time.Now)
	defer v.Close()
	feed := track.NewFeed()
	defer feed.Close()
	feed.SeekElapsed(15 * second)
	first := make([]int16, rate/5)
	feed.Fill(first)
	wanted := server.Resample(first, rate, soundtest.Rate)
	var why string
	for range 3 { // on a busy machine the sound server runs dry now and then
		v.Seek(0)
		v.Play()
		ear := server.Hear()
		await(t, v, "it plays", func() bool { return v.Position() > second })
		asked := len(ear.Samples())
		v.Seek(15 * second)
		await(t, v, "it plays on", func() bool { return v.Position() > 16*second })
		heard := ear.Stop()
		v.Pause()
		at, likeness := soundtest.Likeness(heard, wanted)
		at = max(at, asked)
		wait := time.Duration(at-asked) * second / soundtest.Rate
		gap := time.Duration(longestQuiet(heard[asked:at])) * second / soundtest.Rate
		why = fmt.Sprintf("%v after the jump its sound is heard, like it by %.2f, after a pause of %v", wait, likeness, gap)
		t.Log(why)
		if likeness > 0.95 && wait < 200*time.Millisecond && gap < 100*time.Millisecond {
			return
		}
	}
	t.Error(why)
}

// longestQuiet is the longest run of samples in which next to nothing is heard.
func longestQuiet(samples []int16) int {
	longest, run := 0, 0
	for _, v := range samples {
		if run++; v > 50 || v < -50 {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}
