package recording

import (
	"encoding/base64"
	"encoding/binary"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// id3 builds an ID3v2 tag of the given version out of names and contents.
func id3(version byte, frames ...string) []byte {
	var body []byte
	for i := 0; i+1 < len(frames); i += 2 {
		body = append(body, frames[i]...)
		body = append(body, lengthOf(version, len(frames[i+1]))...)
		body = append(body, 0, 0)
		body = append(body, frames[i+1]...)
	}
	b := append([]byte("ID3"), version, 0, 0)
	b = append(b, lengthOf(4, len(body))...)
	return append(b, body...)
}

// lengthOf is a length as ID3 has it: from version 4 on 7 bits a byte.
func lengthOf(version byte, n int) []byte {
	if version < 4 {
		return binary.BigEndian.AppendUint32(nil, uint32(n))
	}
	return []byte{byte(n>>21) & 127, byte(n>>14) & 127, byte(n>>7) & 127, byte(n) & 127}
}

// m4a builds the boxes of an M4A file that hold tags.
func m4a(tags ...string) []byte {
	var list []byte
	for i := 0; i+1 < len(tags); i += 2 {
		list = append(list, box(tags[i], box("data", append([]byte{0, 0, 0, 1, 0, 0, 0, 0}, tags[i+1]...)))...)
	}
	meta := append([]byte{0, 0, 0, 0}, box("ilst", list)...)
	return append(box("ftyp", []byte("M4A ")), box("moov", box("udta", box("meta", meta)))...)
}

func box(name string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(8+len(body)))
	return append(append(b, name...), body...)
}

func pictureBlock(mime string, data []byte) []byte {
	b := binary.BigEndian.AppendUint32([]byte{0, 0, 0, 3}, uint32(len(mime)))
	b = append(b, mime...)
	b = append(b, make([]byte, 20)...) // no description, no sizes
	b = binary.BigEndian.AppendUint32(b, uint32(len(data)))
	return append(b, data...)
}

// flacWith is a FLAC file of nothing but a header with a picture.
func flacWith(picture []byte) []byte {
	header, err := openHeader(8000, 512, fullTags)
	if err != nil {
		panic(err)
	}
	const infoEnd = 4 + 4 + 34
	b := append(header[:infoEnd:infoEnd], blockHeader(6, len(picture))...)
	return append(append(b, picture...), header[infoEnd:]...)
}

// oggWith is an Ogg file of a Vorbis stream that has comments and no sound.
func oggWith(comments ...string) []byte {
	packet := append([]byte("\x03vorbis"), 0, 0, 0, 0)
	packet = binary.LittleEndian.AppendUint32(packet, uint32(len(comments)))
	for _, c := range comments {
		packet = binary.LittleEndian.AppendUint32(packet, uint32(len(c)))
		packet = append(packet, c...)
	}
	packet = append(packet, 1)
	return vorbisStart(oggPacket(1, 0, packet))
}

// vorbisStart is a Vorbis stream of 8000 Hz mono up to what follows its first
// packet.
func vorbisStart(pages ...[]byte) []byte {
	id := append([]byte("\x01vorbis"), 0, 0, 0, 0, 1, 0x40, 0x1F, 0, 0)
	id = append(id, make([]byte, 12)...)
	b := oggPacket(0, oggFirst, append(id, 0xB8, 1))
	for _, p := range pages {
		b = append(b, p...)
	}
	return b
}

// oggPacket is one packet on as many pages as it takes.
func oggPacket(number uint32, flags byte, packet []byte) []byte {
	var out []byte
	table := make([]byte, len(packet)/255+1)
	for i := range table {
		table[i] = 255
	}
	table[len(table)-1] = byte(len(packet) % 255)
	for len(table) > 0 {
		n := min(len(table), 255)
		size := 0
		for _, s := range table[:n] {
			size += int(s)
		}
		page := append([]byte("OggS\x00"), flags, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0)
		page = binary.LittleEndian.AppendUint32(page, number)
		page = append(page, 0, 0, 0, 0, byte(n))
		page = append(page, table[:n]...)
		page = append(page, packet[:size]...)
		binary.LittleEndian.PutUint32(page[22:], oggChecksum(page))
		out = append(out, page...)
		table, packet, flags = table[n:], packet[size:], oggContinue
		number++
	}
	return out
}

