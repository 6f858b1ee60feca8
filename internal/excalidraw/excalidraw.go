// Package excalidraw reads and writes Excalidraw's .excalidraw files.
//
// What a file holds that this program does not know (kinds of elements, keys
// of elements, of appState and of the file, pictures) is kept and written back.
package excalidraw

import "encoding/json"

// Rest is what a file holds besides the elements, for writing it back.
type Rest struct {
	// AppState is the file's appState by key, nil when it has none.
	AppState map[string]json.RawMessage
	// Files are the pictures by id, as the file has them.
	Files map[string]json.RawMessage
	// Extra are the unknown keys at the top of the file.
	Extra map[string]json.RawMessage
}

// Options say what Encode writes besides the elements.
type Options struct {
	// Background is the colour of the canvas; "" is Rest's, else white.
	Background string
	// Rest is what Decode gave for the file that is written back; the zero
	// value for a new one.
	Rest Rest
}
