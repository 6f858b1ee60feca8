package review

import (
	"sync"
	"time"

	"talkthrough/internal/session"
	"talkthrough/internal/sound"
)

// player is what voice needs of a sound.Player.
type player interface {
	Play(sound.Feed)
	Flush(reposition func())
	Pause()
	Resume()
	Position() int64
	Done() <-chan struct{}
	Err() error
	Volume(v float64)
	Close()
}

// openPlayer opens the device that was chosen. Where that is not there it opens
// the default one, and missing is the name of the one chosen.
type openPlayer func(output) (p player, missing string, err error)

// voice is the transport of an attempt with sound. The device is opened when
// it is first needed, on a goroutine of its own because that may take seconds;
// where there is none, time runs on silently and the next Play asks again.
type voice struct {
	track *session.Track
	open  openPlayer

	mu      sync.Mutex
	feed    *session.Playback
	clock   *wallClock // keeps the position while no player runs
	volume  float64
	output  output // where to play to
	missing string // what was chosen and is not there
	player  player // nil until the device is open
	playing bool   // what was asked for
	held    bool   // time stands until the device is open
	failed  bool   // the device could not be opened
	base    time.Duration
	closed  bool
	opening sync.WaitGroup
	asking  bool
}

var (
	_ Transport   = (*voice)(nil)
	_ loudspeaker = (*voice)(nil)
)

func newVoice(track *session.Track, open openPlayer, now func() time.Time) *voice {
	return &voice{
		track: track, open: open, volume: 1,
		feed: track.NewPlayback(), clock: newWallClock(track.Length(), now, ""),
	}
}

func (v *voice) Play() {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.settle(); v.playing || v.closed {
		return
	}
	if v.base >= v.track.Length() {
		v.base = 0
	}
	v.playing = true
	if v.player != nil {
		v.start()
		return
	}
	// After a failure time does not wait for the device a second time.
	v.held = !v.failed
	if v.failed {
		v.runSilently()
	}
	v.ask(nil)
}

// ask opens the device, once old is closed, which may be nil.
func (v *voice) ask(old player) {
	if !v.asking {
		v.asking = true
		v.opening.Add(1)
		go v.answerWith(old)
	}
}

// answerWith closes one device and opens another, until it is the one that is
// wanted.
func (v *voice) answerWith(old player) {
	defer v.opening.Done()
	if old != nil {
		old.Close()
	}
	for again := true; again; {
		v.mu.Lock()
		chosen := v.output
		v.mu.Unlock()
		p, missing, err := v.open(chosen)
		v.mu.Lock()
		again = !v.closed && v.output != chosen
		unwanted := v.closed || again
		if !unwanted {
			v.missing = missing
			v.answer(p, err)
		}
		v.mu.Unlock()
		if unwanted && err == nil {
			p.Close()
		}
	}
}

// answer goes on with the device that was opened, or without it.
func (v *voice) answer(p player, err error) {
	if err == nil {
		v.base = v.position()
		v.player = p
		p.Pause()
		p.Volume(v.volume)
		p.Play(v.feed)
	}
	v.asking, v.failed = false, err != nil
	switch {
	case !v.playing:
	case v.player != nil:
		v.start()
	case v.held:
		v.runSilently()
	}
	v.held = false
}

// runSilently has the clock go on from base.
func (v *voice) runSilently() {
	v.clock.Pause()
	v.clock.Seek(v.base)
	v.clock.Play()
}

// start has the player play from base.
func (v *voice) start() {
	v.cue()
	v.player.Resume()
}

// cue puts the player to base; what it decoded ahead is dropped.
func (v *voice) cue() {
	feed, base := v.feed, v.base
	v.player.Flush(func() { feed.Seek(base) })
}

func (v *voice) Pause() {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.settle(); !v.playing {
		return
	}
	v.base, v.playing, v.held = v.position(), false, false
	if v.player != nil {
		v.player.Pause()
	}
}

func (v *voice) Seek(to time.Duration) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.settle()
	v.base = min(max(to, 0), v.track.Length())
	switch {
	case !v.playing || v.held:
	case v.player != nil:
		v.cue()
	default:
		v.clock.Seek(v.base)
	}
}

func (v *voice) Position() time.Duration {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.settle()
	return v.position()
}

func (v *voice) position() time.Duration {
	switch {
	case !v.playing || v.held:
		return v.base
	case v.player != nil:
		// Before the first sample the feed may still stand elsewhere.
		if heard := v.player.Position(); heard > 0 {
			return v.feed.Elapsed(heard)
		}
		return v.base
	}
	return v.clock.Position()
}

func (v *voice) Playing() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.settle()
	return v.playing
}

// settle notices that the end was reached.
func (v *voice) settle() {
	if !v.playing || v.held {
		return
	}
	ended := false
	if v.player == nil {
		ended = !v.clock.Playing()
	} else {
		select {
		case <-v.player.Done():
			ended = true
		default:
		}
	}
	if !ended {
		return
	}
	v.base, v.playing = v.track.Length(), false
	if v.player != nil {
		v.player.Pause()
	}
}

func (v *voice) Notice() string {
	v.mu.Lock()
	defer v.mu.Unlock()
	switch {
	case v.failed:
		return noOutput
	case v.player != nil && v.playing && v.player.Err() != nil:
		return "The sound output is gone; replay goes on when it is back"
	case v.missing != "":
		return v.missing + " is not connected: replaying on the default output"
	}
	return ""
}

// Close waits for a device that is being opened.
func (v *voice) Close() {
	v.mu.Lock()
	v.closed, v.playing = true, false
	p := v.player
	v.player = nil
	v.mu.Unlock()
	v.opening.Wait()
	if p != nil {
		p.Close()
	}
	// The takes were only read.
	_ = v.feed.Close()
}
