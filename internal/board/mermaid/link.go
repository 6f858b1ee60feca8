package mermaid

import (
	"fmt"
	"strings"
)

// link reads an edge: -->, ---, -.->, ==>, with o, x or < at its ends, of any
// length, and its text, |text| after it or between its two halves.
func (p *scan) link() (Edge, error) {
	p.space()
	start := p.rest
	var e Edge
	switch {
	case p.take("<"):
		e.StartHead = "arrow"
	case headed(p.rest, 'o'):
		p.rest, e.StartHead = p.rest[1:], "circle"
	case headed(p.rest, 'x'):
		p.rest, e.StartHead = p.rest[1:], "bar"
	}
	line, whole, ok := p.stroke(&e)
	if !ok {
		return Edge{}, fmt.Errorf("an edge like --> is missing at %q", short(start))
	}
	e.Line = line
	if !whole && !p.labelled(&e) {
		return Edge{}, fmt.Errorf("the edge at %q has no end", short(start))
	}
	p.space()
	if strings.HasPrefix(p.rest, "|") {
		text, ok := p.within("|", "|")
		if !ok {
			return Edge{}, fmt.Errorf("the text at %q is not closed by |", short(p.rest))
		}
		e.Text = unquote(text)
	}
	return e, nil
}

// headed reports whether the text begins with that head and a stroke.
func headed(s string, head byte) bool {
	return len(s) > 2 && s[0] == head && (strings.HasPrefix(s[1:], "--") || strings.HasPrefix(s[1:], "==") || strings.HasPrefix(s[1:], "-."))
}

// stroke takes a stroke with the head at its end. whole is false for one that
// is only the first half of an edge with its text inside.
func (p *scan) stroke(e *Edge) (line Line, whole, ok bool) {
	s := p.rest
	n := 0
	switch {
	case strings.HasPrefix(s, "-."):
		line, n = Dotted, 1
		for n < len(s) && s[n] == '.' {
			n++
		}
		if n < len(s) && s[n] == '-' {
			n, whole = n+1, true
		}
	case strings.HasPrefix(s, "--"), strings.HasPrefix(s, "=="):
		if s[0] == '=' {
			line = Thick
		}
		for n < len(s) && s[n] == s[0] {
			n++
		}
		whole = n > 2 // --- and ===; the heads below make the others whole
	case strings.HasPrefix(s, "~~~"):
		p.rest = strings.TrimLeft(s, "~")
		return Plain, true, true
	default:
		return 0, false, false
	}
	p.rest = s[n:]
	if line == Dotted && !whole {
		return line, false, true
	}
	if p.head(e) {
		whole = true
	}
	return line, whole, true
}

// head takes the head at the end of a stroke. A letter that begins a node's
// name is none.
func (p *scan) head(e *Edge) bool {
	switch {
	case p.take(">"):
		e.EndHead = "arrow"
	case len(p.rest) > 1 && p.rest[0] == 'o' && p.rest[1] == ' ':
		p.rest, e.EndHead = p.rest[1:], "circle"
	case len(p.rest) > 1 && p.rest[0] == 'x' && p.rest[1] == ' ':
		p.rest, e.EndHead = p.rest[1:], "bar"
	default:
		return false
	}
	return true
}

// labelled takes the text within an edge and the edge's second half.
func (p *scan) labelled(e *Edge) bool {
	halves := [...]string{Plain: "--", Dotted: ".-", Thick: "=="}
	s := p.rest
	for i := 0; i < len(s); i++ {
		if !strings.HasPrefix(s[i:], halves[e.Line]) {
			continue
		}
		text := s[:i]
		rest := s[i:]
		if e.Line == Dotted {
			rest = strings.TrimLeft(rest, ".")
		}
		q := scan{rest: strings.TrimLeft(rest, halves[e.Line][1:])}
		q.head(e)
		if strings.TrimSpace(text) == "" {
			return false
		}
		e.Text, p.rest = unquote(text), q.rest
		return true
	}
	return false
}
