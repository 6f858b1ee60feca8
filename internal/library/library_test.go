package library

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

func start(t *testing.T, dir, id string, started time.Time) *session.Mock {
	t.Helper()
	m, err := session.StartMock(dir, testMeta(id, started), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.End() })
	return m
}

func testMeta(id string, started time.Time) session.Meta {
	return session.Meta{
		Format:   1,
		Question: question.Question{ID: id, Title: "Design " + id, Domain: "Test", Prompt: "Design something that ranks things for people."},
		Level:    interview.Senior, Plan: session.PlanMinutes(interview.PlanFor(40)), Started: started, App: "test",
	}
}

func day(n int) time.Time { return time.Date(2026, 11, n, 14, 5, 0, 0, time.UTC) }

func TestListTellsEveryStateTheLatestFirst(t *testing.T) {
	dir := t.TempDir()
	finished := start(t, dir, "finished", day(1))
	if err := finished.End(); err != nil {
		t.Fatal(err)
	}
	start(t, dir, "running", day(3))
	cut := start(t, dir, "cut", day(2))
	cut.Sync()
	// What a kill leaves behind: the same files, and no lock on them.
	copied := filepath.Join(dir, "2026-11-02-1405-copied")
	if err := os.CopyFS(copied, os.DirFS(cut.Dir)); err != nil {
		t.Fatal(err)
	}
	cut.End()
	os.RemoveAll(cut.Dir)
	broken := filepath.Join(dir, "2026-10-01-broken")
	os.Mkdir(broken, 0o700)
	os.WriteFile(filepath.Join(broken, "session.yaml"), []byte("format: [1"), 0o600)
	os.Chtimes(broken, day(0), day(0))

	entries, err := Library{dir}.List()
	if err != nil {
		t.Fatal(err)
	}
	var got []State
	for _, e := range entries {
		got = append(got, e.State)
	}
	want := []State{Recording, CutOff, Finished, Damaged}
	if len(got) != 4 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] || got[3] != want[3] {
		t.Fatalf("states %v, want %v", got, want)
	}
	if p := entries[3].Problem; p == nil || !strings.Contains(p.Error(), filepath.Join(broken, "session.yaml")) {
		t.Errorf("the damaged attempt's problem is %v, want it to name its file", p)
	}
}

func TestAnEmptyLibraryIsNoError(t *testing.T) {
	lib := Library{filepath.Join(t.TempDir(), "not yet")}
	if entries, err := lib.List(); err != nil || len(entries) != 0 {
		t.Errorf("got %v, %v", entries, err)
	}
	if _, err := lib.Find("last"); !errors.Is(err, ErrNone) {
		t.Errorf("last of nothing said %v", err)
	}
}

func TestAnUnreadableFolderIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sessions")
	os.WriteFile(path, []byte("a file where a folder should be"), 0o600)
	if _, err := (Library{path}).List(); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("got %v, want an error that names %s", err, path)
	}
	meta := session.Meta{Question: question.Question{ID: "x", Title: "X"}, Level: interview.Senior, Plan: session.PlanMinutes(interview.PlanFor(40)), Started: day(1)}
	if _, err := session.StartMock(path, meta, nil); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("starting there said %v, want an error that names %s", err, path)
	}
}
