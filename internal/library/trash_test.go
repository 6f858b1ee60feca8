package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talkthrough/internal/session"
)

// contents is every file below a folder with what is in it; the index is left
// out.
func contents(t testing.TB, root string) map[string]string {
	t.Helper()
	out := map[string]string{}
	must(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		name, _ := filepath.Rel(root, path)
		switch {
		case err != nil || name == ".":
			return err
		case d.IsDir():
			out[name] = "a folder"
			return nil
		}
		data, err := os.ReadFile(path)
		out[name] = string(data)
		return err
	}))
	delete(out, ".index")
	delete(out, ".trash")
	return out
}

// Whatever is thrown away, in whatever order, comes back as it was.
func TestWhatWasTrashedComesBackAsItWas(t *testing.T) {
	base := t.TempDir()
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		root := filepath.Join(base, string(rune('a'+n%26))+strings.Repeat("x", n/26))
		must(t, os.MkdirAll(root, 0o700))
		plantSome(t, root)
		must(t, os.WriteFile(filepath.Join(root, "b", "session.yaml"), []byte("no"), 0o600))
		must(t, os.Mkdir(filepath.Join(root, "empty"), 0o700))
		lib := Library{root}
		before := contents(t, root)
		order := rapid.Permutation([]string{"a", "b", "c", "d", "empty"}).Draw(rt, "order")
		chosen := order[:rapid.IntRange(1, 5).Draw(rt, "how many")]
		for _, name := range chosen {
			if _, err := lib.Trash(filepath.Join(root, name)); err != nil {
				rt.Fatal(err)
			}
		}
		for _, e := range list(t, root) {
			for _, name := range chosen {
				if filepath.Base(e.Dir) == name {
					rt.Fatalf("%s is still listed", name)
				}
			}
		}
		in, err := lib.Trashed()
		if err != nil || len(in) != len(chosen) || filepath.Base(in[0].Dir) != chosen[len(chosen)-1] {
			rt.Fatalf("the trash has %d (%v), want %d", len(in), err, len(chosen))
		}
		for _, i := range rapid.Permutation([]int{0, 1, 2, 3, 4}).Draw(rt, "back") {
			if i >= len(in) {
				continue
			}
			dir, err := lib.Restore(in[i])
			if err != nil || dir != filepath.Join(root, filepath.Base(in[i].Dir)) {
				rt.Fatalf("restored to %s (%v)", dir, err)
			}
		}
		if diff := cmp.Diff(before, contents(t, root)); diff != "" {
			rt.Fatalf("(-before +after)\n%s", diff)
		}
		must(t, os.RemoveAll(root))
	})
}

func TestRestoringNeverOverwrites(t *testing.T) {
	root := t.TempDir()
	lib := Library{root}
	dir := plantAttempt(t, root, attempt{name: "a", question: "one", started: day(1), length: 1e9})
	thrown, err := lib.Trash(dir)
	must(t, err)
	plantAttempt(t, root, attempt{name: "a", question: "two", started: day(2), length: 1e9})
	must(t, os.Mkdir(filepath.Join(root, "a-2"), 0o700)) // an empty folder would be replaced by a careless rename
	must(t, os.WriteFile(filepath.Join(root, "a-3"), []byte("a file of mine"), 0o600))
	back, err := lib.Restore(thrown)
	if err != nil || back != filepath.Join(root, "a-4") {
		t.Fatalf("restored to %s, %v", back, err)
	}
	e, err := lib.Find("a-4")
	if err != nil || e.Question.ID != "one" {
		t.Errorf("it is %s, %v", e.Question.ID, err)
	}
	if e, err := lib.Find("a"); err != nil || e.Question.ID != "two" {
		t.Errorf("what was there is %s, %v", e.Question.ID, err)
	}
	if in, err := lib.Trashed(); err != nil || len(in) != 0 {
		t.Errorf("still in the trash: %v, %v", in, err)
	}
	if left, _ := os.ReadDir(filepath.Join(root, ".trash")); len(left) != 0 {
		t.Errorf("left in the trash: %v", left)
	}
	if _, err := lib.Restore(thrown); err == nil || !strings.Contains(err.Error(), thrown.Dir) {
		t.Errorf("restored twice: %v", err)
	}
}

func TestARunningAttemptIsNotTrashed(t *testing.T) {
	root := t.TempDir()
	m := start(t, root, "running", day(1))
	if _, err := (Library{root}).Trash(m.Dir); !errors.Is(err, session.ErrInUse) {
		t.Errorf("it said %v", err)
	}
	if _, err := os.Stat(m.Dir); err != nil {
		t.Error(err)
	}
	must(t, m.End())
	if _, err := (Library{root}).Trash(m.Dir); err != nil {
		t.Errorf("ended: %v", err)
	}
}

func TestOnlyAttemptsAreTrashed(t *testing.T) {
	root, elsewhere := t.TempDir(), t.TempDir()
	must(t, os.MkdirAll(filepath.Join(root, "a", "export"), 0o700))
	must(t, os.Mkdir(filepath.Join(root, ".trash"), 0o700))
	for _, dir := range []string{root, elsewhere, filepath.Join(root, "a", "export"), filepath.Join(root, ".trash"), filepath.Join(root, "a", ".."), filepath.Join(root, "none")} {
		if _, err := (Library{root}).Trash(dir); err == nil || !strings.Contains(err.Error(), filepath.Clean(dir)) {
			t.Errorf("%s: %v", dir, err)
		}
	}
}

func TestTheTrashIsEmptiedForGood(t *testing.T) {
	root := t.TempDir()
	plantSome(t, root)
	lib := Library{root}
	must(t, os.MkdirAll(filepath.Join(root, ".trash", "of mine"), 0o700))
	for _, name := range []string{"a", "b", "c"} {
		_, err := lib.Trash(filepath.Join(root, name))
		must(t, err)
	}
	in, err := lib.Trashed()
	must(t, err)
	if in[0].Title() != "Design" || in[0].Kind() != Import || in[0].Since.IsZero() || in[2].Title() != "My best" {
		t.Errorf("the trash lists %+v", in)
	}
	must(t, lib.Discard(in[0]))
	if in, _ := lib.Trashed(); len(in) != 2 {
		t.Errorf("%d are left of 3 less one", len(in))
	}
	must(t, lib.EmptyTrash())
	if in, err := lib.Trashed(); err != nil || len(in) != 0 {
		t.Errorf("left: %v, %v", in, err)
	}
	if _, err := os.Stat(filepath.Join(root, ".trash", "of mine")); err != nil {
		t.Error("a folder of the user's was deleted with it")
	}
	if e := list(t, root); len(e) != 1 {
		t.Errorf("%d attempts are left, want the one that was not thrown away", len(e))
	}
	if err := lib.Discard(Trashed{Entry: list(t, root)[0], slot: root}); err == nil {
		t.Error("what is not in the trash was deleted")
	}
	if err := (Library{filepath.Join(root, "none")}).EmptyTrash(); err != nil {
		t.Errorf("no trash at all: %v", err)
	}
}
