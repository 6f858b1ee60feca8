package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// scoreNote is the note on a score. Enter keeps it, as does going elsewhere;
// Escape leaves it as it was.
type scoreNote struct {
	widget.Entry
	was  string
	keep func(text string)
	left func()
}

func newScoreNote(text string, keep func(text string), left func()) *scoreNote {
	n := &scoreNote{was: text, keep: keep, left: left}
	n.ExtendBaseWidget(n)
	n.PlaceHolder = "Note"
	n.Text = text
	return n
}

// TypedKey is called by the toolkit.
func (n *scoreNote) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		n.SetText(n.was)
		n.left()
	case fyne.KeyReturn, fyne.KeyEnter:
		n.left() // which keeps it
	default:
		n.Entry.TypedKey(ev)
	}
}

// FocusLost is called by the toolkit.
func (n *scoreNote) FocusLost() {
	n.Entry.FocusLost()
	if n.Text != n.was {
		n.was = n.Text
		n.keep(n.Text)
	}
}
