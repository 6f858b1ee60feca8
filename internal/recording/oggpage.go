package recording

import (
	"bytes"
	"encoding/binary"
	"io"
)

const (
	oggHeader   = 27                        // bytes before the segment table
	maxOggPage  = oggHeader + 255 + 255*255 // bytes
	oggContinue = 1                         // flag: the first packet began on an earlier page
	oggFirst    = 2                         // flag: a stream begins here
	oggLast     = 4                         // flag: the stream ends here
)

// oggPage is one page of an Ogg file.
type oggPage struct {
	at, size int64 // where it is in the file
	flags    byte
	granule  int64 // position behind the last packet that ends here, -1 without one
	serial   uint32
	number   uint32 // in its stream
	table    []byte // lengths of the segments
	body     []byte
}

// oggReader finds the pages of an Ogg file, past whatever lies between them.
type oggReader struct {
	f      io.ReaderAt
	size   int64
	buf    []byte
	from   int64 // where in the file buf is read from
	filled int
}

// page reads the first whole page at or behind an offset. It is valid until the
// next call; the error is io.EOF when there is none.
func (o *oggReader) page(at int64) (oggPage, error) {
	for at < o.size {
		if at < o.from || at >= o.from+int64(o.filled) {
			if err := o.fill(at); err != nil {
				return oggPage{}, err
			}
		}
		b := o.buf[at-o.from : o.filled]
		skip := bytes.Index(b, []byte("OggS"))
		if skip < 0 {
			at += int64(max(len(b)-3, 1))
			continue
		}
		at += int64(skip)
		p, ok := parseOggPage(b[skip:])
		if !ok && at > o.from { // it may reach beyond the buffer
			if err := o.fill(at); err != nil {
				return oggPage{}, err
			}
			p, ok = parseOggPage(o.buf[:o.filled])
		}
		if ok {
			p.at = at
			return p, nil
		}
		at++
	}
	return oggPage{}, io.EOF
}

func (o *oggReader) fill(at int64) error {
	if o.buf == nil {
		o.buf = make([]byte, maxOggPage)
	}
	n, err := o.f.ReadAt(o.buf, at)
	o.from, o.filled = at, n
	if n > 0 {
		return nil
	}
	return err
}

func parseOggPage(b []byte) (oggPage, bool) {
	if len(b) < oggHeader || b[4] != 0 {
		return oggPage{}, false
	}
	body := oggHeader + int(b[26])
	if body > len(b) {
		return oggPage{}, false
	}
	p := oggPage{
		flags:   b[5],
		granule: int64(binary.LittleEndian.Uint64(b[6:])),
		serial:  binary.LittleEndian.Uint32(b[14:]),
		number:  binary.LittleEndian.Uint32(b[18:]),
		table:   b[oggHeader:body],
	}
	end := body
	for _, s := range p.table {
		end += int(s)
	}
	if end > len(b) || oggChecksum(b[:end]) != binary.LittleEndian.Uint32(b[22:]) {
		return oggPage{}, false
	}
	p.body, p.size = b[body:end], int64(end)
	return p, true
}

// oggChecksum is the CRC-32 (polynomial 04C11DB7, highest bit first, from zero)
// of a page whose own checksum counts as zero.
func oggChecksum(page []byte) uint32 {
	var c uint32
	for i, v := range page {
		if i >= 22 && i < 26 {
			v = 0
		}
		c = c<<8 ^ oggTable[byte(c>>24)^v]
	}
	return c
}

var oggTable = makeOggTable()

func makeOggTable() (table [256]uint32) {
	for i := range table {
		c := uint32(i) << 24
		for range 8 {
			carry := c&(1<<31) != 0
			c <<= 1
			if carry {
				c ^= 0x04C11DB7
			}
		}
		table[i] = c
	}
	return table
}

// oggPackets puts the packets of one stream together.
type oggPackets struct {
	limit int    // bytes of the longest packet believed
	open  []byte // what is there of the packet that goes on on the next page
	whole bool   // open has its beginning
}

// add calls f with each packet that ends on a page. Packets whose beginning is
// not known, or longer than the limit, are left out.
func (o *oggPackets) add(p oggPage, f func([]byte) error) error {
	if p.flags&oggContinue == 0 {
		o.open, o.whole = o.open[:0], true
	}
	body := p.body
	for _, s := range p.table {
		if o.whole && len(o.open)+int(s) <= o.limit {
			o.open = append(o.open, body[:s]...)
		} else {
			o.whole = false
		}
		body = body[s:]
		if s == 255 {
			continue
		}
		if o.whole {
			if err := f(o.open); err != nil {
				return err
			}
		}
		o.open, o.whole = o.open[:0], true
	}
	return nil
}

// lose forgets the packet that was to go on.
func (o *oggPackets) lose() { o.open, o.whole = o.open[:0], false }
