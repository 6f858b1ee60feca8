package recording

// The two checksums of a FLAC frame: CRC-8 (x⁸+x²+x+1) over its header, CRC-16
// (x¹⁶+x¹⁵+x²+1) over the whole frame. Both start at zero, highest bit first.
var (
	crc8Table  = makeCRC8()
	crc16Table = makeCRC16()
)

func makeCRC8() (table [256]uint8) {
	for i := range table {
		c := uint8(i)
		for range 8 {
			carry := c&0x80 != 0
			c <<= 1
			if carry {
				c ^= 0x07
			}
		}
		table[i] = c
	}
	return table
}

func makeCRC16() (table [256]uint16) {
	for i := range table {
		c := uint16(i) << 8
		for range 8 {
			carry := c&0x8000 != 0
			c <<= 1
			if carry {
				c ^= 0x8005
			}
		}
		table[i] = c
	}
	return table
}

func crc8(b []byte) uint8 {
	var c uint8
	for _, x := range b {
		c = crc8Table[c^x]
	}
	return c
}

func crc16(b []byte) uint16 {
	var c uint16
	for _, x := range b {
		c = c<<8 ^ crc16Table[uint8(c>>8)^x]
	}
	return c
}
