package practice

import "fyne.io/fyne/v2"

// styleBarLayout makes the bar as high as what is in it, or as there is room;
// the second object, which is there when the bar is folded, keeps its size.
type styleBarLayout struct{ column fyne.CanvasObject }

// barInset is the room around what is in the bar, barWidth that of six slots.
const (
	barInset = 8
	barWidth = 6*slotEdge + 5*slotGap
)

func (l *styleBarLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(barWidth+2*barInset, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

func (l *styleBarLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	wanted := l.column.MinSize().Height + 2*barInset
	o[0].Resize(fyne.NewSize(barWidth+2*barInset, min(wanted, size.Height)))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(o[1].MinSize())
	o[1].Move(fyne.NewPos(0, 0))
}
