//go:build linux

package e2e

import (
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"talkthrough/app/keys"
	"talkthrough/internal/sound/soundtest"
)

// leftover is the room in bytes on the disk when the recording meets its end:
// a few seconds of sound.
const leftover = 96 << 10

// A disk that fills up stops the recording and says so; what was recorded is
// kept, and when there is room again nothing of the notes is missing.
func TestFullDisk(t *testing.T) {
	need(t, desktop...)
	need(t, audio...)
	d := newDesk(t, nil)
	if !d.mountSmall() {
		return
	}
	server := soundtest.Start(t)
	d.sound = server.Env()
	feed(t, server.Env(), murmur(90, rand.New(rand.NewPCG(7, 7))))
	p := d.open("practice", "video-ranking")
	p.screen("setup")
	d.hands.key("ctrl+Return")
	p.screen("practice")
	// One anchor at the beginning and one a second: there is more to lose than
	// the test asks for in the end.
	p.until("the recording runs", func() bool {
		return len(d.attempts()) == 1 && len(readJournal(t, d.attempts()[0]).all("anchor")) > 4
	})
	dir := d.attempts()[0]
	ballast := d.fillUp()
	p.says("the disk is nearly full")
	d.display.keep("11-full-disk")

	d.hands.press(keys.FocusNotes)
	const late = "written on a full disk"
	d.hands.write(late)
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	p.until("the notes reach the journal", func() bool { return strings.Contains(readJournal(t, dir).notes(), late) })
	d.hands.press(keys.End)
	d.hands.press(keys.End)
	p.await("saved", "dir", dir)
	p.screen("review")
	p.skip("the disk was full")
	p.quit()

	if take := decode(t, filepath.Join(dir, "take-1.flac")); len(take) < 2*voiceRate {
		t.Errorf("the take holds only %v", duration(len(take)))
	}
	if end := d.replay(1 << 20); end.Notes != late {
		t.Errorf("the notes are %q, want %q", end.Notes, late)
	}
	var failed bool
	for _, e := range readJournal(t, dir).all("sound") {
		failed = failed || e.State == "failed" && strings.Contains(e.Why, "the disk is nearly full")
	}
	if !failed {
		t.Error("the journal does not say why the recording stopped")
	}
}

// mountSmall puts the data folder on a disk of 2 MB. It reports false, and
// says so, where the test may not mount: there the tests of internal/journal
// and internal/recording, with a writer that fails, stand alone.
func (d *desk) mountSmall() bool {
	d.t.Helper()
	folder := d.path("data")
	err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=2m,mode=0700")
	if err != nil {
		d.t.Logf("a small disk cannot be mounted here (%v): full disks are tested with failing writers in internal/journal and internal/recording", err)
		return false
	}
	d.t.Cleanup(func() {
		if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
			d.t.Errorf("unmount %s: %v", folder, err)
		}
	})
	return true
}

// fillUp writes a file that leaves little room on the disk, and returns its
// path.
func (d *desk) fillUp() string {
	d.t.Helper()
	path := d.path("data", "ballast")
	file, err := os.Create(path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer file.Close()
	n, err := io.Copy(file, zeros{})
	if !errors.Is(err, syscall.ENOSPC) || n < leftover {
		d.t.Fatalf("after %d bytes: %v", n, err)
	}
	if err := file.Truncate(n - leftover); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// zeros never end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}
