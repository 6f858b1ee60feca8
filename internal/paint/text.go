package paint

import (
	"slices"
	"strings"
	"sync"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

const defaultFontSize = 20

// fontOf is the font that a text element is set in.
func fontOf(e *board.Element) typeset.Font {
	f := typeset.Font{Family: typeset.FamilyOf(e.FontFamily), Size: e.FontSize, LineHeight: e.LineHeight}
	if f.Size <= 0 {
		f.Size = defaultFontSize
	}
	return f
}

// lettering holds paths in which letters are gathered: most of a board's memory
// is its letters, and a path that has grown by and by has twice the room it
// needs.
var lettering = sync.Pool{New: func() any { return new(typeset.Path) }}

// trimmed is the path in no more memory than it takes.
func trimmed(p *typeset.Path) *typeset.Path {
	return &typeset.Path{Verbs: slices.Clone(p.Verbs), Points: slices.Clone(p.Points)}
}

func (d *drawing) text() {
	letters := lettering.Get().(*typeset.Path)
	defer lettering.Put(letters)
	d.letters(letters)
	d.fill(trimmed(letters), d.theme.ink(d.e.Stroke, defaultStroke))
}

// letters makes p the outlines of the text's letters, as they lie on the board.
func (d *drawing) letters(p *typeset.Path) {
	e := d.e
	wrapped := e.Wrapped
	if wrapped == "" {
		wrapped = e.Text
	}
	font := fontOf(e)
	baseline := e.Y + typeset.Baseline(font)
	p.Reset()
	for line := range strings.SplitSeq(wrapped, "\n") {
		line = strings.TrimSuffix(line, "\r")
		x := e.X
		switch e.Align {
		case "center":
			x += (e.W - typeset.Advance(font, line)) / 2
		case "right":
			x += e.W - typeset.Advance(font, line)
		}
		typeset.Outline(font, line, x, baseline, p)
		baseline += typeset.LineBox(font)
	}
	d.turn(p, 0)
}
