//go:build linux

package e2e

import (
	"bufio"
	"bytes"
	"context"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The size of the screen, which the program's window fills.
const (
	screenWidth  = 1280
	screenHeight = 800
)

// display is an X server of its own with nothing else on it.
type display struct {
	t    testing.TB
	name string // as DISPLAY wants it
}

// newDisplay starts an X server and waits until it takes clients.
func newDisplay(t testing.TB) *display {
	t.Helper()
	need(t, desktop...)
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	// Access control is off because one test runs the program as another user.
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-ac", "-nolisten", "tcp", "-noreset")
	cmd.ExtraFiles = []*os.File{write}
	startServer(t, cmd)
	write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("the X server said no display number: %v", err)
	}
	return &display{t: t, name: ":" + strings.TrimSpace(number)}
}

// startServer starts a program that runs until the test is over.
func startServer(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	dieWithParent(cmd)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
}

func (d *display) command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+d.name)
	dieWithParent(cmd)
	return cmd
}

// look takes a picture of the screen as it is.
func (d *display) look() *image.RGBA {
	d.t.Helper()
	path := filepath.Join(d.t.TempDir(), "screen.png")
	if out, err := d.command(d.t.Context(), "import", "-window", "root", path).CombinedOutput(); err != nil {
		d.t.Fatalf("take a picture of the screen: %v\n%s", err, out)
	}
	return readPNG(d.t, path)
}

// keep takes a picture of the screen for people, where they asked for one.
func (d *display) keep(name string) {
	d.t.Helper()
	folder := os.Getenv("TALKTHROUGH_SHOTS")
	if folder == "" {
		return
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		d.t.Error(err)
		return
	}
	path := filepath.Join(folder, name+".png")
	// The program says that a screen is shown before it is painted, so the
	// picture is taken until it stays the same; a running clock never does.
	var last *image.RGBA
	for range 8 {
		if out, err := d.command(context.Background(), "import", "-window", "root", path).CombinedOutput(); err != nil {
			d.t.Errorf("keep a picture of the screen: %v\n%s", err, out)
			return
		}
		now := readPNG(d.t, path)
		if last != nil && bytes.Equal(last.Pix, now.Pix) {
			return
		}
		last = now
	}
}

func readPNG(t testing.TB, path string) *image.RGBA {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	img, err := png.Decode(file)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	out := image.NewRGBA(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Src)
	return out
}
