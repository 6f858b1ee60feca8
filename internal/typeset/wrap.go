package typeset

import (
	"sort"
	"strings"
)

// Line is one line of wrapped text.
type Line struct {
	// Text is what is drawn: the source's bytes Start to End.
	Text string
	// Start and End are byte offsets in the source. What lies between one
	// line's End and the next one's Start is a line break or the spaces at
	// which the line was broken.
	Start, End int
	// Width is Advance of Text, in pixels.
	Width float64
}

// fitTolerance keeps text that was measured to fit from wrapping again by a
// rounding error.
const fitTolerance = 1e-6

// Wrap lays s out in lines at most max pixels wide. Lines break at "\n" or
// "\r\n", and where they must, after spaces, hyphens and between CJK
// characters; a word longer than a line breaks between characters. A single
// character wider than max stands alone. Spaces that do not fit at a line's
// end are dropped. With max <= 0 only line breaks count. There is always at
// least one line.
func Wrap(f Font, s string, max float64) []Line {
	var lines []Line
	for start := 0; ; {
		end, next := len(s), len(s)+1
		if i := strings.IndexByte(s[start:], '\n'); i >= 0 {
			end, next = start+i, start+i+1
			if end > start && s[end-1] == '\r' {
				end--
			}
		}
		w := wrapper{font: f, text: s[start:end], base: start, max: max, lines: lines}
		w.paragraph()
		lines = w.lines
		if next > len(s) {
			return lines
		}
		start = next
	}
}

// wrapper breaks one paragraph.
type wrapper struct {
	font  Font
	text  string
	base  int // offset of text in the source
	max   float64
	lines []Line
	whole *shaped // text on one endless line, to guess widths by
}

func (w *wrapper) paragraph() {
	if w.max <= 0 || w.width(0, len(w.text)) <= w.max+fitTolerance {
		w.emit(0, len(w.text))
		return
	}
	w.whole = shared.shape(w.font.Family, w.font.Weight, w.text)
	breaks := shared.breaksOf(w.text)
	for start := 0; start < len(w.text); {
		for breaks[0] <= start {
			breaks = breaks[1:]
		}
		start = w.line(start, breaks)
	}
}

// line emits one line, from start to one of breaks (all after start) or into
// the first word, and returns where the next line begins.
func (w *wrapper) line(start int, breaks []int) int {
	for i := w.guess(start, len(breaks), func(i int) int { return breaks[i] }); i >= 0; i-- {
		end := breaks[i]
		text := strings.TrimRight(w.text[start:end], " \t")
		if !w.fits(start, start+len(text)) {
			continue
		}
		stop := start + len(text)
		// Spaces at the paragraph's end stay as far as they fit: somebody is
		// typing there. So do those of a line of nothing else.
		for end == len(w.text) || text == "" {
			if stop == end || !w.fits(start, stop+1) {
				break
			}
			stop++
		}
		if text == "" && stop == start {
			break
		}
		w.emit(start, stop)
		return end
	}
	return w.broken(start, breaks[0])
}

// broken emits as many characters of the word that ends at end as fit, at
// least one, and returns where the rest begins.
func (w *wrapper) broken(start, end int) int {
	stops := w.whole.stops
	first := sort.Search(len(stops), func(i int) bool { return stops[i].at > start })
	last := sort.Search(len(stops), func(i int) bool { return stops[i].at > end })
	at := func(i int) int { return stops[first+i].at }
	i := w.guess(start, last-first, at)
	for i > 0 && !w.fits(start, at(i)) {
		i--
	}
	stop := at(max(i, 0))
	w.emit(start, stop)
	return stop
}

// guess is the index of the last of n ends, ascending, that may fit on the
// line from start, or -1. Shaping a part can differ from that part of the
// whole by the kerning at its edges, so the guess is generous by half an em.
func (w *wrapper) guess(start, n int, end func(int) int) int {
	limit := w.max/w.font.Size + w.whole.sumAt(start) + 0.5
	return sort.Search(n, func(i int) bool { return w.whole.sumAt(end(i)) > limit }) - 1
}

func (w *wrapper) fits(start, end int) bool { return w.width(start, end) <= w.max+fitTolerance }

func (w *wrapper) width(start, end int) float64 { return Advance(w.font, w.text[start:end]) }

func (w *wrapper) emit(start, end int) {
	w.lines = append(w.lines, Line{
		Text: w.text[start:end], Start: w.base + start, End: w.base + end, Width: w.width(start, end),
	})
}

// sumAt is the width of what comes before the byte offset, in reading order.
func (s *shaped) sumAt(offset int) float64 {
	i := sort.Search(len(s.stops), func(i int) bool { return s.stops[i].at > offset })
	return s.stops[max(i-1, 0)].sum
}

// breaksOf lists the byte offsets before which a line may begin, and the end.
func (e *engine) breaksOf(s string) []int {
	runes, offsets := make([]rune, 0, len(s)), make([]int, 0, len(s)+1)
	for i, r := range s {
		runes, offsets = append(runes, r), append(offsets, i)
	}
	offsets = append(offsets, len(s))
	e.mu.Lock()
	defer e.mu.Unlock()
	e.breaks.Init(runes)
	var breaks []int
	for it := e.breaks.LineIterator(); it.Next(); {
		l := it.Line()
		breaks = append(breaks, offsets[l.Offset+len(l.Text)])
	}
	return breaks
}
