package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewVScroll returns content that scrolls up and down. A tooltip goes when the
// page moves away under it. Whoever sets OnScrolled anew calls HideHint there.
func NewVScroll(content fyne.CanvasObject) *container.Scroll {
	s := container.NewVScroll(content)
	s.OnScrolled = func(fyne.Position) { HideHint(fyne.CurrentApp().Driver().CanvasForObject(s)) }
	return s
}
