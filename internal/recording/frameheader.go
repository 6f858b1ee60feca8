package recording

import (
	"math/bits"
	"slices"
)

// maxFrameHeader is the longest header a FLAC frame can have, in bytes.
const maxFrameHeader = 16

// frameHeader is what stands in front of each FLAC frame.
type frameHeader struct {
	variable  bool   // number counts samples instead of frames
	number    uint64 // frame number, or first sample when variable
	blockSize int    // samples in each channel
	rate      int    // Hz, 0 when only the file header says it
	channels  int
	depth     int // bits in a sample, 0 when only the file header says it
	size      int // bytes the header takes, checksum included
}

// Rates that have a code of their own in a frame header, by that code.
var codedRates = []int{0, 88200, 176400, 192000, 8000, 16000, 22050, 24000, 32000, 44100, 48000, 96000}

// appendFrameHeader appends the header of a 16-bit mono frame of a stream with
// fixed blocks. The rate must satisfy rateSupported.
func appendFrameHeader(b []byte, number uint64, blockSize, rate int) []byte {
	start := len(b)
	sizeCode, sizeTail := blockSizeCode(blockSize)
	rateCode, rateTail := sampleRateCode(rate)
	const monoSixteenBit = 0<<4 | 4<<1
	b = append(b, 0xFF, 0xF8, sizeCode<<4|rateCode, monoSixteenBit)
	b = appendNumber(b, number)
	b = append(b, sizeTail...)
	b = append(b, rateTail...)
	return append(b, crc8(b[start:]))
}

func blockSizeCode(n int) (code byte, tail []byte) {
	switch {
	case n >= 256 && n <= 32768 && n&(n-1) == 0:
		return byte(8 + bits.TrailingZeros(uint(n)) - 8), nil
	case n <= 256:
		return 6, []byte{byte(n - 1)}
	default:
		return 7, []byte{byte((n - 1) >> 8), byte(n - 1)}
	}
}

// sampleRateCode spells out 24 and 176.4 kHz rather than using their codes,
// because mewkiz/flac prints a line to the log at each frame that has them.
func sampleRateCode(rate int) (code byte, tail []byte) {
	i := slices.Index(codedRates, rate)
	switch {
	case i > 0 && rate != 24000 && rate != 176400:
		return byte(i), nil
	case rate%1000 == 0 && rate < 256000:
		return 12, []byte{byte(rate / 1000)}
	case rate < 65536:
		return 13, []byte{byte(rate >> 8), byte(rate)}
	default:
		return 14, []byte{byte(rate / 10 >> 8), byte(rate / 10)}
	}
}

// rateSupported tells whether sound at this rate can be written.
func rateSupported(rate int) bool {
	return rate >= 8000 && rate <= 192000 && (rate < 65536 || rate%10 == 0)
}

// appendNumber appends n the way UTF-8 would write it, drawn out to 36 bits.
func appendNumber(b []byte, n uint64) []byte {
	if n < 0x80 {
		return append(b, byte(n))
	}
	more := 1
	for n>>(6*more+6-more) != 0 {
		more++
	}
	lead := byte(0xFF) << (7 - more)
	b = append(b, lead|byte(n>>(6*more)))
	for i := more - 1; i >= 0; i-- {
		b = append(b, 0x80|byte(n>>(6*i))&0x3F)
	}
	return b
}

// parseFrameHeader reads a frame header at the start of b. It reports false
// for anything whose checksum or fields do not hold.
func parseFrameHeader(b []byte) (frameHeader, bool) {
	if len(b) < 6 || b[0] != 0xFF || b[1]&0xFE != 0xF8 || b[3]&1 != 0 {
		return frameHeader{}, false
	}
	h := frameHeader{variable: b[1]&1 != 0}
	var ok bool
	if h.channels, ok = channelCount(b[3] >> 4); !ok {
		return frameHeader{}, false
	}
	depths := [8]int{0, 8, 12, -1, 16, 20, 24, -1}
	if h.depth = depths[b[3]>>1&7]; h.depth < 0 {
		return frameHeader{}, false
	}
	h.size = 4
	if h.number, h.size, ok = parseNumber(b, h.size); !ok {
		return frameHeader{}, false
	}
	if h.blockSize, h.size, ok = parseBlockSize(b, b[2]>>4, h.size); !ok {
		return frameHeader{}, false
	}
	if h.rate, h.size, ok = parseSampleRate(b, b[2]&15, h.size); !ok {
		return frameHeader{}, false
	}
	if h.size >= len(b) || crc8(b[:h.size]) != b[h.size] {
		return frameHeader{}, false
	}
	h.size++
	return h, true
}

func channelCount(code byte) (int, bool) {
	switch {
	case code < 8:
		return int(code) + 1, true
	case code < 11:
		return 2, true
	}
	return 0, false
}

func parseNumber(b []byte, at int) (n uint64, next int, ok bool) {
	lead := b[at]
	if lead < 0x80 {
		return uint64(lead), at + 1, true
	}
	length := bits.LeadingZeros8(^lead)
	if length < 2 || length > 7 || at+length > len(b) {
		return 0, 0, false
	}
	n = uint64(lead & (0x7F >> length))
	for _, c := range b[at+1 : at+length] {
		if c&0xC0 != 0x80 {
			return 0, 0, false
		}
		n = n<<6 | uint64(c&0x3F)
	}
	return n, at + length, true
}

func parseBlockSize(b []byte, code byte, at int) (size, next int, ok bool) {
	switch {
	case code == 0:
		return 0, 0, false
	case code == 1:
		return 192, at, true
	case code < 6:
		return 576 << (code - 2), at, true
	case code == 6 && at < len(b):
		return int(b[at]) + 1, at + 1, true
	case code == 7 && at+1 < len(b):
		size = (int(b[at])<<8 | int(b[at+1])) + 1
		// The library counts samples in 16 bits.
		return size, at + 2, size <= 65535
	case code >= 8:
		return 256 << (code - 8), at, true
	}
	return 0, 0, false
}

func parseSampleRate(b []byte, code byte, at int) (rate, next int, ok bool) {
	switch {
	case int(code) < len(codedRates):
		return codedRates[code], at, true
	case code == 12 && at < len(b):
		return int(b[at]) * 1000, at + 1, true
	case code == 13 && at+1 < len(b):
		return int(b[at])<<8 | int(b[at+1]), at + 2, true
	case code == 14 && at+1 < len(b):
		return (int(b[at])<<8 | int(b[at+1])) * 10, at + 2, true
	}
	return 0, 0, false
}
