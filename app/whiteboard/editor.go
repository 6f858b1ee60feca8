package whiteboard

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talkthrough/internal/board"
)

// editor is the typing of one text, in place. Nothing is recorded before it is
// finished: then it is one edit.
type editor struct {
	target string         // the text, shape or arrow whose text this is; "" for new text
	fresh  *board.Element // new text that stands free
	first  string         // the text before
	// oneLine is for a name: Enter finishes it.
	oneLine bool

	now  typing
	past []typing // for undo
	back []typing // for redo
	word bool     // the last change typed a letter, and nothing came between
}

// typing is a text with its caret; from anchor to caret is selected. Both are
// byte offsets on grapheme boundaries.
type typing struct {
	text          string
	caret, anchor int
}

func (t typing) span() (from, to int) { return min(t.caret, t.anchor), max(t.caret, t.anchor) }

// startText begins typing the text of the element with that id: its own, the
// label of a shape or an arrow, or a frame's name.
func (b *Board) startText(id string) {
	e := b.doc.Scene().Get(id)
	if e == nil || !holdsText(e) && !e.IsFrame() {
		return
	}
	ed := &editor{target: id, oneLine: e.IsFrame()}
	if e.IsFrame() {
		ed.first = e.Name
		ed.now = typing{e.Name, len(e.Name), 0}
	} else if t := textOf(b.doc.Scene(), e); t != nil {
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
	b.abandon()
	b.editor = ed
	b.selected = nil
	if !b.locked || b.tool != Texts {
		b.tool = Selecting
	}
	b.showTyping()
	b.OnChange()
}

// Typing reports whether text is being typed on the board.
func (b *Board) Typing() bool { return b.editor != nil }

// textEdit is what finishing now would record.
func (b *Board) textEdit() board.Edit {
	ed, scene := b.editor, b.doc.Scene()
	if ed.oneLine {
		return board.SetFrameName(scene, ed.target, strings.TrimSpace(ed.now.text))
	}
	if ed.fresh == nil {
		return board.SetStyledText(scene, ed.target, ed.now.text, b.letters(ed.target))
	}
	if strings.TrimSpace(ed.now.text) == "" {
		return board.Edit{}
	}
	t := ed.fresh.Clone()
	t.Text = ed.now.text
	return board.Reframed(scene, board.PutNew(scene, t), []string{t.ID})
}

// letters is how a new label in the element looks: in its colour, with the
// letters that are used now.
func (b *Board) letters(owner string) *board.Style {
	style := board.DefaultStyle()
	style.FontSize, style.FontFamily = b.style.FontSize, b.style.FontFamily
	if e := b.doc.Scene().Get(owner); e != nil {
		style.Stroke, style.Opacity = e.Stroke, e.Opacity
	}
	return &style
}

func (b *Board) showTyping() {
	b.preview(b.textEdit())
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
	if b.tool != Selecting {
		id = "" // the text tool is kept: nothing is selected
	}
	b.Select(id)
}

// press is the mouse going down at an offset of the text: the second time at
// the same place it selects the word there.
func (ed *editor) press(b *Board, offset int, extend, twice bool) {
	if !twice {
		ed.moveTo(b, offset, extend)
		return
	}
	from, to := wordAt(ed.now.text, offset)
	ed.moveTo(b, from, false)
	ed.moveTo(b, to, true)
}

// typed puts in what a key has written. A word is one step of undo.
func (ed *editor) typed(b *Board, r rune) {
	before := ed.now.text[:ed.now.caret]
	wordGoesOn := ed.word && (unicode.IsSpace(r) || !endsInSpace(before))
	ed.insert(b, string(r))
	if wordGoesOn {
		ed.past = ed.past[:len(ed.past)-1]
	}
	ed.word = true
}

func endsInSpace(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsSpace(r)
}

// pasted is foreign text as it is put in: with plain ends of lines, spaces for
// tabs, and without what cannot be shown.
var pasted = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", "    ", "\x00", "")

// insert puts text in the place of what is selected.
func (ed *editor) insert(b *Board, text string) {
	text = pasted.Replace(strings.ToValidUTF8(text, "\uFFFD"))
	if ed.oneLine {
		text = strings.ReplaceAll(text, "\n", " ")
	}
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
	ed.show(b, to)
}

// show makes to what is typed and shown.
func (ed *editor) show(b *Board, to typing) {
	ed.now, ed.word = to, false
	b.showTyping()
	b.OnChange()
}

// moveTo puts the caret; extending keeps the other end of the selection.
func (ed *editor) moveTo(b *Board, offset int, extend bool) {
	ed.now.caret = min(max(offset, 0), len(ed.now.text))
	if !extend {
		ed.now.anchor = ed.now.caret
	}
	ed.word = false
	b.marks.arrange()
}

func (ed *editor) undo(b *Board) {
	if n := len(ed.past); n > 0 {
		to := ed.past[n-1]
		ed.past, ed.back = ed.past[:n-1], append(ed.back, ed.now)
		ed.show(b, to)
	}
}

func (ed *editor) redo(b *Board) {
	if n := len(ed.back); n > 0 {
		to := ed.back[n-1]
		ed.back, ed.past = ed.back[:n-1], append(ed.past, ed.now)
		ed.show(b, to)
	}
}
