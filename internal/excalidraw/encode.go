package excalidraw

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"

	"talkthrough/internal/board"
)

// Encode writes the scene as an .excalidraw file, indented by two spaces, the
// elements from bottom to top. Elements that are as opts.Rest's file had them
// are written as that file had them, every key in its place; so are its
// appState, pictures and unknown keys. Encode mends, in what it writes of the
// others, whatever would make Excalidraw drop an element or forget a binding:
// text without a measure and shapes that do not list what hangs on them. It
// fails, naming the element, when a number is not finite.
func Encode(s *board.Scene, opts Options) ([]byte, error) {
	elements, err := writtenElements(s, opts.Rest.originals)
	if err != nil {
		return nil, fmt.Errorf("write Excalidraw file: %w", err)
	}
	top := map[string]json.RawMessage{
		"type": quoted("excalidraw"), "version": json.RawMessage("2"), "source": quoted("talkthrough"),
		"elements": list(elements), "appState": appState(opts), "files": filesOf(opts.Rest),
	}
	order := opts.Rest.top
	if order == nil {
		order = []string{"type", "version", "source", "elements", "appState", "files"}
	}
	for key, value := range opts.Rest.Extra {
		if top[key] == nil {
			top[key] = value
		}
	}
	var w writer
	w.inOrder(top, order)
	var out bytes.Buffer
	if err := json.Indent(&out, w.object(), "", "  "); err != nil {
		return nil, fmt.Errorf("write Excalidraw file: %w", err)
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

func writtenElements(s *board.Scene, from originals) ([]json.RawMessage, error) {
	elements := make([]json.RawMessage, 0, s.Len())
	refs := backReferences(s)
	below := ""
	for _, e := range s.Elements() {
		raws, err := from.written(e, s, refs[e.ID], below)
		if err != nil {
			return nil, err
		}
		elements = append(elements, raws...)
		below = e.Index
	}
	return elements, nil
}

// presentable is e as Excalidraw needs it; e itself where that is the same.
func presentable(e *board.Element, s *board.Scene, refs []board.BoundRef) *board.Element {
	if e.Kind == board.Text && e.Text != "" && (e.W == 0 || e.H == 0) {
		e, _ = board.LayoutText(e, s.Get(e.Container))
	}
	if len(refs) > 0 {
		e = withReferences(e, refs)
	}
	return e
}

// appState is the file's own, or Excalidraw's for a new file.
func appState(opts Options) json.RawMessage {
	state, order := opts.Rest.AppState, opts.Rest.appState
	if state == nil {
		order = []string{"gridSize", "gridStep", "gridModeEnabled", "viewBackgroundColor"}
		state = map[string]json.RawMessage{
			"gridSize": json.RawMessage("20"), "gridStep": json.RawMessage("5"),
			"gridModeEnabled": json.RawMessage("false"), "viewBackgroundColor": quoted("#ffffff"),
		}
	}
	if opts.Background != "" {
		state = maps.Clone(state)
		state["viewBackgroundColor"] = quoted(opts.Background)
	}
	var w writer
	w.inOrder(state, order)
	return w.object()
}

func filesOf(rest Rest) json.RawMessage {
	var w writer
	w.inOrder(rest.Files, rest.files)
	return w.object()
}
