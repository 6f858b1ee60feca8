package review

import (
	"errors"
	"math"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/waveform"
	"talkthrough/internal/session"
	"talkthrough/internal/sound"
	"talkthrough/internal/speech"
)

// fakeSpeaker is a transport that keeps how it is to sound.
type fakeSpeaker struct {
	*wallClock
	speed  float64
	skips  []*speech.Skipping
	volume float64
	output output
}

func (f *fakeSpeaker) SetSpeed(speed float64)     { f.speed = speed }
func (f *fakeSpeaker) Skip(plan *speech.Skipping) { f.skips = append(f.skips, plan) }
func (f *fakeSpeaker) SetVolume(v float64)        { f.volume = v }
func (f *fakeSpeaker) SetOutput(o output)         { f.output = o }
func (f *fakeSpeaker) skipped() *speech.Skipping  { return f.skips[len(f.skips)-1] }

// loudRig is a rig that can be heard.
func loudRig(t *testing.T) (*rig, *fakeSpeaker, fyne.Window) {
	t.Helper()
	a := spoken(t)
	f := &fakeSpeaker{wallClock: newWallClock(a.Timeline().Length(), time.Now, "")}
	r := rigFor(t, a, f)
	window := test.NewTempWindow(t, look.NewStage(r.Object()))
	window.Resize(fyne.NewSize(1024, 640))
	return r, f, window
}

func TestKeysChooseTheSpeed(t *testing.T) {
	r, f, _ := loudRig(t)
	for i, want := range []struct {
		id    string
		speed float64
		text  string
	}{
		{keys.Faster, 1.25, "1.25×"},
		{keys.Faster, 1.5, "1.5×"},
		{keys.Faster, 1.75, "1.75×"},
		{keys.Faster, 2, "2×"},
		{keys.Faster, 2, "2×"},
		{keys.Slower, 1.75, "1.75×"},
	} {
		r.Do(want.id)
		if f.speed != want.speed || r.bar.sound.speed.text != want.text {
			t.Errorf("press %d gives %v and says %q, want %v", i+1, f.speed, r.bar.sound.speed.text, want.speed)
		}
	}
	for range 10 {
		r.Do(keys.Slower)
	}
	if f.speed != 0.5 {
		t.Errorf("the slowest is %v", f.speed)
	}
}

func TestTheListOfSpeedsTicksTheOneThatIsOn(t *testing.T) {
	r, f, window := loudRig(t)
	r.Do(keys.Faster)
	test.Tap(r.bar.sound.speed)
	menu := r.bar.sound.menu
	if menu == nil || !menu.Visible() {
		t.Fatal("no list opens")
	}
	if bottom := menu.Position().Y + menu.Size().Height; bottom > window.Canvas().Size().Height {
		t.Errorf("the list goes down to %v", bottom)
	}
	for _, item := range r.bar.sound.speeds() {
		if item.Checked != (item.Label == "1.25×") {
			t.Errorf("%s: ticked is %v", item.Label, item.Checked)
		}
		if item.Label == "0.75×" {
			item.Action()
		}
	}
	if f.speed != 0.75 || r.bar.sound.speed.text != "0.75×" {
		t.Errorf("chosen is %v, shown %q", f.speed, r.bar.sound.speed.text)
	}
}

func TestSilencesAreSkippedOnceTheyAreKnown(t *testing.T) {
	r, f, _ := loudRig(t)
	r.press(fyne.KeyS)
	if !r.bar.sound.skip.on {
		t.Error("the button does not show it")
	}
	r.settle()
	plan := f.skipped()
	if plan == nil || plan.Length() >= 19*second {
		t.Fatalf("once the silences are known the plan is %v", plan)
	}
	if len(r.waveData().Silences) == 0 {
		t.Error("the waveform does not know the silences")
	}
	r.press(fyne.KeyS)
	if f.skipped() != nil || r.bar.sound.skip.on {
		t.Error("a second press does not end it")
	}
}

func TestTheVolumeIsRememberedAndMutedByAKey(t *testing.T) {
	r, f, _ := loudRig(t)
	if f.volume != 1 {
		t.Errorf("at first the volume is %v", f.volume)
	}
	r.Do(keys.Quieter)
	r.Do(keys.Quieter)
	if math.Abs(f.volume-0.64) > 1e-9 || math.Abs(r.bar.sound.volume.value-0.8) > 1e-9 {
		t.Errorf("two presses give %v, the knob is at %v", f.volume, r.bar.sound.volume.value)
	}
	r.Do(keys.Mute)
	if f.volume != 0 || r.bar.sound.volume.value != 0 {
		t.Errorf("muted, the volume is %v and the knob at %v", f.volume, r.bar.sound.volume.value)
	}
	r.Do(keys.Mute)
	if math.Abs(f.volume-0.64) > 1e-9 {
		t.Errorf("not muted any more, the volume is %v", f.volume)
	}
	if kept := lastVolume(r.parts.kept); math.Abs(kept-0.8) > 1e-9 {
		t.Errorf("%v is remembered", kept)
	}
	later := newHearing(f, nil, nil, r.parts.kept)
	if math.Abs(later.volume-0.8) > 1e-9 {
		t.Errorf("the next replay begins at %v", later.volume)
	}
	r.parts.kept.SetFloat(prefVolume, math.NaN())
	if v := lastVolume(r.parts.kept); v != 1 {
		t.Errorf("a number that is none gives %v", v)
	}
}

