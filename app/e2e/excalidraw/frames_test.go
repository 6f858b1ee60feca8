//go:build linux

package excalidraw

import (
	"bytes"
	"fmt"
	"image"
	"testing"
	"time"

	"talkthrough/internal/board"
)

// cost is what a frame costs in one program.
type cost struct {
	// wait is ms: in the median until it is seen here, in the mean from one frame
	// to the next there, where a step may show a frame later.
	wait float64
	cpu  float64 // ms of processor time, all processes and threads
}

// frameRows measure panning and dragging with both programs' windows, and their
// memory. Excalidraw's time is that from frame to frame. Ours is told twice: the
// processor time that a step adds, all threads together, and the time until the
// step is seen. Where the program is busy at rest the first says too little,
// because a step's frame takes the place of one that would have come anyway.
func frameRows(b *testing.B, scene *board.Scene) table {
	b.Helper()
	page := openBrowser(b)
	url := page.serve(drawing{scene: scene}.file(b))
	theirs := map[string]cost{}
	for _, view := range []string{"100 %", "fit"} {
		var opened struct{ Zoom float64 }
		page.ask(b, job{Do: "open", URL: url, Type: forms[0].mime, Fit: view == "fit"}, &opened)
		b.Logf("Excalidraw's zoom is %.2f", opened.Zoom)
		theirs["pan at "+view] = page.frames(b, "pan")
		if view != "fit" {
			theirs["drag at "+view] = page.frames(b, "drag")
		}
	}
	theirMemory := tree(page.cmd.Process.Pid).memory(b)
	page.close()

	w := openWindow(b, scene)
	ours := w.frames()
	ourMemory := tree(w.cmd.Process.Pid).memory(b)
	var rows table
	for _, name := range []string{"pan at fit", "drag at 100 %", "pan at 100 %"} {
		o, t := ours[name], theirs[name]
		rows = append(rows,
			row{name + ": our CPU over rest, their frame", "ms", o.cpu, t.wait, frameBar},
			row{name + ": our time to a changed pixel, their frame", "ms", o.wait, t.wait, frameBar},
			row{name + ": CPU a frame, ours over rest", "ms", o.cpu, t.cpu, 0})
	}
	return append(rows, row{"memory with the board open", "MB", ourMemory / 1e6, theirMemory / 1e6, memoryBar})
}

// frames measures one gesture in the page.
func (b *browser) frames(t *testing.B, gesture string) cost {
	t.Helper()
	var got struct {
		Frames []float64
		Moved  float64
	}
	b.ask(t, job{Do: gesture, Steps: warmUp}, &got)
	before := tree(b.cmd.Process.Pid).cpu()
	b.ask(t, job{Do: gesture, Steps: steps}, &got)
	used := tree(b.cmd.Process.Pid).cpu() - before
	if got.Moved == 0 {
		t.Fatalf("Excalidraw did not move at %s", gesture)
	}
	total := 0.0
	for _, f := range got.Frames {
		total += f
	}
	t.Logf("Excalidraw moved by %.0f at %s; frames: p50 %.1f, mean %.1f ms", got.Moved, gesture, middle(got.Frames), total/steps)
	return cost{total / steps, ms(used) / steps}
}

// frames measures every gesture in the program's window. A step is made only
// when the one before is seen and a moment has passed, so each is a frame.
func (w *window) frames() map[string]cost {
	w.t.Helper()
	out := map[string]cost{}
	const x, y = 672, 460 // on the board
	for _, view := range []struct{ name, key string }{{"100 %", "ctrl+0"}, {"fit", "shift+1"}} {
		w.do(fmt.Sprintf("mousemove %d %d", x, y), "key "+view.key)
		w.settle()
		out["pan at "+view.name] = w.measure(func(int) (string, image.Point) {
			return "click --delay 0 5", image.Pt(x, y) // else xdotool rests after it
		})

		if view.name == "fit" {
			continue // the box would be hidden under the pointer
		}
		w.do("key " + view.key)
		w.settle()
		box, ok := w.box()
		if !ok {
			w.t.Fatal("there is no box on the board")
		}
		lifted := box.Add(image.Pt(18, 12)) // a hand must move a little before it drags
		w.do(fmt.Sprintf("mousemove %d %d", box.X, box.Y), "mousedown 1", fmt.Sprintf("mousemove %d %d", lifted.X, lifted.Y))
		w.settle()
		out["drag at "+view.name] = w.measure(func(i int) (string, image.Point) {
			to := lifted.Add(image.Pt(3*(i+1), 2*(i+1)))
			return fmt.Sprintf("mousemove %d %d", to.X, to.Y), to
		})
		w.do("mouseup 1")
		w.settle()
		w.do("key ctrl+z", "key Escape")
		w.settle()
	}
	return out
}

// measure makes steps, which leave the pointer somewhere, and tells the cost of
// one. What the program takes at rest is looked at before and after every few
// steps and does not count.
func (w *window) measure(step func(i int) (command string, pointer image.Point)) cost {
	w.t.Helper()
	const each, gap = 10, 20 * time.Millisecond
	var waits, cpu, rests []float64
	rest := w.rest()
	for done := 0; done < warmUp+steps; done += each {
		begun, from := tree(w.cmd.Process.Pid).cpu(), time.Now()
		for i := done; i < done+each; i++ {
			command, to := step(i)
			around := near(to) // and near where it was
			before, sent := w.sight(around), time.Now()
			w.do(command)
			w.until(fmt.Sprintf("step %d was seen", i), func() bool { return !bytes.Equal(w.sight(around), before) })
			waits = append(waits, ms(time.Since(sent)))
			pause(gap)
		}
		used, took := tree(w.cmd.Process.Pid).cpu()-begun, time.Since(from)
		after := w.rest()
		if done >= warmUp {
			cpu = append(cpu, (ms(used)-(rest+after)/2*ms(took))/each)
		}
		rests = append(rests, after)
		rest = after
	}
	w.t.Logf("at rest the program takes %.0f %% of a core", 100*middle(rests))
	return cost{middle(waits), middle(cpu)}
}

// rest is the part of a core that the program takes when nothing is done.
func (w *window) rest() float64 {
	const idle = time.Second
	begun, from := tree(w.cmd.Process.Pid).cpu(), time.Now()
	pause(idle)
	return float64(tree(w.cmd.Process.Pid).cpu()-begun) / float64(time.Since(from))
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
