package recording

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// playAround opens, reads, seeks and describes a file that holds b, as the
// opener of its format sees it.
func playAround(t *testing.T, b []byte, open opener) {
	path := filepath.Join(t.TempDir(), "import.dat")
	writeFile(t, path, b)
	frugally(t, len(b), func() {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		dec, info, err := contained(open, f)
		if err != nil || info.check() != nil {
			return
		}
		r := &Reader{path: path, info: info, dec: dec}
		buf := make([]int16, 5000)
		for range 20 {
			if _, err := r.Read(buf); err != nil {
				break
			}
		}
		for _, n := range []int64{r.Samples() / 2, 0, r.Samples() - 1, 1 << 60} {
			if err := r.SeekSample(max(n, 0)); err != nil {
				continue
			}
			if n, err := r.Read(buf); n == 0 && err == nil {
				t.Fatal("neither samples nor an end")
			}
		}
		if loss, ok := r.MixLoss(); ok && math.IsNaN(loss) {
			t.Fatal("the power is no number")
		}
	})
}

func FuzzWAV(f *testing.F) {
	body := make([]byte, 120)
	for i := range body {
		body[i] = byte(i * 37)
	}
	for _, kind := range [][3]int{{1, 1, 8}, {1, 2, 16}, {1, 1, 24}, {1, 1, 32}, {3, 2, 32}, {3, 1, 64}} {
		f.Add(wavFile(wavFormat(kind[0], kind[1], 8000, kind[2]), chunk("data", body)))
	}
	whole := wavFile(chunk("LIST", []byte("odd")), wavFormat(1, 1, 8000, 16), chunk("fact", make([]byte, 4)), chunk("data", body))
	f.Add(whole)
	f.Add(whole[:50])
	f.Add(append(whole[:len(whole)-124:len(whole)-124], 0xFF, 0xFF, 0xFF, 0xFF))
	f.Fuzz(func(t *testing.T, b []byte) { playAround(t, b, openWAV) })
}

func FuzzMP3(f *testing.F) {
	short := readFile(f, "testdata/short.mp3")
	f.Add(short)
	f.Add(short[:len(short)/2])
	f.Add(append(short[200:300:300], short...))
	f.Fuzz(func(t *testing.T, b []byte) {
		if kindOf(bytes.NewReader(b), int64(len(b))) == nil {
			return
		}
		playAround(t, b, openMP3)
	})
}

// FuzzVorbis puts the checksums of pages right, which else would keep nearly
// every changed page from the decoder.
func FuzzVorbis(f *testing.F) {
	short := readFile(f, "testdata/short.ogg")
	f.Add(short)
	f.Add(short[:len(short)-100])
	f.Add(append(short[:len(short):len(short)], short...))
	f.Fuzz(func(t *testing.T, b []byte) { playAround(t, checkedPages(b), openVorbis) })
}

// checkedPages gives all pages in b their checksum.
func checkedPages(b []byte) []byte {
	b = bytes.Clone(b)
	for at := 0; at+oggHeader <= len(b); {
		skip := bytes.Index(b[at:], []byte("OggS"))
		if skip < 0 {
			break
		}
		at += skip
		end := at + oggHeader
		if end > len(b) || end+int(b[end-1]) > len(b) {
			break
		}
		table := b[end : end+int(b[end-1])]
		end += len(table)
		for _, s := range table {
			end += int(s)
		}
		if end > len(b) {
			at += 4
			continue
		}
		binary.LittleEndian.PutUint32(b[at+22:], oggChecksum(b[at:end]))
		at = end
	}
	return b
}

func FuzzTags(f *testing.F) {
	seeds(f)
	f.Add(readFile(f, "testdata/short.ogg"))
	f.Add(readFile(f, "testdata/short.mp3"))
	f.Add(id3(3, "TIT2", "\x00Title", "TPE1", "\x00Somebody", "COMM", "\x00engx\x00Words", "TCON", "\x00(17)", "APIC", "\x00image/png\x00\x03\x00PNG"))
	f.Add(id3(4, "TIT2", "\x03Title", "TDRC", "\x002026-11-23", "TXXX", "\x00a\x00b"))
	f.Add(m4a("\xa9nam", "Title", "\xa9ART", "Somebody"))
	f.Add(flacWith(pictureBlock("image/png", []byte("PNG"))))
	f.Add(oggWith("TITLE=x", "metadata_block_picture=AAAA"))
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(t.TempDir(), "import.dat")
		writeFile(t, path, checkedPages(b))
		frugally(t, len(b), func() {
			tags, err := Describe(path)
			if err != nil || tags.Title == "" {
				t.Fatalf("no title: %v", err)
			}
			_, err = ReadTags(path)
			c, coverErr := ReadCover(path)
			if len(c.Data) > maxTagBytes || errors.Is(coverErr, io.EOF) || errors.Is(err, io.EOF) {
				t.Fatalf("%d bytes of cover, %v, %v", len(c.Data), coverErr, err)
			}
		})
	})
}
