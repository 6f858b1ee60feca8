package setup

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/internal/sound"
)

func TestTheMeterSaysWhatItHears(t *testing.T) {
	d := usual(t, newMicrophones(builtIn))
	d.untilOpen("")
	for _, c := range []struct {
		level sound.Level
		says  string
	}{
		{sound.Level{Peak: -80, RMS: -90, PeakHold: -75}, "Say a few words"},
		{sound.Level{Peak: -96, RMS: -96, PeakHold: -96, Silent: true}, "No signal: muted, or not allowed. "},
		{sound.Level{Peak: -20, RMS: -30, PeakHold: -18}, "The microphone hears you"},
		{sound.Level{Peak: -80, RMS: -90, PeakHold: -75}, "The microphone hears you"}, // a pause between words
		{sound.Level{Peak: 0, RMS: -3, PeakHold: 0, Clipped: true}, "Too loud"},
	} {
		d.hear("", c.level)
		if !strings.HasPrefix(d.says(), c.says) {
			t.Errorf("at %+v the screen says %q, want %q", c.level, d.says(), c.says)
		}
	}
	if !d.microphone.level.Clipped() {
		t.Error("the clip lamp is not lit")
	}
}

func TestNoMicrophoneIsNoHindrance(t *testing.T) {
	for name, mics := range map[string]*microphones{"none": newMicrophones(), "no sound system": {listErr: sound.ErrNoSound, asked: make(chan string, 9)}} {
		t.Run(name, func(t *testing.T) {
			d := usual(t, mics)
			d.until("it is said", func() bool { return d.says() == "No microphone found: the mock runs without one" })
			d.press(fyne.KeyReturn)
			if got := d.onlyChoice(); !got.Record || got.DeviceID != "" {
				t.Errorf("begun with %+v: the wish to record should stay for the next time", got)
			}
		})
	}
}

// Whether the voice will be recorded is in sight at the smallest window, below
// the longest prompt.
func TestWhatTheMicrophoneHearsIsInSight(t *testing.T) {
	d := sitWith(t, Facts{Bank: bank(t), CanSpeak: true}, Choice{}, newMicrophones(builtIn), look.Light, fyne.NewSize(1024, 612), func(*Actions) {})
	d.show()
	d.untilOpen("")
	for _, q := range bank(t).Questions {
		d.picker.chosen = q
		d.showAsked()
		at, inside := placeIn(d.scroll.Content, d.microphone.status)
		if end := at.Y + d.microphone.status.Size().Height; !inside || d.scroll.Offset.Y != 0 || end > d.scroll.Size().Height {
			t.Errorf("%s: the line ends at %g of %g in sight", q.ID, end, d.scroll.Size().Height)
		}
	}
}

func TestOtherTroubleWithTheSoundSystemIsSaid(t *testing.T) {
	mics := newMicrophones()
	mics.listErr = sound.ErrNotResponding
	d := usual(t, mics)
	d.until("it is said", func() bool { return strings.Contains(d.says(), sound.ErrNotResponding.Error()) })
	if !strings.Contains(d.says(), "runs without recording") {
		t.Errorf("the screen says %q", d.says())
	}
}

func TestAMicrophonePluggedInIsFoundByLookingAgain(t *testing.T) {
	mics := newMicrophones()
	d := usual(t, mics)
	d.until("none is found", d.microphone.again.Visible)
	mics.plug(yeti)
	test.Tap(d.microphone.again)
	d.untilOpen("yeti")
	if d.microphone.again.Visible() || d.microphone.device.Disabled() {
		t.Error("the screen still looks as without a microphone")
	}
}

func TestOnlyMonitorsSayWhatTheyHear(t *testing.T) {
	d := usual(t, newMicrophones(speaker))
	d.untilOpen("speaker")
	d.hear("speaker", sound.Level{Peak: -20, RMS: -30, PeakHold: -18})
	if !strings.Contains(d.says(), "loudspeakers") {
		t.Errorf("the screen says %q", d.says())
	}
}

func TestAMicrophoneThatDoesNotOpenIsSaid(t *testing.T) {
	mics := newMicrophones(builtIn)
	mics.openErr = errors.New("device busy")
	d := usual(t, mics)
	d.until("it is said", func() bool { return strings.Contains(d.says(), "cannot be opened: device busy") })
	mics.mu.Lock()
	mics.openErr = nil
	mics.mu.Unlock()
	test.Tap(d.microphone.again)
	d.untilOpen("")
}

