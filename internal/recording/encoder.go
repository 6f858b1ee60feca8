package recording

import (
	"bytes"
	"encoding/binary"
	"errors"

	"github.com/mewkiz/flac"
	"github.com/mewkiz/flac/frame"
	"github.com/mewkiz/flac/meta"
)

// errEncoder stands for whatever the FLAC library said, which is not fit to be
// shown.
var errEncoder = errors.New("the sound could not be compressed")

// blockEncoder turns blocks of 16-bit mono samples into FLAC frames. The
// library compresses; the header and checksum around it are written here, so
// that any frame can have any number.
type blockEncoder struct {
	rate int
	out  bytes.Buffer // what the library writes
	enc  *flac.Encoder
	wide []int32
	done []byte // the finished frame
}

func newBlockEncoder(rate, blockSize int) (*blockEncoder, error) {
	e := &blockEncoder{rate: rate, wide: make([]int32, 0, blockSize)}
	info := &meta.StreamInfo{SampleRate: uint32(rate), NChannels: 1, BitsPerSample: 16}
	enc, err := flac.NewEncoder(&e.out, info)
	if err != nil {
		return nil, errEncoder
	}
	e.enc = enc
	return e, nil
}

// encode returns the frame of one block, valid until the next call.
func (e *blockEncoder) encode(number uint64, samples []int16) ([]byte, error) {
	e.wide = e.wide[:0]
	for _, s := range samples {
		e.wide = append(e.wide, int32(s))
	}
	e.out.Reset()
	err := e.enc.WriteFrame(&frame.Frame{
		Header: frame.Header{
			HasFixedBlockSize: true,
			BlockSize:         uint16(len(samples)),
			Channels:          frame.ChannelsMono,
			BitsPerSample:     16,
		},
		Subframes: []*frame.Subframe{{
			SubHeader: frame.SubHeader{Pred: frame.PredVerbatim},
			Samples:   e.wide,
			NSamples:  len(e.wide),
		}},
	})
	raw := e.out.Bytes()
	h, ok := parseFrameHeader(raw)
	if err != nil || !ok || len(raw) < h.size+2 {
		return nil, errEncoder
	}
	return e.frame(number, len(samples), raw[h.size:len(raw)-2]), nil
}

// silence returns the frame of n zero samples, valid until the next call.
func (e *blockEncoder) silence(number uint64, n int) []byte {
	constantZero := []byte{0, 0, 0}
	return e.frame(number, n, constantZero)
}

func (e *blockEncoder) frame(number uint64, n int, body []byte) []byte {
	e.done = appendFrameHeader(e.done[:0], number, n, e.rate)
	e.done = append(e.done, body...)
	e.done = binary.BigEndian.AppendUint16(e.done, crc16(e.done))
	return e.done
}
