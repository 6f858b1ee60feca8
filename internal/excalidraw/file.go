package excalidraw

import (
	"fmt"
	"io"
	"os"

	"talkthrough/internal/board"
)

// Open reads the file at path as DecodeAny does; of a file that is too large,
// no more than needed to know that. The errors name it.
func Open(path string) (*board.Scene, Rest, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, Rest{}, err // names path
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFileSize+1))
	if err != nil {
		return nil, Rest{}, fmt.Errorf("read the drawing: %w", err)
	}
	return DecodeAny(path, data)
}
