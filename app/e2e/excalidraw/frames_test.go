//go:build linux

package excalidraw

import (
	"fmt"
	"image"
	"testing"
	"time"

	"talkthrough/internal/board"
)

// cost is what a frame costs in one program, while input comes without a pause.
type cost struct {
	frame float64 // ms from a frame that shows something new to the next, in the mean
	cpu   float64 // ms of processor time a frame, all processes and threads
}

// gestures are what is measured, and how. At fit, both programs are at 10 %, and
// what they paint is a board with thousands of elements; at 100 % some hundreds
// are seen, and both programs are mostly held by the 60 Hz of their screens.
var gestures = []struct {
	name, do string
	fit      bool
}{{"pan at fit", "pan", true}, {"drag at fit", "drag", true}, {"pan at 100 %", "pan", false}, {"drag at 100 %", "drag", false}}

// frameRows measure panning and dragging, to and fro without a pause for some
// seconds, in windows of one size, and the memory. Both programs rasterise by
// software. A frame's time is that from one changed picture to the next; no
// program shows more than 60 in a second. The processor time a frame knows no
// such floor: it is that of all threads, less what the program takes at rest.
func frameRows(b *testing.B, scene *board.Scene) table {
	b.Helper()
	page := openBrowser(b)
	url := page.serve(drawing{scene: scene}.file(b))
	theirs := map[string]cost{}
	for _, g := range gestures {
		var opened struct{ Zoom float64 }
		page.ask(b, job{Do: "open", URL: url, Type: forms[0].mime, Fit: g.fit}, &opened)
		b.Logf("Excalidraw's zoom is %.2f", opened.Zoom)
		theirs[g.name] = page.frames(b, g.do)
	}
	theirMemory := tree(page.cmd.Process.Pid).memory(b)
	page.close()

	w := openWindow(b, scene)
	var rows table
	for _, g := range gestures {
		o, t := w.frames(g.do, g.fit), theirs[g.name]
		rows = append(rows,
			row{g.name + ": frame to frame", "ms", o.frame, t.frame, frameBar},
			row{g.name + ": CPU a frame", "ms", o.cpu, t.cpu, frameBar})
	}
	ourMemory := tree(w.cmd.Process.Pid).memory(b)
	return append(rows, row{"memory with the board open", "MB", ourMemory / 1e6, theirMemory / 1e6, memoryBar})
}

// frames measures one gesture in the page.
func (b *browser) frames(t *testing.B, gesture string) cost {
	t.Helper()
	var got struct {
		Frames []float64
		Moved  float64
	}
	b.ask(t, job{Do: gesture, Millis: warmUp}, &got)
	root := tree(b.cmd.Process.Pid)
	rest := root.rest()
	before, from := root.cpu(), time.Now()
	b.ask(t, job{Do: gesture, Millis: measured}, &got)
	used := ms(root.cpu()-before) - rest*ms(time.Since(from))
	if got.Moved == 0 || len(got.Frames) < 10 {
		t.Fatalf("Excalidraw moved by %g in %d frames at %s", got.Moved, len(got.Frames), gesture)
	}
	t.Logf("Excalidraw moved by %.0f at %s in %d frames", got.Moved, gesture, len(got.Frames)+1)
	return cost{mean(got.Frames), used / float64(len(got.Frames)+1)}
}

// frames measures one gesture in the program's window.
func (w *window) frames(gesture string, fit bool) cost {
	w.t.Helper()
	const x, y = 672, 460 // on the board
	key := "key ctrl+0"
	if fit {
		key = "key shift+1"
	}
	w.do(fmt.Sprintf("mousemove %d %d", x, y), key)
	w.settle()
	if gesture == "pan" {
		return w.measure(func(i int) string {
			if i%20 < 10 {
				return "click --delay 0 5" // else xdotool rests after it
			}
			return "click --delay 0 4"
		})
	}
	box, ok := w.box()
	if !ok {
		w.t.Fatal("there is no box on the board")
	}
	const far = 30                      // steps
	lifted := box.Add(image.Pt(18, 12)) // a hand must move a little before it drags
	w.do(fmt.Sprintf("mousemove %d %d", box.X, box.Y), "mousedown 1", fmt.Sprintf("mousemove %d %d", lifted.X, lifted.Y))
	w.settle()
	c := w.measure(func(i int) string {
		n := far - max(i%(2*far)-far, far-i%(2*far)) // to and fro
		return fmt.Sprintf("mousemove %d %d", lifted.X+3*n, lifted.Y+2*n)
	})
	w.do("mouseup 1")
	w.settle()
	w.do("key ctrl+z", "key Escape")
	w.settle()
	return c
}

// measure makes steps as fast as the program's window takes them up and counts
// the pictures that it shows.
func (w *window) measure(step func(i int) (command string)) cost {
	w.t.Helper()
	root := tree(w.cmd.Process.Pid)
	rest := root.rest()
	var times []float64
	var last sight
	last.see(w)
	i, shown := 0, time.Now()
	run := func(millis time.Duration) {
		times = times[:0]
		for end := time.Now().Add(millis * time.Millisecond); time.Now().Before(end); i++ {
			w.do(step(i))
			for begun := time.Now(); time.Since(begun) < inputGap; pause(time.Millisecond) {
				if last.holds(w) {
					continue
				}
				times = append(times, ms(time.Since(shown)))
				shown = time.Now()
				pause(copying)
				last.see(w)
			}
		}
	}
	run(warmUp)
	before, from := root.cpu(), time.Now()
	run(measured)
	used := ms(root.cpu()-before) - rest*ms(time.Since(from))
	if len(times) < 10 {
		w.t.Fatalf("the program showed %d frames", len(times))
	}
	w.t.Logf("the program showed %d frames; at rest it takes %.0f %% of a core", len(times), 100*rest)
	return cost{mean(times), used / float64(len(times))}
}

const (
	// inputGap is the time between two steps: that of a mouse that tells 125
	// times a second where it is.
	inputGap = 8 * time.Millisecond
	// copying is longer than a picture takes to get to the screen.
	copying = 3 * time.Millisecond
)

// rest is the part of a core that the program takes when nothing is done.
func (root tree) rest() float64 {
	const idle = time.Second
	begun, from := root.cpu(), time.Now()
	pause(idle)
	return float64(root.cpu()-begun) / float64(time.Since(from))
}

func mean(all []float64) float64 {
	sum := 0.0
	for _, f := range all {
		sum += f
	}
	return sum / float64(len(all))
}

// pause lets time pass that is measured.
func pause(d time.Duration) { <-time.After(d) }

// box is a place well within a box, which are all that is blue there.
func (w *window) box() (at image.Point, ok bool) {
	blue := func(x, y int) bool {
		pixel := w.screen[4*(y*windowWidth+x):] // blue, green, red
		return int(pixel[0])-int(pixel[2]) > 40
	}
	around := image.Rect(560, 300, 800, 560) // the style bar comes up beside
	for y := around.Min.Y; y < around.Max.Y; y++ {
		for x := around.Min.X; x < around.Max.X; x++ {
			all := true
			for d := -2; d <= 2 && all; d++ {
				all = blue(x+2*d, y) && blue(x, y+d)
			}
			if all {
				return image.Pt(x, y), true
			}
		}
	}
	return image.Point{}, false
}