func TestAMicrophoneNoLongerThereIsReplacedAndNamed(t *testing.T) {
	d := sit(t, bank(t), Choice{Minutes: 40, Record: true, DeviceID: "yeti", DeviceName: "Blue Yeti"}, newMicrophones(builtIn), look.Light, window)
	d.show()
	d.untilOpen("")
	if !strings.HasPrefix(d.says(), "Blue Yeti is not connected") {
		t.Errorf("the screen says %q", d.says())
	}
	d.press(fyne.KeyReturn)
	if got := d.onlyChoice(); got.DeviceID != "" || got.DeviceName != "Built-in Audio" || !got.StandIn {
		t.Errorf("begun with %+v, want the default microphone as a stand-in", got)
	}
}

func TestChangingTheMicrophoneClosesTheOtherFirst(t *testing.T) {
	mics := newMicrophones(builtIn, yeti)
	d := usual(t, mics)
	d.untilOpen("")
	d.hear("", sound.Level{Peak: 0, PeakHold: 0, Clipped: true})
	d.microphone.device.SetSelected("Blue Yeti")
	d.untilOpen("yeti")
	if n := mics.howManyOpen(); n != 1 {
		t.Errorf("%d microphones are open", n)
	}
	if d.microphone.level.Clipped() {
		t.Error("the clip lamp of the other microphone is still lit")
	}
}

func TestRecordingOffListensToNothing(t *testing.T) {
	mics := newMicrophones(builtIn)
	d := usual(t, mics)
	d.untilOpen("")
	test.Tap(d.microphone.record)
	if d.says() != "Recording is off" || !d.microphone.device.Disabled() {
		t.Errorf("the screen says %q", d.says())
	}
	<-d.microphone.listener.last.gone
	if mics.howManyOpen() != 0 {
		t.Error("recording is off and the microphone is still open")
	}
	test.Tap(d.microphone.record)
	d.untilOpen("")
}

func TestLeavingClosesTheMicrophone(t *testing.T) {
	mics := newMicrophones(builtIn)
	d := usual(t, mics)
	d.untilOpen("")
	last := d.microphone.listener.last
	d.press(fyne.KeyReturn)
	<-last.gone
	if mics.howManyOpen() != 0 {
		t.Error("the microphone is still open")
	}
	d.show() // the mock could not begin
	d.untilOpen("")
}

func TestAMicrophoneThatOpensAfterLeavingIsClosedAtOnce(t *testing.T) {
	mics := newMicrophones(builtIn)
	mics.hold = make(chan struct{})
	d := usual(t, mics)
	d.until("the microphone is being opened", func() bool { return len(mics.asked) == 1 })
	last := d.microphone.listener.last
	d.Leave()
	d.Leave()
	before := d.says()
	close(mics.hold)
	<-last.gone
	if mics.howManyOpen() != 0 || mics.closings() != 1 {
		t.Errorf("%d microphones are open and %d were closed, want 0 and 1", mics.howManyOpen(), mics.closings())
	}
	d.settle()
	if d.says() != before {
		t.Errorf("a screen that was left changed to %q", d.says())
	}
}

func TestAnAnswerAfterLeavingOpensNothing(t *testing.T) {
	mics := newMicrophones(builtIn)
	d := usual(t, mics)
	job := <-d.jobs // the list has arrived, and is not yet handled
	d.Leave()
	job()
	if len(mics.asked) != 0 || d.microphone.listener.last != nil {
		t.Error("the microphone was opened after leaving")
	}
}

func TestChoosingQuicklyOpensOnlyTheLast(t *testing.T) {
	mics := newMicrophones(builtIn, yeti, speaker)
	mics.hold = make(chan struct{})
	d := usual(t, mics)
	d.until("the first is being opened", func() bool { return len(mics.asked) == 1 })
	d.microphone.device.SetSelected("Blue Yeti")
	d.microphone.device.SetSelected("Built-in Audio")
	d.microphone.device.SetSelected("Blue Yeti")
	close(mics.hold)
	d.untilOpen("yeti")
	if n := len(mics.asked); n != 2 {
		t.Errorf("%d microphones were opened, want the first, already under way, and the last", n)
	}
}

func TestABusyScreenIsNotFloodedWithLevels(t *testing.T) {
	mics := newMicrophones(builtIn)
	d := usual(t, mics)
	d.untilOpen("")
	d.settle()
	for i := range 100 {
		mics.speak("", sound.Level{Peak: float64(-i), PeakHold: -80})
	}
	mics.speak("", sound.Level{Silent: true, PeakHold: -96})
	if n := len(d.jobs); n != 1 {
		t.Fatalf("%d levels wait for the screen, want 1", n)
	}
	(<-d.jobs)()
	if !strings.HasPrefix(d.says(), "No signal") {
		t.Errorf("the screen says %q: not the latest level was shown", d.says())
	}
}
