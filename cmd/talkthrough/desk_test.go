package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"
)

// A planted attempt: notes at 1 s, a box at 4 s, a second box and an arrow at
// 30 s, a pause from 10 s to 20 s, the model phase from 25 s, the end at 70 s.
const (
	plantedMeta = `format: 1
id: planted
question:
  id: video-ranking
  title: Design a video ranking system
  domain: Recommendation
  prompt: We have a video platform. Design what decides which videos a person sees first.
level: staff
plan: {clarify: 5, task: 4, architecture: 4, data: 6, features: 4, model: 9, experiment: 3, deploy: 5}
started: 2026-11-02T19:00:00Z
ended: 2026-11-02T19:01:10Z
length_s: 60
recording: false
app: "1.0"
`
	plantedJournal = `{"at":0,"do":"start"}
{"at":1000,"do":"note","pos":0,"del":0,"ins":"## Clarify\n- who <watches>?\n"}
{"at":4000,"do":"board","put":[{"id":"a1","type":"rectangle","x":10,"y":20,"width":100,"height":60,"index":"a0"}]}
{"at":9000,"do":"mark","kind":"good","word":"asked"}
{"at":10000,"do":"pause"}
{"at":20000,"do":"resume"}
{"at":25000,"do":"phase","phase":"model"}
{"at":30000,"do":"board","put":[{"id":"a2","type":"ellipse","x":210,"y":20,"width":100,"height":60,"index":"a1"},{"id":"a3","type":"arrow","x":110,"y":50,"width":100,"height":0,"points":[[0,0],[100,0]],"index":"a2"}]}
{"at":50000,"do":"mark","kind":"unclear"}
{"at":70000,"do":"end"}
`
	plantedNotes = "## Clarify\n- who <watches>?\n"
)

// desk is an empty home without a display.
type desk struct {
	t        *testing.T
	sessions string // the folder of attempts
	config   string
}

func newDesk(t *testing.T) desk {
	t.Helper()
	home := t.TempDir()
	t.Cleanup(xdg.Reload) // after the environment is put back
	t.Setenv("XDG_DATA_HOME", filepath.Join(home, "data"))
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	xdg.Reload()
	return desk{t, filepath.Join(home, "data", "talkthrough", "sessions"), filepath.Join(home, "config", "talkthrough")}
}

// plant lays an attempt into the folder of attempts.
func (d desk) plant(name, meta, journal string) string {
	d.t.Helper()
	dir := filepath.Join(d.sessions, name)
	d.put(filepath.Join(dir, "session.yaml"), meta)
	d.put(filepath.Join(dir, "journal.jsonl"), journal)
	return dir
}

func (d desk) put(path, text string) {
	d.t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// said is what a command answered.
type said struct {
	code     int
	out, err string
}

// run runs a command line with so much to read.
func (d desk) run(in string, args ...string) said {
	d.t.Helper()
	var out, errw bytes.Buffer
	code := run(args, strings.NewReader(in), &out, &errw)
	return said{code, out.String(), errw.String()}
}

// done runs a command that must succeed and returns what it printed.
func (d desk) done(args ...string) string {
	d.t.Helper()
	s := d.run("", args...)
	if s.code != exitDone || s.err != "" {
		d.t.Fatalf("%v: exit %d, %s", args, s.code, s.err)
	}
	return s.out
}

// fails runs a command that must fail with one line that has words in it.
func (d desk) fails(code int, words []string, args ...string) {
	d.t.Helper()
	s := d.run("", args...)
	if s.code != code {
		d.t.Errorf("%q: exit %d, want %d (%s)", args, s.code, code, s.err)
	}
	if code == exitFailed && (strings.Count(s.err, "\n") != 1 || !strings.HasPrefix(s.err, "talkthrough: ")) {
		d.t.Errorf("%q: stderr %q, want one line of talkthrough", args, s.err)
	}
	for _, word := range words {
		if !strings.Contains(s.err, word) {
			d.t.Errorf("%q: stderr %q lacks %q", args, s.err, word)
		}
	}
}

// parsed decodes JSON.
func parsed[T any](t *testing.T, text string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return v
}
