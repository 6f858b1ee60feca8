package excalidraw

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"talkthrough/internal/board"
)

// Encode writes the scene as an .excalidraw file, indented by two spaces, the
// elements from bottom to top. It mends, in what it writes, whatever would make
// Excalidraw drop an element or forget a binding: text without a measure and
// shapes that do not list what hangs on them. It fails, naming the element,
// when a number is not finite.
func Encode(s *board.Scene, opts Options) ([]byte, error) {
	elements := make([]json.RawMessage, 0, s.Len())
	refs := backReferences(s)
	for _, e := range s.Elements() {
		raw, err := presentable(e, s, refs[e.ID]).MarshalJSON()
		if err != nil {
			return nil, fmt.Errorf("write Excalidraw file: %w", err)
		}
		elements = append(elements, raw)
	}
	var w writer
	w.key("type", "excalidraw")
	w.key("version", 2)
	w.key("source", "talkthrough")
	w.list("elements", elements)
	w.object("appState", appState(opts))
	w.object("files", opts.Rest.Files)
	for _, key := range slices.Sorted(maps.Keys(opts.Rest.Extra)) {
		w.raw(key, opts.Rest.Extra[key])
	}
	return w.indented()
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

func appState(opts Options) map[string]json.RawMessage {
	state := map[string]json.RawMessage{
		"gridSize":            json.RawMessage("20"),
		"gridStep":            json.RawMessage("5"),
		"gridModeEnabled":     json.RawMessage("false"),
		"viewBackgroundColor": json.RawMessage(`"#ffffff"`),
	}
	maps.Copy(state, opts.Rest.AppState)
	if opts.Background != "" {
		state["viewBackgroundColor"], _ = json.Marshal(opts.Background) // a string always encodes
	}
	return state
}

// writer puts the members of the file's object together.
type writer struct {
	buf bytes.Buffer
	err error
}

func (w *writer) key(key string, value any) {
	raw, err := json.Marshal(value)
	if err != nil && w.err == nil {
		w.err = err
	}
	w.raw(key, raw)
}

func (w *writer) raw(key string, value json.RawMessage) {
	sep := byte(',')
	if w.buf.Len() == 0 {
		sep = '{'
	}
	name, _ := json.Marshal(key) // a string always encodes
	w.buf.WriteByte(sep)
	w.buf.Write(name)
	w.buf.WriteByte(':')
	w.buf.Write(value)
}

func (w *writer) list(key string, items []json.RawMessage) {
	w.raw(key, slices.Concat([]byte("["), bytes.Join(bytesOf(items), []byte(",")), []byte("]")))
}

func (w *writer) object(key string, members map[string]json.RawMessage) {
	if members == nil {
		members = map[string]json.RawMessage{}
	}
	w.key(key, members)
}

func (w *writer) indented() ([]byte, error) {
	if w.err != nil {
		return nil, fmt.Errorf("write Excalidraw file: %w", w.err)
	}
	w.buf.WriteByte('}')
	var out bytes.Buffer
	if err := json.Indent(&out, w.buf.Bytes(), "", "  "); err != nil {
		return nil, fmt.Errorf("write Excalidraw file: %w", err)
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

func bytesOf(items []json.RawMessage) [][]byte {
	out := make([][]byte, len(items))
	for i, item := range items {
		out[i] = item
	}
	return out
}
