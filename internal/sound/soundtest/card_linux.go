package soundtest

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// CardID is the identifier of the Card, CardName what a user is shown.
const (
	CardID   = ":0,0"
	CardName = "Virtual Card"
)

// What passes at a time is a multiple of what internal/sound reads at a time,
// because ALSA takes a short read from a pipe for a whole one.
const (
	burst     = Rate * 40 / 1000
	burstTime = time.Second * burst / Rate
	// pipeSize is how much sound waits between ALSA and the card: two bursts.
	pipeSize = 8192
)

// cardConfig makes ALSA believe in one sound card at 48 kHz mono. What is
// played goes to one pipe and what is recorded comes from another.
const cardConfig = `
pcm.speakers { type file slave.pcm { type null } file "FOLDER/played" format raw }
pcm.mic { type file slave.pcm { type null } file "/dev/null" infile "FOLDER/spoken" format raw }
pcm.card { type asym playback.pcm speakers capture.pcm mic }
pcm.hw {
  @args [ CARD DEV SUBDEV ]
  @args.CARD { type string default "0" }
  @args.DEV { type string default "0" }
  @args.SUBDEV { type string default "0" }
  type plug
  slave { pcm card rate 48000 channels 1 format S16_LE }
  hint { show on description "Virtual Card" }
}
pcm.default {
  type plug
  slave { pcm card rate 48000 channels 1 format S16_LE }
  hint { show on description "Default Audio Device" }
}
"pcm"."hw:0,0" { type null hint { show on description "Virtual Card" } }
`

// Card is a sound card of one test, below ALSA and without a sound server. It
// keeps time like a crystal does: while Frozen, nothing passes.
type Card struct {
	t              testing.TB
	folder         string
	spoken, played int // file descriptors
	quit, gone     chan struct{}

	mu     sync.Mutex
	frozen bool
	queue  []byte // to be spoken
	heard  []byte
	silent *sync.Cond // the queue has been spoken
}

// StartCard makes a card. It needs no package besides the ALSA library, which
// comes with the sound servers.
func StartCard(t testing.TB) *Card {
	t.Helper()
	c := &Card{t: t, folder: shortFolder(t), quit: make(chan struct{}), gone: make(chan struct{})}
	c.silent = sync.NewCond(&c.mu)
	config := strings.ReplaceAll(cardConfig, "FOLDER", c.folder)
	c.must(os.WriteFile(filepath.Join(c.folder, "asound.conf"), []byte(config), 0o600))
	c.spoken, c.played = c.pipe("spoken"), c.pipe("played")
	go c.run()
	t.Cleanup(func() {
		close(c.quit)
		<-c.gone
		// Whoever still waits for the card is let go.
		c.must(errors.Join(syscall.Close(c.spoken), syscall.Close(c.played)))
	})
	return c
}

func (c *Card) must(err error) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
}

// pipe makes a named pipe and opens both its ends, so that ALSA's opening one
// of them does not wait.
func (c *Card) pipe(name string) int {
	c.t.Helper()
	path := filepath.Join(c.folder, name)
	c.must(syscall.Mkfifo(path, 0o600))
	fd, err := syscall.Open(path, syscall.O_RDWR|syscall.O_NONBLOCK|syscall.O_CLOEXEC, 0)
	c.must(err)
	_, _, failed := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), 1031 /* F_SETPIPE_SZ */, pipeSize)
	if failed != 0 {
		c.t.Fatal(failed)
	}
	return fd
}

// Use lets the running test itself find the card and no sound server.
func (c *Card) Use(t *testing.T) {
	t.Helper()
	t.Setenv("ALSA_CONFIG_PATH", filepath.Join(c.folder, "asound.conf"))
	t.Setenv("PULSE_SERVER", "unix:"+filepath.Join(c.folder, "nowhere"))
	t.Setenv("XDG_RUNTIME_DIR", c.folder)
}

// SpeakSamples puts 48 kHz mono samples into the microphone and returns when
// they were spoken to the end.
func (c *Card) SpeakSamples(samples []int16) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.queue = append(c.queue, bytesOf(samples)...)
	for len(c.queue) > 0 {
		c.silent.Wait()
	}
}

// Heard is everything the card was given to play so far, 48 kHz mono.
func (c *Card) Heard() []int16 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return samplesOf(c.heard)
}

// Freeze stops the card's clock, as a pulled one does; Thaw lets it go on.
func (c *Card) Freeze() { c.setFrozen(true) }

// Thaw undoes Freeze.
func (c *Card) Thaw() { c.setFrozen(false) }

func (c *Card) setFrozen(frozen bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.frozen = frozen
}

// run moves sound at the pace of the clock.
func (c *Card) run() {
	defer close(c.gone)
	tick := time.NewTicker(burstTime)
	defer tick.Stop()
	for {
		select {
		case <-c.quit:
			return
		case <-tick.C:
			c.move()
		}
	}
}

// move lets a burst pass in each direction. Where the program is late the card
// waits, so that nothing is torn.
func (c *Card) move() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.frozen {
		return
	}
	out := make([]byte, 2*burst)
	copy(out, c.queue)
	if _, err := syscall.Write(c.spoken, out); err == nil { // all or nothing, being so short
		c.queue = c.queue[min(len(out), len(c.queue)):]
		if len(c.queue) == 0 {
			c.silent.Broadcast()
		}
	}
	in := make([]byte, 2*burst)
	if n, err := syscall.Read(c.played, in); err == nil {
		c.heard = append(c.heard, in[:n]...)
	}
}
