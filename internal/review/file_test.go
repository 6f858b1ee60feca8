package review

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestAReviewComesBackAsItWas(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		r := reviews().Draw(t, "review")
		if err := r.Save(dir); err != nil {
			t.Fatal(err)
		}
		got, err := Load(dir)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(r, got, same); diff != "" {
			t.Fatalf("(-saved +loaded)\n%s", diff)
		}
	})
}

func TestWithoutAFileAReviewIsEmpty(t *testing.T) {
	dir := t.TempDir()
	r, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Review{}, r, same); diff != "" {
		t.Error(diff)
	}
	if err := r.Save(dir); err != nil {
		t.Fatal(err)
	}
	if r, err = Load(dir); err != nil || !cmp.Equal(Review{}, r, same) {
		t.Errorf("an empty review comes back as %+v, %v", r, err)
	}
	info, err := os.Stat(filepath.Join(dir, FileName))
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the review: %v", info.Mode())
	}
	if names, err := os.ReadDir(dir); err != nil || len(names) != 1 {
		t.Errorf("saving left %v, %v", names, err)
	}
}

// put writes a review.yaml and returns its folder.
func put(t testing.TB, data []byte) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, FileName), data, 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// holds checks that a save is refused and the file is as it was.
func holds(t testing.TB, dir string, data []byte) {
	t.Helper()
	var fresh Review
	if err := fresh.Save(dir); err == nil || !strings.Contains(err.Error(), "would be lost") {
		t.Errorf("saving over what cannot be read: %v", err)
	}
	if now, err := os.ReadFile(filepath.Join(dir, FileName)); err != nil || !bytes.Equal(now, data) {
		t.Errorf("the file is now %q, %v", now, err)
	}
}

// sample has something of everything.
const sample = `format: 1
predicted:
  at: 2026-11-23T14:50:00Z
  scores:
    navigation: 3
    altitude: 2
first:
  at: 2026-11-23T15:05:00Z
  scores:
    data:
      value: 2
      evidence:
        - kind: moment
          at: "12:30"
          text: labels
        - kind: span
          at: "1:02:03.5"
          until: "1:02:09"
        - kind: note
          at: "3:00"
          line: 7
          text: 'QPS: 12'
      note: |-
        late
        labels
reference_opened: 2026-11-23T15:20:00Z
covered:
  data:
    says-where-labels-come-from-0123abcd: missed
tags:
  - no-baseline
reflection:
  at: 2026-11-23T15:30:00Z
  gap: labels
  confidence: 3
due:
  next: 2026-11-26
  step: 1
highlights:
  - at: "1:00"
    until: "1:30"
    decision: keep
marks:
  - at: "2:05.25"
    kind: unclear
    word: 'why: MAP'
  - at: "31:00"
    kind: good
mentors:
  - name: Maria
    date: 2026-11-24
    scores:
      data: 3
    remarks:
      - at: "12:30"
        text: good
...
`

// Every beginning of a file is seen to be only that, says at which line, and is
// left alone.
func TestAHalfWrittenReviewIsNeverOverwritten(t *testing.T) {
	if _, err := parse([]byte(sample)); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, FileName)
	for n := range strings.TrimSuffix(sample, "\n") {
		data := []byte(sample[:n])
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Load(dir)
		if err == nil || !strings.Contains(err.Error(), path+": line ") || !strings.Contains(err.Error(), "expected") {
			t.Fatalf("the first %d bytes: %v", n, err)
		}
		holds(t, dir, data)
	}
}

// The same for whatever the program writes.
func TestNoBeginningOfAReviewIsTakenForTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := reviews().Draw(t, "review")
		data, err := r.encode()
		if err != nil {
			t.Fatal(err)
		}
		n := rapid.IntRange(0, len(data)-2).Draw(t, "bytes") // the last line feed may be missing
		if _, err := parse(data[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes are read:\n%s", n, len(data), data)
		}
	})
}

func TestAReviewFromANewerVersionIsNeverOverwritten(t *testing.T) {
	for _, data := range []string{
		"format: 2\nscores: [in, another, form]\n...\n",
		"later: {}\nformat: 2\n", // with another end, too
	} {
		dir := put(t, []byte(data))
		_, err := Load(dir)
		if !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), "newer Talkthrough") || !strings.Contains(err.Error(), "line ") || !strings.Contains(err.Error(), FileName) {
			t.Errorf("%q: %v", data, err)
		}
		holds(t, dir, []byte(data))
	}
}

// What Load would refuse is not written.
func TestImpossibleValuesAreNotSaved(t *testing.T) {
	dir := put(t, []byte(sample))
	for name, spoil := range map[string]func(*Review){
		"score":    func(r *Review) { r.First.Scores["data"] = Score{Value: 7} },
		"tag":      func(r *Review) { r.Tags = []string{"No Tag"} },
		"span":     func(r *Review) { r.Highlights = []Highlight{{At: time.Minute, Until: time.Second, Decision: Keep}} },
		"negative": func(r *Review) { r.Mentors[0].Remarks[0].At = -time.Second },
		"length":   func(r *Review) { r.Reflection.Well = strings.Repeat("x", maxText+1) },
	} {
		r, err := Load(dir)
		if err != nil {
			t.Fatal(err)
		}
		spoil(&r)
		if err := r.Save(dir); err == nil || !strings.Contains(err.Error(), "expected") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if data, err := os.ReadFile(filepath.Join(dir, FileName)); err != nil || string(data) != sample {
		t.Errorf("the file is now %q, %v", data, err)
	}
	if err := (&Review{}).Save(filepath.Join(dir, "nowhere")); err == nil {
		t.Error("a review is saved into no folder")
	}
}

func TestACloneStandsAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := reviews().Draw(t, "review")
		before, err := r.encode()
		if err != nil {
			t.Fatal(err)
		}
		c := r.Clone()
		if diff := cmp.Diff(r, c, same); diff != "" {
			t.Fatalf("(-review +clone)\n%s", diff)
		}
		if c.Predicted != nil {
			c.Predicted.Skipped = "spoilt"
			clear(c.Predicted.Scores)
		}
		for _, s := range []Scoring{c.First, c.Second} {
			for _, score := range s.Scores {
				clear(score.Evidence)
			}
			clear(s.Scores)
		}
		for _, points := range c.Covered {
			clear(points)
		}
		clear(c.Tags)
		clear(c.Highlights)
		clear(c.Marks)
		for _, m := range c.Mentors {
			clear(m.Scores)
			clear(m.Remarks)
		}
		clear(c.Mentors)
		if after, err := r.encode(); err != nil || !bytes.Equal(before, after) {
			t.Fatalf("spoiling the clone changed the review: %v\n%s\n%s", err, before, after)
		}
	})
}
