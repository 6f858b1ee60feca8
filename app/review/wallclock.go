package review

import "time"

// wallClock is the transport of an attempt without sound: time just runs.
type wallClock struct {
	length  time.Duration
	now     func() time.Time
	notice  string
	playing bool
	base    time.Duration // the position at since, or while paused
	since   time.Time
}

var _ Transport = (*wallClock)(nil)

func newWallClock(length time.Duration, now func() time.Time, notice string) *wallClock {
	return &wallClock{length: length, now: now, notice: notice}
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
	return min(c.base+c.now().Sub(c.since), c.length)
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
