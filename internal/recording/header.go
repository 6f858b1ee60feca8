package recording

import (
	"bytes"
	"fmt"

	"github.com/mewkiz/flac"
	"github.com/mewkiz/flac/meta"
)

const (
	vendor = "Talkthrough"

	// Room behind the tags of a finished take, so that other programs can change
	// a title without copying the whole file.
	paddingBytes = 4096

	seekPointEvery = 10 // seconds
)

// summary is what the header of a finished take says about its frames.
type summary struct {
	rate, blockSize    int
	samples            int64
	md5                [16]byte
	minFrame, maxFrame uint32 // bytes
	points             []meta.SeekPoint
}

// openHeader is the header of a take that is still being recorded.
func openHeader(rate, blockSize int, t Tags) ([]byte, error) {
	return encodeHeader(streamInfo(summary{rate: rate, blockSize: blockSize}), commentBlock(t))
}

// closedHeader is the header of a finished take.
func closedHeader(s summary, t Tags) ([]byte, error) {
	var blocks []*meta.Block
	if len(s.points) > 0 {
		blocks = append(blocks, block(meta.TypeSeekTable, &meta.SeekTable{Points: s.points}))
	}
	padding := block(meta.TypePadding, nil)
	padding.Length = paddingBytes
	blocks = append(blocks, commentBlock(t), padding)
	return encodeHeader(streamInfo(s), blocks...)
}

func streamInfo(s summary) *meta.StreamInfo {
	return &meta.StreamInfo{
		BlockSizeMin:  uint16(s.blockSize),
		BlockSizeMax:  uint16(s.blockSize),
		FrameSizeMin:  s.minFrame,
		FrameSizeMax:  s.maxFrame,
		SampleRate:    uint32(s.rate),
		NChannels:     1,
		BitsPerSample: 16,
		NSamples:      uint64(s.samples),
		MD5sum:        s.md5,
	}
}

func commentBlock(t Tags) *meta.Block {
	return block(meta.TypeVorbisComment, &meta.VorbisComment{Vendor: vendor, Tags: t.comments()})
}

// block wraps a body. The library works the length out by itself, but writes an
// empty block, which no reader accepts, when it is left at zero.
func block(t meta.Type, body any) *meta.Block {
	return &meta.Block{Header: meta.Header{Type: t, Length: 1}, Body: body}
}

func encodeHeader(info *meta.StreamInfo, blocks ...*meta.Block) ([]byte, error) {
	var b bytes.Buffer
	if _, err := flac.NewEncoder(&b, info, blocks...); err != nil {
		return nil, fmt.Errorf("header of a take: %w", errEncoder)
	}
	return b.Bytes(), nil
}
