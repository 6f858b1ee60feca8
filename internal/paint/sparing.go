package paint

import (
	"strings"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

// How many lines and bytes of text may be set anew whenever they are painted:
// less than typeset remembers the setting of, or setting them would cost far more
// than painting them does.
const (
	sparedLines = 6000
	sparedBytes = 1 << 18
)

// sparing is the texts whose outlines are not remembered. Most of a board's memory
// would be its letters, and with their setting known putting them together takes
// a fraction of the time that filling them does.
type sparing struct {
	lines, bytes int
	letters      typeset.Path // of the text being painted
}

// spare lets go of a text's outlines, if that is what s is and there is room.
func (p *sparing) spare(e *board.Element, s *seen) {
	if e.Kind != board.Text || s.text != nil || len(s.list.Ops) == 0 {
		return
	}
	lines, bytes := settingOf(e)
	if p.lines+lines > sparedLines || p.bytes+bytes > sparedBytes {
		return
	}
	p.lines += lines
	p.bytes += bytes
	s.text = e
	s.list.Ops[0].Path, s.areas[0] = nil, nil
}

// forget makes the room free that s took.
func (p *sparing) forget(s *seen) {
	if s.text != nil {
		lines, bytes := settingOf(s.text)
		p.lines -= lines
		p.bytes -= bytes
	}
}

// outlines are those of a text that was spared, until the next are asked for.
func (p *sparing) outlines(text *board.Element) *typeset.Path {
	(&drawing{e: text}).letters(&p.letters)
	return &p.letters
}

// settingOf is how much typeset has to remember of a text.
func settingOf(e *board.Element) (lines, bytes int) {
	text := e.Wrapped
	if text == "" {
		text = e.Text
	}
	return 1 + strings.Count(text, "\n"), len(text)
}
