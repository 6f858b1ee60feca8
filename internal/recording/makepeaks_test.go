package recording

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// wantPeaks checks every point against a count over all samples.
func wantPeaks(t *testing.T, p *Peaks, samples []int16) {
	t.Helper()
	points := (len(samples) + 255) / 256
	got := p.Range(0, int64(points*256), points, nil)
	if len(got) != points || int(p.Samples()+255)/256 != points {
		t.Fatalf("%d points of %d samples, want %d", len(got), p.Samples(), points)
	}
	for i, m := range got {
		if want := bruteColumn(samples, i*256, (i+1)*256); m != want {
			t.Fatalf("point %d is %v, want %v", i, m, want)
		}
	}
}

func TestKeptPeaksAreMadeAnewWhereTheyAreWrong(t *testing.T) {
	path := takePath(t)
	want := voice(3, 100_001)
	finishTake(t, path, 24000, want)
	good := readFile(t, PeaksPath(path))
	other := NewPeaks(24000)
	other.Add(want[:50_000])
	otherRate := NewPeaks(48000)
	otherRate.Add(want)
	for name, spoil := range map[string]func() error{
		"missing":        func() error { return os.Remove(PeaksPath(path)) },
		"cut":            func() error { return os.Truncate(PeaksPath(path), 1000) },
		"empty":          func() error { return os.Truncate(PeaksPath(path), 0) },
		"of another":     func() error { return other.Save(PeaksPath(path)) },
		"of other rate":  func() error { return otherRate.Save(PeaksPath(path)) },
		"something else": func() error { return os.WriteFile(PeaksPath(path), []byte("# Notes"), 0o600) },
	} {
		if err := spoil(); err != nil {
			t.Fatal(err)
		}
		p, err := KeptPeaks(t.Context(), path, nil)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		wantPeaks(t, p, want)
		if string(readFile(t, PeaksPath(path))) != string(good) {
			t.Errorf("%s: the file beside the take is not what Finish wrote", name)
		}
	}
}

// Peaks that belong to the take are not made again.
func TestKeptPeaksAreRead(t *testing.T) {
	path := takePath(t)
	finishTake(t, path, 24000, voice(3, 50_000))
	marked := NewPeaks(24000)
	marked.Add(make([]int16, 50_000))
	if err := marked.Save(PeaksPath(path)); err != nil {
		t.Fatal(err)
	}
	p, err := KeptPeaks(t.Context(), path, func(float64) { t.Error("it decodes") })
	if err != nil || p.Range(0, 50_000, 1, nil)[0] != (MinMax{}) {
		t.Errorf("%v", err)
	}
}

func TestPeaksOfImports(t *testing.T) {
	path := filepath.Join(t.TempDir(), "talk.wav")
	want := voice(9, 70_000)
	plainWAV(t, path, 8000, 1, want)
	var told []float64
	p, err := KeptPeaks(t.Context(), path, func(done float64) { told = append(told, done) })
	if err != nil {
		t.Fatal(err)
	}
	wantPeaks(t, p, want)
	if len(told) < 2 || told[0] <= 0 || told[0] >= 1 || told[len(told)-1] != 1 {
		t.Errorf("progress %v", told)
	}
	again, err := LoadPeaks(filepath.Join(filepath.Dir(path), "talk.peaks"))
	if err != nil {
		t.Fatal(err)
	}
	wantPeaks(t, again, want)
}

func TestMakingPeaksCanBeStopped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "talk.wav")
	plainWAV(t, path, 8000, 1, voice(9, 300_000))
	ctx, stop := context.WithCancel(t.Context())
	calls := 0
	_, err := KeptPeaks(ctx, path, func(float64) { calls++; stop() })
	if !errors.Is(err, context.Canceled) || calls != 1 {
		t.Errorf("after %d calls: %v", calls, err)
	}
	if _, err := os.Stat(PeaksPath(path)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("half the peaks were kept: %v", err)
	}
}
