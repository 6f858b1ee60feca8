package setup

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/internal/sound"
)

// watching is the set-up with an eye that looks all the time.
func watching(t *testing.T, last Choice, mics *microphones) *desk {
	t.Helper()
	d := sit(t, bank(t), last, mics, look.Light, fyne.NewSize(1280, 800))
	d.microphone.every = time.Millisecond
	d.show()
	return d
}

// lookTwice waits until what there is now was looked at.
func (d *desk) lookTwice() {
	d.t.Helper()
	from := d.mics.looked()
	d.until("it has looked again", func() bool { return d.mics.looked() > from+2 })
	d.settle()
}

func TestTheDevicesAreLookedAtInTime(t *testing.T) {
	if lookEvery > 2*time.Second {
		t.Errorf("the devices are looked at every %v: one plugged in is to be seen within 2 s", lookEvery)
	}
}

func TestAMicrophonePluggedInAppearsAndDisturbsNothing(t *testing.T) {
	mics := newMicrophones(builtIn)
	d := watching(t, Choice{}, mics)
	d.untilOpen("")
	d.hear("", sound.Level{Peak: -20, RMS: -30, PeakHold: -18})
	before := d.says()
	mics.plug(builtIn, yeti)
	d.until("it is listed", func() bool { return len(d.microphone.device.Options) == 3 })
	if mics.closings() != 0 || len(mics.asked) != 1 || d.says() != before {
		t.Errorf("the microphone in use was opened %d times and closed %d times; the screen says %q", len(mics.asked), mics.closings(), d.says())
	}
	if d.microphone.device.Selected != "System default: Built-in Audio" {
		t.Errorf("%q is chosen", d.microphone.device.Selected)
	}
}

func TestTheFirstMicrophonePluggedInIsUsedByItself(t *testing.T) {
	mics := newMicrophones()
	d := watching(t, Choice{}, mics)
	d.until("none is found", d.microphone.again.Visible)
	mics.plug(yeti)
	d.untilOpen("yeti")
	if d.microphone.device.Disabled() {
		t.Error("the choice is still as without a microphone")
	}
}

func TestAMicrophonePulledOutIsReplacedSaidAndTakenBack(t *testing.T) {
	mics := newMicrophones(builtIn, yeti)
	d := watching(t, Choice{Minutes: 40, Record: true, DeviceID: "yeti", DeviceName: "Blue Yeti"}, mics)
	d.untilOpen("yeti")
	mics.plug(builtIn)
	d.untilOpen("")
	if !strings.HasPrefix(d.says(), "Blue Yeti is not connected") {
		t.Errorf("the screen says %q", d.says())
	}
	// At another socket it has another ID.
	mics.plug(builtIn, sound.Device{ID: "yeti at port 2", Name: "Blue Yeti"})
	d.untilOpen("yeti at port 2")
	if strings.Contains(d.says(), "not connected") {
		t.Errorf("the screen says %q", d.says())
	}
	d.press(fyne.KeyReturn)
	if got := d.onlyChoice(); got.DeviceID != "yeti at port 2" || got.StandIn {
		t.Errorf("begun with %+v", got)
	}
}

func TestAnotherMicrophonePulledOutIsSaidQuietly(t *testing.T) {
	mics := newMicrophones(builtIn, yeti)
	d := watching(t, Choice{}, mics)
	d.untilOpen("")
	mics.plug(builtIn)
	d.until("it is gone", func() bool { return len(d.microphone.device.Options) == 2 })
	d.hear("", sound.Level{Peak: -20, RMS: -30, PeakHold: -18})
	if d.says() != "The microphone hears you. Blue Yeti was pulled out" {
		t.Errorf("the screen says %q", d.says())
	}
	if len(mics.asked) != 1 {
		t.Error("the microphone in use was opened again")
	}
}

func TestTheDefaultPulledOutIsSaidQuietly(t *testing.T) {
	headset := sound.Device{ID: "headset", Name: "Headset", Default: true}
	mics := newMicrophones(headset, yeti)
	d := watching(t, Choice{}, mics)
	d.untilOpen("")
	mics.plug(builtIn, yeti)
	d.until("the other default is used", func() bool {
		return d.microphone.device.Selected == "System default: Built-in Audio" && mics.closings() == 1
	})
	d.untilOpen("")
	if !strings.HasPrefix(d.says(), "Headset was pulled out") {
		t.Errorf("the screen says %q", d.says())
	}
}

func TestAnOpenListIsLeftAlone(t *testing.T) {
	mics := newMicrophones(builtIn)
	d := watching(t, Choice{}, mics)
	d.untilOpen("")
	test.Tap(d.microphone.device)
	overlays := d.window.Canvas().Overlays()
	if overlays.Top() == nil {
		t.Fatal("the list does not open")
	}
	mics.plug(builtIn, yeti)
	d.lookTwice()
	if overlays.Top() == nil || len(d.microphone.device.Options) != 2 {
		t.Errorf("the open list was changed to %v", d.microphone.device.Options)
	}
	overlays.Remove(overlays.Top())
	d.until("the new one is listed", func() bool { return len(d.microphone.device.Options) == 3 })
}

func TestOneUnansweredLookChangesNothing(t *testing.T) {
	mics := newMicrophones(builtIn)
	d := watching(t, Choice{}, mics)
	d.untilOpen("")
	d.microphone.found(nil, sound.ErrNotResponding, false)
	if d.microphone.device.Disabled() || mics.closings() > 0 || d.microphone.listener.now == nil {
		t.Error("the microphone was given up")
	}
	mics.mu.Lock()
	mics.listErr, mics.devices = sound.ErrNoSound, nil
	mics.mu.Unlock()
	d.until("it is said", func() bool { return d.says() == missing(nil) })
}

func TestAfterLeavingNobodyLooks(t *testing.T) {
	mics := newMicrophones(builtIn)
	d := watching(t, Choice{}, mics)
	d.untilOpen("")
	watch := d.microphone.watch
	d.Leave()
	mics.plug(builtIn, yeti)
	if !closed(watch.quit) {
		t.Error("it still looks")
	}
	d.settle()
	if len(d.microphone.device.Options) != 2 {
		t.Error("a screen that was left changed")
	}
}
