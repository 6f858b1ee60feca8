package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// notice is one quiet line below the strip that says what is wrong. It takes
// no room while all is well and never takes the keyboard.
type notice struct {
	widget.BaseWidget
	text *look.Paragraph
	box  fyne.CanvasObject
}

func newNotice() *notice {
	n := &notice{text: look.NewParagraph("", look.Body)}
	icon := look.NewIcon(look.IconWarning, look.Behind)
	n.box = look.Pad(container.NewBorder(nil, nil, look.Pad(icon, 0, look.Space8, 0, 0), nil, n.text),
		0, look.Space16, look.Space8, look.Space16)
	n.ExtendBaseWidget(n)
	n.Hide()
	return n
}

// show says text; "" folds the line away.
func (n *notice) show(text string) {
	if text == n.text.Text() {
		return
	}
	n.text.SetText(text)
	if text == "" {
		n.Hide()
	} else {
		n.Show()
	}
}

// CreateRenderer is called by the toolkit.
func (n *notice) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(n.box) }
