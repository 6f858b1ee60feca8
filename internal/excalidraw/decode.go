package excalidraw

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"talkthrough/internal/board"
)

// Decode reads an .excalidraw file. The scene has the elements in the file's
// order. What older Excalidraws wrote is understood; order keys that are
// missing or contradict the order are made anew, and so are ids that are
// missing or taken; arrows with bindings of the older schema get those of the
// newer, and shapes list all that hangs on them. None of that changes what
// Encode writes back of an element nobody touches, but for ids and for the size
// of text that had none: without these other programs drop the element.
//
// Elements, and values of elements, that make no sense are left out: see
// Rest.Warnings. The error says what is wrong, and with which element; it wraps
// ErrNotExcalidraw or ErrLimit.
func Decode(data []byte) (*board.Scene, Rest, error) { return decode(data, maxFileSize) }

func decode(data []byte, limit int) (*board.Scene, Rest, error) {
	if err := checkSize(data, limit); err != nil {
		return nil, Rest{}, err
	}
	data, err := validJSON(data)
	if err != nil {
		return nil, Rest{}, err
	}
	top := membersOf(data)
	if kind, _ := textOf(lookUp(top, "type")); kind != "excalidraw" {
		return nil, Rest{}, fmt.Errorf("%w: want \"type\": \"excalidraw\" at its top", ErrNotExcalidraw)
	}
	rest, err := restOf(top)
	if err != nil {
		return nil, Rest{}, err
	}
	var r reader
	s, from, err := r.scene(lookUp(top, "elements"))
	if err != nil {
		return nil, Rest{}, err
	}
	rest.originals, rest.Warnings = from, r.warnings
	return s, rest, nil
}

// validJSON is the JSON in data, a copy without the spaces between its values,
// with what is no UTF-8 replaced.
func validJSON(data []byte) ([]byte, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	out, err := compacted(make([]byte, 0, len(data)), data)
	if err != nil {
		err = json.Compact(new(bytes.Buffer), data)
		return nil, fmt.Errorf("%w: %w", ErrNotExcalidraw, err)
	}
	if utf8.Valid(out) {
		return out, nil
	}
	return bytes.ToValidUTF8(out, []byte("\uFFFD")), nil
}

func restOf(top []member) (Rest, error) {
	var rest Rest
	if len(top) > maxKeys {
		return rest, beyond("it has more than %d keys at its top", maxKeys)
	}
	for _, m := range top {
		rest.top = append(rest.top, m.Key)
		if m.Key != "elements" {
			if d := depth(m.Value); d > maxDepth {
				return Rest{}, fmt.Errorf("%.40q: %w", m.Key, beyond("nested %d deep, at most %d", d, maxDepth))
			}
		}
		var err error
		switch m.Key {
		case "type", "version", "source", "elements":
		case "appState":
			rest.AppState, rest.appState, err = objectOf(m)
		case "files":
			rest.Files, rest.files, err = objectOf(m)
		default:
			if rest.Extra == nil {
				rest.Extra = map[string]json.RawMessage{}
			}
			rest.Extra[m.Key] = m.Value
		}
		if err != nil {
			return Rest{}, err
		}
	}
	return rest, nil
}

// objectOf is a member's object by key, with the keys in their order; nil for
// null.
func objectOf(m member) (map[string]json.RawMessage, []string, error) {
	if isNull(m.Value) {
		return nil, nil, nil
	}
	if m.Value[0] != '{' {
		return nil, nil, fmt.Errorf("%w: %s: want an object, have %.20s", ErrNotExcalidraw, m.Key, m.Value)
	}
	out := map[string]json.RawMessage{}
	var order []string
	for key, value := range values(m.Value) {
		if len(order) == maxItems {
			return nil, nil, fmt.Errorf("%s: %w", m.Key, beyond("more than %d keys", maxItems))
		}
		out[key] = value
		order = append(order, key)
	}
	return out, order, nil
}
