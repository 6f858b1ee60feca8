package recording

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"strings"
)

// pictureKey names the comment that holds a picture.
const pictureKey = "METADATA_BLOCK_PICTURE"

// maxComments is far above the three thousand that a thousand chapters take.
const maxComments = 1 << 14

// flacTags builds a file of tags alone: what of the comments makes sense, and
// on demand the picture. The tag library takes lengths inside pictures at their
// word, so only one whose lengths are right reaches it.
func flacTags(comments, picture []byte, cover bool) []byte {
	const commentBlock, pictureBlock, lastBlock = 4, 6, 0x80
	kept, inside := checkedComments(comments)
	if picture == nil {
		picture = inside
	}
	b := append([]byte("fLaC"), blockHeader(commentBlock, len(kept))...)
	b = append(b, kept...)
	if cover && wholePicture(picture) {
		b = append(b, blockHeader(pictureBlock, len(picture))...)
		b = append(b, picture...)
	}
	const padding = 1
	return append(b, lastBlock|padding, 0, 0, 0)
}

func blockHeader(kind byte, size int) []byte {
	return binary.BigEndian.AppendUint32(nil, uint32(kind)<<24|uint32(size)&0xFFFFFF)
}

// checkedComments writes out the whole comments of a comment block anew,
// without the pictures, and returns the first of those as well.
func checkedComments(body []byte) (kept, picture []byte) {
	var texts [][]byte
	size := 0
	rest, ok := skipText(body) // the program's name
	if ok && len(rest) >= 4 {
		rest = rest[4:] // the number of comments, which need not be right
	}
	for ok && len(texts) < maxComments {
		var text []byte
		if text, rest, ok = cutText(rest); !ok {
			break
		}
		key, value, named := strings.Cut(string(text), "=")
		switch {
		case !named:
		case strings.EqualFold(key, pictureKey):
			if picture == nil {
				picture, _ = base64.StdEncoding.DecodeString(value)
			}
		case size+len(text) < maxTagBytes-maxComments*8:
			texts = append(texts, text)
			size += len(text)
		}
	}
	kept = binary.LittleEndian.AppendUint32([]byte{0, 0, 0, 0}, uint32(len(texts)))
	for _, text := range texts {
		kept = binary.LittleEndian.AppendUint32(kept, uint32(len(text)))
		kept = append(kept, text...)
	}
	return kept, picture
}

func skipText(b []byte) ([]byte, bool) {
	_, rest, ok := cutText(b)
	return rest, ok
}

// cutText cuts a text off whose length stands in front of it.
func cutText(b []byte) (text, rest []byte, ok bool) {
	if len(b) < 4 {
		return nil, nil, false
	}
	n := int64(binary.LittleEndian.Uint32(b))
	if n > int64(len(b)-4) {
		return nil, nil, false
	}
	return b[4 : 4+n], b[4+n:], true
}

// wholePicture tells whether a FLAC picture block holds what it says.
func wholePicture(b []byte) bool {
	rest := b
	for _, skip := range []int{4, 0, 16} { // kind; the two texts; size and colours
		if len(rest) < skip+4 {
			return false
		}
		rest = rest[skip:]
		n := int64(binary.BigEndian.Uint32(rest))
		if n > int64(len(rest)-4) {
			return false
		}
		rest = rest[4+n:]
	}
	return len(b) < 1<<24
}

// oggComments returns the comments of the Vorbis or Opus stream in a file.
func oggComments(f *os.File) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	o := &oggReader{f: f, size: info.Size()}
	start, err := readOggStart(o, 2, "\x01vorbis", "OpusHead")
	if errors.Is(err, errForeign) {
		return nil, ErrNoTags
	}
	if err != nil {
		return nil, errBadTags
	}
	for _, magic := range []string{"\x03vorbis", "OpusTags"} {
		if b, ok := bytes.CutPrefix(start.packets[1], []byte(magic)); ok {
			return b, nil
		}
	}
	return nil, errBadTags
}

// id3Tag returns the ID3v2 tag at the beginning of a file, no more than
// maxTagBytes of it, with nothing but zeros behind. The escapes that keep old
// players from taking it for sound are undone here, because the library would
// read it byte by byte.
func id3Tag(f io.ReaderAt, head [10]byte) []byte {
	const escaped = 0x80
	body := make([]byte, min(id3Size(head[:])-10, maxTagBytes))
	n, _ := f.ReadAt(body, 10)
	body = body[:n]
	if head[5]&escaped != 0 {
		head[5] &^= escaped
		body = bytes.ReplaceAll(body, []byte{0xFF, 0}, []byte{0xFF})
	}
	for i := range 4 {
		head[6+i] = byte(len(body)>>(7*(3-i))) & 0x7F
	}
	out := append(head[:], body...)
	return append(out, make([]byte, 64)...)
}
