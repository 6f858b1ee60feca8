package sound

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gen2brain/malgo"
)

// Player plays samples pulled from a Feed. Its methods may be called from any
// goroutine except from within Fill, and do not wait for the device.
//
// When the output device goes away the Player tries again every second, on the
// default device if the chosen one is gone, and plays on where it stopped.
type Player struct {
	tape   *tape
	heard  heard
	feeder *feeder
	driver *driver
	called atomic.Int64 // when the audio thread last came, since heard.epoch

	mu      sync.Mutex
	playing bool // there is a feed that was not heard to the end
	paused  bool
	over    chan struct{} // closed when it was
	stretch uint64        // counts Play, Flush and Stop
	last    int64         // the position said last, in this stretch
	once    sync.Once
}

// NewPlayer opens the output device with this ID, or the default one when it
// is empty, for samples at sampleRate a second. The error wraps ErrNoDevice or
// ErrNoSound when there is nothing to play to. It takes as long as Capture.
func (s *System) NewPlayer(sampleRate int, deviceID string) (*Player, error) {
	if sampleRate < 8000 || sampleRate > 192000 {
		return nil, fmt.Errorf("play at %d samples per second: expected 8000 to 192000", sampleRate)
	}
	p := &Player{tape: newTape(sampleRate), over: make(chan struct{})}
	p.heard = heard{rate: sampleRate, latency: playbackLatency(s.Backend()), epoch: time.Now()}
	open := func() (*device, error) { return s.openOutput(deviceID, sampleRate, p.data) }
	d, err := open()
	if err != nil {
		return nil, fmt.Errorf("play: %w", err)
	}
	p.feeder = newFeeder(p.tape, sampleRate)
	p.driver = newDriver(p, open, d)
	return p, nil
}

// openOutput opens the device to play to, or the default one when it is gone.
func (s *System) openOutput(id string, sampleRate int, data malgo.DataProc) (*device, error) {
	callbacks := malgo.DeviceCallbacks{Data: data}
	d, err := s.openDevice(malgo.Playback, id, sampleRate, callbacks)
	if err != nil && id != "" && errors.Is(err, ErrNoDevice) {
		return s.openDevice(malgo.Playback, "", sampleRate, callbacks)
	}
	return d, err
}

// data runs on the audio thread.
func (p *Player) data(output, _ []byte, _ uint32) {
	now := time.Now()
	p.called.Store(int64(now.Sub(p.heard.epoch)))
	out := asSamples(output)
	if used := p.tape.render(out); used > 0 {
		p.heard.note(now, p.tape.ring.read.Load(), len(out)-used)
	}
	p.feeder.poke()
}

// Play plays the feed from where it stands, instead of what was playing. A
// Player that was paused stays so.
func (p *Player) Play(feed Feed) {
	p.begin(feed != nil, func() { p.feeder.feed = feed })
}

// Flush drops what was decoded ahead, after a seek, and plays on from where the
// feed stands. reposition, if not nil, runs between two calls of Fill: moving
// the feed there and nowhere else makes Position exact.
func (p *Player) Flush(reposition func()) {
	p.begin(true, func() {
		if reposition != nil {
			reposition()
		}
	})
}

// Stop ends the playing and lets go of the feed: when it returns, Fill is not
// running and will not be called again.
func (p *Player) Stop() {
	gone := make(chan struct{})
	p.begin(false, func() {
		p.feeder.feed = nil
		close(gone)
	})
	select {
	case <-gone:
	case <-p.feeder.done:
	}
}

// begin starts a new stretch of sound, or of none.
func (p *Player) begin(playing bool, fn func()) {
	p.mu.Lock()
	p.playing = playing
	p.stretch++
	p.last = 0
	select {
	case <-p.over:
		p.over = make(chan struct{})
	default:
	}
	p.feeder.order(fn)
	p.mu.Unlock()
	p.driver.poke()
}

// Pause falls silent as soon as what the device holds was heard, 40 to 120 ms. A paused Player costs nothing.
func (p *Player) Pause() { p.setPaused(true) }

// Resume plays on.
func (p *Player) Resume() { p.setPaused(false) }

func (p *Player) setPaused(paused bool) {
	p.mu.Lock()
	p.paused = paused
	p.tape.paused.Store(paused)
	p.mu.Unlock()
	p.driver.poke()
}

// Volume sets how loud it plays: 1 is as recorded, 0 silent, 4 the most. What
// would go beyond full scale is clipped.
func (p *Player) Volume(v float64) { p.tape.setVolume(v) }

// Position is how many samples have been heard since the last Play or Flush.
// It never runs backwards in between.
func (p *Player) Position() int64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.feeder.open.Load() > 0 {
		return 0
	}
	at, base := p.heard.upTo(time.Now()), p.feeder.base.Load()
	if at > base {
		p.last = max(p.last, int64(at-base))
	}
	return p.last
}

// Done is closed when the feed of the last Play or Flush has ended and was
// heard to the end; not by Stop or Close. After the next Play or Flush there is
// a new channel.
func (p *Player) Done() <-chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.over
}

// Err says why nothing can be heard at present, or is nil. The Player keeps
// trying.
func (p *Player) Err() error { return p.driver.err() }

// Close stops playing, ends the Player's goroutines and frees the device. It
// waits for a Fill that is running and up to 5 s for a sound system that hangs.
func (p *Player) Close() {
	p.once.Do(func() {
		p.driver.stop()
		p.feeder.stop()
	})
}

// prepare has the tape filled for a device that is about to start and says
// whether it is. While no device runs, the tape is nobody else's to wind.
func (p *Player) prepare() bool {
	p.tape.wind()
	p.feeder.poke()
	return p.feeder.ready()
}

// wanted says whether the device should run.
func (p *Player) wanted() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.playing && !p.paused
}

// settle closes Done when everything has been heard.
func (p *Player) settle(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	end, ended := p.feeder.ended()
	if !p.playing || !ended || p.heard.upTo(now) < end && end > p.feeder.base.Load() {
		return
	}
	p.playing = false
	close(p.over)
}
