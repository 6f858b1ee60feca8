package guide

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"talkthrough/app/look"
	pages "talkthrough/assets/guide"
)

// kind is what a block of a page is.
type kind int

const (
	paragraph kind = iota
	heading
	item
	quote
)

// block is a paragraph of a page, taken apart for showing.
type block struct {
	kind   kind
	level  int    // of a heading, from 1
	anchor string // of a heading
	marker string // of an item: "•" or "3."
	runs   []run
}

// run is a piece of text in one style.
type run struct {
	text  string
	style look.Style
	to    string // the place that it is a link to, or ""
}

// text is the words of the block without their styles.
func (b block) text() string {
	var out strings.Builder
	for _, r := range b.runs {
		out.WriteString(r.text)
	}
	return out.String()
}

var (
	prose  = look.Lead
	styles = [...]look.Style{1: {Size: 32, Weight: look.SemiBold}, 2: look.Title, 3: look.Lead.Strong()}
)

// parse takes the Markdown of a page apart. It knows what the guide is written
// in: headings, paragraphs, lists one deep, quotes, strong, emphasised and code
// pieces, and links.
func parse(source string) []block {
	raw := []byte(source)
	r := reader{raw: raw}
	for n := goldmark.DefaultParser().Parse(text.NewReader(raw)).FirstChild(); n != nil; n = n.NextSibling() {
		r.block(n)
	}
	return r.blocks
}

type reader struct {
	raw    []byte
	blocks []block
}

func (r *reader) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		b := block{kind: heading, level: min(n.Level, len(styles)-1)}
		b.runs = r.runs(n, styles[b.level])
		b.anchor = pages.Anchor(b.text())
		r.blocks = append(r.blocks, b)
	case *ast.List:
		number := n.Start
		for child := n.FirstChild(); child != nil; child = child.NextSibling() {
			marker := "•"
			if n.IsOrdered() {
				marker = strconv.Itoa(number) + "."
				number++
			}
			r.inside(child, block{kind: item, marker: marker})
		}
	case *ast.Blockquote:
		r.inside(n, block{kind: quote})
	default:
		style := prose
		if only, ok := n.FirstChild().(*ast.Emphasis); ok && only.Level == 1 && only.NextSibling() == nil {
			style = style.In(look.Muted)
		}
		r.blocks = append(r.blocks, block{runs: r.runs(n, style)})
	}
}

// inside adds each paragraph in n as a block like b; the marker stands at the
// first alone.
func (r *reader) inside(n ast.Node, b block) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		b.runs = r.runs(child, prose)
		r.blocks = append(r.blocks, b)
		b.marker = ""
	}
}

// runs are the pieces of text in n.
func (r *reader) runs(n ast.Node, style look.Style) []run {
	var out []run
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch c := child.(type) {
		case *ast.Text:
			words := string(c.Value(r.raw))
			if c.SoftLineBreak() || c.HardLineBreak() {
				words += " "
			}
			out = append(out, run{text: words, style: style})
		case *ast.Emphasis:
			inner := style.Medium()
			if c.Level > 1 {
				inner = style.Strong()
			} else if style.Tint == look.Muted {
				inner = style
			}
			out = append(out, r.runs(c, inner)...)
		case *ast.CodeSpan:
			code := style
			code.Mono, code.Size = true, style.Size-1
			out = append(out, r.runs(c, code)...)
		case *ast.Link:
			for _, piece := range r.runs(c, style.In(look.Accent)) {
				piece.to = string(c.Destination)
				out = append(out, piece)
			}
		}
	}
	return out
}
