package excalidraw

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"talkthrough/internal/board"
)

// ErrNotExcalidraw is wrapped by Decode's error when the data is no Excalidraw
// file at all.
var ErrNotExcalidraw = errors.New("not an Excalidraw file")

// Decode reads an .excalidraw file. The scene has the elements in the file's
// order: order keys that are missing or contradict it are made anew, and so are
// ids that are missing or taken. Arrows with bindings of the older schema get
// those of the newer, and shapes list all that hangs on them. The error says what is wrong with which element.
func Decode(data []byte) (*board.Scene, Rest, error) {
	var envelope map[string]json.RawMessage
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if err := json.Unmarshal(data, &envelope); err != nil {
		return nil, Rest{}, fmt.Errorf("%w: %w", ErrNotExcalidraw, err)
	}
	var kind string
	if err := json.Unmarshal(envelope["type"], &kind); err != nil || kind != "excalidraw" {
		return nil, Rest{}, fmt.Errorf("%w: want \"type\": \"excalidraw\" at its top", ErrNotExcalidraw)
	}
	rest, err := restOf(envelope)
	if err != nil {
		return nil, Rest{}, fmt.Errorf("read Excalidraw file: %w", err)
	}
	elements, err := elementsOf(envelope["elements"])
	if err != nil {
		return nil, Rest{}, fmt.Errorf("read Excalidraw file: %w", err)
	}
	identify(elements)
	inOrder(elements)
	return mended(board.NewScene(elements...)), rest, nil
}

func restOf(envelope map[string]json.RawMessage) (Rest, error) {
	var rest Rest
	for key, raw := range envelope {
		var err error
		switch key {
		case "type", "version", "source", "elements":
		case "appState":
			err = json.Unmarshal(raw, &rest.AppState)
		case "files":
			err = json.Unmarshal(raw, &rest.Files)
		default:
			if rest.Extra == nil {
				rest.Extra = map[string]json.RawMessage{}
			}
			rest.Extra[key] = raw
		}
		if err != nil {
			return Rest{}, fmt.Errorf("%s: want an object: %w", key, err)
		}
	}
	return rest, nil
}

func elementsOf(raw json.RawMessage) ([]*board.Element, error) {
	if len(raw) == 0 {
		return nil, nil
	}
	var items []json.RawMessage
	if err := json.Unmarshal(raw, &items); err != nil {
		return nil, fmt.Errorf("elements: want a list: %w", err)
	}
	elements := make([]*board.Element, len(items))
	for i, item := range items {
		elements[i] = new(board.Element)
		if err := elements[i].UnmarshalJSON(item); err != nil {
			return nil, fmt.Errorf("number %d of %d: %w", i+1, len(items), err)
		}
	}
	return elements, nil
}

// identify gives every element an id of its own. References keep meaning the
// first that had it.
func identify(elements []*board.Element) {
	taken := make(map[string]bool, len(elements))
	for _, e := range elements {
		if e.ID == "" || taken[e.ID] {
			e.ID = board.NewID()
		}
		taken[e.ID] = true
	}
}

func inOrder(elements []*board.Element) {
	keys := make([]string, len(elements))
	for i, e := range elements {
		keys[i] = e.Index
	}
	for i, key := range board.RepairKeys(keys) {
		elements[i].Index = key
	}
}

// mended gives arrows the newer bindings and shapes the references they lack to
// what hangs on them: without, an arrow would not follow.
func mended(s *board.Scene) *board.Scene {
	var edit board.Edit
	refs := backReferences(s)
	for _, e := range s.Elements() {
		m := board.Migrate(s, e)
		if len(refs[e.ID]) > 0 {
			m = withReferences(m, refs[e.ID])
		}
		if m != e {
			edit.Put = append(edit.Put, m)
		}
	}
	s.Apply(edit)
	return s
}
