//go:build linux

package e2e

import (
	"context"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"

	"talkthrough/app/keys"
)

// running is the program with its window.
type running struct {
	t       testing.TB
	d       *desk
	cmd     *exec.Cmd
	ended   chan struct{}
	mu      sync.Mutex
	partial string
	lines   []string
	read    int // lines that said has gone past
}

// open starts the program under test with its window and gives it the
// keyboard.
func (d *desk) open(args ...string) *running {
	d.t.Helper()
	return d.openBy(nil, args...)
}

// openBy is open with another program, such as strace, in front.
func (d *desk) openBy(front []string, args ...string) *running {
	d.t.Helper()
	if d.display == nil {
		d.display = newDisplay(d.t)
		d.hands = newHands(d.display)
	}
	line := append(append(front[:len(front):len(front)], program(d.t)), args...)
	cmd := exec.Command(line[0], line[1:]...)
	cmd.Env = append(d.environ(), "DISPLAY="+d.display.name)
	d.as(cmd)
	p := &running{t: d.t, d: d, cmd: cmd, ended: make(chan struct{})}
	cmd.Stderr = p
	dieWithParent(cmd)
	cmd.SysProcAttr.Setpgid = true // so that kill reaches the program behind front too
	if err := cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	go func() {
		_ = cmd.Wait() // how it ends is looked at where it matters
		close(p.ended)
	}()
	d.t.Cleanup(func() { p.kill() })
	p.focus()
	return p
}

// as makes a command run as the desk's user.
func (d *desk) as(cmd *exec.Cmd) {
	if d.user != 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: d.user, Gid: d.user}}
	}
}

// focus waits for the window and gives it the keyboard; there is no window
// manager that would.
func (p *running) focus() {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.t.Context(), patience)
	defer cancel()
	out, err := p.d.display.command(ctx, "xdotool", "search", "--sync", "--onlyvisible", "--name", "^Talkthrough$").Output()
	id, _, _ := strings.Cut(string(out), "\n")
	if err != nil || id == "" {
		p.t.Fatalf("no window called Talkthrough came: %v\n%s", err, p.said())
	}
	p.d.hands.do("windowfocus --sync " + id)
}

// Write takes what the program says on stderr.
func (p *running) Write(data []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	lines := strings.Split(p.partial+string(data), "\n")
	p.partial = lines[len(lines)-1]
	p.lines = append(p.lines, lines[:len(lines)-1]...)
	return len(data), nil
}

// said is all that the program has said.
func (p *running) said() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return "the program said:\n" + strings.Join(append(p.lines, p.partial), "\n")
}

// next looks for a line with that message and those values (key, value, …)
// after the last one found.
func (p *running) next(message string, values ...string) map[string]string {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := p.read; i < len(p.lines); i++ {
		line := parseLine(p.lines[i])
		found := line["msg"] == message
		for k := 0; k+1 < len(values); k += 2 {
			found = found && line[values[k]] == values[k+1]
		}
		if found {
			p.read = i + 1
			return line
		}
	}
	return nil
}

// await waits until the program has said that; see next. It fails the test at
// once when the program has ended without saying it.
func (p *running) await(message string, values ...string) map[string]string {
	p.t.Helper()
	var line map[string]string
	p.until("msg="+message+" "+strings.Join(values, " "), func() bool {
		line = p.next(message, values...)
		return line != nil
	})
	return line
}

// until waits for a state that the program is to bring about.
func (p *running) until(what string, yes func() bool) {
	p.t.Helper()
	await(p.t, what, func() bool {
		if yes() {
			return true
		}
		select {
		case <-p.ended:
			if yes() {
				return true
			}
			p.t.Fatalf("the program ended before %s: %v\n%s", what, p.cmd.ProcessState, p.said())
		default:
		}
		return false
	}, func() string {
		p.d.display.keep("failed-" + strings.ReplaceAll(p.t.Name(), "/", "-"))
		return p.said()
	})
}

// screen waits until the program shows the screen of that name, and keeps a
// picture of it.
func (p *running) screen(name string) {
	p.t.Helper()
	p.await("screen", "name", name)
}

// troubles are what a program must never say.
var troubles = regexp.MustCompile(`(?m)^(panic:.*|fatal error:.*|.*Error in Fyne call thread.*)`)

// quit ends the program as a user does and checks that it went well.
func (p *running) quit() {
	p.t.Helper()
	p.d.hands.pressLast(keys.Quit)
	p.until("the program ended", func() bool {
		select {
		case <-p.ended:
			return true
		default:
			return false
		}
	})
	if code := p.cmd.ProcessState.ExitCode(); code != 0 {
		p.t.Errorf("the program ended with %v\n%s", p.cmd.ProcessState, p.said())
	}
	if found := troubles.FindString(p.said()); found != "" {
		p.t.Errorf("%q\n%s", found, p.said())
	}
}

// kill ends the program at once, as a crash would, and waits for that.
func (p *running) kill() {
	select {
	case <-p.ended:
	default:
		_ = syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL)
		<-p.ended
	}
}

// pid is the program's number in /proc.
func (p *running) pid() string { return strconv.Itoa(p.cmd.Process.Pid) }
