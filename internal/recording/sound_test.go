package recording

import (
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// voice makes n samples that look like speech to an encoder: tones that swell
// and fade over a little noise, with full-scale peaks here and there.
func voice(seed uint64, n int) []int16 {
	r := rand.New(rand.NewPCG(seed, 1))
	out := make([]int16, n)
	pitch := 90 + 120*r.Float64()
	for i := range out {
		at := float64(i) / 24000
		loud := 9000 * (1 + math.Sin(at*5)) / 2
		out[i] = int16(loud*math.Sin(2*math.Pi*pitch*at) + 300*r.NormFloat64())
		if r.IntN(5000) == 0 {
			out[i] = []int16{math.MinInt16, math.MaxInt16}[r.IntN(2)]
		}
	}
	return out
}

func decodeAll(t testing.TB, path string) []int16 {
	t.Helper()
	r, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	return readAll(t, r)
}

func readAll(t testing.TB, r *Reader) []int16 {
	t.Helper()
	var out []int16
	buf := make([]int16, 1000)
	for {
		n, err := r.Read(buf)
		out = append(out, buf[:n]...)
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func wantSamples(t testing.TB, got, want []int16) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("decoded %d samples, want %d", len(got), len(want))
	}
	if !slices.Equal(got, want) {
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("sample %d is %d, want %d", i, got[i], want[i])
			}
		}
	}
}

// writeTake makes a take of the samples and leaves it unfinished, with all of
// them on disk.
func writeTake(t testing.TB, path string, rate int, samples []int16) {
	t.Helper()
	take, err := Create(path, rate, Tags{Title: "Video ranking"})
	if err != nil {
		t.Fatal(err)
	}
	if err := take.Write(samples); err != nil {
		t.Fatal(err)
	}
	if err := take.Abort(); err != nil {
		t.Fatal(err)
	}
}

// finishTake makes a finished take of the samples.
func finishTake(t testing.TB, path string, rate int, samples []int16) {
	t.Helper()
	take, err := Create(path, rate, Tags{})
	if err != nil {
		t.Fatal(err)
	}
	if err := take.Write(samples); err != nil {
		t.Fatal(err)
	}
	if err := take.Finish(Tags{Title: "Video ranking"}); err != nil {
		t.Fatal(err)
	}
}

// referenceDecoder has the reference FLAC program check a file, where there is
// one.
func referenceDecoder(t testing.TB, path string) {
	t.Helper()
	program, err := exec.LookPath("flac")
	if err != nil {
		return
	}
	args := []string{"--test", "--silent", path}
	if len(decodeAll(t, path)) > 0 { // it warns of a recording without samples
		args = append(args, "--warnings-as-errors")
	}
	if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
		t.Fatalf("flac --test %s: %v\n%s", path, err, out)
	}
}

func takePath(t testing.TB) string { return filepath.Join(t.TempDir(), "take-1.flac") }

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func writeFile(t testing.TB, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// fileOf opens a file until the end of the test.
func fileOf(t testing.TB, path string) *os.File {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}
