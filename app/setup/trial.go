package setup

import (
	"fmt"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/meter"
	"talkthrough/internal/sound"
)

const (
	// trialLength is how much a trial records.
	trialLength = 3 * time.Second
	// trialPatience is how long it waits for that.
	trialPatience = trialLength + 3*time.Second

	trialOffer = "Record 3 seconds and listen"
)

// trialHint names the key that starts a trial from wherever the keyboard is;
// Escape ends it.
var trialHint = look.Hint{Name: trialOffer + "; nothing of it is kept", Key: keys.Hint(keys.SetupListen)}

// trial is a few seconds of the microphone that are played back at once. They
// are in memory alone, and no longer than that.
type trial struct {
	playing bool // on the UI thread: it is played back
	quit    chan struct{}
	full    chan struct{}

	mu      sync.Mutex
	rate    int
	samples []int16
}

func newTrial(rate int) *trial {
	return &trial{
		quit: make(chan struct{}), full: make(chan struct{}), rate: rate,
		samples: make([]int16, 0, rate*int(trialLength/time.Second)),
	}
}

// take records samples until there are enough. A nil trial takes nothing.
func (t *trial) take(samples []int16) {
	if t == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	room := cap(t.samples) - len(t.samples)
	if room == 0 {
		return
	}
	t.samples = append(t.samples, samples[:min(room, len(samples))]...)
	if len(t.samples) == cap(t.samples) {
		close(t.full)
	}
}

// left is how many seconds are still to be recorded, the one begun included.
func (t *trial) left() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return (cap(t.samples) - len(t.samples) + t.rate - 1) / t.rate
}

// startTrial records from the open microphone; during a trial it ends that.
func (m *microphone) startTrial() {
	if m.cancelTrial() || m.try.Disabled() {
		return
	}
	t := newTrial(m.sound.SampleRate())
	m.trial = t
	m.ears.Store(t)
	m.level.ClearClip()
	m.try.SetIcon(look.IconStop)
	m.try.SetText("Cancel")
	m.try.SetHint(look.Hint{Name: "Cancel", Key: keys.Chord{Key: fyne.KeyEscape}.String()})
	m.tell(fmt.Sprintf("Speak now: %d", t.left()))
	go m.runTrial(t)
}

// cancelTrial ends the trial under way and reports whether there was one.
func (m *microphone) cancelTrial() bool {
	if m.trial == nil {
		return false
	}
	close(m.trial.quit)
	m.endTrial("")
	return true
}

// endTrial shows how a trial ended.
func (m *microphone) endTrial(text string) {
	m.trial = nil
	m.ears.Store(nil)
	m.level.Set(meter.Floor, meter.Floor, meter.Floor, false)
	m.level.ClearClip()
	m.try.SetIcon(look.IconRecord)
	m.try.SetText(trialOffer)
	m.try.SetHint(trialHint)
	m.tell(text)
}

// tell says how the trial goes or went, "" nothing.
func (m *microphone) tell(text string) {
	if text == m.tried.Text() {
		return
	}
	m.tried.SetText(text)
	m.trying.Hidden = text == ""
	m.box.Refresh()
	if text != "" && m.reveal != nil {
		m.reveal()
	}
}

// runTrial is a trial's goroutine.
func (m *microphone) runTrial(t *trial) {
	say := func(do func()) {
		m.post(func() {
			if m.trial == t {
				do()
			}
		})
	}
	if !m.awaitTrial(t, say) {
		return
	}
	verdict := verdictOn(t.samples, t.rate)
	say(func() {
		t.playing = true
		m.try.SetText("Stop")
		m.tell("Listen: this is how you sound")
	})
	shown := &levels{post: m.post, show: func(v sound.Level) {
		if m.trial == t {
			m.level.Set(v.Peak, v.RMS, v.PeakHold, v.Clipped)
		}
	}}
	if err := m.sound.Play(t.samples, shown.pass, t.quit); err != nil {
		verdict += ". It cannot be played: " + err.Error()
	}
	say(func() { m.endTrial(verdict) })
}

// awaitTrial waits until everything is recorded and counts the seconds down. It
// reports false when the trial was ended before.
func (m *microphone) awaitTrial(t *trial, say func(func())) bool {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	late := time.NewTimer(trialPatience)
	defer late.Stop()
	shown := int(trialLength / time.Second)
	for {
		select {
		case <-t.quit:
			return false
		case <-t.full:
			return true
		case <-late.C:
			say(func() { m.endTrial("Nothing came from the microphone") })
			return false
		case <-tick.C:
			if left := t.left(); left != shown && left > 0 {
				shown = left
				say(func() { m.tell(fmt.Sprintf("Speak now: %d", left)) })
			}
		}
	}
}
