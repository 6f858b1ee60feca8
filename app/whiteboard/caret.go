package whiteboard

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/go-text/typesetting/segmenter"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

// setting is the text being typed as it is laid out, for finding places in it.
type setting struct {
	text  *board.Element
	lines []typeset.Line
	font  typeset.Font
}

// setting lays out the text being typed. An empty text is laid out as one space
// in its place, so that a caret can stand there.
func (b *Board) setting() setting {
	t, container := b.typed()
	s := setting{text: t, font: t.Font()}
	if t.Text == "" {
		s.lines = []typeset.Line{{}}
		return s
	}
	s.lines = t.TextLines(container)
	return s
}

// typed is the text element as it is shown, and what it belongs to.
func (b *Board) typed() (text, container *board.Element) {
	ed := b.editor
	if ed.fresh != nil {
		if t := b.seen(ed.fresh.ID); t != nil {
			return t, nil
		}
		return ed.fresh, nil
	}
	target := b.doc.Scene().Get(ed.target)
	if target.Kind == board.Text {
		container = b.seen(target.Container)
		if t := b.seen(target.ID); t != nil {
			return t, container
		}
		empty := target.Clone()
		empty.Text = ""
		return empty, container
	}
	if target.IsFrame() {
		return b.nameOf(target), nil
	}
	container = b.seen(target.ID)
	for _, e := range b.previewed.edit.Put {
		if e.Kind == board.Text && e.Container == target.ID {
			return e, container
		}
	}
	return b.emptyLabel(container), container
}

// nameOf is a frame's name as a text that stands where it is shown, what is
// typed just now.
func (b *Board) nameOf(frame *board.Element) *board.Element {
	style := board.DefaultStyle()
	box, font := frame.NameBox(), board.FrameFont()
	style.FontFamily, style.FontSize = 2, font.Size
	t := board.NewElement(board.Text, style)
	t.LineHeight, t.Text = font.LineHeight, b.editor.now.text
	t.X, t.Y, t.W, t.H = box.X, box.Y, typeset.Advance(font, t.Text), box.H
	return t
}

// emptyLabel stands in for the label that e does not have: where its first
// letter will be.
func (b *Board) emptyLabel(e *board.Element) *board.Element {
	t := board.NewElement(board.Text, b.style)
	c := e.Centre()
	if e.IsLinear() {
		c = e.Middle()
	}
	t.Align, t.H = "center", typeset.LineBox(t.Font())
	t.X, t.Y = c.X, c.Y-t.H/2
	return t
}

// lineLeft is where line i begins, in the scene.
func (s setting) lineLeft(i int) float64 {
	room := s.text.W - s.lines[i].Width
	switch s.text.Align {
	case "center":
		return s.text.X + room/2
	case "right":
		return s.text.X + room
	}
	return s.text.X
}

func (s setting) lineTop(i int) float64 {
	return s.text.Y + float64(i)*typeset.LineBox(s.font)
}

// lineOf is the line on which an offset lies.
func (s setting) lineOf(offset int) int {
	line := 0
	for i, l := range s.lines {
		if l.Start <= offset {
			line = i
		}
	}
	return line
}

// caretAt is the caret's rectangle for an offset, in the scene.
func (s setting) caretAt(offset int) board.Rect {
	i := s.lineOf(offset)
	x := s.lineLeft(i) + typeset.CaretX(s.font, s.lines[i].Text, offset-s.lines[i].Start)
	return board.Rect{X: x, Y: s.lineTop(i), W: 0, H: typeset.LineBox(s.font)}
}

// offsetAt is the offset nearest to a scene point.
func (s setting) offsetAt(p board.Point) int {
	i := int((p.Y - s.text.Y) / typeset.LineBox(s.font))
	i = min(max(i, 0), len(s.lines)-1)
	return s.lines[i].Start + typeset.IndexAt(s.font, s.lines[i].Text, p.X-s.lineLeft(i))
}

// holds reports whether a scene point lies on the text.
func (s setting) holds(p board.Point) bool {
	return s.text.Box().Inset(-4).Contains(p)
}

// caretWidth is in window units.
const caretWidth = 1.5

// showText shows caret and selected text, or hides both.
func (m *marks) showText(accent color.Color) {
	for _, w := range m.washes {
		w.Hide()
	}
	m.caret.Hidden = m.b.editor == nil
	if m.b.editor == nil {
		m.caret.Refresh()
		return
	}
	s, v := m.b.setting(), m.b.view
	at, size := v.rectToWindow(s.caretAt(m.b.editor.now.caret))
	m.caret.FillColor = accent
	m.caret.Move(at)
	m.caret.Resize(fyne.NewSize(caretWidth, size.Height))
	m.caret.Refresh()
	from, to := m.b.editor.now.span()
	if from == to {
		return
	}
	for i, l := range s.lines {
		a, z := max(from, l.Start), min(to, l.End)
		if a > z || a == z && a == to {
			continue
		}
		left := s.lineLeft(i) + typeset.CaretX(s.font, l.Text, a-l.Start)
		right := s.lineLeft(i) + typeset.CaretX(s.font, l.Text, z-l.Start)
		w := m.wash(i)
		w.FillColor = washed(accent)
		place(w, v, board.Rect{X: left, Y: s.lineTop(i), W: right - left, H: typeset.LineBox(s.font)}, 0)
		w.Show()
	}
}

// wash is the i-th of the rectangles behind selected text.
func (m *marks) wash(i int) *canvas.Rectangle {
	for len(m.washes) <= i {
		m.washes = append(m.washes, m.add())
	}
	return m.washes[i]
}

// boundaries are the byte offsets between the characters of a text as people
// see them, both ends included.
func boundaries(text string) []int {
	var s segmenter.Segmenter
	s.Init([]rune(text))
	out, at := []int{0}, 0
	for it := s.GraphemeIterator(); it.Next(); {
		at += len(string(it.Grapheme().Text))
		out = append(out, at)
	}
	return out
}

// wordAt is the word, or the space between words, at an offset.
func wordAt(text string, offset int) (from, to int) {
	stops := boundaries(text)
	blank := func(i int) bool { return strings.TrimSpace(text[stops[i]:stops[i+1]]) == "" }
	last := len(stops) - 2 // the last character
	if last < 0 {
		return 0, 0
	}
	i := 0
	for i < last && stops[i+1] <= offset {
		i++
	}
	a, z := i, i
	for a > 0 && blank(a-1) == blank(i) {
		a--
	}
	for z < last && blank(z+1) == blank(i) {
		z++
	}
	return stops[a], stops[z+1]
}

// step is the offset one character, or one word, before or after offset.
func step(text string, offset int, forward, word bool) int {
	stops := boundaries(text)
	i := 0
	for i < len(stops)-1 && stops[i] < offset {
		i++
	}
	move := func() bool {
		switch {
		case forward && i < len(stops)-1:
			i++
		case !forward && i > 0:
			i--
		default:
			return false
		}
		return true
	}
	if !move() || !word {
		return stops[i]
	}
	letter := func() bool { // of the character that the next move passes
		at := i
		if !forward {
			at--
		}
		return at >= 0 && at < len(stops)-1 && strings.TrimSpace(text[stops[at]:stops[at+1]]) != ""
	}
	for !letter() && move() {
	}
	for letter() && move() {
	}
	return stops[i]
}
