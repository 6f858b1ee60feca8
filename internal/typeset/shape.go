package typeset

import (
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// nominal is the size at which text is shaped. The shaper rounds sizes up to
// whole pixels, so one large size is shaped and scaled to the wanted one.
const nominal = 2048

// What a glyph that no font has, and a tab, are wide, in ems.
const (
	missingAdvance = 0.6
	tabAdvance     = 2
)

// placed is one glyph at its place on the baseline, in ems, y down.
type placed struct {
	face *face
	id   font.GID
	x, y float64
}

// stop is a place where a caret can stand: a grapheme boundary.
type stop struct {
	at  int // byte offset
	x   float64
	sum float64 // width of what comes before in reading order
}

// shaped is a line of text laid out at one pixel per em. It never changes.
type shaped struct {
	glyphs  []placed
	stops   []stop // by byte offset; first 0, last len(text)
	advance float64
}

// engine owns the state of the shaper, none of which may be shared.
type engine struct {
	mu     sync.Mutex
	cache  cache
	shaper shaping.HarfbuzzShaper
	runs   shaping.Segmenter
	breaks segmenter.Segmenter
}

var shared engine

// shape returns the laid out line; the result is shared and must not change.
func (e *engine) shape(f Family, w Weight, s string) *shaped {
	key := cacheKey{f, w, s}
	e.mu.Lock()
	defer e.mu.Unlock()
	if hit := e.cache.get(key); hit != nil {
		return hit
	}
	out := e.layOut(f, w, s)
	// The key outlives the call: it must not pin a larger text it was cut from.
	key.text = strings.Clone(s)
	e.cache.put(key, out)
	return out
}

func (e *engine) layOut(f Family, w Weight, s string) *shaped {
	if s == "" {
		return &shaped{stops: make([]stop, 1)}
	}
	l := gatherer{chain: loadFaces().chain(f, w)}
	l.read(s)
	e.breaks.Init(l.runes)
	for g := e.breaks.GraphemeIterator(); g.Next(); {
		l.bounds[g.Grapheme().Offset] = true
	}
	l.bounds[len(l.runes)] = true
	l.edge, l.share = make([]float64, len(l.runes)+1), make([]float64, len(l.runes)+1)

	inputs := e.runs.Split(shaping.Input{
		Text: l.runes, RunEnd: len(l.runes), Size: fixed.I(nominal),
		Language: language.NewLanguage("en"),
	}, &l.chain)
	for _, in := range visualOrder(inputs) {
		l.add(e.shaper.ShapeNoExtents(in))
	}
	return l.finish()
}

// visualOrder puts neighbouring right-to-left runs into the order in which
// they are read on the screen; the line itself runs left to right.
func visualOrder(runs []shaping.Input) []shaping.Input {
	for i := 0; i < len(runs); i++ {
		j := i
		for j < len(runs) && runs[j].Direction.Progression() == di.TowardTopLeft {
			j++
		}
		for a, b := i, j-1; a < b; a, b = a+1, b-1 {
			runs[a], runs[b] = runs[b], runs[a]
		}
		i = max(i, j-1)
	}
	return runs
}

// gatherer collects the shaped runs of one line.
type gatherer struct {
	chain   chain
	runes   []rune
	bytes   []int // byte offset of each rune, and of the end
	tabs    []bool
	bounds  []bool    // grapheme boundary before the rune
	edge    []float64 // x of the caret before the rune
	share   []float64 // width of the grapheme that starts at the rune
	endEdge float64   // x of the caret after the rune that comes last
	out     shaped
}

// read takes the runes of s. Control characters have no looks: they are
// shaped as zero-width spaces, tabs as spaces that are widened afterwards.
func (l *gatherer) read(s string) {
	for i, r := range s {
		tab := r == '\t'
		switch {
		case tab:
			r = ' '
		case unicode.IsControl(r), r == '\u2028', r == '\u2029':
			r = '\u200b'
		}
		l.runes = append(l.runes, r)
		l.bytes = append(l.bytes, i)
		l.tabs = append(l.tabs, tab)
	}
	l.bytes = append(l.bytes, len(s))
	l.bounds = make([]bool, len(l.runes)+1)
}

// add places the glyphs of one run at the pen and notes the caret places.
func (l *gatherer) add(run shaping.Output) {
	own := l.chain.find(run.Face)
	const scale = 1.0 / (64 * nominal)
	rtl := run.Direction.Progression() == di.TowardTopLeft
	for i := 0; i < len(run.Glyphs); {
		first := run.Glyphs[i].TextIndex()
		start := l.out.advance
		for ; i < len(run.Glyphs) && run.Glyphs[i].TextIndex() == first; i++ {
			g := run.Glyphs[i]
			advance := float64(g.Advance) * scale
			if g.GlyphID == 0 {
				advance = missingAdvance
			} else if l.tabs[first] {
				advance = tabAdvance
			}
			l.out.glyphs = append(l.out.glyphs, placed{
				face: own, id: g.GlyphID,
				x: l.out.advance + float64(g.XOffset)*scale,
				y: -float64(g.YOffset) * scale,
			})
			l.out.advance += advance
		}
		l.cluster(first, run.Glyphs[i-1].RunesCount(), start, l.out.advance, rtl)
	}
}

// cluster spreads the carets of runes [first, first+n) evenly over [x0, x1].
func (l *gatherer) cluster(first, n int, x0, x1 float64, rtl bool) {
	end := min(first+n, len(l.runes))
	graphemes := 0
	for i := first; i < end; i++ {
		if l.bounds[i] {
			graphemes++
		}
	}
	width := (x1 - x0) / float64(max(graphemes, 1))
	if rtl {
		x0, x1 = x1, x0
	}
	seen := 0
	for i := first; i < end; i++ {
		if l.bounds[i] {
			l.edge[i] = x0 + (x1-x0)*float64(seen)/float64(max(graphemes, 1))
			l.share[i] = width
			seen++
		}
	}
	if end == len(l.runes) {
		l.endEdge = x1
	}
}

func (l *gatherer) finish() *shaped {
	l.edge[len(l.runes)] = l.endEdge
	sum := 0.0
	for i, isStop := range l.bounds {
		if isStop {
			l.out.stops = append(l.out.stops, stop{l.bytes[i], l.edge[i], sum})
			sum += l.share[i]
		}
	}
	out := l.out
	return &out
}
