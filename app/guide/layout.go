package guide

import "fyne.io/fyne/v2"

const (
	sideWidth   float32 = 300
	narrowWidth float32 = 820 // below it the list goes above the page
)

// beside puts the first object at the left of the second, with the third as a
// hairline between, or above it where there is no room for both.
type beside struct{}

func (beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	side, page := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(side.Width, page.Width), side.Height+page.Height+1)
}

func (beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	side, page, rule := o[0], o[1], o[2]
	if size.Width < narrowWidth {
		height := max(side.MinSize().Height, size.Height*0.3)
		side.Move(fyne.NewPos(0, 0))
		side.Resize(fyne.NewSize(size.Width, height))
		rule.Move(fyne.NewPos(0, height))
		rule.Resize(fyne.NewSize(size.Width, 1))
		page.Move(fyne.NewPos(0, height+1))
		page.Resize(fyne.NewSize(size.Width, size.Height-height-1))
		return
	}
	side.Move(fyne.NewPos(0, 0))
	side.Resize(fyne.NewSize(sideWidth, size.Height))
	rule.Move(fyne.NewPos(sideWidth, 0))
	rule.Resize(fyne.NewSize(1, size.Height))
	page.Move(fyne.NewPos(sideWidth+1, 0))
	page.Resize(fyne.NewSize(size.Width-sideWidth-1, size.Height))
}
