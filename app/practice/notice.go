package practice

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

const (
	// noticeFor is how long a notice stays; the header goes on saying in a
	// word how things stand.
	noticeFor = 12 * time.Second
	// noticeWidth is the card's width, noticeAbove its distance from the
	// room's lower edge, where the board's bars are, that for finding included.
	noticeWidth = 420
	noticeAbove = 112
)

// notice is a small card above the room's lower edge that says what has just
// gone wrong. It moves nothing, never takes the keyboard, and goes by itself or
// at a click.
type notice struct {
	widget.BaseWidget
	text  *look.Paragraph
	card  fyne.CanvasObject
	said  string    // what was wrong when last told
	since time.Time // when that began
}

func newNotice() *notice {
	n := &notice{text: look.NewParagraph("", look.Body)}
	icon := look.Middle(look.NewIcon(look.IconWarning, look.Behind))
	n.card = look.NewCardStyled(container.NewBorder(nil, nil, look.Pad(icon, 0, look.Space12, 0, 0), nil, n.text),
		look.CardStyle{Fill: look.Raised, Padding: look.Space12})
	n.ExtendBaseWidget(n)
	n.Hide()
	return n
}

// show says what is wrong at a moment, "" when nothing is. A lasting notice
// stays as long as it is true.
func (n *notice) show(text string, lasting bool, now time.Time) {
	if text != n.said {
		n.said, n.since = text, now
		n.text.SetText(text)
	}
	visible := text != "" && (lasting || now.Sub(n.since) < noticeFor)
	if visible == n.Visible() {
		return
	}
	if visible {
		n.Show()
	} else {
		n.Hide()
	}
}

// Tapped puts the notice away.
func (n *notice) Tapped(*fyne.PointEvent) {
	n.since = time.Time{}
	n.Hide()
}

// CreateRenderer is called by the toolkit.
func (n *notice) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(n.card) }

// above returns the room with the notice floating over it.
func (n *notice) above(room fyne.CanvasObject) fyne.CanvasObject {
	return container.New(noticeLayout{}, room, n)
}

// noticeLayout fills the place with the room and floats the notice over it.
type noticeLayout struct{}

func (noticeLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (noticeLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	width := min(noticeWidth, size.Width-2*look.Space16)
	// A paragraph knows its height once it has its width.
	o[1].Resize(fyne.NewSize(width, o[1].MinSize().Height))
	height := o[1].MinSize().Height
	o[1].Resize(fyne.NewSize(width, height))
	o[1].Move(fyne.NewPos((size.Width-width)/2, size.Height-height-noticeAbove))
}
