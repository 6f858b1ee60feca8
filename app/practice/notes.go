package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/session"
)

// notes is where Markdown is typed. Each change is recorded the moment it is
// made.
type notes struct {
	object fyne.CanvasObject
	entry  *noteEntry
	text   string // as recorded
	record func(session.Note)
	phase  int // the current one; -1 before it is known
	mark   *agendaMark
}

func newNotes(text string, record func(session.Note), do func(string) bool) *notes {
	n := &notes{text: text, record: record, entry: newNoteEntry(do), phase: -1}
	n.mark = newAgendaMark(n)
	n.entry.moved = n.mark.place
	n.entry.SetText(text)
	n.entry.OnChanged = n.changed
	agenda := look.NewIconButton(look.IconNotes, look.Hint{Name: "Lay down the agenda", Key: keys.Hint(keys.Agenda)}, func() { do(keys.Agenda) })
	head := container.NewBorder(nil, nil,
		look.Middle(look.NewLabel("Notes", look.Caption.Strong().In(look.Muted))), look.Middle(agenda))
	n.object = look.NewPanel(container.NewBorder(
		look.Pad(head, look.Space4, look.Space8, 0, look.Space16), nil, nil, nil,
		look.Pad(n.mark.beside(look.Pad(look.Borderless(n.entry), 0, 0, 0, look.Space12)), 0, look.Space4, look.Space4, 0)))
	return n
}

func (n *notes) changed(text string) {
	c := session.Change(n.text, text)
	n.text = text
	if c.Del > 0 || c.Ins != "" {
		n.record(c)
	}
	n.mark.place()
}

// held is a text that is pasted without touching the clipboard: pasting is the
// one way to insert more than a rune that the entry's undo knows.
type held string

func (h held) Content() string   { return string(h) }
func (h held) SetContent(string) {}

// noteEntry is the entry; keys it has no use for go to the interview.
type noteEntry struct {
	widget.Entry
	do     func(string) bool
	caret  caret
	scroll *container.Scroll // the entry's own; nil until it is shown
	moved  func()            // the rows are elsewhere
}

func newNoteEntry(do func(string) bool) *noteEntry {
	e := &noteEntry{do: do}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.SetPlaceHolder("Scale, requirements, decisions.\nKeep it short: talking counts.\n\n" + keys.Hint(keys.Agenda) + " lays down the agenda.")
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey passes bare function keys on.
func (e *noteEntry) TypedKey(ev *fyne.KeyEvent) {
	if functionKey(ev, e.do) {
		return
	}
	if ev.Name == fyne.KeyBackspace {
		e.caret.typed(&e.Entry, -1, func() { e.Entry.TypedKey(ev) })
		return
	}
	e.caret.restore(&e.Entry)
	e.Entry.TypedKey(ev)
}

// TypedRune types where the last rune was typed.
func (e *noteEntry) TypedRune(r rune) {
	e.caret.typed(&e.Entry, 1, func() { e.Entry.TypedRune(r) })
}

// TypedShortcut pastes where the last rune was typed, and passes on what steers
// the interview.
func (e *noteEntry) TypedShortcut(s fyne.Shortcut) {
	if steers(s, e.do) {
		return
	}
	e.caret.restore(&e.Entry)
	e.Entry.TypedShortcut(s)
}

// focus gives a widget the keyboard.
func focus(w fyne.Focusable) {
	o, ok := w.(fyne.CanvasObject)
	if !ok {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(w)
	}
}
