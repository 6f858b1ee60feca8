//go:build linux

package excalidraw

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"talkthrough/internal/board"
	"talkthrough/internal/export"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

// TestExcalidrawOpensAnExportedAttempt draws in a mock, ends it, and opens the
// drawing that the export leaves.
func TestExcalidrawOpensAnExportedAttempt(t *testing.T) {
	b := openBrowser(t)
	scene, _ := ownBoard(t)
	scene.Apply(board.Delete(scene, []string{"picture"})) // an attempt brings no files
	m, err := session.StartMock(t.TempDir(), session.Meta{
		Question: question.Question{ID: "video-ranking", Title: "Design a video ranking system", Domain: "Recommendation", Prompt: "Rank the videos."},
		Level:    interview.Senior, Plan: session.PlanMinutes(interview.PlanFor(40)), Started: time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	m.Do(session.Drew{Edit: board.Edit{Put: slices.Clone(scene.Elements())}})
	if err := m.End(); err != nil {
		t.Fatal(err)
	}
	a, err := session.Open(m.Dir)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "out")
	if _, err := export.Write(dir, export.At(a, a.Player.End().At)); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(dir, "board.excalidraw"), filepath.Join(m.Dir, "board.excalidraw")} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var got loaded
		b.ask(t, job{Do: "load", URL: b.serve(data), Type: forms[0].mime}, &got)
		compare(t, scene, got.Elements)
	}
}
