package recording

import (
	"crypto/md5"
	"encoding/binary"
	"hash"

	"github.com/mewkiz/flac/meta"
)

// ledger keeps count of the frames of a take, for the header that is written at
// its end.
type ledger struct {
	summary
	frames uint64
	bytes  int64 // of all frames together
	peaks  *Peaks

	hash hash.Hash
	raw  []byte
}

func newLedger(rate, blockSize int) *ledger {
	return &ledger{
		summary: summary{rate: rate, blockSize: blockSize},
		peaks:   NewPeaks(rate),
		hash:    md5.New(),
	}
}

// add notes a frame of so many bytes behind those noted before.
func (l *ledger) add(size int, samples []int16) {
	if due := int64(len(l.points)) * seekPointEvery * int64(l.rate); l.samples >= due {
		l.points = append(l.points, meta.SeekPoint{
			SampleNum: uint64(l.samples),
			Offset:    uint64(l.bytes),
			NSamples:  uint16(len(samples)),
		})
	}
	if l.frames == 0 || uint32(size) < l.minFrame {
		l.minFrame = uint32(size)
	}
	l.maxFrame = max(l.maxFrame, uint32(size))
	l.frames++
	l.bytes += int64(size)
	l.samples += int64(len(samples))
	l.raw = l.raw[:0]
	for _, v := range samples {
		l.raw = binary.LittleEndian.AppendUint16(l.raw, uint16(v))
	}
	l.hash.Write(l.raw)
	l.peaks.Add(samples)
}

// sum returns the summary with the checksum over all samples so far.
func (l *ledger) sum() summary {
	s := l.summary
	l.hash.Sum(s.md5[:0])
	return s
}
