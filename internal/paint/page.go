package paint

import (
	"image"
	"strings"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

// PageContent is what one page shows of an attempt.
type PageContent struct {
	// Title heads the page; Subtitle (level, date, length) goes under it.
	Title, Subtitle string
	// Prompt is the question as it was asked, in plain text; "" leaves it out.
	Prompt string
	// Notes is Markdown.
	Notes string
	Board []*board.Element
	// Pictures finds what image elements on the board show; nil shows none.
	Pictures Pictures
	// Options as for Notes; Width is ignored.
	Options NotesOptions
}

// The measures of the page, in units. Its proportion is A4's, landscape, and
// it grows downwards when that is not enough.
const (
	pageWidth   = 1600
	pageHeight  = 1131
	pageMargin  = 56
	pageColumn  = 500 // of notes beside the board
	pageGap     = 36
	boardHeight = 700 // where the board lies above the notes
	boardScale  = 1.25
)

// Page sets question, notes and board on one page. The notes stand beside the
// board while they fit the page; longer ones flow below it in three columns.
func Page(c PageContent) *image.RGBA {
	if !(c.Options.Scale > 0) {
		c.Options.Scale = 1
	}
	s := pageSetter{PageContent: c, palette: c.Options.theme().colours()}
	s.notes = noteSetter{NotesOptions: c.Options, page: &s.sheet}
	top := s.header()
	beside := stackOf(notesRows(c.Notes, pageColumn-gutter, s.palette))
	height := float64(pageHeight)
	var frame board.Rect
	if top+beside.height <= pageHeight-pageMargin-30 {
		s.notes.column(beside, pageMargin+14, top)
		frame = board.Rect{
			X: pageMargin + pageColumn + 14 + pageGap, Y: top,
			W: pageWidth - 2*pageMargin - pageColumn - 14 - pageGap, H: pageHeight - pageMargin - 30 - top,
		}
	} else {
		frame = board.Rect{X: pageMargin, Y: top, W: pageWidth - 2*pageMargin, H: s.boardHeight()}
		height = max(height, s.columns(frame.Bottom()+pageGap)+pageMargin+48)
	}
	s.notes.legend(pageMargin, height-pageMargin-12, pageWidth-2*pageMargin)
	s.sheet.frame(frame.X+0.5, frame.Y+0.5, frame.W-1, frame.H-1, 8, s.palette.hairline)

	dst := newPage(pageWidth, height, c.Options.Scale, s.palette.paper)
	s.sheet.onto(dst, c.Options.Scale)
	v := View{Zoom: c.Options.Scale}
	inner := v.Pixels(frame.Inset(4)).Intersect(dst.Rect)
	inset(&Painter{Pictures: c.Pictures}, dst, inner, c.Board, c.Options.theme(), boardScale*c.Options.Scale)
	return dst
}

type pageSetter struct {
	PageContent
	palette *palette
	sheet   sheet
	notes   noteSetter
}

// header sets title, subtitle and question and returns where the rest begins.
func (s *pageSetter) header() float64 {
	const width = pageWidth - 2*pageMargin
	y := float64(pageMargin)
	put := func(f typeset.Font, text string, width float64, muted bool) {
		ink := s.palette.text
		if muted {
			ink = s.palette.muted
		}
		for _, line := range typeset.Wrap(f, strings.TrimSpace(text), width) {
			s.sheet.text(f, line.Text, pageMargin, y+typeset.Baseline(f), ink)
			y += typeset.LineBox(f)
		}
	}
	put(typeset.Font{Weight: typeset.SemiBold, Size: 32, LineHeight: 1.25}, s.Title, width, false)
	if s.Subtitle != "" {
		y += 2
		put(typeset.Font{Size: 16, LineHeight: 1.4}, s.Subtitle, width, true)
	}
	if s.Prompt != "" {
		y += 14
		// A shorter measure than the page's reads better.
		put(typeset.Font{Size: 16, LineHeight: 1.5}, s.Prompt, 1100, false)
	}
	y += 22
	s.sheet.box(pageMargin, y, width, 1, 0, s.palette.hairline)
	return y + 28
}

// boardHeight is how high the board needs to be across the whole page.
func (s *pageSetter) boardHeight() float64 {
	var p Painter
	b := p.Bounds(s.Board, Light)
	if b.Empty() {
		return 160
	}
	zoom := min(boardScale, (pageWidth-2*pageMargin)/b.W)
	return min(max(b.H*zoom+80, 240), boardHeight)
}

// columns flows the notes from y on in three columns of much the same height
// and returns where the longest ends.
func (s *pageSetter) columns(y float64) float64 {
	const count = 3
	const column = (pageWidth-2*pageMargin-(count-1)*pageGap)/count - 14
	rows := notesRows(s.Notes, column-gutter, s.palette)
	bottom := y
	for i, part := range balance(rows, count) {
		x := pageMargin + 14 + float64(i)*(column+14+pageGap)
		s.notes.column(part, x, y)
		bottom = max(bottom, y+part.height)
	}
	return bottom
}

// balance cuts rows into at most n stacks, in order, the highest of which is
// as low as can be. A row that keeps with the next is not cut off from it.
func balance(rows []row, n int) []stack {
	low, high := 0.0, stackOf(rows).height
	best := []stack{stackOf(rows)}
	for range 24 {
		limit := (low + high) / 2
		if parts, ok := split(rows, n, limit); ok {
			best, high = parts, limit
		} else {
			low = limit
		}
	}
	return best
}

// split fills stacks up to limit; false when n are not enough.
func split(rows []row, n int, limit float64) ([]stack, bool) {
	var parts []stack
	for start := 0; start < len(rows); {
		if len(parts) == n {
			return nil, false
		}
		end, height := start, 0.0
		for end < len(rows) {
			step := rows[end].height
			if end > start {
				step += rows[end].gap
			}
			if height+step > limit {
				break
			}
			height += step
			end++
		}
		for end > start && end < len(rows) && rows[end-1].keep {
			end--
		}
		if end == start {
			return nil, false
		}
		parts = append(parts, stackOf(rows[start:end]))
		start = end
	}
	return parts, true
}
