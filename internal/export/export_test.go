package export

import (
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talkthrough/internal/board"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

func attempt(t *testing.T) *session.Attempt {
	t.Helper()
	m, err := session.StartMock(t.TempDir(), session.Meta{
		Question: question.Question{ID: "video-ranking", Title: "Design a video ranking system", Domain: "Recommendation", Prompt: "We run a video app. Rank the videos on the home page for each person who opens it."},
		Level:    interview.Senior, Plan: session.PlanMinutes(interview.PlanFor(40)), Started: time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	m.Do(session.Note{Ins: "## Clarify\n- 100M daily users\n"})
	scene := board.NewScene()
	for i, name := range []string{"Client", "Ranker"} {
		e := board.NewElement(board.Rectangle, board.DefaultStyle())
		e.X, e.Y, e.W, e.H = float64(i)*300, 0, 160, 80
		put := board.PutNew(scene, e)
		scene.Apply(put)
		m.Do(session.Drew{Edit: put})
		label := board.SetText(scene, e.ID, name)
		scene.Apply(label)
		m.Do(session.Drew{Edit: label})
	}
	if err := m.End(); err != nil {
		t.Fatal(err)
	}
	a, err := session.Open(m.Dir)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestWriteMakesEveryFileForItsReader(t *testing.T) {
	a := attempt(t)
	dir := filepath.Join(t.TempDir(), "out")
	paths, err := Write(dir, At(a, a.Player.End().At))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range paths {
		names = append(names, filepath.Base(p))
		info, err := os.Stat(p)
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v %v, want mode 0600", p, info.Mode(), err)
		}
	}
	if got := strings.Join(names, " "); got != "board.excalidraw board.png notes.md notes.png page.png" {
		t.Errorf("wrote %s", got)
	}
	if md, _ := os.ReadFile(filepath.Join(dir, "notes.md")); string(md) != "## Clarify\n- 100M daily users\n" {
		t.Errorf("notes.md holds %q", md)
	}
	var file struct {
		Type     string
		Elements []struct{ Type, Text string }
	}
	data, _ := os.ReadFile(filepath.Join(dir, "board.excalidraw"))
	if err := json.Unmarshal(data, &file); err != nil || file.Type != "excalidraw" || len(file.Elements) != 4 {
		t.Errorf("board.excalidraw: %v, type %q, %d elements; want 2 shapes and 2 texts", err, file.Type, len(file.Elements))
	}
	for _, name := range []string{"board.png", "notes.png", "page.png"} {
		data, _ := os.ReadFile(filepath.Join(dir, name))
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !hasInk(img) {
			t.Errorf("%s is blank", name)
		}
	}
}

func hasInk(img image.Image) bool {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if r, g, bl, _ := img.At(x, y).RGBA(); r+g+bl < 3*0x6000 {
				return true
			}
		}
	}
	return false
}

func TestALineBelongsToThePhaseItWasWrittenIn(t *testing.T) {
	s := State{
		Lines: []time.Duration{time.Second, 70 * time.Second, 30 * time.Second},
		Clock: []interview.Event{{At: 0, Kind: interview.Start}, {At: time.Minute, Kind: interview.Enter, Phase: 5}},
	}
	for line, want := range []int{0, 5, 0} {
		if got := s.phaseOf(line); got != want {
			t.Errorf("line %d: phase %d, want %d", line, got, want)
		}
	}
	if s.phaseOf(99) != -1 {
		t.Error("a line that isn't there has a phase")
	}
}

func TestAFolderThatCannotBeMadeIsNamed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	os.WriteFile(file, nil, 0o600)
	if _, err := Write(filepath.Join(file, "out"), State{}); err == nil || !strings.Contains(err.Error(), file) {
		t.Errorf("got %v, want an error that names %s", err, file)
	}
}
