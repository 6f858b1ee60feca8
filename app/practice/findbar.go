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

// findWidth is how wide the words' entry is, countWidth the room for what was
// found, findAbove how far the bar is from the board's lower edge.
const (
	findWidth  = 152
	countWidth = 56
	findAbove  = 64
)

func newFindBar(b *whiteboard.Board) *findBar {
	f := &findBar{board: b, count: look.NewLabel("", look.Caption.In(look.Muted).Figures())}
	f.entry = newFindEntry(f.next, f.close)
	f.entry.SetPlaceHolder("Find on the board")
	f.entry.OnChanged = f.typed
	row := look.HStack(look.Space8,
		look.AtLeast(f.entry, fyne.NewSize(findWidth, 0)), look.Middle(look.AtLeast(f.count, fyne.NewSize(countWidth, 0))),
		look.NewIconButton(look.IconChevronLeft, look.Hint{Name: "Previous", Key: "Shift+Enter"}, func() { f.next(true) }),
		look.NewIconButton(look.IconChevronRight, look.Hint{Name: "Next", Key: "Enter"}, func() { f.next(false) }),
		look.NewIconButton(look.IconClose, look.Hint{Name: "Close", Key: "Esc"}, f.close))
	card := look.NewCardStyled(row, look.CardStyle{Fill: look.Raised, Padding: look.Space4})
	f.object = shielded(card)
	f.object.Hide()
	return f
}

// above returns the board with the bar floating over its lower edge. The bar has
// its place also while it is hidden: the toolkit lays nothing out anew that is
// shown.
func (f *findBar) above(b fyne.CanvasObject) fyne.CanvasObject {
	return container.New(findPlace{}, b, f.object)
}

// findPlace fills the place with the board and floats the bar over it.
type findPlace struct{}

func (findPlace) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (findPlace) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	bar := o[1].MinSize()
	o[1].Resize(bar)
	o[1].Move(fyne.NewPos(max((size.Width-bar.Width)/2, 0), size.Height-bar.Height-findAbove))
}

// open shows the bar and gives it the keyboard.
func (f *findBar) open() {
	f.object.Show()
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
