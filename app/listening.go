package app

import (
	"time"

	"talkthrough/app/setup"
	"talkthrough/internal/sound"
)

const (
	// mutedAfter is how long nothing may come from a microphone before its level
	// falls, lostAfter before it counts as lost and is opened anew.
	mutedAfter = 300 * time.Millisecond
	lostAfter  = 2 * time.Second
)

// listening tells what an open microphone hears, on a goroutine, until done.
type listening struct {
	box    *soundbox
	device string
	hears  setup.Hearing
	done   chan struct{} // closed when it is not wanted any more
	over   chan struct{} // closed when the device is
}

func (l *listening) run(c *sound.Capture) {
	defer close(l.over)
	defer func() { c.Close() }()
	meter := sound.NewMeter(sampleRate)
	told, heard := time.Now(), time.Now()
	for {
		select {
		case <-l.done:
			return
		default:
		}
		block, err := c.Read(meterEvery)
		now := time.Now()
		switch {
		case err == nil:
			heard = now
			meter.Feed(block.Samples)
			l.hears.Samples(block.Samples)
		case now.Sub(heard) > lostAfter:
			heard = now
			if again, err := l.box.capture(l.device, sampleRate); err == nil {
				c.Close()
				c = again
			}
		case now.Sub(heard) > mutedAfter:
			meter.Reset()
		}
		if now.Sub(told) >= meterEvery {
			told = now
			l.hears.Level(meter.Level())
		}
	}
}
