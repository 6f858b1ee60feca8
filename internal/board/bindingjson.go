package board

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// read fills b. A binding of the old schema has no fixed point: its Mode stays
// empty until someone who knows the shape works it out.
func (b *Binding) read(raw []byte) (exact bool, err error) {
	keys, err := members(raw)
	if err != nil {
		return false, err
	}
	exact = true
	hasPoint := false
	for _, m := range keys {
		switch {
		case m.Key == "elementId":
			b.ElementID, err = readString(m.Value)
		case m.Key == "mode" && !isNull(m.Value):
			b.Mode, err = readString(m.Value)
		case m.Key == "fixedPoint" && !isNull(m.Value):
			var same bool
			b.FixedPoint, same, err = readPoint(m.Value)
			hasPoint, exact = true, exact && same
		case !json.Valid(m.Value):
			err = errors.New("broken JSON")
		default:
			if b.Extra == nil {
				b.Extra = map[string]json.RawMessage{}
			}
			b.Extra[m.Key] = slices.Clone(m.Value)
		}
		if err != nil {
			return false, fmt.Errorf("%s: %w", m.Key, err)
		}
	}
	if hasPoint && b.Mode == "" {
		b.Mode = Orbit
	}
	return exact, nil
}

// write puts both schemas down: elementId, mode and fixedPoint for the newer
// Excalidraw, focus and gap for the older.
func (b *Binding) write(into []byte) (_ []byte, err error) {
	if b == nil {
		return append(into, "null"...), nil
	}
	into = writeString(append(into, `{"elementId":`...), b.ElementID)
	if b.Mode != "" {
		into = writeString(append(into, `,"mode":`...), b.Mode)
		if into, err = writePoint(append(into, `,"fixedPoint":`...), b.FixedPoint); err != nil {
			return into, err
		}
	}
	for _, old := range [2]struct{ key, value string }{{"focus", "0"}, {"gap", "6"}} {
		value := []byte(old.value)
		if raw, ok := b.Extra[old.key]; ok {
			value = raw
		}
		into = append(writeString(append(into, ','), old.key), ':')
		into = append(into, value...)
	}
	into = writeExtra(into, b.Extra, func(key string) bool {
		// A null fixedPoint that was read gives way to one worked out since.
		migrated := b.Mode != "" && (key == "fixedPoint" || key == "mode")
		return migrated || key == "focus" || key == "gap"
	})
	return append(into, '}'), nil
}
