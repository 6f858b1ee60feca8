package question

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watched watches a folder and returns the banks that are told of.
func watched(t *testing.T, dir string) <-chan Bank {
	t.Helper()
	banks := make(chan Bank, 100)
	w, err := Watch(builtInPacks(), dir, func(b Bank) { banks <- b })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return banks
}

// wait waits until a bank is as wanted, and returns it.
func wait(t *testing.T, banks <-chan Bank, what string, wanted func(Bank) bool) Bank {
	t.Helper()
	deadline := time.After(20 * time.Second)
	var last Bank
	for {
		select {
		case last = <-banks:
			if wanted(last) {
				return last
			}
		case <-deadline:
			t.Fatalf("%s: not told of; the last bank has %s and %v", what, ids(last.Questions), last.Problems)
		}
	}
}

func has(id string) func(Bank) bool {
	return func(b Bank) bool {
		_, found := b.Find(id)
		return found && len(b.Problems) == 0
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestWatchTellsOfEveryWayToSave(t *testing.T) {
	dir := t.TempDir()
	banks := watched(t, dir)
	mine := filepath.Join(dir, "mine.yaml")

	write(t, mine, packText("fridge", "Design a fridge"))
	wait(t, banks, "a new pack", has("fridge"))

	write(t, mine, packText("freezer", "Design a freezer"))
	wait(t, banks, "a pack written anew", has("freezer"))

	write(t, filepath.Join(dir, ".mine.yaml.swp"), packText("mixer", "Design a mixer"))
	if err := os.Rename(filepath.Join(dir, ".mine.yaml.swp"), mine); err != nil {
		t.Fatal(err)
	}
	wait(t, banks, "a pack replaced by another file", has("mixer"))

	write(t, mine, packText("blender", "Design a blender"))
	wait(t, banks, "a pack written after it was replaced", has("blender"))

	if err := os.Rename(mine, filepath.Join(dir, "mine.txt")); err != nil {
		t.Fatal(err)
	}
	wait(t, banks, "a pack renamed away", func(b Bank) bool { return ids(b.Questions) == "kettle oven" })
}

func TestWatchTellsOfABrokenPackAndItsRepair(t *testing.T) {
	dir := t.TempDir()
	banks := watched(t, dir)
	mine := filepath.Join(dir, "mine.yaml")
	write(t, mine, "id: fridge\n")
	b := wait(t, banks, "a broken pack", func(b Bank) bool { return len(b.Problems) == 3 })
	if b.Problems[0].File != mine {
		t.Errorf("problem is %v", b.Problems[0])
	}
	write(t, mine, packText("kettle", "Design my kettle"))
	b = wait(t, banks, "its repair", func(b Bank) bool { return len(b.Problems) == 0 })
	if q, _ := b.Find("kettle"); q.Title != "Design my kettle" {
		t.Errorf("the built-in question was not overridden but is %q", q.Title)
	}
}

func TestWatchFollowsFolders(t *testing.T) {
	home := t.TempDir()
	dir := filepath.Join(home, "talkthrough", "questions")
	banks := watched(t, dir)
	if err := os.MkdirAll(filepath.Join(dir, "work"), 0o700); err != nil {
		t.Fatal(err)
	}
	wait(t, banks, "the folder itself", func(b Bank) bool { return true })
	write(t, filepath.Join(dir, "one.yaml"), packText("fridge", "Design a fridge"))
	wait(t, banks, "a pack in the new folder", has("fridge"))
	write(t, filepath.Join(dir, "work", "two.yaml"), packText("mixer", "Design a mixer"))
	wait(t, banks, "a pack in a folder inside", has("mixer"))
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	wait(t, banks, "the folder gone", func(b Bank) bool { return ids(b.Questions) == "kettle oven" })
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "three.yaml"), packText("toaster", "Design a toaster"))
	wait(t, banks, "a pack after the folder came back", has("toaster"))
}

func TestWatchDoesNotMindTheNeighbours(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "talkthrough", "questions")
	w := &Watcher{dir: dir}
	cases := map[string]bool{
		filepath.Join(dir, "mine.yaml"):         true,
		filepath.Join(dir, "work", "mine.yaml"): true,
		dir:                                     true,
		filepath.Dir(dir):                       true,
		filepath.Join(filepath.Dir(dir), "settings.yaml"):    false,
		filepath.Join(filepath.Dir(dir), "questions.backup"): false,
	}
	for name, want := range cases {
		if got := w.matters(fsnotify.Event{Name: name, Op: fsnotify.Write}); got != want {
			t.Errorf("a change of %s matters: %v", name, got)
		}
	}
	if w.matters(fsnotify.Event{Name: dir, Op: fsnotify.Chmod}) {
		t.Error("other permissions matter")
	}
}

func TestWatchIsSilentOnceClosed(t *testing.T) {
	dir := t.TempDir()
	closed := false
	w, err := Watch(builtInPacks(), dir, func(Bank) {
		if closed { // Close waits for a call, so this needs no lock
			t.Error("told of a change after the end")
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "mine.yaml"), packText("fridge", "Design a fridge"))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	closed = true
	write(t, filepath.Join(dir, "mine.yaml"), packText("mixer", "Design a mixer"))
}
