package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Sheet is a question or a note above the window that waits for an answer. While
// it is shown one of its buttons has the keyboard: Tab goes from button to
// button, Enter presses the one that has it, Escape takes the sheet away.
type Sheet struct {
	popup   *widget.PopUp
	usual   *Button
	onClose func()
	later   func(func()) // runs on the UI thread when what is under way is done
}

// NewSheet returns a sheet with a title, content and a row of buttons, of which
// there must be one at least; the last is the usual answer, and the one that
// Enter gives. It is not shown yet. Buttons close nothing by themselves: what
// they do calls Hide.
func NewSheet(over fyne.Canvas, title string, content fyne.CanvasObject, buttons ...*Button) *Sheet {
	s := &Sheet{usual: buttons[len(buttons)-1], later: fyne.Do}
	row := container.New(layout.NewCustomPaddedHBoxLayout(Space8), layout.NewSpacer())
	for _, b := range buttons {
		b.OnUnused(s.key)
		b.OnFocus(nil, func() { s.later(s.keepKeyboard) })
		row.Add(b)
	}
	head := Pad(NewLabel(title, Title), 0, 0, Space12, 0)
	body := PadAll(container.NewBorder(head, Pad(row, Space24, 0, 0, 0), nil, nil, content), Space16)
	s.popup = widget.NewModalPopUp(body, over)
	s.popup.Hide()
	return s
}

// key is what a key does that the button with the keyboard has no use for.
func (s *Sheet) key(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		s.Hide()
	}
}

// keepKeyboard gives the keyboard to the usual answer where nobody has it: a
// click beside the buttons takes it away from them.
func (s *Sheet) keepKeyboard() {
	if s.popup.Visible() && s.popup.Canvas.Focused() == nil {
		s.popup.Canvas.Focus(s.usual)
	}
}

// OnClose sets what happens once the sheet is gone.
func (s *Sheet) OnClose(do func()) { s.onClose = do }

// Show shows the sheet, at least as large as size, and gives it the keyboard.
func (s *Sheet) Show(size fyne.Size) {
	s.popup.Resize(s.popup.MinSize().Max(size))
	HideHint(s.popup.Canvas)
	s.popup.Show()
	s.popup.Canvas.Focus(s.usual)
}

// Hide takes the sheet away.
func (s *Sheet) Hide() {
	if !s.popup.Visible() {
		return
	}
	s.popup.Hide()
	if s.onClose != nil {
		s.onClose()
	}
}

// Confirm asks whether to do something: the words say what will happen, the
// button says it in one word. Nothing happens when it is declined.
func Confirm(over fyne.Canvas, title, words, action string, importance Importance, do func()) *Sheet {
	var s *Sheet
	s = NewSheet(over, title, NewParagraph(words, Body.In(Muted)),
		NewButton("Cancel", Plain, func() { s.Hide() }),
		NewButton(action, importance, func() {
			s.Hide()
			do()
		}))
	s.Show(fyne.NewSize(400, 0))
	return s
}

// Inform says something that needs no answer.
func Inform(over fyne.Canvas, title, words string) *Sheet {
	var s *Sheet
	s = NewSheet(over, title, NewParagraph(words, Body.In(Muted)), NewButton("Close", Primary, func() { s.Hide() }))
	s.Show(fyne.NewSize(400, 0))
	return s
}
