package review

import (
	"time"

	"talkthrough/internal/speech"
)

// wallClock is the transport of an attempt without sound: time just runs.
type wallClock struct {
	length  time.Duration
	now     func() time.Time
	notice  string
	playing bool
	base    time.Duration // the position at since, or while paused
	since   time.Time
	speed   float64
	plan    *speech.Skipping // nil: all is played
}

var _ Transport = (*wallClock)(nil)

func newWallClock(length time.Duration, now func() time.Time, notice string) *wallClock {
	return &wallClock{length: length, now: now, notice: notice, speed: 1}
}

func (c *wallClock) Play() {
	if c.Playing() {
		return
	}
	if c.base >= c.length {
		c.base = 0
	}
	c.playing, c.since = true, c.now()
}

func (c *wallClock) Pause() { c.base, c.playing = c.Position(), false }

func (c *wallClock) Seek(to time.Duration) {
	c.base, c.since = min(max(to, 0), c.length), c.now()
}

func (c *wallClock) Position() time.Duration {
	if !c.playing {
		return c.base
	}
	passed := time.Duration(float64(c.now().Sub(c.since)) * c.speed)
	if c.plan == nil {
		return min(c.base+passed, c.length)
	}
	at := c.plan.Played(c.base) + passed
	if at >= c.plan.Length() {
		return c.length
	}
	return max(c.plan.Source(at), c.base)
}

func (c *wallClock) SetSpeed(speed float64) {
	c.base, c.since = c.Position(), c.now()
	c.speed = speed
}

func (c *wallClock) Skip(plan *speech.Skipping) {
	c.base, c.since = c.Position(), c.now()
	c.plan = plan
}

// Playing also notices that the end was reached.
func (c *wallClock) Playing() bool {
	if c.playing && c.Position() >= c.length {
		c.base, c.playing = c.length, false
	}
	return c.playing
}

func (c *wallClock) Notice() string { return c.notice }
func (c *wallClock) Close()         {}
