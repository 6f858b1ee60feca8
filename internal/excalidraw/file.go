package excalidraw

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"talkthrough/internal/board"
)

// Open reads the file at path as DecodeAny does; of a file that is too large,
// no more than needed to know that, and of a PNG no more at once than what it
// carries. The errors name it.
func Open(path string) (*board.Scene, Rest, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, Rest{}, err // names path
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 1<<16)
	head, _ := r.Peek(len(pngSignature)) // an error comes again on reading
	if string(head) == pngSignature {
		s, rest, err := decodePNG(r)
		if err != nil {
			return nil, Rest{}, fmt.Errorf("%s: %w", path, err)
		}
		return s, rest, nil
	}
	data, err := io.ReadAll(io.LimitReader(r, maxInflated+1))
	if err != nil {
		return nil, Rest{}, fmt.Errorf("read the drawing: %w", err)
	}
	return DecodeAny(path, data)
}
