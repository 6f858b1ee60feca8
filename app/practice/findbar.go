package practice

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
	"talkthrough/app/whiteboard"
)

// findBar looks for text on the board. It is hidden until it is asked for.
type findBar struct {
	board  *whiteboard.Board
	entry  *findEntry
	count  *look.Label
	object fyne.CanvasObject
}

// findWidth is how wide the words' entry is.
const findWidth = 160

func newFindBar(b *whiteboard.Board) *findBar {
	f := &findBar{board: b, count: look.NewLabel("", look.Caption.In(look.Muted).Figures())}
	f.entry = newFindEntry(f.next, f.close)
	f.entry.SetPlaceHolder("Find on the board")
	f.entry.OnChanged = f.typed
	row := look.HStack(look.Space8,
		look.AtLeast(f.entry, fyne.NewSize(findWidth, 0)), look.Middle(f.count),
		look.NewIconButton(look.IconChevronLeft, look.Hint{Name: "Previous", Key: "Shift+Enter"}, func() { f.next(true) }),
		look.NewIconButton(look.IconChevronRight, look.Hint{Name: "Next", Key: "Enter"}, func() { f.next(false) }),
		look.NewIconButton(look.IconClose, look.Hint{Name: "Close", Key: "Esc"}, f.close))
	card := look.NewCardStyled(row, look.CardStyle{Fill: look.Raised, Padding: look.Space4})
	f.object = container.NewCenter(shielded(card))
	f.object.Hide()
	return f
}

// open shows the bar and gives it the keyboard.
func (f *findBar) open() {
	f.object.Show()
	f.object.MinSize() // has the parts made that are shown for the first time: only those get the keyboard
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.board); c != nil {
		c.Focus(f.entry)
	}
	f.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.typed(f.entry.Text)
}

// close hides the bar; what was found last stays selected.
func (f *findBar) close() {
	f.object.Hide()
	focus(f.board)
}

func (f *findBar) typed(words string) {
	if words == "" {
		f.count.SetText("")
		return
	}
	f.tell(f.board.FindFirst(words))
}

func (f *findBar) next(back bool) {
	if f.entry.Text != "" {
		f.tell(f.board.Find(f.entry.Text, back))
	}
}

func (f *findBar) tell(which, all int) {
	if all == 0 {
		f.count.SetText("None")
		return
	}
	f.count.SetText(fmt.Sprintf("%d of %d", which, all))
}

// findEntry is an entry whose Enter goes on and whose Escape closes.
type findEntry struct {
	widget.Entry
	next  func(back bool)
	close func()
}

func newFindEntry(next func(back bool), closed func()) *findEntry {
	e := &findEntry{next: next, close: closed}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey is called by the toolkit.
func (e *findEntry) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
		e.next(ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0)
	case fyne.KeyEscape:
		e.close()
	default:
		e.Entry.TypedKey(ev)
	}
}
