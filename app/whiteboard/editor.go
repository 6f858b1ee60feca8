package whiteboard

import (
	"strings"

	"talkthrough/internal/board"
)

// editor is the typing of one text, in place. Nothing is recorded before it is
// finished: then it is one edit.
type editor struct {
	target string         // the text, shape or arrow whose text this is; "" for new text
	fresh  *board.Element // new text that stands free
	first  string         // the text before

	now  typing
	past []typing // for undo
	back []typing // for redo
}

// typing is a text with its caret; from anchor to caret is selected. Both are
// byte offsets on grapheme boundaries.
type typing struct {
	text          string
	caret, anchor int
}

func (t typing) span() (from, to int) { return min(t.caret, t.anchor), max(t.caret, t.anchor) }

// startText begins typing the text of the element with that id: its own, or
// the label of a shape or an arrow.
func (b *Board) startText(id string) {
	e := b.doc.Scene().Get(id)
	if e == nil || !(e.Kind == board.Text || e.IsShape() || e.Kind == board.Arrow) {
		return
	}
	ed := &editor{target: id}
	if t := textOf(b.doc.Scene(), e); t != nil {
		ed.first = t.Text
		ed.now = typing{t.Text, len(t.Text), 0} // typing replaces, an arrow key keeps
	}
	b.edit(ed)
}

// textOf is the text element in which e's text lies, or nil.
func textOf(s *board.Scene, e *board.Element) *board.Element {
	if e.Kind == board.Text {
		return e
	}
	return s.LabelOf(e)
}

// startFreeText begins new text that stands free, its first line's middle at p.
func (b *Board) startFreeText(p board.Point) {
	t := board.NewElement(board.Text, b.style)
	t.X, t.Y = p.X, p.Y-t.FontSize*t.LineHeight/2
	b.edit(&editor{fresh: t})
}

func (b *Board) edit(ed *editor) {
	b.finishText()
	b.editor = ed
	b.selected = nil
	b.tool = Selecting
	b.showTyping()
	b.OnChange()
}

// Typing reports whether text is being typed on the board.
func (b *Board) Typing() bool { return b.editor != nil }

// textEdit is what finishing now would record.
func (b *Board) textEdit() board.Edit {
	ed, scene := b.editor, b.doc.Scene()
	if ed.fresh == nil {
		return board.SetText(scene, ed.target, ed.now.text)
	}
	if strings.TrimSpace(ed.now.text) == "" {
		return board.Edit{}
	}
	t := ed.fresh.Clone()
	t.Text = ed.now.text
	return board.PutNew(scene, t)
}

func (b *Board) showTyping() {
	b.preview(b.textEdit())
	b.marks.arrange()
}

// finishText records what was typed, if it changed anything.
func (b *Board) finishText() {
	if b.editor == nil {
		return
	}
	e, ed := b.textEdit(), b.editor
	b.editor = nil
	b.clearPreview()
	if ed.now.text != ed.first {
		b.commit(e)
	}
	id := ed.target
	if ed.fresh != nil {
		id = ed.fresh.ID
	}
	if b.doc.Scene().Get(id) != nil {
		b.Select(id)
		return
	}
	b.Select()
}

// insert puts text in the place of what is selected.
func (ed *editor) insert(b *Board, text string) {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\r\n", "\n")
	from, to := ed.now.span()
	ed.change(b, typing{ed.now.text[:from] + text + ed.now.text[to:], from + len(text), from + len(text)})
}

// erase removes what is selected, or else up to the given offset.
func (ed *editor) erase(b *Board, until int) {
	from, to := ed.now.span()
	if from == to {
		from, to = min(ed.now.caret, until), max(ed.now.caret, until)
	}
	if from != to {
		ed.change(b, typing{ed.now.text[:from] + ed.now.text[to:], from, from})
	}
}

func (ed *editor) change(b *Board, to typing) {
	ed.past, ed.back = append(ed.past, ed.now), nil
	ed.now = to
	b.showTyping()
}

// moveTo puts the caret; extending keeps the other end of the selection.
func (ed *editor) moveTo(b *Board, offset int, extend bool) {
	ed.now.caret = min(max(offset, 0), len(ed.now.text))
	if !extend {
		ed.now.anchor = ed.now.caret
	}
	b.marks.arrange()
}

func (ed *editor) undo(b *Board) {
	if n := len(ed.past); n > 0 {
		ed.back = append(ed.back, ed.now)
		ed.now, ed.past = ed.past[n-1], ed.past[:n-1]
		b.showTyping()
	}
}

func (ed *editor) redo(b *Board) {
	if n := len(ed.back); n > 0 {
		ed.past = append(ed.past, ed.now)
		ed.now, ed.back = ed.back[n-1], ed.back[:n-1]
		b.showTyping()
	}
}

// placeText is the text tool: it types where it is pressed, into a shape where
// it hits one.
type placeText struct{}

func (placeText) drag(*Board, board.Point) {}

func (placeText) release(b *Board, p board.Point) { b.typeAt(p) }

// typeAt starts typing at a place: into the text or shape there, or new text.
func (b *Board) typeAt(p board.Point) {
	scene := b.doc.Scene()
	hit := scene.HitTest(p, tolerance/b.view.zoom)
	if hit == nil {
		hit = shapeAround(scene, p)
	}
	if hit != nil && (hit.IsShape() || hit.Kind == board.Text || hit.Kind == board.Arrow) {
		b.startText(hit.ID)
		return
	}
	b.startFreeText(p)
}
