package recording

import (
	"errors"
	"math"

	"github.com/jfreymuth/vorbis"
)

// Limits on the three packets in front of a Vorbis stream. What encoders write
// stays far below them; the library would ask for any memory that they claim.
const (
	maxVorbisComments = 24 << 20  // bytes; a picture may be among them
	maxVorbisSetup    = 256 << 10 // bytes
	maxBookEntries    = 1 << 14   // in one codebook
	maxAllEntries     = 1 << 17
	maxAllValues      = 2 << 20
)

// oggStart is what stands at the beginning of an Ogg file.
type oggStart struct {
	packets [][]byte // of the first stream that is known
	serial  uint32
	next    int64 // offset of the page behind the packets
}

var errEnough = errors.New("enough")

// readOggStart reads the first n packets of the first stream that begins with a
// magic word. Other streams may lie between its pages.
func readOggStart(o *oggReader, n int, magics ...string) (oggStart, error) {
	var s oggStart
	packets := oggPackets{limit: maxVorbisComments}
	found := false
	for at := int64(0); at < 4*maxVorbisComments; {
		p, err := o.page(at)
		if err != nil {
			break
		}
		at = p.at + p.size
		if !found {
			for _, m := range magics {
				found = found || is(string(p.body[:min(len(p.body), 8)]), m)
			}
			if !found && p.flags&oggFirst == 0 {
				break // all streams begin before any goes on
			}
			if !found {
				continue
			}
			s.serial = p.serial
		}
		if p.serial != s.serial {
			continue
		}
		err = packets.add(p, func(b []byte) error {
			s.packets = append(s.packets, append([]byte(nil), b...))
			if len(s.packets) == n {
				return errEnough
			}
			return nil
		})
		if err != nil {
			s.next = at
			return s, nil
		}
	}
	if !found {
		return s, errForeign
	}
	return s, ErrHeaderCut
}

// vorbisDecoder makes a decoder of the three header packets, once they are
// found to make sense.
func vorbisDecoder(packets [][]byte) (d *vorbis.Decoder, err error) {
	defer func() {
		if recover() != nil {
			d, err = nil, errDamaged
		}
	}()
	id, comments, setup := packets[0], packets[1], packets[2]
	if len(id) < 30 || id[11] == 0 || id[11] > 8 || !vorbis.IsHeader(comments) || len(setup) > maxVorbisSetup {
		return nil, errDamaged
	}
	short, long := id[28]&15, id[28]>>4
	if short < 6 || long > 13 || short > long || checkCodebooks(setup) != nil {
		return nil, errDamaged
	}
	noComments := append([]byte("\x03vorbis"), make([]byte, 8)...)
	d = &vorbis.Decoder{}
	for _, b := range [][]byte{id, noComments, setup} {
		if d.ReadHeader(b) != nil {
			return nil, errDamaged
		}
	}
	return d, nil
}

// checkCodebooks walks over the codebooks of a setup packet. The library would
// spin for ever on some that are cut off or empty.
func checkCodebooks(setup []byte) error {
	if len(setup) < 8 {
		return errDamaged
	}
	r := &lowBits{b: setup[7:]}
	allEntries, allValues := 0, 0
	for range r.take(8) + 1 {
		entries, values, err := checkCodebook(r)
		allEntries += entries
		allValues += values
		if err != nil || allEntries > maxAllEntries || allValues > maxAllValues {
			return errDamaged
		}
	}
	return nil
}

// checkCodebook counts the entries of a codebook and the values they stand for.
func checkCodebook(r *lowBits) (entries, values int, err error) {
	const pattern = 0x564342
	if r.take(24) != pattern {
		return 0, 0, errDamaged
	}
	dimensions := r.take(16)
	entries = r.take(24)
	if dimensions == 0 || entries < 2 || entries > maxBookEntries || entries*dimensions > maxAllValues {
		return 0, 0, errDamaged
	}
	if used := r.codeLengths(entries); used == 0 || r.ended {
		return 0, 0, errDamaged
	}
	switch kind := r.take(4); kind {
	case 0:
		return entries, 0, nil
	case 1, 2:
		r.take(32)
		r.take(32)
		bits := r.take(4) + 1
		r.take(1)
		count := entries * dimensions
		if kind == 1 {
			// As the library counts, which rounding may make one less.
			count = int(math.Pow(float64(entries), 1/float64(dimensions)))
		}
		if r.skip(count * bits); r.ended {
			return 0, 0, errDamaged
		}
		return entries, entries * dimensions, nil
	}
	return 0, 0, errDamaged
}

// codeLengths walks over the lengths of a codebook's entries and counts those
// that are used.
func (r *lowBits) codeLengths(entries int) (used int) {
	if r.take(1) == 1 { // ordered: how many there are of each length
		r.take(5)
		for done := 0; done < entries && !r.ended; {
			width := 0
			for rest := entries - done; rest > 0; rest >>= 1 {
				width++
			}
			n := r.take(width)
			if done += n; done > entries {
				r.ended = true
			}
		}
		return entries
	}
	sparse := r.take(1) == 1
	for range entries {
		if !sparse || r.take(1) == 1 {
			r.take(5)
			used++
		}
		if r.ended {
			break
		}
	}
	return used
}

// lowBits reads numbers of any width, lowest bit first.
type lowBits struct {
	b     []byte
	at    int // bits
	ended bool
}

func (r *lowBits) take(width int) int {
	v := 0
	for i := range width {
		if r.at >= 8*len(r.b) {
			r.ended = true
			return 0
		}
		v |= int(r.b[r.at/8]>>(r.at%8)&1) << i
		r.at++
	}
	return v
}

func (r *lowBits) skip(bits int) {
	if r.at += bits; r.at > 8*len(r.b) {
		r.ended = true
	}
}
