package notesview

import (
	"strings"

	"talkthrough/app/look"
)

// fragment is a piece of text in one style at its place in a wrapped line.
type fragment struct {
	text  string
	style look.Style
	x     float32
	row   int
}

// ruler measures words and remembers them: notes say the same words over and
// over, and measuring is what laying out costs. A change of the text scale
// needs a new one.
type ruler map[word]float32

type word struct {
	text  string
	style look.Style
}

func (r ruler) width(text string, style look.Style) float32 {
	key := word{text, style}
	w, ok := r[key]
	if !ok {
		w = style.Width(text)
		r[key] = w
	}
	return w
}

// token is a word, or the part of one that has a style of its own.
type token struct {
	text   string
	style  look.Style
	spaced bool // a space comes before it
}

func tokens(runs []run) []token {
	var out []token
	spaced := false
	for _, r := range runs {
		rest := r.text
		for rest != "" {
			at := strings.IndexByte(rest, ' ')
			if at == 0 {
				spaced, rest = true, rest[1:]
				continue
			}
			if at < 0 {
				at = len(rest)
			}
			out = append(out, token{rest[:at], r.style, spaced})
			spaced, rest = false, rest[at:]
		}
	}
	return out
}

// wrap sets runs in lines no wider than width and returns the pieces and the
// number of lines, at least 1. Words break only where one alone is too wide.
func wrap(runs []run, width float32, r ruler) (out []fragment, rows int) {
	x, row := float32(0), 0
	for _, t := range tokens(runs) {
		gap := float32(0)
		if t.spaced && x > 0 {
			gap = r.width(" ", plainStyle)
		}
		if n := len(out); n > 0 && x > 0 && out[n-1].style != t.style {
			// Summed words are a little off the whole: where a style ends that shows.
			x = out[n-1].x + r.width(out[n-1].text, out[n-1].style)
		}
		w := r.width(t.text, t.style)
		if x > 0 && x+gap+w > width && (t.spaced || w > width-x) {
			x, gap = 0, 0
			row++
		}
		for w > width && width > 0 {
			head := fit(t.text, t.style, width-x-gap, r)
			if head == len(t.text) {
				break
			}
			out = put(out, fragment{t.text[:head], t.style, x + gap, row}, gap > 0)
			t.text = t.text[head:]
			x, gap = 0, 0
			row++
			w = r.width(t.text, t.style)
		}
		out = put(out, fragment{t.text, t.style, x + gap, row}, gap > 0)
		x += gap + w
	}
	return out, row + 1
}

// put appends f, joined to the piece before it where both are of one style.
func put(out []fragment, f fragment, spaced bool) []fragment {
	if n := len(out); n > 0 && out[n-1].row == f.row && out[n-1].style == f.style {
		if spaced {
			f.text = " " + f.text
		}
		out[n-1].text += f.text
		return out
	}
	return append(out, f)
}

// fit is how many bytes of s, at least one letter, are within width.
func fit(s string, style look.Style, width float32, r ruler) int {
	used, end := float32(0), 0
	for i, c := range s {
		used += r.width(string(c), style)
		if used > width && i > 0 {
			return i
		}
		end = i + len(string(c))
	}
	return end
}
