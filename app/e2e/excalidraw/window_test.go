//go:build linux

package excalidraw

import (
	"bufio"
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"talkthrough/internal/board"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

// The size of the window that both programs get.
const (
	windowWidth  = 1280
	windowHeight = 800
)

// window is the program in a real window, with a board in its interview room.
type window struct {
	t      testing.TB
	cmd    *exec.Cmd
	said   lockedBuffer
	screen []byte // the X server's own pixels, as it changes them
	hands  io.Writer
	ack    *bufio.Scanner
}

// openWindow starts the program and takes up an attempt, cut off before, on
// whose board the scene is.
func openWindow(t testing.TB, scene *board.Scene) *window {
	t.Helper()
	need(t, "Xvfb", "xdotool", "stdbuf")
	home := t.TempDir()
	program := buildProgram(t, home)
	cutOff(t, filepath.Join(home, "talkthrough", "sessions"), scene)
	w := &window{t: t}
	display := w.startScreen(home)
	w.cmd = exec.Command(program)
	w.cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + home, "LANG=en_US.UTF-8", "DISPLAY=" + display,
		"XDG_DATA_HOME=" + home, "XDG_CONFIG_HOME=" + home, "XDG_STATE_HOME=" + home, "XDG_CACHE_HOME=" + home,
		"XDG_RUNTIME_DIR=" + home, "DBUS_SESSION_BUS_ADDRESS=unix:path=" + filepath.Join(home, "no-bus"),
		"PULSE_SERVER=unix:" + filepath.Join(home, "no-pulse"), "ALSA_CONFIG_PATH=" + os.DevNull,
		"JACK_NO_START_SERVER=1", "LIBGL_ALWAYS_SOFTWARE=1",
	}
	w.cmd.Stderr = &w.said
	start(t, w.cmd)
	w.startHands(display)
	w.await("msg=screen name=today")
	w.do("search --sync --onlyvisible --name ^Talkthrough$ windowfocus --sync")
	// Over the other ways to begin and the review of what was saved, to Continue.
	w.do("key Tab", "key Tab", "key Tab", "key Tab", "key Return")
	w.await("msg=screen name=practice")
	w.until("the board shows its boxes", func() bool { _, ok := w.box(); return ok })
	w.settle()
	w.do("key F6") // to the board
	return w
}

func buildProgram(t testing.TB, dir string) string {
	t.Helper()
	path := filepath.Join(dir, "program")
	out, err := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", path, "talkthrough/cmd/talkthrough").CombinedOutput()
	if err != nil {
		t.Fatalf("build the program: %v\n%s", err, out)
	}
	return path
}

