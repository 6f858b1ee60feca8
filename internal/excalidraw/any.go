package excalidraw

import (
	"bytes"
	"fmt"

	"talkthrough/internal/board"
)

// DecodeAny reads a drawing in whatever form: .excalidraw, a PNG or SVG picture
// with one embedded, or a library, its items side by side. It goes by what data
// is; name, the file's, is for the errors, which are Decode's.
func DecodeAny(name string, data []byte) (*board.Scene, Rest, error) {
	s, rest, err := decodeAny(data)
	if err != nil {
		return nil, Rest{}, fmt.Errorf("%s: %w", name, err)
	}
	return s, rest, nil
}

func decodeAny(data []byte) (*board.Scene, Rest, error) {
	start := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case bytes.HasPrefix(data, []byte(pngSignature)):
		return DecodePNG(data)
	case bytes.HasPrefix(start, []byte("<")):
		return DecodeSVG(data)
	case !isLibrary(start):
		return Decode(data)
	}
	items, err := DecodeLibrary(data)
	if err != nil {
		return nil, Rest{}, err
	}
	var rest Rest
	for _, item := range items {
		rest.Warnings = append(rest.Warnings, item.Warnings...)
	}
	return Spread(items), rest, nil
}

// isLibrary looks at the JSON's type only.
func isLibrary(data []byte) bool {
	for key, value := range values(data) {
		if key == "type" && len(value) > 0 {
			kind, _ := textOf(value)
			return kind == "excalidrawlib"
		}
	}
	return false
}
