package library

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talkthrough/internal/session"
)

// finished plants an attempt that ended, as its session.yaml says.
func finished(t *testing.T, dir, name string, started time.Time) string {
	t.Helper()
	folder := filepath.Join(dir, name)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	meta := testMeta("planted", started)
	meta.Ended, meta.Length = started.Add(40*time.Minute), 2400
	if err := meta.Save(folder); err != nil {
		t.Fatal(err)
	}
	return folder
}

func list(t *testing.T, dir string) []Entry {
	t.Helper()
	entries, err := Library{dir}.List()
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

func TestStatesOfTroubledAttempts(t *testing.T) {
	for name, c := range map[string]struct {
		change  func(t *testing.T, dir string)
		state   State
		problem string // a file that it names
	}{
		"as a kill leaves it":   {func(*testing.T, string) {}, CutOff, ""},
		"killed while it began": {func(t *testing.T, dir string) { remove(t, dir, "journal.jsonl") }, Damaged, "journal.jsonl"},
		"no session.yaml":       {func(t *testing.T, dir string) { remove(t, dir, "session.yaml") }, Damaged, "session.yaml"},
		"a newer format": {func(t *testing.T, dir string) {
			write(t, dir, "session.yaml", "format: 9\n")
		}, Damaged, "session.yaml"},
		"killed before session.yaml had the end": {func(t *testing.T, dir string) {
			add(t, dir, `{"at":61000,"do":"end"}`+"\n")
		}, Finished, ""},
		"rubbish in the journal": {func(t *testing.T, dir string) {
			add(t, dir, "rubbish\n{\"at\":61000,\"do\":\"mark\",\"kind\":\"good\"}\n{\"at\":7")
		}, CutOff, ""},
		"a journal that is a folder": {func(t *testing.T, dir string) {
			remove(t, dir, "journal.jsonl")
			os.Mkdir(filepath.Join(dir, "journal.jsonl"), 0o700)
		}, Damaged, "journal.jsonl"},
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			m := start(t, root, "troubled", day(2))
			if err := m.Suspend(); err != nil {
				t.Fatal(err)
			}
			write(t, m.Dir, "take-1.flac", "")
			write(t, m.Dir, "take-2.flac", "")
			write(t, m.Dir, "take-2.peaks", "")
			write(t, m.Dir, "take-of-my-band.flac", "")
			c.change(t, m.Dir)
			e := list(t, root)[0]
			if e.State != c.state || (e.Problem != nil) != (c.state == Damaged) {
				t.Errorf("state %q (%v), want %q", e.State, e.Problem, c.state)
			}
			if e.Problem != nil && !strings.Contains(e.Problem.Error(), filepath.Join(m.Dir, c.problem)) {
				t.Errorf("the problem %q does not name %s", e.Problem, c.problem)
			}
			if e.Takes != 2 {
				t.Errorf("%d takes, want 2", e.Takes)
			}
			if e.ID != filepath.Base(m.Dir) || e.Started.Format(time.DateOnly) != "2026-11-02" {
				t.Errorf("id %s, started %v", e.ID, e.Started)
			}
			if strings.Contains(name, "rubbish") || c.state == Finished {
				if e.Length != 61*time.Second {
					t.Errorf("length %v, want 61 s as the journal's last event says", e.Length)
				}
			}
		})
	}
}

func remove(t *testing.T, dir, name string) {
	t.Helper()
	if err := os.Remove(filepath.Join(dir, name)); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, dir, name, data string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
}

// add puts lines into the journal behind its start.
func add(t *testing.T, dir, lines string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "journal.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	resumed := `{"at":0,"do":"start"}` + "\n"
	if !strings.HasPrefix(string(data), resumed) {
		t.Fatalf("a journal that begins with %s", data)
	}
	write(t, dir, "journal.jsonl", resumed+lines)
}

