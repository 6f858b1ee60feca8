package board

import (
	"encoding/json"
	"errors"
	"fmt"
)

// Member is one key of a JSON object and its value as written.
type Member struct {
	Key   string
	Value json.RawMessage
}

var errNotObject = errors.New("not a JSON object")

// members takes a JSON object apart without decoding the values. Elements are
// read by the thousand when a session or a board is opened; this spares the
// passes that a map of raw messages costs.
func members(data []byte) ([]Member, error) {
	s := scanner{data: data}
	if s.next() != '{' {
		return nil, errNotObject
	}
	const most, shortest = 40, 12 // keys of an element; bytes of a member, about
	out := make([]Member, 0, min(most, 1+len(data)/shortest))
	s.at++
	if s.next() == '}' {
		return out, nil
	}
	for {
		m, err := s.member()
		if err != nil {
			return nil, err
		}
		out = append(out, m)
		switch s.next() {
		case ',':
			s.at++
		case '}':
			return out, nil
		default:
			return nil, s.broken()
		}
	}
}

// readList takes a JSON array apart as members does an object.
func readList(raw []byte) ([]json.RawMessage, error) {
	s := scanner{data: raw}
	if s.next() != '[' {
		return nil, fmt.Errorf("want a list, have %.20s", raw)
	}
	s.at++
	if s.next() == ']' {
		return nil, nil
	}
	const most, shortest = 64, 8
	out := make([]json.RawMessage, 0, min(most, 1+len(raw)/shortest))
	for {
		s.next()
		item, err := s.value()
		if err != nil {
			return nil, err
		}
		out = append(out, item)
		switch s.next() {
		case ',':
			s.at++
		case ']':
			return out, nil
		default:
			return nil, s.broken()
		}
	}
}

type scanner struct {
	data []byte
	at   int
}

func (s *scanner) broken() error { return fmt.Errorf("broken JSON at byte %d", s.at) }

// next skips white space and returns the byte there, 0 at the end.
func (s *scanner) next() byte {
	for ; s.at < len(s.data); s.at++ {
		switch s.data[s.at] {
		case ' ', '\t', '\n', '\r':
		default:
			return s.data[s.at]
		}
	}
	return 0
}

func (s *scanner) member() (Member, error) {
	if s.next() != '"' {
		return Member{}, s.broken()
	}
	quoted, err := s.value()
	if err != nil {
		return Member{}, err
	}
	key, err := keyOf(quoted)
	if err != nil {
		return Member{}, err
	}
	if s.next() != ':' {
		return Member{}, s.broken()
	}
	s.at++
	s.next()
	raw, err := s.value()
	return Member{key, raw}, err
}

// keyOf is readString; the keys that elements have cost no memory.
func keyOf(quoted []byte) (string, error) {
	if key := KnownKey(quoted[1 : len(quoted)-1]); key != "" {
		return key, nil
	}
	return readString(quoted)
}

// value steps over one value and returns its bytes. It minds nesting and
// strings only: whoever keeps or decodes the bytes checks the rest.
func (s *scanner) value() ([]byte, error) {
	start, depth := s.at, 0
	for s.at < len(s.data) {
		switch c := s.data[s.at]; c {
		case '"':
			if !s.skipString() {
				return nil, s.broken()
			}
			if depth == 0 {
				return s.data[start:s.at], nil
			}
			continue
		case '{', '[':
			depth++
		case '}', ']', ',':
			if depth == 0 {
				return s.scalar(start)
			}
			if c != ',' {
				depth--
			}
			if depth == 0 {
				s.at++
				return s.data[start:s.at], nil
			}
		case ' ', '\t', '\n', '\r':
			if depth == 0 {
				return s.scalar(start)
			}
		}
		s.at++
	}
	return nil, s.broken()
}

func (s *scanner) scalar(start int) ([]byte, error) {
	if s.at == start {
		return nil, s.broken()
	}
	return s.data[start:s.at], nil
}

// skipString steps over the string that begins here.
func (s *scanner) skipString() bool {
	for s.at++; s.at < len(s.data); s.at++ {
		switch s.data[s.at] {
		case '\\':
			s.at++
		case '"':
			s.at++
			return true
		}
	}
	return false
}
