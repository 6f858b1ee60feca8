package recording

import (
	"bufio"
	"encoding/binary"
	"io"
)

// mp3Header is what stands in front of each frame of MPEG audio layer 3.
type mp3Header struct {
	rate, channels int
	samples        int // in each channel
	size           int // bytes of the frame, header included
	side           int // bytes behind the header that describe the frame
	old            bool
}

var (
	mp3Rates    = [3]int{44100, 48000, 32000}
	mp3Bitrates = [2][15]int{
		{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
		{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
	}
)

// parseMP3Header reads a frame header of MPEG 1, 2 or 2.5, layer 3. Streams of
// free bit rate are not known here.
func parseMP3Header(b []byte) (mp3Header, bool) {
	v := binary.BigEndian.Uint32(b)
	version, layer := v>>19&3, v>>17&3
	bitrate, rate := v>>12&15, v>>10&3
	if v>>21 != 0x7FF || version == 1 || layer != 1 || bitrate == 0 || bitrate == 15 || rate == 3 || v&3 == 2 {
		return mp3Header{}, false
	}
	h := mp3Header{rate: mp3Rates[rate], channels: 2, samples: 1152, side: 32, old: version == 0}
	kilobits := mp3Bitrates[0][bitrate]
	if v>>6&3 == 3 {
		h.channels, h.side = 1, 17
	}
	if version != 3 { // MPEG 2 halves rate and frame, 2.5 the rate once more
		h.rate /= 2
		h.samples /= 2
		h.side = (h.side + 2) / 2
		kilobits = mp3Bitrates[1][bitrate]
		if h.old {
			h.rate /= 2
		}
	}
	h.size = h.samples/8*kilobits*1000/h.rate + int(v>>9&1)
	return h, true
}

// alike tells whether two frames can stand in one stream.
func (h mp3Header) alike(o mp3Header) bool {
	return h.rate == o.rate && h.samples == o.samples
}

const (
	// How far behind its tags a file may have other things before its first
	// frame, and how far one without: containers of other kinds may hold MP3 too.
	mp3LeadTagged = 64 << 10
	mp3Lead       = 2 << 10

	// So many frames in a row are no accident.
	mp3Sure = 3
)

// firstMP3Frame returns the offset of the first of some frames in a row, which
// the file's end or an old tag may break off, and -1 when there are none near an
// offset. One of more than 0 is the end of a tag.
func firstMP3Frame(f io.ReaderAt, at, size int64) int64 {
	lead := mp3Lead
	if at > 0 {
		lead = mp3LeadTagged
	}
	buf := make([]byte, lead)
	n, _ := f.ReadAt(buf, at)
	for i := 0; i+4 <= n; i++ {
		if h, ok := parseMP3Header(buf[i:]); ok && mp3Row(f, h, at+int64(i), size) {
			return at + int64(i)
		}
	}
	return -1
}

// mp3Row tells whether frames follow on the one at an offset.
func mp3Row(f io.ReaderAt, h mp3Header, at, size int64) bool {
	first := h
	for range mp3Sure - 1 {
		if at += int64(h.size); at == size {
			return true
		}
		var b [4]byte
		if n, _ := f.ReadAt(b[:], at); n < len(b) {
			return false
		}
		if string(b[:3]) == "TAG" {
			return true
		}
		var ok bool
		if h, ok = parseMP3Header(b[:]); !ok || !h.alike(first) {
			return false
		}
	}
	return true
}

// mp3Index is where the frames of a file are; lostFrame stands for one that was
// there before the file was damaged.
type mp3Index struct {
	first   mp3Header
	offsets []int64
}

const (
	lostFrame = -1
	// Damage larger than this might as well be something that was put between.
	mostDamage = 16 << 10 // bytes
)

// indexMP3 finds all frames from an offset on, past whatever lies between them.
func indexMP3(f io.ReaderAt, at, size int64) mp3Index {
	var x mp3Index
	var b [4]byte
	f.ReadAt(b[:], at)
	x.first, _ = parseMP3Header(b[:])
	r := bufio.NewReaderSize(io.NewSectionReader(f, at, size-at), 64<<10)
	junk := 0
	for int64(len(x.offsets))*int64(x.first.samples) < longest*int64(x.first.rate) {
		head, err := r.Peek(4)
		if err != nil {
			break
		}
		step := 1
		h, ok := parseMP3Header(head)
		ok = ok && h.alike(x.first) && at+int64(h.size) <= size
		// Behind damage one header alone may be an accident.
		if ok && (junk == 0 || mp3Row(f, h, at, size)) {
			if junk < mostDamage {
				for range (junk + h.size/2) / h.size {
					x.offsets = append(x.offsets, lostFrame)
				}
			}
			x.offsets = append(x.offsets, at)
			step, junk = h.size, 0
		} else {
			junk++
		}
		if n, err := r.Discard(step); err != nil || n < step {
			break
		}
		at += int64(step)
	}
	return x
}

// frame returns the bytes of frame i.
func (x mp3Index) frame(f io.ReaderAt, i int) ([]byte, error) {
	if x.offsets[i] == lostFrame {
		return nil, errDamaged
	}
	var head [4]byte
	if _, err := f.ReadAt(head[:], x.offsets[i]); err != nil {
		return nil, err
	}
	h, ok := parseMP3Header(head[:])
	if !ok || !h.alike(x.first) {
		return nil, errDamaged
	}
	b := make([]byte, h.size)
	_, err := f.ReadAt(b, x.offsets[i])
	return b, err
}

// mp3Trim is what an encoder put around the sound, in samples.
type mp3Trim struct {
	info         bool // the first frame holds no sound, but this
	before, back int
}

// mp3DecoderDelay is how much later than the encoder says a decoder puts out
// the sound.
const mp3DecoderDelay = 529

// readMP3Trim looks for the table of contents that encoders put into the first
// frame. Its last part says how much silence they added.
func readMP3Trim(h mp3Header, frame []byte) mp3Trim {
	at := 4 + h.side
	if at+8 > len(frame) || string(frame[at:at+4]) != "Xing" && string(frame[at:at+4]) != "Info" {
		return mp3Trim{}
	}
	flags := binary.BigEndian.Uint32(frame[at+4:])
	at += 8
	for bit, size := range []int{4, 4, 100, 4} {
		if flags>>bit&1 != 0 {
			at += size
		}
	}
	t := mp3Trim{info: true}
	const delays = 21 // behind the encoder's name and other things
	if at+delays+3 > len(frame) || frame[at] == 0 {
		return t
	}
	b := frame[at+delays:]
	t.before = int(b[0])<<4 | int(b[1]>>4)
	t.back = int(b[1]&15)<<8 | int(b[2])
	if t.before > 0 {
		t.before += mp3DecoderDelay
		t.back = max(t.back-mp3DecoderDelay, 0)
	}
	return t
}
