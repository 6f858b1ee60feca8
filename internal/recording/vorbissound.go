package recording

import (
	"errors"
	"io"
	"os"
	"sort"

	"github.com/jfreymuth/vorbis"
)

// maxVorbisPacket is far above any packet of sound.
const maxVorbisPacket = 1 << 20 // bytes

// vorbisSound decodes the first Vorbis stream of an Ogg file. The pages are
// read here and only packets given to the library, so that lost pages become
// silence of the right length.
type vorbisSound struct {
	*os.File
	ogg      oggReader
	packets  oggPackets
	dec      *vorbis.Decoder
	channels int

	serial  uint32
	base    int64 // granule position of the first sample
	samples int64
	points  []oggPoint

	first  int64  // offset of the first page with sound
	at     int64  // offset of the next page
	number uint32 // the next page should have
	known  int64  // granule position reached, -1 when it is not known
	ended  bool
	wide   []float32
	out    []int16
	power  float64 // of out
}

// oggPoint is a page to begin decoding at.
type oggPoint struct {
	at  int64
	end int64 // its granule position
}

func openVorbis(f *os.File) (decoder, soundInfo, error) {
	stat, err := f.Stat()
	if err != nil {
		return nil, soundInfo{}, err
	}
	v := &vorbisSound{File: f, ogg: oggReader{f: f, size: stat.Size()}, packets: oggPackets{limit: maxVorbisPacket}}
	start, err := readOggStart(&v.ogg, 3, "\x01vorbis")
	if err != nil {
		return nil, soundInfo{}, err
	}
	if v.dec, err = vorbisDecoder(start.packets); err != nil {
		return nil, soundInfo{}, err
	}
	v.channels, v.serial, v.first = v.dec.Channels(), start.serial, start.next
	v.wide = make([]float32, v.dec.BufferSize())
	rate := v.dec.SampleRate()
	last := v.scan(start.next, int64(rate))
	if err := v.findBase(); err != nil {
		return nil, soundInfo{}, err
	}
	v.samples = max(last-v.base, 0)
	return v, soundInfo{format: "vorbis", rate: rate, channels: v.channels, samples: v.samples}, nil
}

// scan notes a page a second and returns the granule position at the end.
func (v *vorbisSound) scan(at, rate int64) (last int64) {
	for {
		p, err := v.page(at)
		if err != nil {
			return last
		}
		if at = p.at + p.size; p.granule < 0 {
			continue
		}
		// Positions that go back, or on without end, are not to be believed.
		if p.granule >= last && p.granule-last < longest*rate {
			if n := len(v.points); n == 0 || p.granule-v.points[n-1].end >= rate {
				v.points = append(v.points, oggPoint{p.at, p.granule})
			}
			last = p.granule
		}
		if p.flags&oggLast != 0 {
			return last
		}
	}
}

// page returns the stream's first page at or behind an offset.
func (v *vorbisSound) page(at int64) (oggPage, error) {
	for {
		p, err := v.ogg.page(at)
		if err != nil || p.serial == v.serial {
			return p, err
		}
		at = p.at + p.size
	}
}

// findBase decodes the first page with sound, to learn where it begins.
func (v *vorbisSound) findBase() error {
	v.restart(v.first, -1)
	for {
		p, err := v.page(v.at)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		v.at = p.at + p.size
		n := v.decode(p)
		if p.granule >= 0 {
			if p.flags&oggLast == 0 {
				v.base = max(p.granule-int64(n), 0)
			}
			break
		}
	}
	v.restart(v.first, v.base)
	return nil
}

// restart goes on decoding at a page, as at the beginning of a stream.
func (v *vorbisSound) restart(at, known int64) {
	v.dec.Clear()
	v.packets.lose()
	v.at, v.known, v.ended = at, known, false
	v.out, v.power = v.out[:0], 0
}

// next decodes the next page that ends a packet.
func (v *vorbisSound) next() (piece, error) {
	v.out, v.power = v.out[:0], 0
	for !v.ended {
		p, err := v.page(v.at)
		if err != nil {
			return piece{}, err
		}
		if v.known >= 0 && p.number != v.number { // something is lost in between
			v.dec.Clear()
			v.packets.lose()
		}
		v.number = p.number + 1
		v.at, v.ended = p.at+p.size, p.flags&oggLast != 0
		v.decode(p)
		if p.granule < 0 {
			continue
		}
		start := p.granule - int64(len(v.out))
		if v.ended && v.known >= 0 {
			start = v.known
		}
		v.known = p.granule
		b := piece{start - v.base, v.out, v.power}
		if rest := v.samples - b.start; rest < int64(len(b.samples)) {
			b.samples = b.samples[:max(rest, 0)]
		}
		return b, nil
	}
	return piece{}, io.EOF
}

// decode appends the sound of the packets that end on a page, and says how many
// samples that were.
func (v *vorbisSound) decode(p oggPage) int {
	before := len(v.out)
	_ = v.packets.add(p, func(b []byte) error {
		v.out = v.packet(v.out, b)
		return nil
	})
	return len(v.out) - before
}

// packet appends the sound of one packet. Nothing comes of one that cannot be
// decoded.
func (v *vorbisSound) packet(dst []int16, b []byte) (out []int16) {
	defer func() {
		if recover() != nil {
			v.dec.Clear()
			out = dst
		}
	}()
	wide, err := v.dec.DecodeInto(b, v.wide)
	if err != nil {
		v.dec.Clear()
		return dst
	}
	for ; len(wide) >= v.channels; wide = wide[v.channels:] {
		sum := 0.0
		for _, s := range wide[:v.channels] {
			s := unit(float64(s))
			sum += s
			v.power += s * s * (1 << 30)
		}
		dst = append(dst, toSample(sum/float64(v.channels)))
	}
	return dst
}

// seek goes to a page before sample n, whose last packet shapes the first of
// the next page.
func (v *vorbisSound) seek(n int64) error {
	i := sort.Search(len(v.points), func(i int) bool { return v.points[i].end-v.base > n })
	if i == 0 {
		v.restart(v.first, v.base)
		return nil
	}
	v.restart(v.points[i-1].at, -1)
	return nil
}
