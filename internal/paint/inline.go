package paint

import (
	"image/color"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"talkthrough/internal/typeset"
)

// span is a stretch of text in one style.
type span struct {
	text   string
	font   typeset.Font
	ink    color.NRGBA
	code   bool // on a wash
	struck bool
	line   int  // of the source, from 0
	hard   bool // a line ends after it
}

// spansOf collects the text inside a block in the given style.
func (l *layout) spansOf(block ast.Node, style span) []span {
	var out []span
	l.at = 0
	if lines := block.Lines(); lines != nil && lines.Len() > 0 {
		l.at = l.lineOf(lines.At(0).Start)
	}
	for n := block.FirstChild(); n != nil; n = n.NextSibling() {
		l.inline(n, style, &out)
	}
	return out
}

func (l *layout) inline(n ast.Node, style span, out *[]span) {
	style.line = l.at
	switch n := n.(type) {
	case *ast.Text:
		l.at = l.lineOf(n.Segment.Start)
		style.line = l.at
		style.text = l.plain(n.Segment.Value(l.source), n.IsRaw() || style.code)
		// A line typed as a line stays one: these are notes, not prose.
		style.hard = n.SoftLineBreak() || n.HardLineBreak()
		*out = append(*out, style)
		if style.hard {
			l.at++
		}
		return
	case *ast.String:
		style.text = string(n.Value)
		*out = append(*out, style)
		return
	case *ast.RawHTML:
		style.text = string(n.Segments.Value(l.source))
		*out = append(*out, style)
		return
	case *ast.AutoLink:
		style.text, style.ink = string(n.Label(l.source)), l.palette.accent
		*out = append(*out, style)
		return
	case *ast.CodeSpan:
		style.code = true
		style.font.Family, style.font.Size = typeset.Mono, style.font.Size*0.92
	case *ast.Emphasis:
		style.font.Weight = typeset.Medium
		if n.Level > 1 {
			style.font.Weight = typeset.SemiBold
		}
	case *ast.Link:
		style.ink = l.palette.accent
	case *extast.Strikethrough:
		style.struck, style.ink = true, l.palette.muted
	case *extast.TaskCheckBox:
		return // it hangs before the item, in place of the bullet
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		l.inline(c, style, out)
	}
}

// plain is source text as it reads: backslashes and entities resolved.
func (l *layout) plain(source []byte, raw bool) string {
	if !raw {
		source = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(source)))
	}
	return strings.ReplaceAll(string(source), "\n", " ")
}

// set is a line of spans that fits: each drawn from x on.
type set struct {
	spans []span
	xs    []float64
	width float64
	line  int // source line of its first span
}

// breakSpans sets spans in lines at most width wide. Lines break at spaces; a
// word longer than a line breaks as typeset.Wrap would break it.
func breakSpans(spans []span, width float64) []set {
	b := breaker{width: width}
	for _, s := range spans {
		for rest := s.text; rest != ""; {
			n := strings.IndexByte(rest, ' ')
			switch {
			case n == 0:
				n = len(rest) - len(strings.TrimLeft(rest, " "))
				b.space(s, rest[:n])
			case n < 0:
				n = len(rest)
				fallthrough
			default:
				b.word = append(b.word, with(s, rest[:n]))
			}
			rest = rest[n:]
		}
		if s.hard {
			b.flushWord()
			b.flushLine(s.line)
		}
	}
	b.flushWord()
	if len(b.now) > 0 || len(b.lines) == 0 {
		b.flushLine(0)
	}
	return b.lines
}

func with(s span, text string) span {
	s.text = text
	return s
}

type breaker struct {
	width     float64
	lines     []set
	now, word []span // the line so far; the word being gathered
	used      float64
}

func (b *breaker) space(s span, spaces string) {
	b.flushWord()
	if len(b.now) > 0 {
		b.push(with(s, spaces))
	}
}

func (b *breaker) push(s span) {
	b.used += typeset.Advance(s.font, s.text)
	if n := len(b.now); n > 0 && sameStyle(b.now[n-1], s) {
		b.now[n-1].text += s.text
		return
	}
	b.now = append(b.now, s)
}

func sameStyle(a, b span) bool {
	a.text, a.hard, b.text, b.hard = "", false, "", false
	return a == b
}

func (b *breaker) flushWord() {
	wide := 0.0
	for _, s := range b.word {
		wide += typeset.Advance(s.font, s.text)
	}
	if b.used+wide > b.width && len(b.now) > 0 {
		b.flushLine(b.now[0].line)
	}
	for _, s := range b.word {
		if wide <= b.width {
			b.push(s)
			continue
		}
		for i, part := range typeset.Wrap(s.font, s.text, b.width) {
			if i > 0 || b.used+part.Width > b.width && len(b.now) > 0 {
				b.flushLine(s.line)
			}
			b.push(with(s, part.Text))
		}
	}
	b.word = b.word[:0]
}

// flushLine ends the line; line is its place in the source if it is empty.
func (b *breaker) flushLine(line int) {
	for n := len(b.now); n > 0; n = len(b.now) {
		trimmed := strings.TrimRight(b.now[n-1].text, " ")
		b.now[n-1].text = trimmed
		if trimmed != "" {
			break
		}
		b.now = b.now[:n-1]
	}
	out := set{spans: b.now, line: line}
	if len(b.now) > 0 {
		out.line = b.now[0].line
	}
	for _, s := range b.now {
		out.xs = append(out.xs, out.width)
		out.width += typeset.Advance(s.font, s.text)
	}
	b.lines = append(b.lines, out)
	b.now, b.used = nil, 0
}
