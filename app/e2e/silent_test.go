//go:build linux

package e2e

import (
	"image"
	"os"
	"path/filepath"
	"testing"
	"time"

	"talkthrough/app/keys"
)

// Without any sound server or device the mock runs, is saved and replays.
func TestNoMicrophone(t *testing.T) {
	need(t, desktop...)
	d := newDesk(t, nil)
	p := d.open("practice", "video-ranking", "--level", "senior", "--minutes", "40")
	p.screen("setup")
	d.display.keep("7-setup-silent")
	d.hands.key("ctrl+Return")
	p.screen("practice")
	p.until("an attempt has its folder", func() bool { return len(d.attempts()) == 1 })
	dir := d.attempts()[0]
	until := func(what string, yes func(journal) bool) {
		t.Helper()
		p.until(what, func() bool { return yes(readJournal(t, dir)) })
	}
	until("the journal says that there is no sound", func(j journal) bool {
		said := j.all("sound")
		return len(said) == 1 && said[0].State == "off" && said[0].Why != ""
	})
	d.display.keep("8-practice-silent")
	d.hands.press(keys.FocusNotes)
	d.hands.write("no microphone here")
	until("the notes are in the journal", func(j journal) bool { return j.notes() == "no microphone here" })
	d.hands.press(keys.FocusBoard)
	d.hands.press(keys.Ellipse)
	d.hands.drag(450, 300, 650, 420)
	until("the ellipse is in the journal", func(j journal) bool { return len(j.drawn("ellipse")) == 1 })
	d.hands.press(keys.NextPhase)
	p.lengthen(dir)
	d.hands.press(keys.End)
	d.hands.press(keys.End)
	p.await("saved", "dir", dir)
	p.screen("review")
	p.predict()
	p.rests()
	d.watchReplay(p)
	p.quit()

	if n := len(readJournal(t, dir).all("sound")); n != 1 {
		t.Errorf("the missing microphone was said %d times, want once", n)
	}
	if _, err := os.Stat(filepath.Join(dir, "take-1.flac")); !os.IsNotExist(err) {
		t.Errorf("there is a take without a microphone: %v", err)
	}
	end := d.replay(1 << 20)
	if string(end.Shapes) != "1" || end.Notes != "no microphone here" {
		t.Errorf("at the end there are %s shapes and the notes %q", end.Shapes, end.Notes)
	}
	if list := d.list(); len(list) != 1 || list[0].State != "finished" || list[0].Takes != 0 || list[0].Level != "senior" {
		t.Errorf("sessions lists %+v", list)
	}
}

// lengthen goes on with the interview until a replay takes long enough for the
// playhead to be seen moving.
func (p *running) lengthen(dir string) {
	p.t.Helper()
	const enough = 5000 // ms
	marks := journal(nil)
	rest := time.NewTicker(250 * time.Millisecond)
	defer rest.Stop()
	for len(marks) == 0 || marks[len(marks)-1].At < enough {
		<-rest.C
		p.d.hands.press(keys.MarkGood)
		p.until("the mark is in the journal", func() bool {
			before := len(marks)
			marks = readJournal(p.t, dir).all("mark")
			return len(marks) > before
		})
	}
}

// watchReplay plays and waits until the lower part of the screen, where the
// playhead runs, has changed several times.
func (d *desk) watchReplay(p *running) {
	d.t.Helper()
	lower := image.Rect(0, screenHeight*2/3, screenWidth, screenHeight)
	last := d.display.look()
	d.hands.press(keys.PlayPause)
	changes := 0
	p.until("the playhead moves", func() bool {
		now := d.display.look()
		if differ(last, now, lower) {
			changes++
		}
		last = now
		return changes >= 3
	})
}

// differ reports whether two pictures differ within a rectangle.
func differ(a, b *image.RGBA, r image.Rectangle) bool {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				return true
			}
		}
	}
	return false
}
