package recording

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// The layout of peaks on disk is version 2 of the binary data format of the
// BBC's audiowaveform: 24 bytes of header and a pair of numbers a point, all
// little-endian.
const (
	datVersion    = 2
	datSixteenBit = 0 // flags: bit 0 would say 8 bits
	datHeader     = 24
	datPair       = 4 // bytes
)

// Save writes the peaks to path, replacing what is there in one step.
func (p *Peaks) Save(path string) error {
	s := p.Snapshot()
	points := s.levels[0]
	if s.inOpen > 0 {
		points = append(points, s.open)
	}
	b := make([]byte, 0, datHeader+datPair*len(points))
	for _, v := range []int{datVersion, datSixteenBit, s.rate, peakSamples, len(points), 1} {
		b = binary.LittleEndian.AppendUint32(b, uint32(v))
	}
	for _, m := range points {
		b = binary.LittleEndian.AppendUint16(b, uint16(m.Min))
		b = binary.LittleEndian.AppendUint16(b, uint16(m.Max))
	}
	if err := replaceFile(path, b); err != nil {
		return fmt.Errorf("save peaks %s: %w", path, err)
	}
	return nil
}

// replaceFile puts b in the place of a file, readable by its owner only. The
// folder is not synced: what is written this way can be made again.
func replaceFile(path string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*") // 0600
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// LoadPeaks reads peaks that Save wrote. Any other kind of file is an error;
// KeptPeaks makes peaks anew where they are missing.
func LoadPeaks(path string) (*Peaks, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("load peaks: %w", err)
	}
	defer f.Close()
	p, err := readPeaks(f)
	if err != nil {
		return nil, fmt.Errorf("load peaks %s: %w", path, err)
	}
	return p, nil
}

func readPeaks(f *os.File) (*Peaks, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	var head [datHeader]byte
	if _, err := io.ReadFull(f, head[:]); err != nil {
		return nil, errors.New("its header is cut off")
	}
	word := func(i int) uint32 { return binary.LittleEndian.Uint32(head[4*i:]) }
	rate, points := word(2), int64(word(4))
	if word(0) != datVersion || word(1) != datSixteenBit || word(3) != peakSamples || word(5) != 1 {
		return nil, errors.New("not the peaks of a take")
	}
	if rate == 0 || rate > 1<<20 || info.Size() != datHeader+datPair*points {
		return nil, errors.New("its header does not match its contents")
	}
	b := make([]byte, datPair*points)
	if _, err := io.ReadFull(f, b); err != nil {
		return nil, err
	}
	p := NewPeaks(int(rate))
	for ; len(b) > 0; b = b[datPair:] {
		p.push(MinMax{int16(binary.LittleEndian.Uint16(b)), int16(binary.LittleEndian.Uint16(b[2:]))})
	}
	p.samples = points * peakSamples
	return p, nil
}
