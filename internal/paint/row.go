package paint

import (
	"image/color"

	"talkthrough/internal/typeset"
)

// row is one laid-out line of a document: what it draws, from its own top left
// corner, and how it stacks.
type row struct {
	sheet  sheet
	gap    float64 // room above, unless the row comes first
	height float64
	line   int  // of the source, from 0; -1 for none
	keep   bool // stays with the next row
	// bars are the x positions of the rules left of quoted text; a bar goes on
	// through the gap when the row above has it too.
	bars []float64
}

// draw sets a line of spans at x on the row's baseline.
func (r *row) draw(s set, x, baseline float64, p *palette) {
	for i, sp := range s.spans {
		at := x + s.xs[i]
		if sp.code {
			wide := typeset.Advance(sp.font, sp.text)
			r.sheet.box(at-2, baseline-sp.font.Size*1.02, wide+4, sp.font.Size*1.36, 3, p.wash)
		}
		r.sheet.text(sp.font, sp.text, at, baseline, sp.ink)
		if sp.struck {
			r.sheet.box(at, baseline-sp.font.Size*0.32, typeset.Advance(sp.font, sp.text), 1, 0, sp.ink)
		}
	}
}

// stack is rows placed under one another.
type stack struct {
	rows   []row
	tops   []float64
	height float64
}

func stackOf(rows []row) stack {
	s := stack{rows: rows}
	for i, r := range rows {
		if i > 0 {
			s.height += r.gap
		}
		s.tops = append(s.tops, s.height)
		s.height += r.height
	}
	return s
}

// onto draws the stack with its top left corner at (x, y).
func (s stack) onto(page *sheet, x, y float64, rule color.NRGBA) {
	for i := range s.rows {
		r := &s.rows[i]
		for k, bar := range r.bars {
			from := s.tops[i]
			if i > 0 && k < len(s.rows[i-1].bars) && s.rows[i-1].bars[k] == bar {
				from -= r.gap
			}
			page.box(x+bar, y+from, 3, s.tops[i]+r.height-from, 1.5, rule)
		}
		page.add(&r.sheet, x, y+s.tops[i])
	}
}
