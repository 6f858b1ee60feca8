package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/review"
)

// markWord asks for the word of a mark, below the waveform in the place of the
// notice. Nothing stops for it.
type markWord struct {
	screen *Screen
	object *fyne.Container
	field  *noteEntry // nil while no word is written
}

func newMarkWord(s *Screen) *markWord {
	return &markWord{screen: s, object: container.NewStack()}
}

// ask opens the field for a mark; Return keeps the word, Escape does not.
func (w *markWord) ask(mark review.Mark, name string) {
	c := fyne.CurrentApp().Driver().CanvasForObject(w.screen.wave)
	if c == nil {
		return
	}
	w.screen.bar.setBrief("", nil)
	e := newNoteEntry(keys.WordOfMark, w.close)
	e.SetPlaceHolder("A word for " + name)
	e.SetText(mark.Word)
	e.OnSubmitted = func(text string) {
		w.close()
		w.screen.write(func(r *review.Review) error { return r.WordMark(mark.At, text) })
	}
	w.field = e
	w.object.Objects = []fyne.CanvasObject{look.Middle(e)}
	w.object.Refresh()
	w.screen.bar.renew()
	c.Focus(e)
}

// close takes the field away and gives the keyboard back to the replay.
func (w *markWord) close() {
	if w.field == nil {
		return
	}
	w.field, w.object.Objects = nil, nil
	w.object.Refresh()
	w.screen.bar.renew()
	if c := fyne.CurrentApp().Driver().CanvasForObject(w.screen.wave); c != nil {
		w.screen.Focus(c)
	}
}
