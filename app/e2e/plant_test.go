//go:build linux

package e2e

import (
	"os"
	"path/filepath"
	"testing"
)

// The files of an attempt as an earlier version of the program wrote them.
// What people have on their disks must stay readable.
const (
	oldSession = `format: 1
id: 2026-11-02-1900-video-ranking-01kdz8m3x4q0r6s7t8v9w0x1y2
question:
  id: video-ranking
  title: Design a video ranking system
  domain: Recommendation
  prompt: We have a video platform. Design the system that decides which videos a person sees first when they open it.
level: senior
plan:
  clarify: 5
  task: 4
  architecture: 4
  data: 6
  features: 4
  model: 9
  experiment: 3
  deploy: 5
started: 2026-11-02T19:00:00Z
ended: 2026-11-02T19:00:20Z
length_s: 20
recording: false
app: "1.0"
`
	oldJournal = `{"at":0,"do":"start"}
{"at":0,"do":"sound","state":"off"}
{"at":1200,"do":"note","pos":0,"del":0,"ins":"kept from before"}
{"at":4000,"do":"board","put":[{"id":"a1","type":"rectangle","x":10,"y":20,"width":100,"height":60,"index":"a0"}]}
{"at":9000,"do":"mark","kind":"good"}
{"at":20000,"do":"end"}
`
	oldNotes = "kept from before"
)

// plant lays an attempt into the folder of attempts and returns its folder.
func (d *desk) plant(name, session, journal string) string {
	d.t.Helper()
	dir := filepath.Join(d.sessionsFolder(), name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		d.t.Fatal(err)
	}
	put(d.t, filepath.Join(dir, "session.yaml"), session)
	put(d.t, filepath.Join(dir, "journal.jsonl"), journal)
	return dir
}

// put writes a file.
func put(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
