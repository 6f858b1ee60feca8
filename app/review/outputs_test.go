package review

import (
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
	until := func(what string, yes func() bool) {
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
