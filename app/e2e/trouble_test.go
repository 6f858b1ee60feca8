//go:build linux

package e2e

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talkthrough/app/keys"
)

// nobody is the user to run the program as where the test is run by root, whom
// no folder refuses.
const nobody = 65534

// A folder of attempts that cannot be written is named; what is in it can be
// replayed; once it can be written the mock begins.
func TestUnwritableFolder(t *testing.T) {
	need(t, desktop...)
	d := newDesk(t, nil)
	old := d.plant("2026-11-02-1900-old", oldSession, oldJournal)
	if os.Getuid() == 0 {
		d.give(nobody)
	}
	if err := os.Chmod(d.sessionsFolder(), 0o500); err != nil {
		t.Fatal(err)
	}
	p := d.open("practice", "video-ranking")
	p.screen("setup")
	d.hands.key("ctrl+Return")
	p.says(d.sessionsFolder(), "permission denied")
	d.display.keep("9-unwritable")
	d.checkOld(old)

	if err := os.Chmod(d.sessionsFolder(), 0o700); err != nil {
		t.Fatal(err)
	}
	d.hands.key("Escape")
	d.hands.key("ctrl+Return")
	p.screen("practice")
	d.hands.press(keys.End)
	d.hands.press(keys.End)
	p.await("saved")
	p.screen("review")
	p.predict()
	p.quit()
}

// give makes everything on the desk belong to another user, who runs the
// program from now on.
func (d *desk) give(user int) {
	d.t.Helper()
	err := filepath.WalkDir(d.home, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chown(path, user, user)
	})
	if err != nil {
		d.t.Fatal(err)
	}
	d.user = uint32(user)
}

// says waits for a line on stderr that holds all the words.
func (p *running) says(words ...string) {
	p.t.Helper()
	p.until("it was said on one line: "+strings.Join(words, ", "), func() bool {
		for line := range strings.Lines(p.said()) {
			found := true
			for _, w := range words {
				found = found && strings.Contains(line, w)
			}
			if found {
				return true
			}
		}
		return false
	})
}

// checkOld replays the planted attempt.
func (d *desk) checkOld(dir string) {
	d.t.Helper()
	a := d.run("replay", dir, "--at", "0:10", "--json")
	if a.code != 0 || a.err != "" || !strings.Contains(a.out, oldNotes) || !strings.Contains(a.out, `"shapes": 1`) {
		d.t.Errorf("replay of the planted attempt: exit %d\n%s%s", a.code, a.out, a.err)
	}
}

const brokenPack = `id: toast
title: Design a toaster
domain: Kitchen
promt: A toaster must know when bread is done. Design the model that tells, and how it learns from burnt slices.
`

// What cannot be read is named with its file, and all else can still be used.
func TestBrokenPackAndSession(t *testing.T) {
	need(t, desktop...)
	d := newDesk(t, nil)
	pack := filepath.Join(d.packsFolder(), "toast.yaml")
	put(t, pack, brokenPack)
	good := d.plant("2026-11-02-1900-good", oldSession, oldJournal)
	broken := d.plant("2026-11-03-1900-broken", "format: 1\nlevel: [", oldJournal)
	lines := strings.SplitAfter(oldJournal, "\n")
	garbage := strings.Join(lines[:3], "") + "\x00\xff{{{ no event\n" + strings.Join(lines[3:], "") + `{"at":20001,"do":"no`
	littered := d.plant("2026-11-04-1900-littered", oldSession, garbage)

	d.checkOld(good)
	a := d.run("replay", broken, "--json")
	if a.code != 1 || !strings.Contains(a.err, filepath.Join(broken, "session.yaml")) || strings.Count(a.err, "\n") != 1 {
		t.Errorf("replay of a broken session.yaml: exit %d, said %q", a.code, a.err)
	}
	a = d.run("replay", littered, "--json")
	if a.code != 0 || !strings.Contains(a.err, filepath.Join(littered, "journal.jsonl")+":4") || !strings.Contains(a.err, "torn") {
		t.Errorf("replay of a journal with garbage: exit %d, said %q", a.code, a.err)
	}
	if !strings.Contains(a.out, oldNotes) || !strings.Contains(a.out, `"shapes": 1`) {
		t.Errorf("garbage in the journal took more than itself: %s", a.out)
	}
	states := map[string]string{}
	for _, l := range d.list() {
		states[l.Path] = l.State
	}
	if len(states) != 3 || states[good] != "finished" || states[littered] != "finished" || states[broken] != "damaged" {
		t.Errorf("sessions lists %v", states)
	}

	p := d.open()
	p.screen("today")
	p.says(pack+":4", "prompt")
	p.says(filepath.Join(broken, "session.yaml"))
	d.display.keep("10-broken")
	d.hands.press(keys.NewMock)
	p.screen("setup")
	p.quit()
}
