package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestHelpAndVersion(t *testing.T) {
	d := newDesk(t)
	for args, words := range map[string][]string{
		"--help":          {"practice", "sessions", "replay", "export", "Without a command the app opens", "exit code"},
		"practice --help": {"--level", "junior, senior or staff", "--minutes", "--terminal", "--silent"},
		"sessions --help": {"--json"},
		"replay --help":   {"--at=T", "12:30", "--board=OUT.png", "--notes=OUT.md", "--json", "last"},
		"export --help":   {"--to=DIR", "last"},
		"--version":       {"talkthrough " + version},
	} {
		out := d.done(strings.Fields(args)...)
		for _, word := range words {
			if !strings.Contains(out, word) {
				t.Errorf("%s lacks %q:\n%s", args, word, out)
			}
		}
	}
	if strings.Contains(d.done("--help"), "\n  open") {
		t.Error("the help lists a command that nobody needs to type")
	}
}

func TestMisuse(t *testing.T) {
	d := newDesk(t)
	for args, words := range map[string][]string{
		"dance":                     {"dance"},
		"sessions --loud":           {"--loud"},
		"replay":                    {"<session>"},
		"export":                    {"<session>"},
		"replay last --at noon":     {"noon", "12:30"},
		"replay last --at 1:75":     {"1:75"},
		"replay last --at 1:2:3:4":  {"1:2:3:4"},
		"replay last --at=-5":       {"-5"},
		"replay last --at NaN":      {"NaN"},
		"replay last --at":          {"--at"},
		"practice --minutes many":   {"--minutes"},
		"practice --minutes 0":      {"--minutes is 0", "1 to 240"},
		"practice --minutes 241":    {"1 to 240"},
		"practice --level boss":     {"--level", "junior", "boss"},
		"practice one two":          {"two"},
		"sessions one":              {"one"},
		"replay last --json=maybe":  {"json"},
		"replay last --board":       {"--board"},
		"export last --to":          {"--to"},
		"--at 5":                    {"--at"},
		"practice --minutes 1 --at": {"--at"},
	} {
		d.fails(exitMisuse, append(words, "talkthrough"), strings.Fields(args)...)
	}
}

func TestWhatCannotBeDoneIsSaidInOneLine(t *testing.T) {
	d := newDesk(t)
	d.fails(exitFailed, []string{"display", "practice"})
	d.fails(exitFailed, []string{"no attempts", d.sessions}, "replay", "last")
	d.fails(exitFailed, []string{"no attempts"}, "export", "last")
	d.plant("2026-11-02-1900-one", plantedMeta, plantedJournal)
	d.plant("2026-11-02-1900-two", plantedMeta, plantedJournal)
	broken := d.plant("2026-11-03-0900-broken", "format: 1\nlevel: boss\nquestion: {title: x}\n", plantedJournal)
	newer := d.plant("2026-11-04-0900-newer", "format: 7\n", plantedJournal)
	d.fails(exitFailed, []string{"2 attempts", "-one", "-two"}, "replay", "2026-11-02")
	d.fails(exitFailed, []string{`"nothing"`, "talkthrough sessions"}, "replay", "nothing")
	d.fails(exitFailed, []string{"./nothing"}, "export", "./nothing")
	d.fails(exitFailed, []string{filepath.Join(broken, "session.yaml"), "line 2", "junior, senior or staff"}, "replay", "2026-11-03")
	d.fails(exitFailed, []string{filepath.Join(broken, "session.yaml")}, "export", broken)
	d.fails(exitFailed, []string{filepath.Join(newer, "session.yaml"), "newer Talkthrough"}, "replay", "last")
	nowhere := filepath.Join(broken, "session.yaml", "out")
	d.fails(exitFailed, []string{"board", nowhere}, "replay", "2026-11-02-1900-one", "--board", nowhere)
	d.fails(exitFailed, []string{"notes", nowhere}, "replay", "2026-11-02-1900-one", "--notes", nowhere)
	d.fails(exitFailed, []string{"folder for the export", filepath.Dir(nowhere)}, "export", "2026-11-02-1900-one", "--to", nowhere)
	d.fails(exitFailed, []string{"no question", "knitting"}, "practice", "--terminal", "--silent", "knitting")
	d.fails(exitFailed, []string{"recommendation", "fits", "questions"}, "practice", "--terminal", "--silent", "recommendation")
}

func TestAFolderOfAttemptsThatIsAFile(t *testing.T) {
	d := newDesk(t)
	d.put(d.sessions, "no folder")
	for _, args := range []string{"sessions", "replay last", "export last", "practice --terminal --silent"} {
		d.fails(exitFailed, []string{d.sessions}, strings.Fields(args)...)
	}
}

