package excalidraw

import "errors"

// errSyntax says that compacted met what is no JSON; encoding/json says what.
var errSyntax = errors.New("no JSON")

// deepest is how deep encoding/json follows lists and objects.
const deepest = 10_000

// compacted appends the JSON value in data without the spaces around its parts.
// It fails exactly where encoding/json does. Boards are read by the ten
// megabytes, and most of that is the spaces of an indented file.
func compacted(into, data []byte) ([]byte, error) {
	c := compacter{data: data, out: into}
	if !c.value(0) || c.next() != 0 || c.at < len(data) {
		return into, errSyntax
	}
	return append(c.out, data[c.from:]...), nil
}

type compacter struct {
	data, out []byte
	at        int
	from      int // what is taken from here on has not been appended yet
}

// next skips white space and is the byte there, 0 at the end.
func (c *compacter) next() byte {
	if c.at < len(c.data) && c.data[c.at] > ' ' {
		return c.data[c.at]
	}
	if end := skipSpace(c.data, c.at); end > c.at {
		c.out = append(c.out, c.data[c.from:c.at]...)
		c.at, c.from = end, end
	}
	if c.at < len(c.data) {
		return c.data[c.at]
	}
	return 0
}

// take has the bytes up to end appended, together with all that lies between two
// spaces.
func (c *compacter) take(end int) bool {
	c.at = end
	return true
}

func (c *compacter) value(depth int) bool {
	switch b := c.next(); {
	case b == '{' || b == '[':
		return depth < deepest && c.nested(b, depth+1)
	case b == '"':
		return c.text()
	case b == 't':
		return c.word("true")
	case b == 'f':
		return c.word("false")
	case b == 'n':
		return c.word("null")
	}
	return c.number()
}

// nested takes a list or an object, which begins with open.
func (c *compacter) nested(open byte, depth int) bool {
	end := open + 2 // in ASCII
	c.take(c.at + 1)
	if c.next() == end {
		return c.take(c.at + 1)
	}
	for {
		if open == '{' {
			if c.next() != '"' || !c.text() || c.next() != ':' {
				return false
			}
			c.take(c.at + 1)
		}
		if !c.value(depth) {
			return false
		}
		switch c.next() {
		case ',':
			c.take(c.at + 1)
		case end:
			return c.take(c.at + 1)
		default:
			return false
		}
	}
}

func (c *compacter) word(want string) bool {
	end := c.at + len(want)
	return end <= len(c.data) && string(c.data[c.at:end]) == want && c.take(end)
}

func (c *compacter) text() bool {
	for i := c.at + 1; i < len(c.data); i++ {
		if plain[c.data[i]] {
			continue
		}
		switch b := c.data[i]; {
		case b == '"':
			return c.take(i + 1)
		case b < ' ':
			return false
		case b == '\\':
			i++
			if i == len(c.data) {
				return false
			}
			switch c.data[i] {
			case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
			case 'u':
				if !hexadecimal(c.data[i+1:]) {
					return false
				}
				i += 4
			default:
				return false
			}
		}
	}
	return false
}

// plain are the bytes of a text that mean themselves.
var plain = func() (all [256]bool) {
	for b := range all {
		all[b] = b >= ' ' && b != '"' && b != '\\'
	}
	return all
}()

// hexadecimal reports whether data begins with four such digits.
func hexadecimal(data []byte) bool {
	if len(data) < 4 {
		return false
	}
	for _, b := range data[:4] {
		if (b < '0' || b > '9') && (b|0x20 < 'a' || b|0x20 > 'f') {
			return false
		}
	}
	return true
}

func (c *compacter) number() bool {
	i := c.at
	at := func() byte {
		if i < len(c.data) {
			return c.data[i]
		}
		return 0
	}
	digits := func() bool {
		from := i
		for '0' <= at() && at() <= '9' {
			i++
		}
		return i > from
	}
	if at() == '-' {
		i++
	}
	if at() == '0' {
		i++
	} else if !digits() {
		return false
	}
	if at() == '.' {
		if i++; !digits() {
			return false
		}
	}
	if at()|0x20 == 'e' {
		if i++; at() == '+' || at() == '-' {
			i++
		}
		if !digits() {
			return false
		}
	}
	return c.take(i)
}
