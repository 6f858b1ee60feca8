package review

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
)

// stripTime is how long the strip asks, or says something.
const stripTime = 4 * time.Second

// evidenceStrip is a quiet strip at the bottom of the page: it asks for one of
// the eight dimensions, or says what was done, and goes by itself.
type evidenceStrip struct {
	screen *Screen
	object *fyne.Container
	list   *keyList
	words  *look.Label
	asked  *look.Label
	choose fyne.CanvasObject
	line   fyne.CanvasObject
	answer func(dimension int)

	before fyne.Focusable // who had the keyboard
	cancel func()
}

func newEvidenceStrip(s *Screen, answer func(dimension int)) *evidenceStrip {
	e := &evidenceStrip{screen: s, answer: answer}
	e.words = look.NewLabel("", look.Body)
	e.asked = look.NewLabel("", look.Caption.In(look.Muted))
	grid := container.NewGridWithColumns(4)
	for i, d := range interview.Rubric {
		number := fmt.Sprint(i + 1)
		b := newFlatButton(number+"  "+d.Name, look.Hint{Name: "Evidence for " + d.Name, Key: number}, func() { e.answers(i) })
		grid.Add(b)
	}
	e.choose, e.line = look.VStack(look.Space4, look.Pad(e.asked, 0, 0, 0, look.Space8), grid), look.Pad(e.words, 0, look.Space8, 0, look.Space8)
	e.list = newKeyList(container.NewStack(e.choose, e.line), e.press, nil)
	card := look.NewCardStyled(e.list, look.CardStyle{Fill: look.Raised, Padding: look.Space8})
	e.object = container.New(lowerMiddle{}, card)
	e.object.Hide()
	return e
}

// lowerMiddle puts its one object at the middle of the lower edge, as small as
// it can be.
type lowerMiddle struct{}

func (lowerMiddle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (lowerMiddle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	least := objects[0].MinSize()
	objects[0].Resize(least)
	objects[0].Move(fyne.NewPos((size.Width-least.Width)/2, size.Height-least.Height-look.Space12))
}

// ask takes the keyboard until it is answered, but lets through what is not for
// it.
func (e *evidenceStrip) ask(words string) {
	e.asked.SetText(words)
	e.show(e.choose, e.line)
	c := e.canvas()
	if c == nil {
		return
	}
	if c.Focused() != e.list {
		e.before = c.Focused()
	}
	c.Focus(e.list)
}

// say says what was done.
func (e *evidenceStrip) say(words string) {
	e.giveBack()
	e.words.SetText(words)
	e.show(e.line, e.choose)
}

func (e *evidenceStrip) show(this, not fyne.CanvasObject) {
	not.Hide()
	this.Show()
	e.object.Show()
	e.object.Refresh()
	if e.cancel != nil {
		e.cancel()
	}
	e.cancel = e.screen.after(stripTime, e.close)
}

func (e *evidenceStrip) press(ev *fyne.KeyEvent) {
	switch n := digit(ev.Name); {
	case n > 0 && n <= interview.DimensionCount && e.choose.Visible():
		e.answers(n - 1)
	case ev.Name == fyne.KeyEscape:
		e.close()
	default:
		e.screen.Key(ev)
	}
}

func (e *evidenceStrip) answers(dimension int) {
	e.giveBack()
	e.answer(dimension)
}

// close takes the strip away.
func (e *evidenceStrip) close() {
	if e.cancel != nil {
		e.cancel()
		e.cancel = nil
	}
	e.giveBack()
	e.object.Hide()
}

// giveBack returns the keyboard to who had it before it was asked.
func (e *evidenceStrip) giveBack() {
	c := e.canvas()
	if c == nil || c.Focused() != e.list {
		return
	}
	if e.before != nil {
		c.Focus(e.before)
	} else {
		c.Focus(e.screen.wave)
	}
	e.before = nil
}

func (e *evidenceStrip) canvas() fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(e.screen.wave)
}

// after has do run on the UI thread in a while, unless the screen was left or
// cancel is called first.
func (s *Screen) after(d time.Duration, do func()) (cancel func()) {
	if s.parts.after != nil {
		return s.parts.after(d, do)
	}
	timer := time.AfterFunc(d, func() { s.postIfThere(do) })
	return func() { timer.Stop() }
}
