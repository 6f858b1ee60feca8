package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Sheet is a question or a note above the window that waits for an answer.
type Sheet struct {
	popup   *widget.PopUp
	onClose func()
}

// NewSheet returns a sheet with a title, content and a row of buttons, the last
// of which is the usual answer. It is not shown yet. Buttons close nothing by
// themselves: what they do calls Hide.
func NewSheet(over fyne.Canvas, title string, content fyne.CanvasObject, buttons ...fyne.CanvasObject) *Sheet {
	row := container.New(layout.NewCustomPaddedHBoxLayout(Space8), layout.NewSpacer())
	for _, b := range buttons {
		row.Add(b)
	}
	foot := fyne.CanvasObject(row)
	if len(buttons) == 0 {
		foot = nil
	}
	head := Pad(NewLabel(title, Title), 0, 0, Space12, 0)
	if foot != nil {
		foot = Pad(foot, Space24, 0, 0, 0)
	}
	body := PadAll(container.NewBorder(head, foot, nil, nil, content), Space16)
	return &Sheet{popup: widget.NewModalPopUp(body, over)}
}

// OnClose sets what happens once the sheet is gone.
func (s *Sheet) OnClose(do func()) { s.onClose = do }

// Show shows the sheet, at least as large as size.
func (s *Sheet) Show(size fyne.Size) {
	s.popup.Resize(s.popup.MinSize().Max(size))
	s.popup.Show()
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
