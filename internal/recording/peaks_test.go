package recording

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// bruteColumn is the lowest and highest of all samples in the stretches of 256
// that [a,b) touches.
func bruteColumn(samples []int16, a, b int) MinMax {
	a, b = max(a, 0), min(b, len(samples))
	if a >= b {
		return MinMax{}
	}
	a = a / 256 * 256
	b = min((b+255)/256*256, len(samples))
	return MinMax{slices.Min(samples[a:b]), slices.Max(samples[a:b])}
}

func TestPeaksEqualBruteForce(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		samples := voice(rapid.Uint64().Draw(rt, "seed"), rapid.IntRange(0, 40000).Draw(rt, "samples"))
		p := NewPeaks(24000)
		for at := 0; at < len(samples); {
			n := min(rapid.IntRange(0, 9000).Draw(rt, "chunk"), len(samples)-at)
			p.Add(samples[at : at+n])
			at += n
		}
		if p.Samples() != int64(len(samples)) {
			rt.Fatalf("%d samples outlined of %d", p.Samples(), len(samples))
		}
		// Columns of a whole number of samples, so that their bounds are certain.
		from := rapid.IntRange(-2000, 45000).Draw(rt, "from")
		width := rapid.IntRange(1, 3000).Draw(rt, "width")
		columns := rapid.IntRange(0, 60).Draw(rt, "columns")
		got := p.Range(int64(from), int64(from+width*columns), columns, make([]MinMax, 3))
		if len(got) != columns {
			rt.Fatalf("%d columns of %d", len(got), columns)
		}
		for i, m := range got {
			if want := bruteColumn(samples, from+i*width, from+(i+1)*width); m != want {
				rt.Fatalf("column %d is %v, want %v", i, m, want)
			}
		}
	})
}

func TestPeaksOfAnySpan(t *testing.T) {
	p := NewPeaks(24000)
	p.Add(slices.Repeat([]int16{-5, 7}, 5000))
	for _, m := range p.Range(0, 100, 1000, nil) { // ten columns a sample
		if m != (MinMax{-5, 7}) {
			t.Fatalf("a narrow column is %v", m)
		}
	}
	if got := p.Range(100, 50, 3, nil); len(got) != 3 {
		t.Errorf("a span that runs backwards gives %d columns", len(got))
	}
	if got := p.Range(-1<<61, 1<<61, 2, nil); got[1] != (MinMax{-5, 7}) {
		t.Errorf("the largest span gives %v", got)
	}
}

func TestPeaksFileIsAsTheBBCDescribes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "take-1.peaks")
	p := NewPeaks(24000)
	p.Add(slices.Repeat([]int16{1}, 256))
	p.Add([]int16{-300, 5})
	if err := p.Save(path); err != nil {
		t.Fatal(err)
	}
	want := []byte{
		2, 0, 0, 0, // version
		0, 0, 0, 0, // flags: 16 bits
		0xC0, 0x5D, 0, 0, // 24000 Hz
		0, 1, 0, 0, // 256 samples a point
		2, 0, 0, 0, // points
		1, 0, 0, 0, // channels
		1, 0, 1, 0,
		0xD4, 0xFE, 5, 0,
	}
	if got := readFile(t, path); !slices.Equal(got, want) {
		t.Errorf("the file is\n%v, want\n%v", got, want)
	}
}

func TestPeaksComeBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "take-1.peaks")
	for _, n := range []int{0, 1, 256, 257, 100_000} {
		samples := voice(uint64(n), n)
		p := NewPeaks(48000)
		p.Add(samples)
		if err := p.Save(path); err != nil {
			t.Fatal(err)
		}
		back, err := LoadPeaks(path)
		if err != nil {
			t.Fatal(err)
		}
		if back.SampleRate() != 48000 || back.Samples() != int64((n+255)/256*256) {
			t.Errorf("%d samples came back as %d at %d Hz", n, back.Samples(), back.SampleRate())
		}
		for i, m := range back.Range(0, int64(n), (n+499)/500, nil) {
			width := float64(n) / float64((n+499)/500)
			if want := bruteColumn(samples, int(float64(i)*width), int(float64(i+1)*width)); m != want {
				t.Fatalf("of %d samples, column %d is %v, want %v", n, i, m, want)
			}
		}
	}
}

func TestTakeHasItsPeaksInEveryWay(t *testing.T) {
	path := takePath(t)
	samples := slices.Concat(voice(1, 30000), make([]int16, 9000), voice(2, 777))
	take, err := Create(path, 24000, Tags{})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{take.Write(samples[:30000]), take.Silence(9000), take.Write(samples[39000:])} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := take.Finish(Tags{}); err != nil {
		t.Fatal(err)
	}
	saved, err := LoadPeaks(PeaksPath(path))
	if err != nil {
		t.Fatal(err)
	}
	decoded, err := PeaksOf(path)
	if err != nil {
		t.Fatal(err)
	}
	columns := len(samples) / 256
	for name, p := range map[string]*Peaks{"live": take.Peaks(), "saved": saved, "decoded": decoded} {
		for i, m := range p.Range(0, int64(columns*256), columns, nil) {
			if want := bruteColumn(samples, i*256, (i+1)*256); m != want {
				t.Fatalf("%s: column %d is %v, want %v", name, i, m, want)
			}
		}
	}
}

func TestSnapshotStaysAsItWas(t *testing.T) {
	p := NewPeaks(24000)
	p.Add(slices.Repeat([]int16{3}, 1000))
	before := p.Snapshot()
	var wait sync.WaitGroup
	wait.Go(func() {
		for range 200 {
			p.Add(slices.Repeat([]int16{-9, 9}, 500))
		}
	})
	for range 200 {
		s := p.Snapshot()
		if got := s.Range(0, s.Samples(), 7, nil); got[0].Max < 3 {
			t.Errorf("a snapshot begins with %v", got[0])
		}
		if got := before.Range(0, 4000, 4, nil); got[0] != (MinMax{3, 3}) || got[3] != (MinMax{}) || before.Samples() != 1000 {
			t.Fatalf("the first snapshot changed: %v", got)
		}
	}
	wait.Wait()
}

func TestLoadPeaksRefuses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "take-1.peaks")
	p := NewPeaks(24000)
	p.Add(voice(1, 1000))
	if err := p.Save(path); err != nil {
		t.Fatal(err)
	}
	good := readFile(t, path)
	word := func(i int, v uint32) []byte {
		b := slices.Clone(good)
		binary.LittleEndian.PutUint32(b[4*i:], v)
		return b
	}
	for name, b := range map[string][]byte{
		"empty": nil, "cut header": good[:20], "cut points": good[:30], "more behind": append(slices.Clone(good), 1),
		"version 1": word(0, 1), "8 bits": word(1, 1), "no rate": word(2, 0), "other points": word(3, 512),
		"endless": word(4, 0xFFFFFFFF), "stereo": word(5, 2),
	} {
		writeFile(t, path, b)
		if _, err := LoadPeaks(path); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadPeaks(path); err == nil {
		t.Error("a missing file was loaded")
	}
}
