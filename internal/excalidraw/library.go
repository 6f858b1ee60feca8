package excalidraw

import (
	"encoding/json"
	"fmt"
	"strings"

	"talkthrough/internal/board"
)

// LibraryItem is one thing of a library, ready to be put on a board.
type LibraryItem struct {
	// Name is what its maker called it, or "".
	Name  string
	Scene *board.Scene
	// Warnings say what of it could not be understood and was left out.
	Warnings []string
}

// DecodeLibrary reads an .excalidrawlib file of either version, the items in
// their order; items without elements are passed over. The errors are Decode's.
func DecodeLibrary(data []byte) ([]LibraryItem, error) {
	if err := checkSize(data, maxFileSize); err != nil {
		return nil, err
	}
	data, err := validJSON(data)
	if err != nil {
		return nil, err
	}
	top := membersOf(data)
	if kind, _ := textOf(lookUp(top, "type")); kind != "excalidrawlib" {
		return nil, fmt.Errorf("%w: want \"type\": \"excalidrawlib\" at its top", ErrNotExcalidraw)
	}
	listed := lookUp(top, "libraryItems")
	if isNull(listed) {
		listed = lookUp(top, "library")
	}
	if !isNull(listed) && listed[0] != '[' {
		return nil, fmt.Errorf("%w: want a list of items, have %.20s", ErrNotExcalidraw, listed)
	}
	var items []LibraryItem
	var r reader
	number := 0
	for _, raw := range values(listed) {
		if number++; number > maxElements {
			return nil, beyond("it has more than %d items", maxElements)
		}
		item, err := r.item(raw)
		if err != nil {
			return nil, fmt.Errorf("item number %d: %w", number, err)
		}
		if item.Scene.Len() > 0 {
			items = append(items, item)
		}
	}
	return items, nil
}

// item reads an item: in version 2 an object, in version 1 the list of its
// elements alone.
func (r *reader) item(raw json.RawMessage) (LibraryItem, error) {
	var item LibraryItem
	elements := raw
	if raw[0] == '{' {
		members := membersOf(raw)
		elements = lookUp(members, "elements")
		item.Name, _ = textOf(lookUp(members, "name"))
		item.Name = strings.TrimSpace(item.Name)
	}
	r.warnings = nil
	var err error
	item.Scene, _, err = r.scene(elements)
	item.Warnings = r.warnings
	return item, err
}

// Spread puts library items on one board, as copies, side by side in rows.
func Spread(items []LibraryItem) *board.Scene {
	const gap, row = 60, 1600
	s := board.NewScene()
	x, y, height := 0.0, 0.0, 0.0
	var all []*board.Element
	for _, item := range items {
		box := item.Scene.Bounds()
		if x > 0 && x+box.W > row {
			x, y, height = 0, y+height+gap, 0
		}
		ids := make([]string, 0, item.Scene.Len())
		for _, e := range item.Scene.Elements() {
			if !e.Deleted {
				ids = append(ids, e.ID)
			}
		}
		all = append(all, board.Duplicate(item.Scene, ids, x-box.X, y-box.Y).Put...)
		x, height = x+box.W+gap, max(height, box.H)
	}
	for i, key := range board.KeysBetween("", "", len(all)) {
		all[i].Index = key
	}
	s.Apply(board.Edit{Put: all})
	return s
}
