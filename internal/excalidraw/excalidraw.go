// Package excalidraw reads and writes Excalidraw's files: .excalidraw,
// pictures with a drawing embedded (.excalidraw.png, .excalidraw.svg),
// libraries (.excalidrawlib) and what lies on the clipboard.
//
// What a file holds that this program does not know (kinds of elements, keys
// of elements, of appState and of the file, pictures) is kept and written back.
// An element that nobody changed is written as it was read, old schemas
// included: what the model needs on top of that is worked out beside it.
package excalidraw

import (
	"encoding/json"
	"errors"
)

// Rest is what a file holds besides the elements, for writing it back.
type Rest struct {
	// AppState is the file's appState by key, nil when it has none.
	AppState map[string]json.RawMessage
	// Files are the pictures by id, as the file has them.
	Files map[string]json.RawMessage
	// Extra are the unknown keys at the top of the file.
	Extra map[string]json.RawMessage
	// Warnings say, a line each and naming the element, what of the file
	// could not be understood and was left out or replaced.
	Warnings []string

	top, appState, files []string // keys in the order of the file
	originals            originals
}

// Options say what Encode writes besides the elements.
type Options struct {
	// Background is the colour of the canvas; "" is Rest's, else white.
	Background string
	// Rest is what Decode gave for the file that is written back; the zero
	// value for a new one. Elements that are as they were in that file are
	// written as they were.
	Rest Rest
}

// Errors that those of the readers wrap.
var (
	// ErrNotExcalidraw means that the data is no Excalidraw file at all.
	ErrNotExcalidraw = errors.New("not an Excalidraw file")
	// ErrNoScene means that a picture has no drawing embedded.
	ErrNoScene = errors.New("no drawing is embedded in this picture")
	// ErrNoPicture means that a file lacks a picture which its drawing shows.
	ErrNoPicture = errors.New("not in the file")
	// ErrLimit means that the data goes beyond what this program opens.
	ErrLimit = errors.New("beyond what can be opened")
)
