package session

import (
	"strings"
	"time"
	"unicode/utf8"
)

// Notes is the text of the notes together with the event and the moment that
// each part of it was typed by. The zero value is empty. It is a value: Splice
// returns a new one.
type Notes struct {
	text  string
	spans []span // in order, covering the text
	edits int32  // splices so far
}

// span is a run of runes typed by one event.
type span struct {
	runes int32
	edit  int32 // which splice put them in, counted from 0
	at    time.Duration
}

// Text is the Markdown as it stands.
func (n Notes) Text() string { return n.text }

// Splice carries a change out at a moment. Positions outside the text are
// taken to its nearest end, so that any journal folds.
func (n Notes) Splice(change Note, at time.Duration) Notes {
	length := n.length()
	pos := min(max(change.Pos, 0), length)
	del := min(max(change.Del, 0), length-pos)
	ins := strings.ToValidUTF8(change.Ins, "\uFFFD")
	from := byteOffset(n.text, pos)
	to := from + byteOffset(n.text[from:], del)

	out := Notes{text: n.text[:from] + ins + n.text[to:], edits: n.edits + 1}
	out.spans = make([]span, 0, len(n.spans)+2)
	out.addPart(n.spans, 0, pos)
	out.add(span{int32(utf8.RuneCountInString(ins)), n.edits, at})
	out.addPart(n.spans, pos+del, length)
	return out
}

// length is how many runes the text has.
func (n Notes) length() int {
	sum := 0
	for _, s := range n.spans {
		sum += int(s.runes)
	}
	return sum
}

// add appends a span, joined to the last one if both are of one event.
func (n *Notes) add(s span) {
	last := len(n.spans) - 1
	switch {
	case s.runes == 0:
	case last >= 0 && n.spans[last].edit == s.edit:
		n.spans[last].runes += s.runes
	default:
		n.spans = append(n.spans, s)
	}
}

// addPart appends the runes from..to of spans.
func (n *Notes) addPart(spans []span, from, to int) {
	start := 0
	for _, s := range spans {
		if start >= to {
			return
		}
		a, b := max(start, from), min(start+int(s.runes), to)
		if a < b {
			n.add(span{int32(b - a), s.edit, s.at})
		}
		start += int(s.runes)
	}
}

// origin is the span that rune i is of.
func (n Notes) origin(i int) (span, bool) {
	for _, s := range n.spans {
		if i >= 0 && i < int(s.runes) {
			return s, true
		}
		i -= int(s.runes)
	}
	return span{}, false
}

// LineMoments tells for each line of the text when it was written: the
// earliest moment at which something still standing on it was typed. A line on
// which nothing stands has the moment of its line break.
func (n Notes) LineMoments() []time.Duration {
	lines := n.lines()
	out := make([]time.Duration, len(lines))
	for i, line := range lines {
		out[i] = line.at
	}
	return out
}

// lines tells for each line of the text which span on it is the earliest; that
// of the line break before it where nothing stands on it. A text without any
// line has the zero span.
func (n Notes) lines() []span {
	var out []span
	var first, lineBreak span
	empty := true
	end := func() {
		if empty {
			first = lineBreak
		}
		out = append(out, first)
		empty = true
	}
	text := n.text
	for _, s := range n.spans {
		for range s.runes {
			r, size := utf8.DecodeRuneInString(text)
			text = text[size:]
			if r == '\n' {
				end()
				lineBreak = s
				continue
			}
			if empty || s.edit < first.edit {
				first = s
			}
			empty = false
		}
	}
	end()
	return out
}

// Change is the smallest Note that turns the text a into b.
func Change(a, b string) Note {
	old, now := []rune(a), []rune(b)
	head := 0
	for head < len(old) && head < len(now) && old[head] == now[head] {
		head++
	}
	tail := 0
	for tail < len(old)-head && tail < len(now)-head && old[len(old)-1-tail] == now[len(now)-1-tail] {
		tail++
	}
	return Note{Pos: head, Del: len(old) - head - tail, Ins: string(now[head : len(now)-tail])}
}

func byteOffset(s string, runes int) int {
	offset := 0
	for ; runes > 0 && offset < len(s); runes-- {
		_, size := utf8.DecodeRuneInString(s[offset:])
		offset += size
	}
	return offset
}
