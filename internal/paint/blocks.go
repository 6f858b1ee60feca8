package paint

import (
	"sort"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"talkthrough/internal/typeset"
)

// The measures of set notes, in page units.
const (
	bodySize   = 15
	bodyLine   = 1.5
	blockGap   = 10
	itemGap    = 3
	indent     = 22
	codeSize   = 13
	codeMargin = 12
	// narrowest is how much width nesting leaves to text.
	narrowest = 80
)

var markdown = goldmark.New(goldmark.WithExtensions(
	extension.Table, extension.Strikethrough, extension.TaskList, extension.Linkify,
)).Parser()

// layout turns Markdown into rows of a given width.
type layout struct {
	source  []byte
	starts  []int // byte offset of each source line
	palette *palette
	width   float64
	rows    []row

	left  float64   // where text begins
	bars  []float64 // of the quotes around it
	gap   float64   // before the next row
	style span
	at    int // source line of the inline text being read
}

// setMarkdown lays the document out in rows at most width wide.
func setMarkdown(md string, width float64, p *palette) []row {
	l := layout{
		source: []byte(md), starts: []int{0}, palette: p, width: width,
		style: span{font: typeset.Font{Size: bodySize, LineHeight: bodyLine}, ink: p.text},
	}
	for i, c := range l.source {
		if c == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	l.blocks(markdown.Parse(text.NewReader(l.source)), blockGap)
	return l.rows
}

// lineOf is the source line, from 0, of a byte offset.
func (l *layout) lineOf(offset int) int {
	return sort.Search(len(l.starts), func(i int) bool { return l.starts[i] > offset }) - 1
}

// blocks lays out the children of n with the gap between them.
func (l *layout) blocks(n ast.Node, gap float64) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c != n.FirstChild() {
			l.gap = max(l.gap, gap)
		}
		l.block(c)
	}
}

func (l *layout) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		l.heading(n)
	case *ast.List:
		l.list(n)
	case *ast.Blockquote:
		l.quote(n)
	case *ast.ThematicBreak:
		r := l.row(17, l.lineOf(max(n.Pos(), 0)))
		r.sheet.box(l.left, 8, l.width-l.left, 1, 0, l.palette.hairline)
		l.push(r)
	case *ast.CodeBlock:
		l.code(n)
	case *ast.FencedCodeBlock:
		l.code(n)
	case *ast.HTMLBlock:
		l.code(n)
	case *extast.Table:
		l.table(n)
	case *ast.Paragraph, *ast.TextBlock:
		l.paragraph(n, l.style)
	default:
		l.blocks(n, blockGap)
	}
}

// inward is where text nested one step deeper begins.
func (l *layout) inward(step float64) float64 {
	return max(l.left, min(l.left+step, l.width-narrowest))
}

// row is an empty row that takes up the gap due before it.
func (l *layout) row(height float64, line int) row {
	r := row{gap: l.gap, height: height, line: line, bars: append([]float64(nil), l.bars...)}
	l.gap = 0
	return r
}

func (l *layout) push(r row) { l.rows = append(l.rows, r) }

func (l *layout) paragraph(n ast.Node, style span) {
	for _, s := range breakSpans(l.spansOf(n, style), l.width-l.left) {
		r := l.row(typeset.LineBox(style.font), s.line)
		r.draw(s, l.left, typeset.Baseline(style.font), l.palette)
		l.push(r)
	}
}

func (l *layout) heading(n *ast.Heading) {
	style := l.style
	style.font.Weight = typeset.SemiBold
	style.font.Size = [...]float64{24, 19, 16, 15, 15, 15}[min(max(n.Level, 1), 6)-1]
	style.font.LineHeight = 1.3
	if n.Level > 3 {
		style.ink = l.palette.muted
	}
	l.gap = max(l.gap, [...]float64{26, 22, 16, 12, 12, 12}[min(max(n.Level, 1), 6)-1])
	first := len(l.rows)
	l.paragraph(n, style)
	for i := first; i < len(l.rows); i++ {
		l.rows[i].keep = true
	}
	l.gap = 6
}

func (l *layout) quote(n ast.Node) {
	left, ink := l.left, l.style.ink
	l.bars = append(l.bars, l.left)
	l.left = l.inward(16)
	l.style.ink = l.palette.muted
	l.blocks(n, blockGap)
	l.left, l.style.ink, l.bars = left, ink, l.bars[:len(l.bars)-1]
}

// list hangs a bullet or a number before the first row of every item.
func (l *layout) list(n *ast.List) {
	left := l.left
	gap := float64(itemGap)
	if !n.IsTight {
		gap = blockGap
	}
	number, step := n.Start, float64(indent)
	if n.IsOrdered() {
		last := strconv.Itoa(number+n.ChildCount()-1) + "."
		step = max(step, typeset.Advance(l.style.font, last)+8)
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if item != n.FirstChild() {
			l.gap = max(l.gap, gap)
		}
		marker := bullet(n, item)
		if n.IsOrdered() {
			marker = strconv.Itoa(number) + "."
			number++
		}
		l.left = left
		l.left = l.inward(step)
		first := len(l.rows)
		l.blocks(item, gap)
		if first == len(l.rows) { // an item without text
			l.push(l.row(typeset.LineBox(l.style.font), l.lineOf(max(item.Pos(), 0))))
		}
		x := l.left - 8 - typeset.Advance(l.style.font, marker)
		l.rows[first].sheet.text(l.style.font, marker, x, typeset.Baseline(l.style.font), l.palette.muted)
	}
	l.left = left
}

// bullet is the mark of an item of an unordered list: a box to tick, or a dot
// by how deep the list is nested.
func bullet(list, item ast.Node) string {
	if text := item.FirstChild(); text != nil {
		if box, ok := text.FirstChild().(*extast.TaskCheckBox); ok {
			if box.IsChecked {
				return "✓"
			}
			return "□"
		}
	}
	depth := 0
	for p := list.Parent(); p != nil; p = p.Parent() {
		if _, ok := p.(*ast.List); ok {
			depth++
		}
	}
	return [...]string{"•", "◦", "▪"}[depth%3]
}

// code sets the lines of a block as they are, on a wash.
func (l *layout) code(n ast.Node) {
	font := typeset.Font{Family: typeset.Mono, Size: codeSize, LineHeight: 1.45}
	box := typeset.LineBox(font)
	lines := n.Lines()
	for i := range lines.Len() {
		segment := lines.At(i)
		source := strings.TrimRight(string(segment.Value(l.source)), "\r\n")
		for k, part := range typeset.Wrap(font, source, l.width-l.left-2*codeMargin) {
			r := l.row(box, l.lineOf(segment.Start))
			top, bottom := 0.0, box
			if i == 0 && k == 0 {
				r.height += 8
				bottom += 8
				top = 8
			}
			last := i == lines.Len()-1 && part.End == len(source)
			if last {
				r.height += 8
				bottom += 8
			}
			// Half a unit of overlap hides the seam between rows.
			r.sheet.box(l.left, -0.5, l.width-l.left, bottom+1, 0, l.palette.wash)
			r.sheet.text(font, part.Text, l.left+codeMargin, top+typeset.Baseline(font), l.palette.text)
			l.push(r)
		}
	}
}
