package recording

import (
	"path/filepath"
	"runtime"
	"slices"
	"testing"
)

// seeds are takes, whole, finished and damaged.
func seeds(f *testing.F) {
	path := takePath(f)
	sound := slices.Concat(voice(1, 3000), make([]int16, 5000))
	writeTake(f, path, 24000, sound)
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
