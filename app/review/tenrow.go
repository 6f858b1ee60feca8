package review

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/insight"
	"talkthrough/internal/review"
)

// tenRow is one part in the list of the ten minutes, with what was decided on
// and noted about it.
type tenRow struct {
	page   *tenPage
	number int
	object *fyne.Container
	row    *look.Row
	sign   *look.Label
	note   *look.Paragraph
	field  *widget.Entry // nil while no note is written
}

func newTenRow(p *tenPage, number int, span insight.Span) *tenRow {
	r := &tenRow{page: p, number: number, sign: look.NewLabel("", look.Caption.Medium()), note: look.NewParagraph("", look.Caption.In(look.Muted))}
	when := look.NewLabel(look.Time(span.Start), look.Body.Figures())
	length := look.NewLabel(look.Time(span.End-span.Start), look.Caption.In(look.Muted).Figures())
	why := look.NewLabel(span.Why, look.Body.Cut())
	line := container.NewBorder(nil, nil, look.AtLeast(look.Middle(when), fyne.NewSize(52, 0)),
		look.HStack(look.Space8, look.Middle(r.sign), look.Middle(length)), look.Middle(why))
	r.row = look.NewRow(look.Pad(line, look.Space8, 0, look.Space8, 0), func() { p.screen.seek(span.Start) })
	r.row.SetHint(look.Hint{Name: "Hear it from here"})
	r.row.OnUnused(func(ev *fyne.KeyEvent) { p.screen.Key(ev) })
	r.note.Hide()
	r.object = look.VStack(0, r.row, look.Pad(r.note, 0, look.Space12, 0, 64))
	return r
}

// show brings the row to what was decided and noted.
func (r *tenRow) show(h review.Highlight) {
	switch h.Decision {
	case review.Keep:
		r.sign.SetStyle(look.Caption.Medium().In(look.Accent))
		r.sign.SetText("kept")
	case review.Skip:
		r.sign.SetStyle(look.Caption.Medium().In(look.Faint))
		r.sign.SetText("dropped")
	default:
		r.sign.SetText("")
	}
	r.note.SetText(h.Note)
	r.note.Hidden = h.Note == "" || r.field != nil
}

// writeNote opens a field for a note; Return keeps it, Escape does not.
func (r *tenRow) writeNote() {
	c := fyne.CurrentApp().Driver().CanvasForObject(r.row)
	if r.field != nil || c == nil {
		return
	}
	h, _ := r.page.decided(r.number)
	e := newNoteEntry(keys.TenNote, func() { r.close() })
	e.SetPlaceHolder("What to remember of this part")
	e.SetText(h.Note)
	e.OnSubmitted = func(text string) {
		r.close()
		r.page.decide(r.number, func(h *review.Highlight) { h.Note = strings.TrimSpace(text) })
	}
	r.field = &e.Entry
	r.note.Hide()
	r.object.Add(look.Pad(e, 0, look.Space12, look.Space8, 64))
	r.page.list.Refresh()
	c.Focus(e)
}

// close takes the field away and gives the keyboard back to the replay.
func (r *tenRow) close() {
	if r.field == nil {
		return
	}
	r.field = nil
	r.object.Remove(r.object.Objects[len(r.object.Objects)-1])
	h, _ := r.page.decided(r.number)
	r.show(h)
	r.page.list.Refresh()
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.row); c != nil {
		r.page.screen.Focus(c)
	}
}

// noteEntry is a line of text that Escape leaves.
type noteEntry struct {
	widget.Entry
	left func()
	by   string // the binding that opened it
	// fresh is whether the letter of the key that opened the field is still to
	// come: the toolkit gives it to who has the keyboard after the key.
	fresh bool
}

func newNoteEntry(by string, left func()) *noteEntry {
	e := &noteEntry{left: left, by: by, fresh: true}
	e.Wrapping = fyne.TextWrapOff
	e.ExtendBaseWidget(e)
	return e
}

// TypedRune is called by the toolkit.
func (e *noteEntry) TypedRune(r rune) {
	opener := e.fresh && strings.EqualFold(string(r), string(keys.For(e.by).Key))
	e.fresh = false
	if !opener {
		e.Entry.TypedRune(r)
	}
}

// TypedKey is called by the toolkit.
func (e *noteEntry) TypedKey(ev *fyne.KeyEvent) {
	e.fresh = false // what comes now is typed into the field
	if ev.Name == fyne.KeyEscape {
		e.left()
		return
	}
	e.Entry.TypedKey(ev)
}

// keysOfTen says the keys of the ten minutes.
func keysOfTen() string {
	var said []string
	for _, id := range []string{keys.TenNext, keys.TenPrevious, keys.TenKeep, keys.TenDrop, keys.TenNote} {
		said = append(said, keys.Hint(id)+" "+strings.ToLower(keys.For(id).Label))
	}
	return strings.Join(said, " · ")
}
