package practice

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestOpacitySlidesInOneStep(t *testing.T) {
	s, _, _ := room(t)
	box := drawBox(s)
	var slider *opacity
	for _, row := range s.tools.style.seen() {
		for _, c := range row {
			if o, ok := c.(*opacity); ok {
				slider = o
			}
		}
	}
	slider.Resize(slider.MinSize())
	at := func(x float32) fyne.PointEvent { return fyne.PointEvent{Position: fyne.NewPos(x, 12)} }
	slider.MouseDown(&desktop.MouseEvent{PointEvent: at(100), Button: desktop.MouseButtonPrimary})
	for x := float32(90); x >= 0; x -= 10 {
		slider.Dragged(&fyne.DragEvent{PointEvent: at(x)})
	}
	if got := s.scene().Get(box.ID).Opacity; got != 100 {
		t.Errorf("while it is slid the box is %d %% strong", got)
	}
	slider.Dragged(&fyne.DragEvent{PointEvent: at(opacityKnob + (slider.Size().Width-opacityNumber-2*opacityKnob)*0.41)})
	slider.MouseUp(&desktop.MouseEvent{PointEvent: at(40), Button: desktop.MouseButtonPrimary})
	slider.DragEnd()
	if got := s.scene().Get(box.ID).Opacity; got != 40 {
		t.Errorf("slid to 41 %% of the way it is %d %% strong", got)
	}
	slider.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if got := s.scene().Get(box.ID).Opacity; got != 50 {
		t.Errorf("one key more it is %d %% strong", got)
	}
	s.board.Undo()
	s.board.Undo()
	if got := s.scene().Get(box.ID).Opacity; got != 100 {
		t.Errorf("two steps back it is %d %% strong", got)
	}
}
