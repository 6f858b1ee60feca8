package whiteboard

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
	"talkthrough/internal/board"
)

// Pictures of what lies above the board, kept where TALKTHROUGH_SHOTS points.
func TestWhatLiesAboveTheBoardIsDrawn(t *testing.T) {
	for word, mode := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
		for name, do := range map[string]func(*testing.T, *hand){
			"sprouts": func(t *testing.T, h *hand) {
				e := h.draws(t, Rectangles, 400, 300, 560, 380)
				h.draws(t, Diamonds, 100, 100, 220, 180)
				h.Select(e.ID)
				h.at = h.sproutAt(board.Rightward)
				h.MouseMoved(h.event())
			},
			"laser": func(t *testing.T, h *hand) {
				h.draws(t, Rectangles, 400, 300, 560, 380)
				now := time.Unix(1e9, 0)
				h.laser.now = func() time.Time { return now }
				h.laser.beat = func(func()) func() { return func() {} }
				h.Use(Pointing)
				h.press(250, 250)
				for i := range 40 {
					now = now.Add(20 * time.Millisecond)
					h.at = fyne.NewPos(250+float32(i)*9, 250+float32((i-20)*(i-20))/2)
					ev := &fyne.DragEvent{}
					ev.Position = h.at
					h.Dragged(ev)
				}
				h.laser.step()
			},
			"frame": func(t *testing.T, h *hand) {
				h.draws(t, Rectangles, 300, 300, 420, 380)
				h.draws(t, Ellipses, 500, 300, 620, 380)
				h.draws(t, Arrows, 420, 340, 500, 340)
				f := h.draws(t, Frames, 250, 200, 700, 480)
				h.commit(board.SetFrameName(h.scene, f.ID, "Serving path"))
			},
			"naming": func(t *testing.T, h *hand) {
				h.draws(t, Frames, 250, 200, 700, 480)
				h.keys(fyne.KeyReturn)
				h.write("Serving")
			},
			"framebind": func(t *testing.T, h *hand) {
				h.draws(t, Frames, 250, 200, 700, 480)
				h.Use(Arrows)
				h.press(850, 300)
				h.to(702, 320)
			},
			"lasso": func(t *testing.T, h *hand) {
				h.draws(t, Rectangles, 300, 300, 420, 380)
				h.draws(t, Ellipses, 500, 300, 620, 380)
				h.lasso()
				h.press(250, 250)
				h.to(460, 240)
				h.to(560, 330)
				h.to(470, 420)
				h.to(260, 400)
			},
			"points": func(t *testing.T, h *hand) {
				l := h.draws(t, Lines, 200, 300, 700, 300)
				h.drag(450, 300, 450, 180)
				h.Select(l.ID)
			},
			"elbow": func(t *testing.T, h *hand) {
				h.draws(t, Rectangles, 200, 300, 320, 380)
				h.draws(t, Rectangles, 600, 150, 720, 230)
				h.SetArrowKind(board.ElbowArrow)
				a := h.draws(t, Arrows, 320, 340, 600, 190)
				h.Select(a.ID)
			},
			"guides": func(t *testing.T, h *hand) {
				h.draws(t, Rectangles, 200, 200, 320, 280)
				h.draws(t, Rectangles, 400, 200, 520, 280)
				h.draws(t, Rectangles, 605, 330, 725, 410)
				h.press(605, 370)
				h.to(602, 244)
			},
			"turned": func(t *testing.T, h *hand) {
				e := h.draws(t, Cylinders, 400, 300, 520, 420)
				h.commit(board.Rotate(h.scene, []string{e.ID}, 0.4))
			},
		} {
			h := atBoard(t)
			test.ApplyTheme(t, look.Theme{Mode: mode})
			do(t, h)
			looktest.Shoot(t, fyne.CurrentApp().Driver().CanvasForObject(h.Board), "board-"+name+"-"+word, fyne.NewSize(1000, 800))
		}
	}
}
