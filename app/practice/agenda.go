package practice

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"talkthrough/internal/interview"
)

// layAgenda puts the headings of the plan's phases that the notes do not have
// yet where the caret is, as one step that the notes' own undo takes back, and
// the caret below the current phase's.
func (n *notes) layAgenda(plan interview.Plan) {
	for i := range plan {
		if interview.HeadingLine(n.text, i) >= 0 {
			plan[i] = 0
		}
	}
	if agenda := plan.Agenda(); agenda != "" {
		before := string([]rune(n.text)[:n.entry.CursorTextOffset()])
		for before != "" && !strings.HasSuffix(before, "\n\n") { // an empty line above
			before, agenda = before+"\n", "\n"+agenda
		}
		n.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: held(agenda)})
	}
	n.goTo(n.phase)
	focus(n.entry)
}

// enter marks the heading of the phase that is current now, and puts the caret
// where its section is written on.
func (n *notes) enter(phase int) {
	if before := n.phase; phase != before {
		n.phase = phase
		if before >= 0 {
			n.goTo(phase)
		}
	}
	n.mark.place() // the entry scrolls to its caret without a word
}

// goOn puts the caret where notes that were taken up again are written on: at the
// end of the current phase's section, or of all that there is.
func (n *notes) goOn() {
	at, ok := sectionEnd(n.text, n.phase)
	if !ok {
		at = utf8.RuneCountInString(n.text)
	}
	n.entry.moveTo(at)
}

// goTo puts the caret at the end of a phase's section; notes without its heading
// leave it where it is.
func (n *notes) goTo(phase int) {
	if at, ok := sectionEnd(n.text, phase); ok {
		n.entry.moveTo(at)
	}
}

// sectionEnd is where a phase's section is written on, in runes: behind the last
// thing that it says, or on the line below its heading.
func sectionEnd(text string, phase int) (at int, ok bool) {
	heading := interview.HeadingLine(text, phase)
	if heading < 0 {
		return 0, false
	}
	offset, line := 0, 0
	for l := range strings.Lines(text) {
		bare := strings.TrimRight(l, " \t\r\n")
		switch {
		case line == heading:
			at = offset + utf8.RuneCountInString(l)
		case line > heading && strings.HasPrefix(bare, "#"):
			return at, true
		case line > heading && bare != "":
			at = offset + utf8.RuneCountInString(bare)
		}
		offset += utf8.RuneCountInString(l)
		line++
	}
	return at, true
}

// moveTo puts the caret before the rune at an offset.
func (e *noteEntry) moveTo(offset int) {
	row, begin := e.rowAt(offset)
	e.caret.restore(&e.Entry)
	e.CursorRow, e.CursorColumn = row, offset-begin
	e.Refresh()
}

// rowAt is the row, as the text is wrapped, on which the rune at an offset
// stands, and the offset of the row's first rune. The toolkit tells the offset
// of the caret alone, so the caret goes down the rows and back.
func (e *noteEntry) rowAt(offset int) (row, begin int) {
	wasRow, wasColumn := e.CursorRow, e.CursorColumn
	defer func() { e.CursorRow, e.CursorColumn = wasRow, wasColumn }()
	for next := 1; ; next++ {
		e.CursorRow, e.CursorColumn = next, 0
		at := e.CursorTextOffset() // 0 below the last row
		if at == 0 || at > offset {
			return row, begin
		}
		row, begin = next, at
	}
}