// Files that claim what they do not have, or make work without end, cost next
// to nothing.
func TestHostileFilesCostLittle(t *testing.T) {
	short := readFile(t, "testdata/short.ogg")
	codebook := func(bits ...byte) []byte { // a setup that begins with this codebook
		setup := append([]byte("\x05vorbis\x00BCV"), bits...)
		return vorbisStart(oggPacket(1, 0, append([]byte("\x03vorbis"), make([]byte, 9)...)), oggPacket(2, 0, append(setup, make([]byte, 40)...)))
	}
	claims := pictureBlock("image/png", []byte("PNG"))
	binary.BigEndian.PutUint32(claims[len(claims)-7:], 0xFFFFFFF0)
	for name, b := range map[string][]byte{
		"a codebook of no entries":            codebook(1, 0, 0, 0, 0, 0),
		"a codebook of millions":              codebook(255, 255, 255, 255, 255, 255, 255, 255),
		"an ordered codebook that ends":       codebook(1, 0, 0, 4, 0, 1),
		"four thousand million comments":      vorbisStart(oggPacket(1, 0, []byte("\x03vorbis\x00\x00\x00\x00\xff\xff\xff\xff")), oggPacket(2, 0, []byte("\x05vorbis\x00BCV"))),
		"a picture of 4 GB in a comment":      oggWith("metadata_block_picture=" + base64.StdEncoding.EncodeToString(claims)),
		"a picture of 4 GB in FLAC":           flacWith(claims),
		"a packet without end":                vorbisStart(oggPacket(1, 0, make([]byte, 8<<20))),
		"pages of nothing":                    vorbisStart([]byte(strings.Repeat(string(oggPacket(1, oggContinue, nil)), 100_000))),
		"an ID3 tag of 256 MB":                append([]byte("ID3\x03\x00\x00\x7f\x7f\x7f\x7f"), short...),
		"an ID3 frame of 4 GB":                append([]byte("ID3\x03\x00\x00\x7f\x7f\x7f\x7fAPIC\xff\xff\xff\xf0\x00\x00"), short...),
		"half a million frames of one name":   []byte(string(id3(3, strings.Split(strings.Repeat("PRIV x ", 500_000), " ")...))),
		"a genre of numbers in numbers":       id3(3, "TIT2", "\x00Title", "TCON", "\x00"+strings.Repeat("(1)", 300_000)),
		"a WAV of 4 GB":                       wavFile(wavFormat(1, 1, 8000, 16), []byte("data\xff\xff\xff\xff")),
		"a WAV of chunks without end":         wavFile([]byte(strings.Repeat("junk\x00\x00\x00\x00", 1_000_000))),
		"boxes within boxes":                  append(box("ftyp", nil), []byte(strings.Repeat("\x00\x00\x00\x08moov", 1<<20))...),
		"a box of 4 GB":                       append(box("ftyp", nil), []byte("\xff\xff\xff\xffcovr")...),
		"MP3 frames whose numbers make sense": append(readFile(t, "testdata/short.mp3"), []byte(strings.Repeat("\xff\xfb\x10\xc0", 500_000))...),
		"escapes in an ID3 tag":               append([]byte("ID3\x04\x00\x80\x01\x7f\x7f\x7f"), []byte(strings.Repeat("\xff\x00", 1<<20))...),
	} {
		path := filepath.Join(t.TempDir(), "hostile.dat")
		writeFile(t, path, b)
		began := time.Now()
		frugally(t, 16<<10, func() {
			_, _ = ReadCover(path)
			if tags, err := Describe(path); err != nil || tags.Title == "" {
				t.Errorf("%s: %+v, %v", name, tags, err)
			}
		})
		if open := kindOf(fileOf(t, path), int64(len(b))); open != nil {
			frugally(t, len(b), func() {
				dec, _, err := contained(open, fileOf(t, path))
				for i := 0; err == nil && i < 100; i++ {
					_, err = dec.next()
				}
			})
		}
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}
