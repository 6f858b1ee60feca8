package review

import "talkthrough/internal/speech"

// loudspeaker is a transport that can be heard.
type loudspeaker interface {
	// SetVolume sets how loud it plays: 1 is as recorded, 0 silent.
	SetVolume(v float64)
	// SetOutput plays to another device from now on.
	SetOutput(o output)
}

func (v *voice) SetSpeed(speed float64) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.feed.SetSpeed(speed)
	v.clock.SetSpeed(speed)
}

func (v *voice) Skip(plan *speech.Skipping) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.clock.Skip(plan)
	if plan == nil {
		v.feed.PlayOnly(nil)
		return
	}
	v.feed.PlayOnly(plan.Parts())
}

func (v *voice) SetVolume(volume float64) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.volume = volume
	if v.player != nil {
		v.player.Volume(volume)
	}
}

// SetOutput has time stand until the new device is open, if it was playing.
func (v *voice) SetOutput(o output) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.settle()
	if v.closed || o == v.output {
		return
	}
	v.output = o
	if v.player == nil && !v.failed {
		return // it is opened when it is needed, or being opened: as chosen now
	}
	old := v.player
	if old != nil {
		v.base, v.player = v.position(), nil
		v.held = v.playing
	}
	v.ask(old)
}
