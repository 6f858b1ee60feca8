package recording

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"

	"github.com/mewkiz/flac/meta"
)

var (
	// ErrNotFLAC says that a file does not begin as a FLAC file does.
	ErrNotFLAC = errors.New("not a FLAC recording")

	// ErrHeaderCut says that a file ends, or makes no sense, inside its header,
	// so that no sound was saved in it.
	ErrHeaderCut = errors.New("its header is cut off, no sound was saved in it")

	// ErrEmpty says that a file has no bytes at all.
	ErrEmpty = errors.New("it is empty, nothing was recorded")
)

// maxMetadataBlocks stops the walk over a header that was made up.
const maxMetadataBlocks = 1024

// stream is an open FLAC file: what its header says, and how to get at its
// frames.
type stream struct {
	f    io.ReaderAt
	size int64 // bytes

	rate, channels, depth int
	blockSize             int // samples of each frame, the largest when they vary
	samples               int64
	md5                   [16]byte
	points                []meta.SeekPoint
	comments              []byte            // body of the comment block
	picture               *io.SectionReader // body of the first picture block
	dataStart             int64             // offset of the first frame

	decoder frameDecoder
	tries   int // frames tried in vain while looking for one
}

// newStream reads the header of a FLAC file of the given size.
func newStream(f io.ReaderAt, size int64) (*stream, error) {
	s := &stream{f: f, size: size}
	if size == 0 {
		return nil, ErrEmpty
	}
	at, err := s.signature()
	if err != nil {
		return nil, err
	}
	for i := 0; ; i++ {
		var h [4]byte
		if _, err := f.ReadAt(h[:], at); err != nil || i == maxMetadataBlocks {
			return nil, ErrHeaderCut
		}
		at += 4
		length := int64(h[1])<<16 | int64(h[2])<<8 | int64(h[3])
		if at+length > size {
			return nil, ErrHeaderCut
		}
		if err := s.metadata(meta.Type(h[0]&0x7F), i == 0, at, length); err != nil {
			return nil, err
		}
		at += length
		if h[0]&0x80 != 0 {
			break
		}
	}
	s.dataStart = at
	s.decoder.f = f
	s.decoder.end = size
	return s, nil
}

// signature returns the offset behind "fLaC". Other programs put ID3 tags in
// front of it.
func (s *stream) signature() (int64, error) {
	var at int64
	var b [10]byte
	n, _ := s.f.ReadAt(b[:], 0)
	if n == len(b) && string(b[:3]) == "ID3" {
		at = id3Size(b[:])
		n, _ = s.f.ReadAt(b[:4], at)
	}
	if n < 4 && string(b[:n]) == "fLaC"[:n] {
		return 0, ErrHeaderCut
	}
	if n < 4 || string(b[:4]) != "fLaC" {
		return 0, ErrNotFLAC
	}
	return at + 4, nil
}

func (s *stream) metadata(t meta.Type, first bool, at, length int64) error {
	if first {
		if t != meta.TypeStreamInfo || length != 34 {
			return ErrHeaderCut
		}
		var b [34]byte
		if _, err := s.f.ReadAt(b[:], at); err != nil {
			return ErrHeaderCut
		}
		return s.streamInfo(b)
	}
	// There is at most one of each; whatever more a file has is not read.
	if t == meta.TypePicture && s.picture == nil {
		s.picture = io.NewSectionReader(s.f, at, length)
	}
	wanted := t == meta.TypeSeekTable && s.points == nil || t == meta.TypeVorbisComment && s.comments == nil
	if !wanted {
		return nil
	}
	body := make([]byte, length)
	if _, err := s.f.ReadAt(body, at); err != nil {
		return ErrHeaderCut
	}
	if t == meta.TypeVorbisComment {
		s.comments = body
		return nil
	}
	s.seekTable(body)
	return nil
}

func (s *stream) streamInfo(b [34]byte) error {
	s.blockSize = int(binary.BigEndian.Uint16(b[2:]))
	packed := binary.BigEndian.Uint64(b[10:])
	s.rate = int(packed >> 44)
	s.channels = int(packed>>41&7) + 1
	s.depth = int(packed>>36&31) + 1
	s.samples = int64(packed & (1<<36 - 1))
	copy(s.md5[:], b[18:])
	if s.rate == 0 || s.blockSize < 16 || s.depth < 4 {
		return ErrHeaderCut
	}
	return nil
}

// seekTable keeps the points that can be true. They are only hints: each is
// checked against the frame it names.
func (s *stream) seekTable(body []byte) {
	var p meta.SeekPoint
	r := bytes.NewReader(body)
	for binary.Read(r, binary.BigEndian, &p) == nil {
		ordered := len(s.points) == 0 || p.SampleNum > s.points[len(s.points)-1].SampleNum
		if p.SampleNum < 1<<36 && p.Offset < uint64(s.size) && ordered {
			s.points = append(s.points, p)
		}
	}
}

// finished tells whether the header was written after the last frame.
func (s *stream) finished() bool {
	return s.samples > 0 || s.md5 != [16]byte{}
}

// isTake tells whether this is sound as Create writes it.
func (s *stream) isTake() bool {
	return s.channels == 1 && s.depth == 16 && rateSupported(s.rate)
}

// startOf is the position of a frame's first sample.
func (s *stream) startOf(h frameHeader) int64 {
	if h.variable {
		return int64(h.number)
	}
	return int64(h.number) * int64(s.blockSize)
}

// belongs tells whether a frame header agrees with the file header.
func (s *stream) belongs(h frameHeader) bool {
	return (h.rate == 0 || h.rate == s.rate) && h.channels == s.channels &&
		(h.depth == 0 || h.depth == s.depth) && h.blockSize <= s.blockSize
}
