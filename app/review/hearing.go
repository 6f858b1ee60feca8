package review

import (
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/internal/sound"
	"talkthrough/internal/speech"
)

// speeds are what can be chosen.
var speeds = []float64{0.5, 0.75, 1, 1.25, 1.5, 1.75, 2}

// volumeStep is how far a key moves the volume.
const volumeStep = 0.1

// hearing is how the user listens: how fast, how loud, on what device, and with
// or without the silences.
type hearing struct {
	transport Transport
	speaker   loudspeaker                    // nil: nothing can be heard
	list      func() ([]sound.Device, error) // of outputs; may wait
	plan      func() *speech.Skipping        // what is left without the silences
	kept      fyne.Preferences

	speed    float64
	skipping bool
	known    bool             // the silences are
	only     *speech.Skipping // what alone is played; nil: everything
	volume   float64
	muted    bool
	output   output
}

func newHearing(t Transport, list func() ([]sound.Device, error), plan func() *speech.Skipping, kept fyne.Preferences) *hearing {
	h := &hearing{transport: t, list: list, plan: plan, kept: kept, speed: 1, volume: lastVolume(kept), output: lastOutput(kept)}
	h.speaker, _ = t.(loudspeaker)
	if h.speaker != nil {
		h.speaker.SetOutput(h.output)
		h.speaker.SetVolume(gain(h.volume))
	}
	return h
}

// gain is what a place of the volume's knob multiplies samples by: the ear
// hears even steps in it.
func gain(volume float64) float64 { return volume * volume }

// do carries out a binding and reports whether it was one about hearing.
func (h *hearing) do(id string) bool {
	switch id {
	case keys.Slower:
		h.setSpeed(h.speedBeside(-1))
	case keys.Faster:
		h.setSpeed(h.speedBeside(1))
	case keys.SkipSilences:
		h.setSkipping(!h.skipping)
	case keys.Louder, keys.Quieter, keys.Mute:
		h.doVolume(id)
	default:
		return false
	}
	return true
}

// doVolume carries out a binding about the volume, where there is any.
func (h *hearing) doVolume(id string) {
	switch {
	case h.speaker == nil:
	case id == keys.Louder:
		h.setVolume(h.volume + volumeStep)
	case id == keys.Quieter:
		h.setVolume(h.volume - volumeStep)
	case id == keys.Mute:
		h.setMuted(!h.muted)
	}
}

// speedBeside is the next slower or faster speed, if there is one.
func (h *hearing) speedBeside(by int) float64 {
	at := slices.Index(speeds, h.speed) + by
	return speeds[min(max(at, 0), len(speeds)-1)]
}

func (h *hearing) setSpeed(speed float64) {
	h.speed = speed
	h.transport.SetSpeed(speed)
}

// speedText is a speed as it is written: "1.25×".
func speedText(speed float64) string { return strconv.FormatFloat(speed, 'f', -1, 64) + "×" }

func (h *hearing) setSkipping(on bool) {
	h.skipping = on
	h.replan()
}

// setOnly has only these parts played, sorted and apart; none is for everything.
func (h *hearing) setOnly(parts []speech.Span) {
	h.only = nil
	if len(parts) > 0 {
		h.only = playing(parts)
	}
	h.replan()
}

// replan has the transport play what there is to play.
func (h *hearing) replan() {
	switch {
	case h.only != nil:
		h.transport.Skip(h.only)
	case h.skipping && h.known:
		h.transport.Skip(h.plan())
	default:
		h.transport.Skip(nil)
	}
}

// playing plans to play these parts alone: what lies between them is taken for
// silence, of which nothing is kept.
func playing(parts []speech.Span) *speech.Skipping {
	var between []speech.Span
	at := time.Duration(0)
	for _, p := range parts {
		between = append(between, speech.Span{Start: at, End: p.Start})
		at = p.End
	}
	return speech.SkipSilences(between, at, 0)
}

// silencesKnown is called once the silences are.
func (h *hearing) silencesKnown() {
	h.known = true
	h.setSkipping(h.skipping)
}

// setVolume also ends a mute.
func (h *hearing) setVolume(volume float64) {
	h.volume, h.muted = min(max(volume, 0), 1), false
	h.kept.SetFloat(prefVolume, h.volume)
	h.speaker.SetVolume(gain(h.volume))
}

func (h *hearing) setMuted(muted bool) {
	h.muted = muted
	h.speaker.SetVolume(gain(h.shownVolume()))
}

// shownVolume is where the volume's knob is.
func (h *hearing) shownVolume() float64 {
	if h.muted {
		return 0
	}
	return h.volume
}

func (h *hearing) setOutput(o output) {
	h.output = o
	o.keep(h.kept)
	h.speaker.SetOutput(o)
}
