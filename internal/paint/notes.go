package paint

import (
	"image"
	"strconv"
	"strings"

	"talkthrough/internal/typeset"
)

// NotesOptions says how notes are set.
type NotesOptions struct {
	// Width of the page in units; 0 means 760.
	Width int
	// Scale is pixels per unit; 0 means 1.
	Scale float64
	Dark  bool
	// PhaseOf gives the phase, 0 to 7, in which a line of the source (counted
	// from 0) was written, or -1; nil leaves the margin empty.
	PhaseOf func(line int) int
	// PhaseNames, where given, explain the margin's colours and numbers below
	// the notes. Only phases that occur are listed.
	PhaseNames []string
}

func (o NotesOptions) theme() Theme {
	if o.Dark {
		return Dark
	}
	return Light
}

const (
	defaultNotesWidth = 760
	notesMargin       = 32
	gutter            = 22 // between the phase bar and the text
	barWidth          = 4
	emptyNotes        = "No notes were written."
)

// Notes lays Markdown out on one page as long as it needs, with a bar in the
// margin that shows by colour and number in which phase each line was written.
func Notes(md string, o NotesOptions) *image.RGBA {
	if o.Width <= 0 {
		o.Width = defaultNotesWidth
	}
	if !(o.Scale > 0) {
		o.Scale = 1
	}
	p := o.theme().colours()
	width := max(float64(o.Width)-2*notesMargin-gutter, narrowest)
	var page sheet
	rows := stackOf(notesRows(md, width, p))
	n := noteSetter{NotesOptions: o, page: &page}
	n.column(rows, notesMargin, notesMargin)
	height := n.legend(notesMargin+gutter, notesMargin+rows.height+22, width)
	dst := newPage(float64(o.Width), height+notesMargin, o.Scale, p.paper)
	page.onto(dst, o.Scale)
	return dst
}

// notesRows is the notes as rows, or a word that there are none.
func notesRows(md string, width float64, p *palette) []row {
	if strings.TrimSpace(md) != "" {
		return setMarkdown(md, width, p)
	}
	font := typeset.Font{Size: bodySize, LineHeight: bodyLine}
	r := row{height: typeset.LineBox(font), line: -1}
	r.sheet.text(font, emptyNotes, 0, typeset.Baseline(font), p.muted)
	return []row{r}
}

// noteSetter places laid-out notes on a page.
type noteSetter struct {
	NotesOptions
	page *sheet
	met  [len(PhaseHues)]bool
}

// column draws rows with their margin at x.
func (n *noteSetter) column(s stack, x, y float64) {
	n.bars(s, x, y)
	s.onto(n.page, x+gutter, y, n.theme().colours().hairline)
}

// bars draws one bar per run of rows from the same phase, its number beside
// its top.
func (n *noteSetter) bars(s stack, x, y float64) {
	font := typeset.Font{Weight: typeset.SemiBold, Size: 10, LineHeight: 1.5}
	for i := 0; i < len(s.rows); {
		phase := n.phase(s.rows[i])
		j := i + 1
		for j < len(s.rows) && (n.phase(s.rows[j]) == phase || s.rows[j].line < 0) {
			j++
		}
		if phase >= 0 {
			n.met[phase] = true
			top, bottom := y+s.tops[i], y+s.tops[j-1]+s.rows[j-1].height
			// Short of the rows at both ends, so that neighbouring bars stay apart.
			n.page.box(x, top+1.5, barWidth, bottom-top-3, barWidth/2, n.theme().PhaseHue(phase))
			label := strconv.Itoa(phase + 1)
			at := x - 7 - typeset.Advance(font, label)
			n.page.text(font, label, at, top+typeset.Baseline(font)+1, n.theme().colours().muted)
		}
		i = j
	}
}

// phase is the phase of a row, or -1.
func (n *noteSetter) phase(r row) int {
	if n.PhaseOf == nil || r.line < 0 {
		return -1
	}
	if phase := n.PhaseOf(r.line); phase >= 0 && phase < len(PhaseHues) {
		return phase
	}
	return -1
}

// legend names the phases met, in rows of at most width from (x, y) on, and
// returns where the page goes on below.
func (n *noteSetter) legend(x, y, width float64) float64 {
	font := typeset.Font{Size: 12, LineHeight: 1.6}
	left, line := x, typeset.LineBox(font)
	drawn := false
	for i, met := range n.met {
		if !met || i >= len(n.PhaseNames) {
			continue
		}
		label := strconv.Itoa(i+1) + "  " + n.PhaseNames[i]
		wide := 14 + typeset.Advance(font, label) + 18
		if left > x && left+wide-18 > x+width {
			left, y = x, y+line
		}
		n.page.box(left, y+line/2-4, 8, 8, 2, n.theme().PhaseHue(i))
		n.page.text(font, label, left+14, y+typeset.Baseline(font), n.theme().colours().muted)
		left += wide
		drawn = true
	}
	if !drawn {
		return y - 22
	}
	return y + line
}