func TestSessionsAsJSON(t *testing.T) {
	d := newDesk(t)
	if out := d.done("sessions", "--json"); strings.TrimSpace(out) != "[]" {
		t.Errorf("no attempts are %q, want an empty list", out)
	}
	if out := d.done("sessions"); !strings.Contains(out, "No attempts yet in "+d.sessions) {
		t.Errorf("no attempts: %q", out)
	}
	one := d.plant("2026-11-02-1900-one", plantedMeta, plantedJournal)
	d.put(filepath.Join(one, "take-1.flac"), "")
	cut := d.plant("2026-11-03-1900-cut", strings.NewReplacer("ended:", "#", "length_s:", "#", "2026-11-02T19:00:00Z", "2026-11-03T19:00:00Z").Replace(plantedMeta), strings.Replace(plantedJournal, `{"at":70000,"do":"end"}`+"\n", "", 1))
	broken := d.plant("2026-11-01-1900-broken", "format: [", "")
	s := d.run("", "sessions", "--json")
	list := parsed[[]map[string]any](t, s.out)
	if s.code != exitDone || len(list) != 3 {
		t.Fatalf("exit %d, %s", s.code, s.out)
	}
	for i, want := range []map[string]any{
		{"id": "2026-11-03-1900-cut", "path": cut, "state": "cut off", "length_s": 40.0, "takes": 0.0, "started": "2026-11-03T19:00:00Z"},
		{"id": "2026-11-02-1900-one", "path": one, "state": "finished", "length_s": 60.0, "takes": 1.0, "started": "2026-11-02T19:00:00Z", "title": "Design a video ranking system", "question": "video-ranking", "level": "staff"},
		{"id": "2026-11-01-1900-broken", "path": broken, "state": "damaged"},
	} {
		keys := []string{"id", "path", "title", "question", "level", "started", "length_s", "takes", "state", "scores", "numbers"}
		if want["state"] == "damaged" {
			keys[len(keys)-1] = "problem" // what cannot be read has no numbers
			if problem, _ := list[i]["problem"].(string); !strings.Contains(problem, filepath.Join(broken, "session.yaml")) {
				t.Errorf("the problem %q does not name the file", problem)
			}
		}
		hasKeys(t, list[i], keys...)
		for key, value := range want {
			if list[i][key] != value {
				t.Errorf("attempt %d: %s is %v, want %v", i, key, list[i][key], value)
			}
		}
	}
	s = d.run("", "sessions")
	if s.code != exitDone || !strings.Contains(strings.Join(strings.Fields(s.out), " "), "2026-11-02-1900-one Design a video ranking system staff 1:00 finished") {
		t.Errorf("exit %d:\n%s", s.code, s.out)
	}
	if !strings.Contains(s.err, filepath.Join(broken, "session.yaml")) {
		t.Errorf("stderr %q does not name what is broken", s.err)
	}
}

// hasKeys fails unless an object has exactly these keys.
func hasKeys(t *testing.T, object map[string]any, keys ...string) {
	t.Helper()
	for _, key := range keys {
		if _, has := object[key]; !has {
			t.Errorf("%v lacks %q", object, key)
		}
	}
	if len(object) != len(keys) {
		t.Errorf("%v has other keys than %v", object, keys)
	}
}

func TestExportWritesEveryFile(t *testing.T) {
	d := newDesk(t)
	dir := d.plant("2026-11-02-1900-one", plantedMeta, plantedJournal)
	to := filepath.Join(t.TempDir(), "new", "folder")
	for _, c := range []struct{ args, to string }{
		{"export last", filepath.Join(dir, "export")},
		{"export 2026 --to " + to, to},
		{"export " + dir + " --to " + to, to},
	} {
		var want []string
		for _, name := range []string{"board.excalidraw", "board.png", "notes.md", "notes.png", "page.png"} {
			want = append(want, filepath.Join(c.to, name))
		}
		if got := strings.Fields(d.done(strings.Fields(c.args)...)); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s printed %v, want %v", c.args, got, want)
		}
		for _, path := range want {
			if info, err := os.Stat(path); err != nil || info.Size() == 0 {
				t.Errorf("%s: %v", path, err)
			}
		}
	}
	if notes, _ := os.ReadFile(filepath.Join(to, "notes.md")); string(notes) != plantedNotes {
		t.Errorf("notes.md is %q", notes)
	}
}

func TestTimes(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"0": 0, "75": 75 * time.Second, "75s": 75 * time.Second, "12:30": 750 * time.Second, "90:00": 90 * time.Minute,
		"1:02:30": 3750 * time.Second, "12m30s": 750 * time.Second, "7.5": 7500 * time.Millisecond, "0:07.5": 7500 * time.Millisecond,
	} {
		var w when
		if err := w.UnmarshalText([]byte(text)); err != nil || w.Duration != want {
			t.Errorf("%q is %v (%v), want %v", text, w.Duration, err, want)
		}
	}
	for _, text := range []string{"", ":", "5:", ":5", "-1", "-1:00", "1:-5", "1:60", "1:60:00", "1:2:3:4", "noon", "Inf", "1e99", "-3s"} {
		var w when
		if err := w.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q is taken for %v", text, w.Duration)
		}
	}
}
