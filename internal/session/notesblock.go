package session

import (
	"time"
	"unicode/utf8"
)

// span is a run of runes typed by one event.
type span struct {
	runes int32
	edit  int32 // which splice put them in, counted from 0
	at    time.Duration
}

// block is a piece of the notes. An hour of typing makes ten thousand spans, and
// a change touches one block of them.
type block struct {
	text  string
	spans []span // in order, covering the text
	runes int
}

// mostSpans is how many spans a block has at most.
const mostSpans = 64

// add appends text of one span.
func (b *block) add(text string, s span) {
	b.text += text
	b.addSpan(s)
}

// addSpan appends a span, joined to the last one if both are of one event.
func (b *block) addSpan(s span) {
	b.runes += int(s.runes)
	last := len(b.spans) - 1
	switch {
	case s.runes == 0:
	case last >= 0 && b.spans[last].edit == s.edit:
		b.spans[last].runes += s.runes
	default:
		b.spans = append(b.spans, s)
	}
}

// addPart appends the runes from..to of another block.
func (b *block) addPart(of *block, from, to int) {
	if from >= to {
		return
	}
	first := of.offset(from)
	b.text += of.text[first:of.offset(to)]
	start := 0
	for i, s := range of.spans {
		end := start + int(s.runes)
		switch {
		case start >= to:
			return
		case start > from && to == of.runes: // all the rest, at a stroke
			b.spans = append(b.spans, of.spans[i:]...)
			b.runes += of.runes - start
			return
		case end > from:
			b.addSpan(span{int32(min(end, to) - max(start, from)), s.edit, s.at})
		}
		start = end
	}
}

// offset is where in the text a rune begins, in bytes.
func (b *block) offset(rune int) int {
	if len(b.text) == b.runes {
		return rune
	}
	return byteOffset(b.text, rune)
}

// split is the block as blocks of at most mostSpans, none of them empty.
func (b *block) split() []*block {
	if len(b.spans) == 0 {
		return nil
	}
	if len(b.spans) <= mostSpans {
		return []*block{b}
	}
	runes := 0
	for _, s := range b.spans[:len(b.spans)/2] {
		runes += int(s.runes)
	}
	var head, tail block
	head.addPart(b, 0, runes)
	tail.addPart(b, runes, b.runes)
	return append(head.split(), tail.split()...)
}

func byteOffset(s string, runes int) int {
	offset := 0
	for ; runes > 0 && offset < len(s); runes-- {
		_, size := utf8.DecodeRuneInString(s[offset:])
		offset += size
	}
	return offset
}
