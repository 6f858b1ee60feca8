//go:build linux

package e2e

import (
	"bufio"
	"fmt"
	"image"
	"io"
	"maps"
	"os"
	"strconv"
	"sync"
	"time"
)

// camera films a part of the screen and remembers when each colour was first
// seen there since it was told to forget.
type camera struct {
	mu     sync.Mutex
	wanted map[[3]byte]int // colours, to their numbers
	seen   map[int]sight
	frames int
	last   time.Time // when the last frame was taken
	broken error
}

// sight is when something came on the screen: after one frame was taken, and
// before the next.
type sight struct{ after, by time.Time }

// middle is the best guess at when that was.
func (s sight) middle() time.Time { return s.after.Add(s.by.Sub(s.after) / 2) }

// frameRate is how many frames a second the camera asks for.
const frameRate = 30

// film begins to look at a part of the screen for some colours, which it
// numbers in their order.
func (d *display) film(part image.Rectangle, colours [][3]byte) *camera {
	d.t.Helper()
	need(d.t, "ffmpeg")
	// Every fourth pixel of every fourth row tells enough.
	w, h := part.Dx()/4, part.Dy()/4
	// The frames go to the one output, when each was taken to the other: a frame
	// that comes late through the pipe is not taken late.
	cmd := d.command(d.t.Context(), "ffmpeg", "-loglevel", "error", "-probesize", "32", "-fflags", "nobuffer", "-copyts",
		"-f", "x11grab", "-draw_mouse", "0", "-framerate", fmt.Sprint(frameRate),
		"-video_size", fmt.Sprintf("%dx%d", part.Dx(), part.Dy()), "-i", fmt.Sprintf("%s+%d,%d", d.name, part.Min.X, part.Min.Y),
		"-fps_mode", "passthrough", "-vf", fmt.Sprintf("scale=%d:%d:flags=neighbor", w, h), "-f", "rawvideo", "-pix_fmt", "rgb24", "-flush_packets", "1", "pipe:1",
		"-fps_mode", "passthrough", "-c:v", "wrapped_avframe", "-f", "mkvtimestamp_v2", "-flush_packets", "1", "pipe:3")
	frames, err := cmd.StdoutPipe()
	if err != nil {
		d.t.Fatal(err)
	}
	stamps, stampsIn, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { stamps.Close() })
	cmd.ExtraFiles = []*os.File{stampsIn}
	startServer(d.t, cmd)
	stampsIn.Close()
	c := &camera{wanted: map[[3]byte]int{}, seen: map[int]sight{}}
	for i, colour := range colours {
		c.wanted[colour] = i
	}
	go c.watch(frames, bufio.NewScanner(stamps), make([]byte, 3*w*h))
	return c
}

// watch looks at frames until there are no more.
func (c *camera) watch(frames io.Reader, stamps *bufio.Scanner, frame []byte) {
	stamps.Scan() // what kind of file it is
	for {
		if _, err := io.ReadFull(frames, frame); err != nil || !stamps.Scan() {
			return
		}
		ms, err := strconv.ParseInt(stamps.Text(), 10, 64)
		c.mu.Lock()
		if err != nil {
			c.broken = err
		}
		taken := time.UnixMilli(ms)
		for i := 0; i+2 < len(frame); i += 3 {
			if n, ok := c.wanted[[3]byte(frame[i:i+3])]; ok && c.seen[n].by.IsZero() {
				c.seen[n] = sight{c.last, taken}
			}
		}
		c.frames, c.last = c.frames+1, taken
		c.mu.Unlock()
	}
}

// forget has what is seen from the next frame on count as seen first.
func (c *camera) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.seen)
}

// all is when each colour was first seen, by number.
func (c *camera) all() map[int]sight {
	c.mu.Lock()
	defer c.mu.Unlock()
	return maps.Clone(c.seen)
}

// count is how many frames there were, and what was wrong with one.
func (c *camera) count() (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.frames, c.broken
}