// cutOff leaves an attempt with the scene on its board.
func cutOff(t testing.TB, root string, scene *board.Scene) {
	t.Helper()
	m, err := session.StartMock(root, session.Meta{
		Question: question.Question{ID: "video-ranking", Title: "Design a video ranking system", Domain: "Recommendation", Prompt: "Rank the videos."},
		Level:    interview.Senior, Plan: session.PlanMinutes(interview.PlanFor(40)), Started: time.Now(),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	m.Do(session.Drew{Edit: board.Edit{Put: slices.Clone(scene.Elements())}})
	if err := m.Suspend(); err != nil {
		t.Fatal(err)
	}
}

// start starts a program that runs until the test is over.
func start(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
}

// startScreen starts an X server that keeps its pixels in a file, and returns
// its name.
func (w *window) startScreen(dir string) string {
	w.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		w.t.Fatal(err)
	}
	defer read.Close()
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", windowWidth, windowHeight),
		"-fbdir", dir, "-nocursor", "-nolisten", "tcp", "-noreset")
	cmd.ExtraFiles = []*os.File{write}
	start(w.t, cmd)
	write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		w.t.Fatalf("the X server said no display number: %v", err)
	}
	file, err := os.Open(filepath.Join(dir, "Xvfb_screen0"))
	if err != nil {
		w.t.Fatal(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		w.t.Fatal(err)
	}
	all, err := syscall.Mmap(int(file.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { _ = syscall.Munmap(all) })
	w.screen = all[len(all)-4*windowWidth*windowHeight:]
	return ":" + strings.TrimSpace(number)
}

// startHands starts one xdotool that carries out lines as they come.
func (w *window) startHands(display string) {
	w.t.Helper()
	cmd := exec.Command("stdbuf", "-oL", "xdotool", "-")
	cmd.Env = append(os.Environ(), "DISPLAY="+display)
	to, err := cmd.StdinPipe()
	if err != nil {
		w.t.Fatal(err)
	}
	from, err := cmd.StdoutPipe()
	if err != nil {
		w.t.Fatal(err)
	}
	start(w.t, cmd)
	w.hands, w.ack = to, bufio.NewScanner(from)
}

// do carries out xdotool commands and returns when the X server has them.
func (w *window) do(commands ...string) {
	w.t.Helper()
	if _, err := io.WriteString(w.hands, strings.Join(commands, "\n")+"\ngetmouselocation\n"); err != nil {
		w.t.Fatalf("xdotool has ended: %v", err)
	}
	for w.ack.Scan() {
		if strings.HasPrefix(w.ack.Text(), "x:") {
			return
		}
	}
	w.t.Fatalf("xdotool ended at %q", commands)
}

// await waits until the program has said that.
func (w *window) await(what string) {
	w.t.Helper()
	w.until(what, func() bool { return strings.Contains(w.said.String(), what) })
}

func (w *window) until(what string, yes func() bool) {
	w.t.Helper()
	pause := time.NewTicker(time.Millisecond)
	defer pause.Stop()
	for deadline := time.Now().Add(patience); !yes(); <-pause.C {
		if time.Now().After(deadline) {
			w.keep("failed-" + filepath.Base(w.t.Name()))
			w.t.Fatalf("%v passed before %s; the program said:\n%s", patience, what, w.said.String())
		}
	}
}

// keep takes a picture of the screen for people, where they asked for one.
func (w *window) keep(name string) {
	folder := os.Getenv("TALKTHROUGH_SHOTS")
	if folder == "" {
		return
	}
	img := image.NewRGBA(image.Rect(0, 0, windowWidth, windowHeight))
	for i := 0; i < len(img.Pix); i += 4 {
		blue, green, red := w.screen[i], w.screen[i+1], w.screen[i+2]
		copy(img.Pix[i:], []byte{red, green, blue, 255})
	}
	var out bytes.Buffer
	err := png.Encode(&out, img)
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, name+".png"), out.Bytes(), 0o600)
	}
	if err != nil {
		w.t.Error(err)
	}
}

// seen is the part of the screen that is watched: of the board, clear of its bars.
var seen = image.Rect(520, 200, 1000, 700)

// sight is what every second row of that part showed at one time. Looking takes
// no memory and next to no time: the program needs both cores.
type sight []byte

// line is a row of what is seen now.
func (w *window) line(y int) []byte {
	return w.screen[4*(y*windowWidth+seen.Min.X) : 4*(y*windowWidth+seen.Max.X)]
}

// see takes up what is there now.
func (s *sight) see(w *window) {
	*s = (*s)[:0]
	for y := seen.Min.Y; y < seen.Max.Y; y += 2 {
		*s = append(*s, w.line(y)...)
	}
}

// holds reports whether that is still there.
func (s sight) holds(w *window) bool {
	for y := seen.Min.Y; y < seen.Max.Y; y += 2 {
		n := 4 * seen.Dx()
		if !bytes.Equal(s[:n], w.line(y)) {
			return false
		}
		s = s[n:]
	}
	return true
}

// settle waits until the board has stayed the same for a while.
func (w *window) settle() {
	w.t.Helper()
	const calm = 400 * time.Millisecond
	var last sight
	last.see(w)
	since := time.Now()
	w.until("the board stayed the same", func() bool {
		if !last.holds(w) {
			last.see(w)
			since = time.Now()
		}
		return time.Since(since) > calm
	})
}
