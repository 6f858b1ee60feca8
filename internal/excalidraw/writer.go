package excalidraw

import (
	"bytes"
	"encoding/json"
	"slices"
)

// writer puts the members of a JSON object together. The zero value is ready.
type writer struct{ buf bytes.Buffer }

// raw adds a member whose value is valid JSON.
func (w *writer) raw(key string, value json.RawMessage) {
	sep := byte(',')
	if w.buf.Len() == 0 {
		sep = '{'
	}
	w.buf.WriteByte(sep)
	w.buf.Write(quoted(key))
	w.buf.WriteByte(':')
	w.buf.Write(value)
}

// object is what was written.
func (w *writer) object() json.RawMessage {
	if w.buf.Len() == 0 {
		return json.RawMessage("{}")
	}
	w.buf.WriteByte('}')
	return w.buf.Bytes()
}

// inOrder adds the members of m: first those that order names, then the others
// by name.
func (w *writer) inOrder(m map[string]json.RawMessage, order []string) {
	for _, key := range inOrder(m, order) {
		w.raw(key, m[key])
	}
}

// inOrder lists the keys of m: first those that order names, once each, then
// the others by name.
func inOrder[T any](m map[string]T, order []string) []string {
	keys := make([]string, 0, len(m))
	seen := make(map[string]bool, len(m))
	for _, key := range order {
		if _, ok := m[key]; ok && !seen[key] {
			seen[key] = true
			keys = append(keys, key)
		}
	}
	named := len(keys)
	for key := range m {
		if !seen[key] {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys[named:])
	return keys
}

// list is the JSON list of these values.
func list(items []json.RawMessage) json.RawMessage {
	size := 2
	for _, item := range items {
		size += len(item) + 1
	}
	out := append(make(json.RawMessage, 0, size), '[')
	for i, item := range items {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, item...)
	}
	return append(out, ']')
}

// quoted is s as a JSON string, without the escapes that only HTML needs.
func quoted(s string) json.RawMessage {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string always encodes
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
