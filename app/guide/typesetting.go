package guide

import (
	"strings"

	"talkthrough/app/look"
)

// piece is text in one style at its place in a paragraph.
type piece struct {
	run
	x   float32
	row int
}

// ruler measures words and remembers them, because measuring is what setting a
// page costs. A change of the text scale needs a new one.
type ruler map[run]float32

func (r ruler) width(text string, style look.Style) float32 {
	key := run{text: text, style: style}
	w, ok := r[key]
	if !ok {
		w = style.Width(text)
		r[key] = w
	}
	return w
}

// word is what is not broken between lines: letters up to a space or to where
// the style ends.
type word struct {
	run
	spaced bool // a space comes before it
}

func words(runs []run) []word {
	var out []word
	spaced := false
	for _, r := range runs {
		for i, part := range strings.Split(r.text, " ") {
			spaced = spaced || i > 0
			if part != "" {
				out = append(out, word{run{part, r.style, r.to}, spaced})
				spaced = false
			}
		}
	}
	return out
}

// set breaks runs into rows no wider than width and returns the pieces and the
// number of rows, at least 1. What has no space before it stays with the word
// before it; a word that is wider alone sticks out.
func (r ruler) set(runs []run, width float32) (out []piece, rows int) {
	x, row := float32(0), 0
	all := words(runs)
	for i := 0; i < len(all); {
		end, unit := i+1, r.width(all[i].text, all[i].style)
		for end < len(all) && !all[end].spaced {
			unit += r.width(all[end].text, all[end].style)
			end++
		}
		gap := float32(0)
		if x > 0 {
			gap = r.width(" ", all[i].style)
		}
		if x > 0 && x+gap+unit > width {
			x, gap = 0, 0
			row++
		}
		x += gap
		for ; i < end; i++ {
			out = join(out, piece{all[i].run, x, row}, gap > 0)
			last := out[len(out)-1]
			x, gap = last.x+r.width(last.text, last.style), 0
		}
	}
	return out, row + 1
}

// join appends p, as part of the piece before it where both are alike: summed
// words are a little off the whole.
func join(out []piece, p piece, spaced bool) []piece {
	if n := len(out); n > 0 && out[n-1].row == p.row && out[n-1].style == p.style && out[n-1].to == p.to {
		if spaced {
			out[n-1].text += " "
		}
		out[n-1].text += p.text
		return out
	}
	return append(out, p)
}
