package practice

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ desktop.Mouseable = (*shield)(nil)
	_ fyne.Draggable    = (*shield)(nil)
)

// shield keeps the mouse from the board beneath a bar: pressing beside a button
// draws nothing and lets no selection go.
type shield struct{ widget.BaseWidget }

// shielded is content that the mouse does not get through.
func shielded(content fyne.CanvasObject) fyne.CanvasObject {
	s := &shield{}
	s.ExtendBaseWidget(s)
	return container.NewStack(s, content)
}

// MouseDown is called by the toolkit.
func (*shield) MouseDown(*desktop.MouseEvent) {}

// MouseUp is called by the toolkit.
func (*shield) MouseUp(*desktop.MouseEvent) {}

// Dragged is called by the toolkit.
func (*shield) Dragged(*fyne.DragEvent) {}

// DragEnd is called by the toolkit.
func (*shield) DragEnd() {}

// CreateRenderer is called by the toolkit.
func (s *shield) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
