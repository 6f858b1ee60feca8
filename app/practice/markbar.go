package practice

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/session"
)

// wordFor is how long a word for a mark is asked for, unless it is being typed.
const wordFor = 3 * time.Second

// markBar flags this very moment, as good or unclear, and takes one word for it
// if somebody has one to spare. Nothing waits for the word: the mark is set.
type markBar struct {
	object fyne.CanvasObject
	last   *look.Label
	word   *field
	keep   func(mark time.Duration, word string)

	set   bool // a mark was set
	mark  time.Duration
	said  string    // of the mark, such as "Unclear at 12:41"
	until time.Time // when the word is no longer asked for
}

func newMarkBar(do func(string) bool, keep func(mark time.Duration, word string)) *markBar {
	b := &markBar{keep: keep, last: look.NewLabel("Marks lead back here in the replay", look.Caption.In(look.Muted).Cut())}
	button := func(name, id string) *look.Button {
		press := look.NewButton(name, look.Plain, func() { do(id) })
		press.SetHint(look.Hint{Name: keys.For(id).Label, Key: keys.Hint(id)})
		return press
	}
	b.word = newField("", do)
	b.word.key = b.typedKey
	b.word.gone = b.keepWord
	b.word.Hide()
	b.object = look.VStack(look.Space4,
		container.New(marksRow{}, button("Good", keys.MarkGood), button("Unclear", keys.MarkUnclear), button("Stuck", keys.Stuck)),
		look.AtLeast(container.NewStack(look.Middle(b.last), b.word), fyne.NewSize(0, look.ControlHeight)))
	return b
}

// marksRow puts the buttons side by side, each as much wider than it must be as
// the others.
type marksRow struct{}

func (marksRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(float32(len(o)-1)*look.Space8, 0)
	for _, button := range o {
		least := button.MinSize()
		size = fyne.NewSize(size.Width+least.Width, max(size.Height, least.Height))
	}
	return size
}

func (r marksRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	more, x := (size.Width-r.MinSize(o).Width)/float32(len(o)), float32(0)
	for _, button := range o {
		width := button.MinSize().Width + more
		button.Resize(fyne.NewSize(width, size.Height))
		button.Move(fyne.NewPos(x, 0))
		x += width + look.Space8
	}
}

// marked says that a mark was set at a session time, when the clock showed
// elapsed, and asks for a word.
func (b *markBar) marked(kind string, mark, elapsed time.Duration, now time.Time) {
	name := "Good"
	if kind == session.Unclear {
		name = "Unclear"
	}
	b.set, b.mark, b.said = true, mark, name+" at "+look.Time(elapsed)
	b.last.SetText(b.said)
	b.offer(now)
}

// offer asks for a word for the last mark.
func (b *markBar) offer(now time.Time) {
	b.until = now.Add(wordFor)
	b.word.SetPlaceHolder(b.said + ": add a word…")
	b.last.Hide()
	b.word.Show()
}

// takeWord gives the keyboard to the word for the last mark, if there is one.
func (b *markBar) takeWord(now time.Time) {
	if b.set {
		b.offer(now)
		b.word.take()
	}
}

// show puts the field away once it has waited long enough.
func (b *markBar) show(now time.Time) {
	if b.word.Visible() && !b.typing() && !now.Before(b.until) {
		b.word.Hide()
		b.last.Show()
	}
}

// typing reports whether the word has the keyboard.
func (b *markBar) typing() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(b.word)
	return c != nil && c.Focused() == fyne.Focusable(b.word)
}

func (b *markBar) typedKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.keepWord()
	case fyne.KeyEscape:
		b.word.SetText("")
	default:
		return false
	}
	b.until = time.Time{}
	b.word.giveBack()
	b.show(time.Now())
	return true
}

// keepWord keeps what was typed for the mark.
func (b *markBar) keepWord() {
	word := strings.TrimSpace(b.word.Text)
	if word == "" {
		return
	}
	b.word.SetText("")
	b.last.SetText(b.said + ": " + word)
	b.keep(b.mark, word)
}
