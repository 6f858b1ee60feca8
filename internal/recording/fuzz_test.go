package recording

import (
	"encoding/binary"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
)

// seeds are takes, whole, finished and damaged.
func seeds(f *testing.F) {
	path := takePath(f)
	writeTake(f, path, 8000, slices.Concat(voice(1, 100), make([]int16, 1000), voice(2, 30)))
	b := readFile(f, path)
	f.Add(b)
	f.Add(b[:len(b)-3])
	f.Add(b[:20])
	f.Add(append(b[:len(b)/2:len(b)/2], b...))
	if _, err := Recover(path, fullTags); err != nil {
		f.Fatal(err)
	}
	f.Add(readFile(f, path))
	f.Add([]byte{})
	f.Add([]byte("OggS"))
	f.Add([]byte("ID3\x04\x00\x00\x00\x00\x00\x02xxfLaC"))
}

// frugally fails the test when f allocates far more than a file of that size
// can need.
func frugally(t *testing.T, size int, f func()) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	if grown := after.TotalAlloc - before.TotalAlloc; grown > uint64(64<<20+4096*size) {
		t.Errorf("%d bytes made it allocate %d", size, grown)
	}
}

func FuzzRecover(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(t.TempDir(), "take-1.flac")
		writeFile(t, path, b)
		frugally(t, len(b), func() {
			got, err := Recover(path, fullTags)
			if err != nil {
				if !slices.Equal(readFile(t, path), b) {
					t.Fatal("a take that can't be recovered was changed")
				}
				return
			}
			if ok, err := IsFinished(path); err != nil || !ok {
				t.Fatalf("recovered, but finished = %v, %v", ok, err)
			}
			again, err := Recover(path, Tags{})
			if err != nil || again.Samples != got.Samples {
				t.Fatalf("a second recovery finds %+v, the first %+v, %v", again, got, err)
			}
		})
	})
}

func FuzzOpen(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(t.TempDir(), "take-1.flac")
		writeFile(t, path, b)
		frugally(t, len(b), func() {
			_, _ = ReadTags(path)
			r, err := Open(path)
			if err != nil {
				return
			}
			defer r.Close()
			buf := make([]int16, 5000)
			for range 3 {
				if _, err := r.Read(buf); err != nil {
					break
				}
			}
			for _, n := range []int64{r.Samples() / 2, 0, r.Samples() - 1, 1 << 60} {
				if err := r.SeekSample(max(n, 0)); err != nil {
					t.Fatal(err)
				}
				_, _ = r.Read(buf)
			}
		})
	})
}

// FuzzFrame puts frames of any contents, with the right checksums around them,
// between two good ones: the checksums keep nearly all other made-up frames from
// the decoder.
func FuzzFrame(f *testing.F) {
	f.Add(uint16(300), byte(0x08), []byte{0, 0, 0})
	f.Add(uint16(9), byte(0x18), append([]byte{0x10, 1, 2, 0x43, 0x20, 0xFF, 0x02}, make([]byte, 30)...))
	f.Add(uint16(4), byte(0xA8), append([]byte{0x41, 3, 4, 0x80, 0x1F}, make([]byte, 90)...))
	f.Add(uint16(5), byte(0x0C), []byte{0x03, 0xFF, 0, 0, 0, 1})
	f.Fuzz(func(t *testing.T, n uint16, kind byte, body []byte) {
		const size = 512
		channels, ok := channelCount(kind >> 4)
		depth := []int{0, 8, 12, 0, 16, 20, 24, 0}[kind>>1&7]
		if !ok || depth == 0 || kind&1 != 0 {
			return
		}
		info := streamInfo(summary{rate: 8000, blockSize: size})
		info.NChannels, info.BitsPerSample = uint8(channels), uint8(depth)
		b, err := encodeHeader(info, commentBlock(fullTags))
		if err != nil {
			t.Fatal(err)
		}
		silent := slices.Repeat([]byte{0, 0, 0, 0}, channels) // enough for 24 bits
		b = append(b, kindOfFrame(kind, 0, size, silent[:channels*(1+depth/8)])...)
		b = append(b, kindOfFrame(kind, 1, int(n)%size+1, body)...)
		b = append(b, kindOfFrame(kind, 2, size, silent[:channels*(1+depth/8)])...)
		path := filepath.Join(t.TempDir(), "take-1.flac")
		writeFile(t, path, b)
		frugally(t, len(b), func() {
			if got := decodeAll(t, path); len(got) > 4*size {
				t.Errorf("%d samples out of three frames", len(got))
			}
			_, _ = Recover(path, Tags{})
		})
	})
}

func kindOfFrame(kind byte, number uint64, n int, body []byte) []byte {
	b := appendFrameHeader(nil, number, n, 8000)
	b[3] = kind
	b[len(b)-1] = crc8(b[:len(b)-1])
	b = append(b, body...)
	return binary.BigEndian.AppendUint16(b, crc16(b))
}

func FuzzPeaks(f *testing.F) {
	path := filepath.Join(f.TempDir(), "take-1.peaks")
	p := NewPeaks(24000)
	p.Add(voice(1, 2000))
	if err := p.Save(path); err != nil {
		f.Fatal(err)
	}
	f.Add(readFile(f, path))
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(t.TempDir(), "take-1.peaks")
		writeFile(t, path, b)
		frugally(t, len(b), func() {
			p, err := LoadPeaks(path)
			if err != nil {
				return
			}
			p.Range(0, p.Samples(), 100, nil)
			again := path + "2"
			if err := p.Save(again); err != nil || !slices.Equal(readFile(t, again), b) {
				t.Errorf("saved again, the file differs: %v", err)
			}
		})
	})
}
