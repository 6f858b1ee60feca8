package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
)

// newNotice is a quiet line that says what is wrong until it is dismissed.
// gone is called then, so that what is round it can close up.
func newNotice(text string, gone func()) fyne.CanvasObject {
	line := look.VStack(0)
	dismiss := look.NewIconButton(look.IconClose, look.Hint{Name: "Dismiss"}, func() {
		line.Hide()
		gone()
	})
	words := container.NewBorder(nil, nil,
		look.Pad(look.Middle(look.NewIcon(look.IconWarning, look.Behind)), 0, look.Space8, 0, 0), look.Middle(dismiss),
		container.New(settled{}, look.NewParagraph(text, look.Caption)))
	line.Add(look.Pad(words, look.Space4, look.Space16, look.Space4, look.Space16))
	line.Add(look.NewRule())
	return line
}

// settled centres its one object, which wraps, by the height it has once it
// knows its width.
type settled struct{}

func (settled) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (settled) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	height := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[0].Move(fyne.NewPos(0, (size.Height-height)/2))
}
