package session

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Notes is the text of the notes together with the moment each part of it was
// typed. The zero value is empty. It is a value: Splice returns a new one.
type Notes struct {
	text  string
	spans []span // in order, covering the text
}

// span is a run of runes typed by one event.
type span struct {
	runes int
	at    time.Duration
}

// Text is the Markdown as it stands.
func (n Notes) Text() string { return n.text }

// Splice carries a change out at a moment. Positions outside the text are
// taken to its nearest end, so that any journal folds.
func (n Notes) Splice(change Note, at time.Duration) Notes {
	length := utf8.RuneCountInString(n.text)
	pos := min(max(change.Pos, 0), length)
	del := min(max(change.Del, 0), length-pos)
	ins := strings.ToValidUTF8(change.Ins, "\uFFFD")
	from := byteOffset(n.text, pos)
	to := from + byteOffset(n.text[from:], del)

	out := Notes{text: n.text[:from] + ins + n.text[to:]}
	out.spans = make([]span, 0, len(n.spans)+2)
	out.add(n.slice(0, pos)...)
	out.add(span{utf8.RuneCountInString(ins), at})
	out.add(n.slice(pos+del, length)...)
	return out
}

// add appends spans, merging neighbours of one moment.
func (n *Notes) add(spans ...span) {
	for _, s := range spans {
		if s.runes == 0 {
			continue
		}
		if last := len(n.spans) - 1; last >= 0 && n.spans[last].at == s.at {
			n.spans[last].runes += s.runes
			continue
		}
		n.spans = append(n.spans, s)
	}
}

// slice returns the spans of the runes from..to.
func (n Notes) slice(from, to int) []span {
	var out []span
	start := 0
	for _, s := range n.spans {
		a, b := max(start, from), min(start+s.runes, to)
		if a < b {
			out = append(out, span{b - a, s.at})
		}
		start += s.runes
	}
	return out
}

// LineMoments tells for each line of the text when it was written: the
// earliest moment at which something still standing on it was typed. A line on
// which nothing stands has the moment of its line break.
func (n Notes) LineMoments() []time.Duration {
	lines := strings.Split(n.text, "\n")
	out := make([]time.Duration, len(lines))
	pos := 0
	for i, line := range lines {
		length := utf8.RuneCountInString(line)
		spans := n.slice(pos, pos+length)
		if len(spans) == 0 {
			spans = n.slice(max(pos-1, 0), pos)
		}
		if len(spans) > 0 {
			out[i] = slices.MinFunc(spans, func(a, b span) int { return int(a.at - b.at) }).at
		}
		pos += length + 1
	}
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
