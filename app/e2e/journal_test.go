//go:build linux

package e2e

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// shape is what the tests look at of a board's element.
type shape struct {
	ID        string  `json:"id"`
	Type      string  `json:"type"`
	X         float64 `json:"x"`
	Y         float64 `json:"y"`
	Width     float64 `json:"width"`
	Height    float64 `json:"height"`
	IsDeleted bool    `json:"isDeleted"`
}

// event is a line of a journal, read without the program's own code.
type event struct {
	At      int64    `json:"at"` // ms since the start
	Do      string   `json:"do"`
	Phase   string   `json:"phase"`
	Pos     int      `json:"pos"`
	Del     int      `json:"del"`
	Ins     string   `json:"ins"`
	Put     []shape  `json:"put"`
	Remove  []string `json:"remove"`
	Kind    string   `json:"kind"`
	Take    int      `json:"take"`
	Rate    int      `json:"rate"`
	Sample  int64    `json:"sample"`
	Samples int64    `json:"samples"`
	State   string   `json:"state"`
	Why     string   `json:"why"`
	line    []byte
}

// journal is what stands in an attempt's journal, without an unfinished last
// line.
type journal []event

// readJournal reads the journal of the attempt in dir as it stands. Before the
// program has made it there are no events.
func readJournal(t testing.TB, dir string) journal {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "journal.jsonl"))
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	var out journal
	for line := range bytes.Lines(data) {
		if !bytes.HasSuffix(line, []byte("\n")) {
			break
		}
		e := event{line: bytes.TrimSpace(line)}
		if err := json.Unmarshal(line, &e); err != nil {
			t.Fatalf("%s holds %q: %v", dir, line, err)
		}
		out = append(out, e)
	}
	return out
}

// all are the events that do that.
func (j journal) all(do string) journal {
	var out journal
	for _, e := range j {
		if e.Do == do {
			out = append(out, e)
		}
	}
	return out
}

// notes is the text that the events make.
func (j journal) notes() string {
	var text []rune
	for _, e := range j.all("note") {
		pos := min(e.Pos, len(text))
		text = slices.Replace(text, pos, min(pos+e.Del, len(text)), []rune(e.Ins)...)
	}
	return string(text)
}

// drawn tells when each shape of a type was drawn first, in order.
func (j journal) drawn(kind string) []event {
	var out []event
	known := map[string]bool{}
	for _, e := range j.all("board") {
		for _, s := range e.Put {
			if s.Type == kind && !known[s.ID] {
				known[s.ID] = true
				out = append(out, e)
			}
		}
	}
	return out
}

// timeOf is the session time in ms at which a sample of a take was heard,
// along the straight lines between anchors.
func (j journal) timeOf(take int, sample int64) (ms float64, ok bool) {
	var before *event
	for _, e := range j.all("anchor") {
		if e.Take != take {
			continue
		}
		if before != nil && e.Sample >= sample && e.Sample > before.Sample {
			part := float64(sample-before.Sample) / float64(e.Sample-before.Sample)
			return float64(before.At) + part*float64(e.At-before.At), true
		}
		before = &e
	}
	return 0, false
}

// attempts are the folders of attempts, the oldest first.
func (d *desk) attempts() []string {
	d.t.Helper()
	found, err := filepath.Glob(filepath.Join(d.sessionsFolder(), "*", "journal.jsonl"))
	if err != nil {
		d.t.Fatal(err)
	}
	for i, path := range found {
		found[i] = filepath.Dir(path)
	}
	slices.Sort(found)
	return found
}
