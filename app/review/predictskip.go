package review

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// reasonField is where somebody says why nothing is predicted. Enter takes it,
// Escape leaves it.
type reasonField struct {
	widget.Entry
	kept func(reason string)
	left func()
}

func newReasonField(kept func(string), left func()) *reasonField {
	f := &reasonField{kept: kept, left: left}
	f.ExtendBaseWidget(f)
	f.PlaceHolder = "Why not this time?"
	return f
}

// TypedKey is called by the toolkit.
func (f *reasonField) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		f.left()
	case fyne.KeyReturn, fyne.KeyEnter:
		f.keep()
	default:
		f.Entry.TypedKey(ev)
	}
}

func (f *reasonField) keep() { f.kept(strings.TrimSpace(f.Text)) }

// skipping is the way past the prediction: a quiet button, and the field that
// asks why in its place.
type skipping struct {
	object fyne.CanvasObject
	button *look.Button
	field  *reasonField
	line   fyne.CanvasObject
	back   func() // gives the keyboard back
}

// newSkipping returns the way; kept gets the reason, which may be empty.
func newSkipping(kept func(reason string), back func()) *skipping {
	s := &skipping{back: back}
	s.button = look.NewButton("Skip this once…", look.Quiet, s.open)
	s.button.SetHint(look.Hint{Name: "See the replay without a prediction, and say why"})
	s.field = newReasonField(kept, s.close)
	skip := look.NewButton("Skip", look.Plain, s.field.keep)
	s.line = container.NewBorder(nil, nil, nil, look.Pad(look.Middle(skip), 0, 0, 0, look.Space8), look.AtLeast(s.field, fyne.NewSize(260, look.ControlHeight)))
	s.line.Hide()
	s.object = container.NewStack(look.Middle(look.HStack(0, s.button)), look.Middle(s.line))
	return s
}

// open asks for the reason.
func (s *skipping) open() {
	c := fyne.CurrentApp().Driver().CanvasForObject(s.button) // the field was in none yet
	s.button.Hide()
	s.line.Show()
	if c != nil {
		c.Focus(s.field)
	}
}

// close asks no more.
func (s *skipping) close() {
	s.line.Hide()
	s.button.Show()
	s.back()
}
