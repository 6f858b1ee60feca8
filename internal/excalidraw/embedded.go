package excalidraw

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"
)

// mimeType is what Excalidraw calls its files, and the keyword by which it
// finds them in pictures.
const mimeType = "application/vnd.excalidraw+json"

// packed is the file as pictures carry it: compressed, within a small JSON
// object, one byte a character (Latin-1).
func packed(file []byte) []byte {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	_, _ = w.Write(file) // into memory
	_ = w.Close()
	out := make([]byte, 0, z.Len()*3/2)
	out = append(out, `{"version":"1","encoding":"bstring","compressed":true,"encoded":"`...)
	for _, b := range z.Bytes() {
		switch {
		case b == '"' || b == '\\':
			out = append(out, '\\', b)
		case b < 0x20:
			out = fmt.Appendf(out, `\u%04x`, b)
		default:
			out = append(out, b)
		}
	}
	return append(out, `"}`...)
}

// unpacked is the file in what a picture carries, given in UTF-8. The oldest
// pictures carry the file as it is.
func unpacked(carried []byte) ([]byte, error) {
	if !json.Valid(carried) {
		return nil, fmt.Errorf("%w: the embedded drawing is damaged: no JSON", ErrNotExcalidraw)
	}
	members := membersOf(carried)
	encoded := lookUp(members, "encoded")
	if encoded == nil {
		return carried, nil
	}
	if how, _ := textOf(lookUp(members, "encoding")); how != "bstring" {
		return nil, fmt.Errorf("%w: the embedded drawing has the unknown encoding %.20q", ErrNotExcalidraw, how)
	}
	text, ok := textOf(encoded)
	if !ok {
		return nil, fmt.Errorf("%w: the embedded drawing is damaged: no text", ErrNotExcalidraw)
	}
	z, err := bytesOf(text)
	if err != nil {
		return nil, err
	}
	if string(lookUp(members, "compressed")) != "true" {
		return z, nil
	}
	return inflated(z)
}

// inflated undoes the compression. It measures first, so that what would be
// too large takes no memory.
func inflated(z []byte) ([]byte, error) {
	size, err := inflate(io.Discard, z)
	if err != nil {
		return nil, fmt.Errorf("%w: the embedded drawing is damaged: %w", ErrNotExcalidraw, err)
	}
	if size > maxInflated {
		return nil, beyond("the embedded drawing has more than %d MB", maxInflated>>20)
	}
	var out bytes.Buffer
	out.Grow(int(size))
	_, err = inflate(&out, z)
	return out.Bytes(), err
}

func inflate(into io.Writer, z []byte) (int64, error) {
	r, err := zlib.NewReader(bytes.NewReader(z))
	if err != nil {
		return 0, err
	}
	return io.Copy(into, io.LimitReader(r, maxInflated+1))
}

// ofLatin1 is the text, in UTF-8, of which every byte of data is a character.
func ofLatin1(data []byte) []byte {
	out := make([]byte, 0, len(data)+len(data)/4)
	for _, b := range data {
		out = utf8.AppendRune(out, rune(b))
	}
	return out
}

// bytesOf is the inverse of ofLatin1.
func bytesOf(s string) ([]byte, error) {
	out := make([]byte, 0, len(s))
	for _, r := range s {
		if r > 0xff {
			return nil, fmt.Errorf("%w: the embedded drawing is damaged: %q is no byte", ErrNotExcalidraw, r)
		}
		out = append(out, byte(r))
	}
	return out, nil
}
