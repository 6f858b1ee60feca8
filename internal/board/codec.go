package board

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// MarshalJSON writes e as Excalidraw does, compact, known keys first and always
// in the same order, then those of Extra by name. It fails, naming the element,
// when a number is not finite.
func (e *Element) MarshalJSON() ([]byte, error) {
	out := append(make([]byte, 0, 512), '{')
	first := 0
	for i := range fields {
		f := &fields[i]
		if f.has != nil && !f.has(e.Kind) {
			continue
		}
		out = writeString(comma(out, first), f.key)
		first = 1
		var err error
		if out, err = e.writeField(append(out, ':'), f); err != nil {
			return nil, fmt.Errorf("element %q: %s: %w", e.ID, f.key, err)
		}
	}
	out = writeExtra(out, e.Extra, func(key string) bool { return fieldOf(key, e.Kind) != nil })
	return append(out, '}'), nil
}

// writeField writes the field's value: as it was read, where the field could
// not hold that exactly and has not changed since.
func (e *Element) writeField(into []byte, f *field) ([]byte, error) {
	start := len(into)
	out, err := f.write(into, e)
	raw, kept := e.Extra[f.key]
	if err != nil || !kept {
		return out, err
	}
	asRead := defaults(e.Kind)
	if _, err := f.read(asRead, raw); err != nil {
		return out, nil
	}
	if again, err := f.write(nil, asRead); err == nil && bytes.Equal(again, out[start:]) {
		out = append(out[:start], raw...)
	}
	return out, nil
}

// writeExtra appends the members of extra, sorted, but those that skip names.
// Something must have been written before them.
func writeExtra(into []byte, extra map[string]json.RawMessage, skip func(string) bool) []byte {
	for _, key := range slices.Sorted(maps.Keys(extra)) {
		if !skip(key) {
			into = append(writeString(append(into, ','), key), ':')
			into = append(into, extra[key]...)
		}
	}
	return into
}

// UnmarshalJSON reads an element as any version of Excalidraw wrote it. Missing
// keys get the values that Excalidraw gives them; unknown keys and values that
// a field cannot hold exactly stay in Extra and are written back. The error
// names the element and the key.
func (e *Element) UnmarshalJSON(data []byte) error {
	keys, err := members(data)
	if err != nil {
		return fmt.Errorf("element: %w", err)
	}
	return e.Read(keys)
}

// Read is UnmarshalJSON for an object that has been taken apart already. Whole
// values are checked, their keys' order does not matter; keys is not kept.
func (e *Element) Read(keys []Member) error {
	id, kind, err := identity(keys)
	if err != nil {
		return err
	}
	*e = *defaults(kind)
	typed := false // whether it says what was typed, apart from the wrapped text
	for _, m := range keys {
		typed = typed || (m.Key == "originalText" && !isNull(m.Value))
		if err := e.readMember(m); err != nil {
			return fmt.Errorf("element %q: %s: %w", id, m.Key, err)
		}
	}
	if kind == Text {
		if !typed {
			e.Text = e.Wrapped
		}
		if e.LineHeight == 0 {
			e.LineHeight = lineHeightOf(e.FontFamily)
		}
	}
	return nil
}

func (e *Element) readMember(m Member) error {
	f := fieldOf(m.Key, e.Kind)
	exact := false
	if f != nil {
		var err error
		if exact, err = f.read(e, m.Value); err != nil {
			return err
		}
	}
	if exact {
		return nil
	}
	if !json.Valid(m.Value) {
		return errors.New("broken JSON")
	}
	e.keep(m.Key, m.Value)
	return nil
}

// identity finds id and type, by which the other keys are understood.
func identity(keys []Member) (id string, kind Kind, err error) {
	for _, m := range keys {
		switch m.Key {
		case "id":
			if !isNull(m.Value) {
				if id, err = readString(m.Value); err != nil {
					return "", "", fmt.Errorf("element: id: %w", err)
				}
			}
		case "type":
			s, err := readString(m.Value)
			if err != nil {
				return "", "", fmt.Errorf("element %q: type: %w", id, err)
			}
			kind = Kind(s)
		}
	}
	if kind == "" {
		return "", "", fmt.Errorf("element %q has no type", id)
	}
	return id, kind, nil
}

// defaults is an element of the kind as Excalidraw understands one without any
// keys.
func defaults(kind Kind) *Element {
	e := &Element{
		Kind: kind, Stroke: "#1e1e1e", Background: "transparent", FillStyle: "solid",
		StrokeWidth: 2, StrokeStyle: "solid", Roughness: 1, Opacity: 100, Seed: 1, Version: 1,
	}
	switch kind {
	case Text:
		e.FontSize, e.FontFamily, e.Align, e.VAlign, e.AutoResize = 20, 5, "left", "top", true
	case Arrow:
		e.EndHead = "arrow"
	case Image:
		e.Scale = Point{1, 1}
	}
	return e
}
