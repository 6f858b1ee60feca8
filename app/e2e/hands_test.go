//go:build linux

package e2e

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
)

// hands type and point as a person does, through the X server.
type hands struct {
	t   testing.TB
	to  io.Writer
	ack *bufio.Scanner
}

// newHands starts one xdotool that carries out lines as they come: a process
// for each key would take longer than the key.
func newHands(d *display) *hands {
	d.t.Helper()
	cmd := d.command(context.Background(), "stdbuf", "-oL", "xdotool", "-")
	to, err := cmd.StdinPipe()
	if err != nil {
		d.t.Fatal(err)
	}
	from, err := cmd.StdoutPipe()
	if err != nil {
		d.t.Fatal(err)
	}
	startServer(d.t, cmd)
	return &hands{t: d.t, to: to, ack: bufio.NewScanner(from)}
}

// do carries out xdotool commands and returns when the X server has them.
func (h *hands) do(commands ...string) {
	h.t.Helper()
	// Asking for the pointer is answered only after what went before.
	lines := strings.Join(commands, "\n") + "\ngetmouselocation\n"
	if _, err := io.WriteString(h.to, lines); err != nil {
		h.t.Fatalf("xdotool has ended: %v", err)
	}
	if !h.ack.Scan() {
		h.t.Fatalf("xdotool ended at %q", commands)
	}
}

// press presses the main key of a binding in the program's own table.
func (h *hands) press(id string) {
	h.t.Helper()
	h.do("key " + chord(keys.For(id).Chords()[0]))
}

// pressLast presses a key that ends the program, and asks nothing after it: the
// window may go away under the question, which xdotool does not survive.
func (h *hands) pressLast(id string) {
	h.t.Helper()
	if _, err := io.WriteString(h.to, "key "+chord(keys.For(id).Chords()[0])+"\n"); err != nil {
		h.t.Fatalf("xdotool has ended: %v", err)
	}
}

// chord is what X calls a key with those that are held.
func chord(c keys.Chord) string {
	var parts []string
	for _, m := range []struct {
		held fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "ctrl"}, {fyne.KeyModifierAlt, "alt"}, {fyne.KeyModifierShift, "shift"}} {
		if c.Mods&m.held != 0 {
			parts = append(parts, m.name)
		}
	}
	return strings.Join(append(parts, keysym(c.Key)), "+")
}

// key presses a key by its X name, such as "Escape" or "ctrl+Return".
func (h *hands) key(name string) {
	h.t.Helper()
	h.do("key " + name)
}

// keysym is what X calls a key.
func keysym(key fyne.KeyName) string {
	switch key {
	case fyne.KeyPageDown:
		return "Next"
	case fyne.KeyPageUp:
		return "Prior"
	case fyne.KeyBackslash:
		return "backslash"
	case fyne.KeySlash:
		return "slash"
	case fyne.KeyComma:
		return "comma"
	case fyne.KeyPeriod:
		return "period"
	case fyne.KeySpace:
		return "space"
	case fyne.KeyLeftBracket:
		return "bracketleft"
	case fyne.KeyRightBracket:
		return "bracketright"
	}
	if len(key) == 1 {
		return strings.ToLower(string(key))
	}
	return string(key)
}

// write types plain text; a line break is the Return key.
func (h *hands) write(text string) {
	h.t.Helper()
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			h.key("Return")
		}
		if line != "" {
			h.do(fmt.Sprintf("type --delay 10 -- %q", line))
		}
	}
}

// drag draws from one place to another with the left button held. It goes in
// steps, as a hand does: a single jump would be no drag to many programs.
func (h *hands) drag(x0, y0, x1, y1 int) {
	h.t.Helper()
	lines := []string{fmt.Sprintf("mousemove %d %d", x0, y0), "mousedown 1"}
	const steps = 8
	for i := 1; i <= steps; i++ {
		lines = append(lines, fmt.Sprintf("mousemove %d %d", x0+(x1-x0)*i/steps, y0+(y1-y0)*i/steps), "sleep 0.01")
	}
	h.do(append(lines, "mouseup 1")...)
}