func TestTheLatestComesFirstWhateverItsState(t *testing.T) {
	root := t.TempDir()
	finished(t, root, "a", day(3))
	finished(t, root, "z", day(1))
	finished(t, root, "b-same-time", day(2))
	finished(t, root, "c-same-time", day(2))
	os.Mkdir(filepath.Join(root, "2026-11-04-0900-broken-x"), 0o700)
	os.Mkdir(filepath.Join(root, ".trash"), 0o700)
	write(t, root, "notes of mine.txt", "no attempt")
	var got []string
	for _, e := range list(t, root) {
		got = append(got, filepath.Base(e.Dir))
	}
	if want := "2026-11-04-0900-broken-x a c-same-time b-same-time z"; strings.Join(got, " ") != want {
		t.Errorf("order %v, want %s", got, want)
	}
}

func TestFindTakesIDBeginningPathAndLast(t *testing.T) {
	root := t.TempDir()
	a, b := finished(t, root, "2026-11-01-alpha", day(1)), finished(t, root, "2026-11-02-beta", day(2))
	os.Mkdir(filepath.Join(root, "a folder of mine"), 0o700)
	elsewhere := finished(t, t.TempDir(), "2026-11-01-alpha", day(5))
	lib := Library{root}
	t.Chdir(filepath.Dir(elsewhere))
	for name, want := range map[string]string{
		"2026-11-01-alpha": a, "2026-11-01": a, "2026-11-02-b": b, "last": b,
		b: b, b + "/": b, elsewhere: elsewhere, "./2026-11-01-alpha": elsewhere,
	} {
		if e, err := lib.Find(name); err != nil || e.Dir != want || e.State != Finished {
			t.Errorf("%q found %s, %s (%v), want %s", name, e.Dir, e.State, err, want)
		}
	}
	for name, words := range map[string][]string{
		"2026":                 {"2026-11-01-alpha", "2026-11-02-beta", "2 attempts"},
		"nothing":              {"nothing", root, "talkthrough sessions"},
		"":                     {"without a name"},
		"./nothing":            {"./nothing", "no such file"},
		a + "/session.yaml":    {"session.yaml", "expected the folder"},
		"2026-11-01-alphabeta": {"no attempt is called"},
	} {
		_, err := lib.Find(name)
		for _, word := range words {
			if err == nil || !strings.Contains(err.Error(), word) {
				t.Errorf("%q says %v, want %q in it", name, err, word)
			}
		}
	}
	// A folder without a session.yaml is found by its path, with its problem.
	if e, err := lib.Find(root + "/a folder of mine"); err != nil || e.State != Damaged || e.Problem == nil {
		t.Errorf("a strange folder: %s, %v, %v", e.State, e.Problem, err)
	}
}

func TestAnAmbiguousNameListsNotTooMany(t *testing.T) {
	root := t.TempDir()
	for i := range 9 {
		finished(t, root, fmt.Sprintf("same-%d", i), day(1+i))
	}
	_, err := Library{root}.Find("same")
	if err == nil || !strings.Contains(err.Error(), "9 attempts") || !strings.Contains(err.Error(), "same-8") || !strings.Contains(err.Error(), "4 more") {
		t.Errorf("got %v", err)
	}
}

// Of finished attempts only session.yaml is read: years of them list at once,
// and none fails because of its journal.
func TestManyFinishedAttemptsListQuickly(t *testing.T) {
	root := t.TempDir()
	const many = 300
	for i := range many {
		dir := finished(t, root, fmt.Sprintf("attempt-%03d", i), day(1).Add(time.Duration(i)*time.Hour))
		// Were it read, it would be damaged.
		if err := os.Mkdir(session.Folder{Dir: dir}.Journal(), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	begun := time.Now()
	entries := list(t, root)
	took := time.Since(begun)
	t.Logf("%d attempts listed in %v", len(entries), took)
	if took > 2*time.Second {
		t.Errorf("listing %d attempts took %v", many, took)
	}
	for i, e := range entries {
		if want := fmt.Sprintf("attempt-%03d", many-1-i); e.State != Finished || e.ID != want || e.Length != 40*time.Minute {
			t.Fatalf("entry %d is %s, %s, %v, want %s", i, e.ID, e.State, e.Length, want)
		}
	}
}

func TestAFolderWithBracketsInItsName(t *testing.T) {
	root := filepath.Join(t.TempDir(), "[my] attempts")
	dir := finished(t, root, "one", day(1))
	write(t, dir, "take-1.flac", "")
	if entries := list(t, root); len(entries) != 1 || entries[0].Takes != 1 {
		t.Errorf("got %+v", entries)
	}
}
