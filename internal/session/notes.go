package session

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Notes is the text of the notes together with the event and the moment that
// each part of it was typed by. The zero value is empty. It is a value: Splice
// returns a new one, which shares with the old one what stayed the same.
type Notes struct {
	blocks []*block // in order, none empty, never changed
	runes  int
	edits  int32 // splices so far
}

// Text is the Markdown as it stands.
func (n Notes) Text() string {
	if len(n.blocks) == 1 {
		return n.blocks[0].text
	}
	var text strings.Builder
	for _, b := range n.blocks {
		text.WriteString(b.text)
	}
	return text.String()
}

// Empty reports whether there is no text.
func (n Notes) Empty() bool { return n.runes == 0 }

// Splice carries a change out at a moment. Positions outside the text are
// taken to its nearest end, so that any journal folds.
func (n Notes) Splice(change Note, at time.Duration) Notes {
	pos := min(max(change.Pos, 0), n.runes)
	del := min(max(change.Del, 0), n.runes-pos)
	ins := strings.ToValidUTF8(change.Ins, "\uFFFD")
	first, from := n.find(pos)
	last, to := n.find(pos + del)

	typed := span{int32(utf8.RuneCountInString(ins)), n.edits, at}
	var edited block
	var after []*block
	if len(n.blocks) == 0 {
		edited.add(ins, typed)
	} else {
		before, behind := n.blocks[first], n.blocks[last]
		edited.spans = make([]span, 0, len(before.spans)+len(behind.spans)+1)
		edited.addPart(before, 0, from)
		edited.add(ins, typed)
		edited.addPart(behind, to, behind.runes)
		after = n.blocks[last+1:]
	}
	return Notes{
		blocks: slices.Concat(n.blocks[:first], edited.split(), after),
		runes:  n.runes - del + int(typed.runes),
		edits:  n.edits + 1,
	}
}

// find is the first block in which, or at whose end, a position lies, and where
// in it.
func (n Notes) find(pos int) (i, within int) {
	for i, b := range n.blocks {
		if pos <= b.runes {
			return i, pos
		}
		pos -= b.runes
	}
	return 0, 0
}

// spans are those of all blocks, in order.
func (n Notes) spans(yield func(span) bool) {
	for _, b := range n.blocks {
		for _, s := range b.spans {
			if !yield(s) {
				return
			}
		}
	}
}

// origin is the span that rune i is of.
func (n Notes) origin(i int) (span, bool) {
	for s := range n.spans {
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
	text := n.Text()
	for s := range n.spans {
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
