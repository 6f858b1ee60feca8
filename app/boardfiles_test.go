package app

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/practice"
	"talkthrough/internal/board"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

// inRoom is an app in whose window an interview with a box on its board is on.
func inRoom(t *testing.T) *App {
	t.Helper()
	a := window(t, look.Light, fyne.NewSize(1280, 800))
	mock, err := session.StartMock(t.TempDir(), session.Meta{
		Question: question.Question{ID: "video-ranking", Title: "Video: ranking"},
		Level:    interview.Senior, Plan: session.PlanMinutes(interview.PlanFor(40)),
		Started: time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	box := board.NewElement(board.Rectangle, board.DefaultStyle())
	box.ID, box.W, box.H = "box", 100, 50
	mock.Do(session.Drew{Edit: board.PutNew(board.NewScene(), box)})
	a.mock = mock
	a.room = practice.New(mock, practice.Actions{Ended: func() {}, Help: func() {}}, func(func()) {})
	a.window.SetContent(look.NewStage(a.room.Object()))
	t.Cleanup(func() {
		a.room.Leave()
		mock.End()
	})
	return a
}

func TestTheBoardOfTheRoomIsWhatIsSaved(t *testing.T) {
	a := inRoom(t)
	b, ok := a.shownBoard()
	if !ok || b.dir != a.mock.Dir || b.drawing().Scene.Get("box") == nil {
		t.Errorf("%v: a board of %s", ok, b.dir)
	}
	a.room.BoardDo(keys.SelectAll)
	a.room.BoardDo(keys.Delete)
	if b.scene.Get("box") == nil {
		t.Error("what is being saved changed under the hand")
	}
}

func TestTheSaveSheetProposesTheQuestionTheDayAndTheAttemptsFolder(t *testing.T) {
	a := inRoom(t)
	a.boardFile(keys.ExportPicture)
	said := strings.Join(labels(a), "\n")
	if !strings.Contains(said, "Export a picture") || !strings.Contains(said, string(filepath.Separator)+"export\nFolder") {
		t.Errorf("it says\n%s", said)
	}
	top := a.window.Canvas().Overlays().Top()
	for _, id := range []string{keys.OpenBoard, keys.SaveBoard} {
		if a.boardFile(id); a.window.Canvas().Overlays().Top() != top {
			t.Errorf("%s opens a second sheet above the first", id)
		}
	}
	if name, ok := a.window.Canvas().Focused().(interface{ SelectedText() string }); !ok || name.SelectedText() != "Video- ranking 2026-11-23" {
		t.Errorf("it proposes %v", name)
	}
}

func TestWithoutABoardNothingIsAskedFor(t *testing.T) {
	a := window(t, look.Light, fyne.NewSize(1280, 800))
	for _, id := range []string{keys.OpenBoard, keys.SaveBoard, keys.ExportPicture, keys.CopySVG} {
		if a.boardFile(id); a.covered() {
			t.Errorf("%s opens a sheet", id)
		}
	}
}
