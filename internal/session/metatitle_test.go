package session

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talkthrough/internal/interview"
	"talkthrough/internal/question"
)

// handWritten is a session.yaml with what a person or a later version may have
// put into it.
const handWritten = `# my best one
format: 1
id: x # the folder
question:
  id: a
  title: b
  prompt: |
    Two lines
    of it.
level: senior
plan: {clarify: 5}
started: 2026-11-23T14:05:00Z
later: [kept, as it is]
`

func plant(t *testing.T, yaml string) Folder {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "session.yaml"), []byte(yaml), 0o600); err != nil {
		t.Fatal(err)
	}
	return Folder{Dir: dir}
}

func TestRenamingTouchesNothingButTheTitle(t *testing.T) {
	for name, content := range map[string]string{
		"in lines":          handWritten,
		"with a title":      strings.Replace(handWritten, "id: x", "title: 'old: one' # mine\nid: x", 1),
		"title first":       "title: old\n" + handWritten,
		"title last":        handWritten + "title: old\n",
		"no last line end":  strings.TrimSuffix(handWritten, "\n"),
		"lines of Windows":  strings.ReplaceAll(handWritten, "\n", "\r\n"),
		"one line of JSON":  `{"format": 1, "question": {"id": "a", "title": "b"}, "level": "senior", "plan": {"clarify": 5}, "title": "old", "later": [1]}`,
		"title over lines":  "title: >-\n  old\n  one\n" + handWritten,
		"a document's mark": "---\n" + handWritten,
	} {
		t.Run(name, func(t *testing.T) {
			f := plant(t, content)
			before, err := LoadMeta(f.Dir)
			if err != nil {
				t.Fatal(err)
			}
			for _, title := range []string{`With Anna: "video" & #2 — 漢字 🎈`, "yes", "12", ""} {
				if err := f.Rename(title); err != nil {
					t.Fatal(err)
				}
				got, err := LoadMeta(f.Dir)
				if err != nil {
					t.Fatal(err)
				}
				want := before
				want.Title = title
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%q: (-want +got)\n%s", title, diff)
				}
				data, _ := os.ReadFile(filepath.Join(f.Dir, "session.yaml"))
				if !strings.Contains(string(data), "later") {
					t.Errorf("%q: what a later version wrote is gone:\n%s", title, data)
				}
			}
			info, _ := os.Stat(filepath.Join(f.Dir, "session.yaml"))
			if info.Mode().Perm() != 0o600 {
				t.Errorf("mode %v", info.Mode())
			}
		})
	}
}

// What is written in lines stays as it is to the byte, comments included.
func TestRenamingThereAndBackGivesTheSameFile(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		f := plant(t, handWritten)
		if err := f.Rename(rapid.String().Draw(rt, "title")); err != nil {
			rt.Fatal(err)
		}
		if err := f.Rename(""); err != nil {
			rt.Fatal(err)
		}
		if data, _ := os.ReadFile(filepath.Join(f.Dir, "session.yaml")); string(data) != handWritten {
			rt.Fatalf("it became\n%s", data)
		}
	})
}

func TestTitlesAreOneLineThatCanBeSeen(t *testing.T) {
	for in, want := range map[string]string{
		"  With\n Anna\t": "With Anna", "a\x00b\x07c\u200bd": "abcd", "\xff\xfe": "", "\u00a0x\u2028y": "x y",
		strings.Repeat("ä", 300): strings.Repeat("ä", 200),
	} {
		if got := CleanTitle(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func TestWhatCannotBeRenamed(t *testing.T) {
	broken := plant(t, "format: [1")
	if err := broken.Rename("new"); err == nil || !strings.Contains(err.Error(), filepath.Join(broken.Dir, "session.yaml")) {
		t.Errorf("a broken session.yaml: %v", err)
	}
	if data, _ := os.ReadFile(filepath.Join(broken.Dir, "session.yaml")); string(data) != "format: [1" {
		t.Errorf("it was changed to %q", data)
	}
	meta := Meta{
		Question: question.Question{ID: "a", Title: "b"}, Level: interview.Senior,
		Plan: PlanMinutes(interview.PlanFor(40)), Started: time.Unix(1e9, 0),
	}
	running, lock, log, err := Create(t.TempDir(), &meta)
	if err != nil {
		t.Fatal(err)
	}
	if err := running.Rename("new"); !errors.Is(err, ErrInUse) {
		t.Errorf("one that is recorded: %v", err)
	}
	lock.Release()
	log.Close()
	if err := running.Rename("new"); err != nil {
		t.Error(err)
	}
	if m, err := LoadMeta(running.Dir); err != nil || m.Name() != "new" || m.Question.Title != "b" {
		t.Errorf("%q of %q, %v", m.Name(), m.Question.Title, err)
	}
}

func TestAnImportNeedsNoPlanAndNoLevel(t *testing.T) {
	want := Meta{
		Title: "Mock with Anna", Started: time.Unix(1e9, 0).UTC(), Ended: time.Unix(1e9+60, 0).UTC(), Length: 60, App: "1",
		Imported: &Imported{
			File: "mock: 1.mp3", Sound: "recording.mp3", Format: "mp3", People: "Anna, Ben", Album: "Mocks", Date: "2001", Cover: "cover.jpg",
		},
	}
	want.Question.Title = want.Title
	root := t.TempDir()
	f, lock, log, err := Create(root, &want)
	if err != nil {
		t.Fatal(err)
	}
	log.Close()
	lock.Release()
	got, err := LoadMeta(f.Dir)
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v (-saved +loaded)\n%s", err, diff)
	}
	if !strings.Contains(filepath.Base(f.Dir), "-mock-with-anna-") {
		t.Errorf("its folder is called %s", filepath.Base(f.Dir))
	}
	if got := f.CoverPath(got); got != filepath.Join(f.Dir, "cover.jpg") {
		t.Errorf("its cover is %s", got)
	}
	got.Imported.Cover = "../../secret.jpg"
	if out := f.CoverPath(got); out != "" {
		t.Errorf("a cover elsewhere: %s", out)
	}
	if err := f.Rename("Second round"); err != nil {
		t.Fatal(err)
	}
	if got, err = LoadMeta(f.Dir); err != nil || got.Question.Title != "Second round" {
		t.Errorf("renamed, its title is %q (%v)", got.Question.Title, err)
	}
	_, err = parseMeta([]byte("format: 1\nimported: {file: a.mp3}\nlevel: boss\nquestion: {title: b}\n"))
	if err == nil || !strings.Contains(err.Error(), "line 3: level") {
		t.Errorf("an odd level was accepted: %v", err)
	}
}

func TestNoPhaseIsMadeUpForAnImport(t *testing.T) {
	f := plant(t, "format: 1\nimported: {file: a.mp3}\nquestion: {title: b}\n")
	for journal, want := range map[string][]Band{
		`{"at":0,"do":"start"}` + "\n" + `{"at":60000,"do":"end"}` + "\n": nil,
		`{"at":0,"do":"start"}` + "\n" + `{"at":20000,"do":"phase","phase":"task"}` + "\n" + `{"at":60000,"do":"end"}` + "\n": {
			{Phase: 1, From: 20 * time.Second, To: time.Minute},
		},
	} {
		if err := os.WriteFile(f.Journal(), []byte(journal), 0o600); err != nil {
			t.Fatal(err)
		}
		a, err := Open(f.Dir)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, a.Bands()); diff != "" || a.Timeline().Length() != time.Minute {
			t.Errorf("%s: %v (-want +got)\n%s", journal, a.Timeline().Length(), diff)
		}
	}
}
