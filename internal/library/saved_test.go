package library

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talkthrough/internal/recording"
	"talkthrough/internal/session"
)

// withTake plants an attempt with three seconds of sound that says what it is.
func withTake(t *testing.T, root string) session.Folder {
	t.Helper()
	f := session.Folder{Dir: plantAttempt(t, root, attempt{name: "2026-11-02-1405-video", question: "video", notes: "two towers", started: day(2), length: 3 * time.Second})}
	take, err := recording.Create(f.Take(1), 24000, recording.Tags{})
	must(t, err)
	must(t, take.Write(sweep(3, 24000)))
	must(t, take.Finish(recording.Tags{Title: "Design video", Album: "Ranking", Comment: "Staff+"}))
	return f
}

func TestADamagedAttemptIsMendedFromWhatIsSaved(t *testing.T) {
	for name, c := range map[string]struct {
		damage            func(t *testing.T, f session.Folder)
		title, notes      string
		level             string
		aside, says       string
		sound, unreadable bool
	}{
		"session.yaml torn": {
			damage: func(t *testing.T, f session.Folder) { write(t, f.Dir, "session.yaml", "format: [1") },
			title:  "Design video", level: "staff", notes: "two towers", aside: "session.yaml.damaged", says: "3s of sound, notes and board", sound: true,
		},
		"session.yaml gone, a take without tags": {
			damage: func(t *testing.T, f session.Folder) {
				remove(t, f.Dir, "session.yaml")
				remove(t, f.Dir, "take-1.flac")
			},
			title: "2026-11-02-1405-video", level: "senior", notes: "two towers", says: "Saved: notes and board.",
		},
		"the question beside it": {
			damage: func(t *testing.T, f session.Folder) {
				write(t, f.Dir, "session.yaml", "")
				write(t, f.Dir, "question.yaml", "id: video-ranking\ntitle: Design a ranking\ndomain: Feeds\nprompt: Design something that ranks videos for very many people.\n")
			},
			title: "Design a ranking", level: "staff", notes: "two towers", aside: "session.yaml.damaged", says: "3s of sound", sound: true,
		},
		"the journal gone": {
			damage: func(t *testing.T, f session.Folder) { remove(t, f.Dir, "journal.jsonl") },
			title:  "Design video", level: "senior", says: "Saved: 3s of sound.", sound: true,
		},
		"nothing wrong": {
			damage: func(*testing.T, session.Folder) {},
			title:  "Design video", level: "senior", notes: "two towers", says: "3s of sound, notes and board", sound: true,
		},
		"all gone": {
			damage: func(t *testing.T, f session.Folder) {
				for _, name := range []string{"session.yaml", "journal.jsonl", "take-1.flac"} {
					write(t, f.Dir, name, "rubbish")
				}
			},
			says: "Nothing of it can be read.", unreadable: true,
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := withTake(t, t.TempDir())
			c.damage(t, f)
			if said := WhatIsSaved(f.Dir).Words(); !strings.Contains(said, c.says) {
				t.Errorf("it says %q, want %q in it", said, c.says)
			}
			before := contents(t, f.Dir)
			err := Mend(f.Dir)
			if c.unreadable {
				if !errors.Is(err, ErrNothingSaved) || len(contents(t, f.Dir)) != len(before) {
					t.Errorf("it said %v and left %v", err, contents(t, f.Dir))
				}
				return
			}
			must(t, err)
			a := opened(t, f.Dir)
			if a.Name() != c.title || string(a.Level) != c.level || a.End().Notes.Text() != c.notes {
				t.Errorf("it is %q, %s, with notes %q", a.Name(), a.Level, a.End().Notes.Text())
			}
			if a.Started.Format("2006-01-02") != "2026-11-02" {
				t.Errorf("it began %v", a.Started)
			}
			if c.sound && a.Timeline().Length() != 3*time.Second {
				t.Errorf("it is %v long", a.Timeline().Length())
			}
			after := contents(t, f.Dir)
			if c.aside != "" && after[c.aside] != before["session.yaml"] {
				t.Errorf("the damaged file is not kept: %v", after)
			}
			if e := read(f.Dir); e.State == Damaged {
				t.Errorf("it is still listed as damaged: %v", e.Problem)
			}
		})
	}
}

// A take in a mended journal is played where it lies.
func TestAMendedJournalPlaysTheTakes(t *testing.T) {
	f := withTake(t, t.TempDir())
	second, err := recording.Create(f.Take(2), 24000, recording.Tags{})
	must(t, err)
	must(t, second.Write(sweep(2, 24000)))
	must(t, second.Finish(recording.Tags{}))
	remove(t, f.Dir, "journal.jsonl")
	must(t, Mend(f.Dir))
	a := opened(t, f.Dir)
	take, sample, ok := a.Voice().Sample(4 * time.Second)
	if take != 2 || sample != 24000 || !ok || a.Timeline().Length() != 5*time.Second {
		t.Errorf("after 4 s of %v plays sample %d of take %d", a.Timeline().Length(), sample, take)
	}
}

func TestADamagedAttemptIsCalledAsItsTakeSays(t *testing.T) {
	root := t.TempDir()
	f := withTake(t, root)
	remove(t, f.Dir, "session.yaml")
	if i := refreshed(t, root).Items()[0]; i.State != Damaged || i.Title() != "Design video" || i.Takes != 1 {
		t.Errorf("it is listed as %q, %s, %d takes", i.Title(), i.State, i.Takes)
	}
}

func TestARunningAttemptIsNotMended(t *testing.T) {
	m := start(t, t.TempDir(), "running", day(1))
	must(t, os.WriteFile(filepath.Join(m.Dir, "session.yaml"), []byte("x"), 0o600))
	if err := Mend(m.Dir); !errors.Is(err, session.ErrInUse) {
		t.Errorf("it said %v", err)
	}
}
