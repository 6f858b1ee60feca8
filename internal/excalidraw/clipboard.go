package excalidraw

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"talkthrough/internal/board"
)

// clipboardTypes are the types of the texts that are pasted as elements.
var clipboardTypes = []string{"excalidraw/clipboard", "excalidraw", "excalidraw-api/clipboard"}

// EncodeClipboard is the text by which elements are copied to Excalidraw and
// to other boards of this program: those of the selection, bottom to top, with
// the text that belongs to them. Of files, the pictures by id, only those that
// the elements show go along. It fails, naming the element, when a number is
// not finite.
func EncodeClipboard(elements []*board.Element, files map[string]json.RawMessage) (string, error) {
	written, err := writtenElements(board.NewScene(elements...), nil)
	if err != nil {
		return "", fmt.Errorf("copy: %w", err)
	}
	var pictures writer
	copied := map[string]json.RawMessage{}
	for _, raw := range written {
		id, _ := textOf(lookUp(membersOf(raw), "fileId"))
		if file := files[id]; file != nil {
			copied[id] = file
		}
	}
	pictures.inOrder(copied, nil)
	return string(object([]member{
		{Key: "type", Value: quoted(clipboardTypes[0])},
		{Key: "elements", Value: list(written)},
		{Key: "files", Value: pictures.object()},
	})), nil
}

// DecodeClipboard reads elements from a text on the clipboard, by Excalidraw or
// EncodeClipboard, bottom to top, and the pictures they show. ok is false when
// the text is something else, or nothing of it can be used. The elements keep
// their ids: copies for a board get new ones there (board.Duplicate).
func DecodeClipboard(text string) (elements []*board.Element, files map[string]json.RawMessage, ok bool) {
	if len(text) > maxFileSize || !strings.HasPrefix(strings.TrimLeft(text, " \t\r\n\ufeff"), "{") {
		return nil, nil, false
	}
	data, err := validJSON([]byte(text))
	if err != nil {
		return nil, nil, false
	}
	top := membersOf(data)
	if kind, _ := textOf(lookUp(top, "type")); !slices.Contains(clipboardTypes, kind) {
		return nil, nil, false
	}
	rest, err := restOf(top)
	if err != nil {
		return nil, nil, false
	}
	var r reader
	s, _, err := r.scene(lookUp(top, "elements"))
	if err != nil || s.Len() == 0 {
		return nil, nil, false
	}
	return s.Elements(), rest.Files, true
}