func TestTheKnobGoesWhereItIsPutAndLeavesTheKeyboardAlone(t *testing.T) {
	r, f, window := loudRig(t)
	r.Focus(window.Canvas())
	knob := r.bar.sound.volume
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(knob.Size().Width/2, 16)
	knob.MouseDown(ev)
	knob.MouseUp(ev)
	if math.Abs(f.volume-0.25) > 0.01 {
		t.Errorf("in the middle the volume is %v, want a quarter", f.volume)
	}
	knob.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(500, 0)}})
	if f.volume != 1 {
		t.Errorf("dragged beyond the end the volume is %v", f.volume)
	}
	if window.Canvas().Focused() != fyne.Focusable(r.wave) {
		t.Error("the waveform lost the keyboard")
	}
}

func TestTheListOfOutputsTicksWhatWasChosenEvenWhereItIsGone(t *testing.T) {
	r, f, _ := loudRig(t)
	b := r.bar.sound
	devices := []sound.Device{{ID: "a", Name: "Built-in", Default: true}, {ID: "b", Name: "Headset"}}
	ticked := func(devices []sound.Device, err error) string {
		for _, item := range b.outputs(devices, err) {
			if item.Checked {
				return item.Label
			}
		}
		return ""
	}
	if got := ticked(devices, nil); got != "System default: Built-in" {
		t.Errorf("at first %q is ticked", got)
	}
	for _, item := range b.outputs(devices, nil) {
		if item.Label == "Headset" {
			item.Action()
		}
	}
	if want := (output{ID: "b", Name: "Headset"}); f.output != want || lastOutput(r.parts.kept) != want {
		t.Errorf("chosen is %v, remembered %v", f.output, lastOutput(r.parts.kept))
	}
	if got := ticked(devices, nil); got != "Headset" {
		t.Errorf("then %q is ticked", got)
	}
	for name, got := range map[string]string{
		"pulled out": ticked(devices[:1], nil), "no sound system": ticked(nil, errors.New("no server")),
	} {
		if got != "Headset (not connected)" {
			t.Errorf("%s: %q is ticked", name, got)
		}
	}
}

func TestWithoutSoundThereIsNothingToHear(t *testing.T) {
	s := newScribe(t)
	s.waits(10)
	s.rec.Do(session.Ended{})
	r := rigFor(t, s.opens(), nil)
	for _, id := range []string{keys.Louder, keys.Mute, keys.SkipSilences, keys.Faster} {
		r.Do(id)
	}
	if r.bar.sound.volume != nil || r.bar.sound.skip != nil || r.bar.sound.output != nil {
		t.Error("there are controls for sound")
	}
	if r.bar.sound.speed.text != "1.25×" {
		t.Errorf("the speed is %q", r.bar.sound.speed.text)
	}
}

// Paused, nothing runs: no beat, nothing posted, nothing drawn anew.
func TestPausedCostsNothing(t *testing.T) {
	a, _ := wholeMock(t)
	r := rigFor(t, a, nil)
	r.settle()
	r.press(fyne.KeySpace)
	if r.beat == nil {
		t.Fatal("nothing follows the playback")
	}
	r.passes(second)
	r.press(fyne.KeySpace)
	if r.beat != nil {
		t.Error("the beat goes on in a pause")
	}
	for range 3 { // jumping about in a pause starts nothing either
		r.press(fyne.KeyRight)
		r.press(fyne.KeyK)
		r.press(fyne.KeyK)
	}
	if r.beat != nil || len(r.posted) > 0 {
		t.Errorf("after jumps in a pause: beat %v, %d posted", r.beat != nil, len(r.posted))
	}
}

func TestTheSoundIsStudiedWithProgressAndGivenUpOnLeaving(t *testing.T) {
	r := rigFor(t, spoken(t), nil)
	r.bar.setBusy("Looking for silences, 12 %")
	if got := r.bar.notice.Text(); got != "Looking for silences, 12 %" {
		t.Errorf("it says %q", got)
	}
	r.settle()
	if got := r.bar.notice.Text(); got != "" {
		t.Errorf("when all is found it still says %q", got)
	}
	var said []int
	told := r.progress(func(percent int) { said = append(said, percent) })
	for i := range 1001 {
		told(float64(i) / 1000)
	}
	for len(r.posted) > 0 {
		(<-r.posted)()
	}
	if len(said) != 101 || said[100] != 100 {
		t.Errorf("progress is told %d times, the last %v", len(said), said)
	}
	r.Leave()
	if r.working.Err() == nil {
		t.Error("the study goes on")
	}
	<-r.Left()
}

func TestWhereTheMicrophoneWasGoneIsMarked(t *testing.T) {
	s := newScribe(t)
	s.speaks()
	s.waits(10)
	s.rec.Do(session.Sounded{State: "lost"})
	s.waits(5)
	s.pauses(60, func() {})
	s.waits(5)
	s.rec.Do(session.Sounded{State: "back"})
	s.waits(10)
	s.rec.Do(session.Sounded{State: "lost"})
	s.waits(3)
	s.rec.Do(session.Ended{})
	r := rigFor(t, s.opens(), nil)
	r.settle()
	want := []waveform.Span{{From: 10 * second, To: 20 * second}, {From: 30 * second, To: 33 * second}}
	if got := r.waveData().Losses; !slices.Equal(got, want) {
		t.Errorf("the losses are %v, want %v", got, want)
	}
}
