package recording

import (
	"bytes"
	"sort"
)

const (
	searchChunk = 32 << 10 // bytes read at once while looking for a frame

	// A damaged file has a handful of places that look like a frame and are none.
	// A file made to waste time has no end of them.
	maxTries = 4096

	// No frame is shorter: six bytes of header, three of sound, two of checksum.
	minFrameBytes = 11
)

// search finds the first whole frame at or behind from that begins before to.
func (s *stream) search(from, to int64) (decodedFrame, bool) {
	buf := make([]byte, searchChunk+maxFrameHeader)
	for from < to {
		n, _ := s.f.ReadAt(buf, from)
		window := buf[:n]
		limit := min(int64(searchChunk), to-from)
		if n < len(buf) { // the end of the file
			limit = min(int64(n), to-from)
		}
		for i := 0; i < int(limit); i++ {
			next := bytes.IndexByte(window[i:limit], 0xFF)
			if next < 0 {
				break
			}
			i += next
			if d, ok := s.candidate(window[i:], from+int64(i)); ok {
				return d, true
			}
		}
		if n < len(buf) || s.tries > maxTries {
			return decodedFrame{}, false
		}
		from += limit
	}
	return decodedFrame{}, false
}

func (s *stream) candidate(b []byte, at int64) (decodedFrame, bool) {
	h, ok := parseFrameHeader(b[:min(len(b), maxFrameHeader)])
	if !ok || !s.belongs(h) || s.tries > maxTries {
		return decodedFrame{}, false
	}
	d, err := s.decode(at)
	if err != nil {
		s.tries++
		return decodedFrame{}, false
	}
	return d, true
}

// after finds the frame that goes on behind damage at an offset, where sound is
// known up to sample expected. Samples between must have had room in the bytes
// between, or the frame's number is not to be believed.
func (s *stream) after(at, expected int64) (decodedFrame, bool) {
	for from := at + 1; from < s.size; {
		d, ok := s.search(from, s.size)
		if !ok {
			return d, false
		}
		room := (d.at-at)/minFrameBytes + 1
		if lost := d.start - expected; lost >= 0 && lost <= room*int64(s.blockSize) {
			return d, true
		}
		from = d.at + d.bytes
	}
	return decodedFrame{}, false
}

// lastSample returns the number of samples up to the end of the last whole
// frame, looking at the end of the file only.
func (s *stream) lastSample() int64 {
	for window := int64(256 << 10); ; window *= 4 {
		from := max(s.dataStart, s.size-window)
		if end, ok := s.endAfter(from); ok {
			return end
		}
		if from == s.dataStart {
			return 0
		}
	}
}

func (s *stream) endAfter(from int64) (end int64, ok bool) {
	d, found := s.search(from, s.size)
	for found {
		end, ok = d.end(), true
		next := d.at + d.bytes
		var err error
		if d, err = s.decode(next); err != nil {
			d, found = s.search(next+1, s.size)
		}
	}
	return end, ok
}

// locate returns the offset of a frame that begins at or before sample n and
// not far from it. Seek points narrow the search when there are any.
func (s *stream) locate(n int64) int64 {
	low, high := s.dataStart, s.size
	behind := sort.Search(len(s.points), func(i int) bool { return s.points[i].SampleNum > uint64(n) })
	if behind > 0 {
		p := s.points[behind-1]
		d, err := s.decode(s.dataStart + int64(p.Offset))
		if err == nil && d.start == int64(p.SampleNum) {
			low = d.at
			if behind < len(s.points) {
				high = max(low, s.dataStart+int64(s.points[behind].Offset))
			}
		}
	}
	for high-low > 2*searchChunk {
		middle := low + (high-low)/2
		d, ok := s.search(middle, high)
		if !ok || d.start > n {
			high = middle
			continue
		}
		low = d.at
	}
	return low
}
