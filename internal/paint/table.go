package paint

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"talkthrough/internal/typeset"
)

const cellGap = 18

// table sets a table in columns as wide as their text, narrowed evenly when
// they do not fit, with a hairline under every row.
func (l *layout) table(n *extast.Table) {
	var cells [][][]span
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		style := l.style
		if _, head := r.(*extast.TableHeader); head {
			style.font.Weight = typeset.SemiBold
		}
		var texts [][]span
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			texts = append(texts, l.cell(c, style))
		}
		cells = append(cells, texts)
	}
	widths := l.columns(cells)
	for i, texts := range cells {
		l.tableRow(texts, widths, n.Alignments, i == 0)
	}
}

func (l *layout) cell(c ast.Node, style span) []span {
	spans := l.spansOf(c, style)
	for i := range spans {
		spans[i].hard = false
	}
	return spans
}

// columns is how wide each column is to be.
func (l *layout) columns(cells [][][]span) []float64 {
	var widths []float64
	for _, texts := range cells {
		for i, spans := range texts {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			natural := 0.0
			for _, s := range spans {
				natural += typeset.Advance(s.font, s.text)
			}
			widths[i] = max(widths[i], natural+0.01)
		}
	}
	room, total := max(l.width-l.left-cellGap*float64(len(widths)), narrowest), 0.0
	for _, w := range widths {
		total += w
	}
	for i := range widths {
		if total > room {
			widths[i] *= room / total
		}
	}
	return widths
}

func (l *layout) tableRow(texts [][]span, widths []float64, align []extast.Alignment, head bool) {
	const padding = 4
	line := typeset.LineBox(l.style.font)
	r := l.row(line, -1)
	x, lines := l.left, 1
	for i, spans := range texts {
		sets := breakSpans(spans, widths[i])
		lines = max(lines, len(sets))
		for k, s := range sets {
			at := x
			if i < len(align) {
				switch align[i] {
				case extast.AlignRight:
					at += widths[i] - s.width
				case extast.AlignCenter:
					at += (widths[i] - s.width) / 2
				}
			}
			r.draw(s, at, padding+float64(k)*line+typeset.Baseline(l.style.font), l.palette)
		}
		if r.line < 0 && len(spans) > 0 {
			r.line = spans[0].line
		}
		x += widths[i] + cellGap
	}
	r.height = float64(lines)*line + 2*padding
	thick := 1.0
	if head {
		thick = 1.5
	}
	r.sheet.box(l.left, r.height-thick, x-cellGap-l.left, thick, 0, l.palette.hairline)
	r.keep = head
	l.push(r)
}
