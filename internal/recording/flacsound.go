package recording

import (
	"errors"
	"io"
	"os"
)

// flacSound decodes a FLAC file, finished or not.
type flacSound struct {
	*os.File
	s     *stream
	at    int64 // offset of the next frame
	known int64 // sound before the next frame is known up to this sample
}

func openFLAC(f *os.File) (decoder, soundInfo, error) {
	s, err := openStream(f)
	if err != nil {
		return nil, soundInfo{}, err
	}
	samples := s.samples
	if samples == 0 {
		samples = s.lastSample()
	}
	info := soundInfo{format: "flac", rate: s.rate, channels: s.channels, samples: samples}
	return &flacSound{File: f, s: s, at: s.dataStart}, info, nil
}

func openStream(f *os.File) (*stream, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNoFile
	}
	return newStream(f, info.Size())
}

var errNoFile = errors.New("not a file")

// next decodes the next frame, past damage if need be.
func (f *flacSound) next() (piece, error) {
	d, err := f.s.decode(f.at)
	if err == nil {
		// Nothing is missing between two frames that touch: some programs cut
		// streams without renumbering them.
		d.start = f.known
	} else {
		var ok bool
		if d, ok = f.s.after(f.at, f.known); !ok {
			return piece{}, io.EOF
		}
	}
	f.at, f.known = d.at+d.bytes, d.end()
	return piece{d.start, d.samples, d.power}, nil
}

func (f *flacSound) seek(n int64) error {
	f.at, f.known = f.s.locate(n), 0
	if d, err := f.s.decode(f.at); err == nil && f.at != f.s.dataStart {
		f.known = d.start
	}
	return nil
}
