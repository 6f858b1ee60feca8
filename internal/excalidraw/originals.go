package excalidraw

import (
	"bytes"
	"encoding/json"
	"slices"

	"talkthrough/internal/board"
)

// original is an element as a file had it.
type original struct {
	// element is what was made of it.
	element *board.Element
	// raw is what is written as long as the element stays so.
	raw json.RawMessage
	// parts are what is written beneath it: those of a cylinder.
	parts []json.RawMessage
	// added are back references that element has and raw lacks.
	added []board.BoundRef
}

// originals are the elements of a file by their ids.
type originals map[string]*original

// of is the original of e if e is still what was read: the same pointer or,
// where undo or a journal made it anew, the same in every field.
func (o originals) of(e *board.Element) *original {
	was := o[e.ID]
	if was != nil && e.Kind == board.Cylinder && was.parts == nil {
		return nil // no other program knows it so
	}
	if was == nil || was.element == e {
		return was
	}
	a, errA := was.element.MarshalJSON()
	b, errB := e.MarshalJSON()
	if errA != nil || errB != nil || !bytes.Equal(a, b) {
		return nil
	}
	return was
}

// withRefs is raw listing more of what hangs on the shape, in today's way.
func withRefs(raw json.RawMessage, refs []board.BoundRef) json.RawMessage {
	const key, old = "boundElements", "boundElementIds"
	members := membersOf(raw)
	listed := lookUp(members, key)
	if ids, ok := refsOf(lookUp(members, old)); ok && emptyList(listed) {
		listed = ids
	}
	var items []json.RawMessage
	for _, item := range values(listed) {
		items = append(items, item)
	}
	for _, ref := range refs {
		items = append(items, object([]member{{Key: "id", Value: quoted(ref.ID)}, {Key: "type", Value: quoted(string(ref.Kind))}}))
	}
	members = slices.DeleteFunc(members, func(m member) bool { return m.Key == old })
	return patched(object(members), member{Key: key, Value: list(items)})
}

// written is the element as it goes into a file, beneath it what else it
// consists of there. refs are the back references that e itself lacks; below is
// the order key of the element beneath.
func (o originals) written(e *board.Element, s *board.Scene, refs []board.BoundRef, below string) ([]json.RawMessage, error) {
	if was := o.of(e); was != nil {
		// An arrow that was drawn or changed here must be listed, or it
		// would not follow elsewhere.
		lacking := slices.Concat(refs, slices.DeleteFunc(slices.Clone(was.added), func(ref board.BoundRef) bool {
			hanging := s.Get(ref.ID)
			return hanging == nil || o.of(hanging) != nil
		}))
		raw := was.raw
		if len(lacking) > 0 {
			raw = withRefs(raw, lacking)
		}
		return append(slices.Clip(was.parts), raw), nil
	}
	elements := []*board.Element{presentable(e, s, refs)}
	if e.Kind == board.Cylinder {
		parts, body := cylinderParts(elements[0], below)
		elements = append(parts, body)
	}
	out := make([]json.RawMessage, len(elements))
	for i, e := range elements {
		var err error
		if out[i], err = e.MarshalJSON(); err != nil {
			return nil, err
		}
	}
	return out, nil
}
