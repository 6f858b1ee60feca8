package app

import (
	"errors"
	"time"

	"talkthrough/internal/sound"
)

// playPatience is how long playing may take longer than the sound lasts.
const playPatience = 4 * time.Second

// errNotHeard says that the loudspeakers took the sound and did not play it.
var errNotHeard = errors.New("the loudspeakers do not play it")

// Play implements setup.Sound.
func (b *soundbox) Play(samples []int16, level func(sound.Level), quit <-chan struct{}) error {
	sys, err := b.system()
	if err != nil {
		return err
	}
	player, err := sys.NewPlayer(sampleRate, "")
	if err != nil {
		return err
	}
	defer player.Close()
	player.Play(&once{samples})
	tick := time.NewTicker(meterEvery)
	defer tick.Stop()
	length := time.Duration(len(samples)) * time.Second / sampleRate
	late := time.NewTimer(length + playPatience)
	defer late.Stop()
	meter, shown := sound.NewMeter(sampleRate), 0
	for {
		select {
		case <-player.Done():
			return nil
		case <-quit:
			return nil
		case <-late.C:
			if err := player.Err(); err != nil {
				return err
			}
			return errNotHeard
		case <-tick.C:
			at := min(int(player.Position()), len(samples))
			meter.Feed(samples[shown:at])
			shown = at
			level(meter.Level())
		}
	}
}

// once is a feed of samples that are played once.
type once struct{ samples []int16 }

// Fill implements sound.Feed.
func (o *once) Fill(dst []int16) int {
	n := copy(dst, o.samples)
	o.samples = o.samples[n:]
	return n
}
