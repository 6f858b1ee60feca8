package practice

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

// sketch puts a small design on the board and selects what is named.
func sketch(s *Screen, what string) {
	for i, part := range board.Parts()[:3] {
		s.board.DropPart(part)
		e := s.scene().Get(s.board.Selected()[0])
		s.draw(board.Move(s.scene(), []string{e.ID}, float64(i%2)*240, float64(i)*90-60))
	}
	s.board.Reload()
	switch what {
	case "arrow":
		s.board.Use(whiteboard.Arrows)
		pressAt := fyne.NewPos(420, 120)
		s.board.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pressAt}, Button: desktop.MouseButtonPrimary})
		to := fyne.NewPos(300, 320)
		s.board.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
		s.board.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: to}, Button: desktop.MouseButtonPrimary})
	case "text":
		s.board.Use(whiteboard.Texts)
		s.board.SetLocked(true)
	case "all":
		s.board.Do(keys.SelectAll)
	}
}

// The room fits every window, with bars and popovers open, in light and dark.
func TestTheRoomAtEverySize(t *testing.T) {
	for _, c := range []struct {
		name   string
		mode   look.Mode
		size   fyne.Size
		what   string
		opened string
	}{
		{"room-small-shape", look.Light, fyne.NewSize(1024, 612), "shape", ""},
		{"room-small-all-dark", look.Dark, fyne.NewSize(1024, 612), "all", ""},
		{"room-small-more", look.Light, fyne.NewSize(1024, 612), "text", keys.MoreTools},
		{"room-arrow-heads", look.Light, fyne.NewSize(1280, 772), "arrow", keys.HeadAtEnd},
		{"room-colours-dark", look.Dark, fyne.NewSize(1280, 772), "shape", keys.StrokePicker},
		{"room-fonts", look.Light, fyne.NewSize(1280, 772), "shape", keys.FontPicker},
		{"room-parts-dark", look.Dark, fyne.NewSize(1280, 772), "text", keys.Parts},
		{"room-wide", look.Light, fyne.NewSize(1920, 1052), "shape", keys.Find},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, _, _ := room(t)
			fyne.CurrentApp().Settings().SetTheme(look.Theme{Mode: c.mode})
			canvas := fyne.CurrentApp().Driver().CanvasForObject(s.board)
			for _, w := range fyne.CurrentApp().Driver().AllWindows() {
				w.Resize(c.size)
			}
			sketch(s, c.what)
			canvas.Focus(s.board)
			if c.opened != "" {
				s.board.Do(c.opened)
			}
			looktest.Shoot(t, canvas, c.name, c.size)
		})
	}
}
