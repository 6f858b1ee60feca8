package excalidraw

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"unicode/utf8"

	"talkthrough/internal/board"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

var errNotPNG = errors.New("not a PNG picture, or cut short")

// DecodePNG reads the drawing that is embedded in a PNG picture, of whatever
// size the picture is. Beside Decode's, its error may wrap ErrNoScene.
func DecodePNG(png []byte) (*board.Scene, Rest, error) { return decodePNG(bytes.NewReader(png)) }

func decodePNG(png io.Reader) (*board.Scene, Rest, error) {
	file, err := fileInPNG(png)
	if err != nil {
		return nil, Rest{}, err
	}
	return decode(file, maxInflated)
}

func fileInPNG(png io.Reader) ([]byte, error) {
	text, err := carriedText(png)
	if err != nil {
		return nil, err
	}
	// The oldest pictures carry the file uncompressed: as Latin-1 or, from
	// other programs, as UTF-8.
	if !ascii(text) && utf8.Valid(text) {
		if file, err := unpacked(text); err == nil {
			return file, nil
		}
	}
	return unpacked(ofLatin1(text))
}

// carriedText is the text of the first chunk that carries a drawing. All else
// is passed over unread.
func carriedText(png io.Reader) ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(png, head[:]); err != nil || string(head[:]) != pngSignature {
		return nil, errNotPNG
	}
	for {
		if _, err := io.ReadFull(png, head[:]); err != nil {
			return nil, errNotPNG
		}
		size := int64(binary.BigEndian.Uint32(head[:])) + 4 // and the checksum
		switch kind := string(head[4:]); {
		case kind == "IEND":
			return nil, ErrNoScene
		case kind != "tEXt" || size > maxFileSize:
			if _, err := io.CopyN(io.Discard, png, size); err != nil {
				return nil, errNotPNG
			}
			continue
		}
		var body bytes.Buffer
		body.Write(head[:])
		if _, err := io.CopyN(&body, png, size); err != nil {
			return nil, errNotPNG
		}
		c := chunk(body.Bytes())
		text, ok := c.drawing()
		if ok && !c.sound() {
			return nil, fmt.Errorf("%w: the embedded drawing is damaged: its checksum is wrong", ErrNotExcalidraw)
		}
		if ok {
			return text, nil
		}
	}
}

// EmbedPNG is the PNG picture with the .excalidraw file embedded as Excalidraw
// does, in place of one it may carry. Nothing else of the picture changes but
// that other texts of it come after the drawing: Excalidraw looks at the first
// only. The error says when png is no PNG.
func EmbedPNG(png, file []byte) ([]byte, error) {
	carried := PNGText(file)
	out := make([]byte, 0, len(png)+len(carried)+64)
	out = append(out, pngSignature...)
	var texts []byte
	ended := false
	for c, err := range chunks(png) {
		if err != nil {
			return nil, err
		}
		_, drawing := c.drawing()
		switch {
		case drawing:
		case c.kind() == "tEXt":
			texts = append(texts, c...)
		case c.kind() == "IEND":
			ended = true
			out = appendChunk(out, "tEXt", carried)
			out = append(out, texts...)
			out = append(out, c...)
		default:
			out = append(out, c...)
		}
	}
	if !ended {
		return nil, errNotPNG
	}
	return out, nil
}

// PNGText is the .excalidraw file as the data of a PNG's tEXt chunk, for writers
// of pictures: it must be their first text. EmbedPNG is for pictures that are
// there.
func PNGText(file []byte) []byte {
	return append([]byte(mimeType+"\x00"), packed(file)...)
}

// chunk is a whole one: length, kind, data, checksum.
type chunk []byte

func (c chunk) kind() string { return string(c[4:8]) }
func (c chunk) data() []byte { return c[8 : len(c)-4] }
func (c chunk) sound() bool {
	return crc32.ChecksumIEEE(c[4:len(c)-4]) == binary.BigEndian.Uint32(c[len(c)-4:])
}

// drawing is what the chunk carries if that is a drawing.
func (c chunk) drawing() (text []byte, ok bool) {
	if c.kind() != "tEXt" {
		return nil, false
	}
	return bytes.CutPrefix(c.data(), []byte(mimeType+"\x00"))
}

// chunks walks the picture's chunks up to the last. An error ends the walk.
func chunks(png []byte) iter.Seq2[chunk, error] {
	return func(yield func(chunk, error) bool) {
		rest, ok := bytes.CutPrefix(png, []byte(pngSignature))
		if !ok {
			yield(nil, errNotPNG)
			return
		}
		for {
			if len(rest) < 12 || uint64(binary.BigEndian.Uint32(rest)) > uint64(len(rest)-12) {
				yield(nil, errNotPNG)
				return
			}
			size := 12 + int(binary.BigEndian.Uint32(rest))
			c := chunk(rest[:size])
			if !yield(c, nil) || c.kind() == "IEND" {
				return
			}
			rest = rest[size:]
		}
	}
}

func appendChunk(into []byte, kind string, data []byte) []byte {
	into = binary.BigEndian.AppendUint32(into, uint32(len(data)))
	start := len(into)
	into = append(append(into, kind...), data...)
	return binary.BigEndian.AppendUint32(into, crc32.ChecksumIEEE(into[start:]))
}

func ascii(text []byte) bool {
	for _, b := range text {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
