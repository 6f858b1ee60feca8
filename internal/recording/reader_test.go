package recording

import (
	"bytes"
	"errors"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestSeekGoesToTheSample(t *testing.T) {
	folder := t.TempDir()
	want := voice(3, 24000*22+17)
	finished, open := filepath.Join(folder, "a.flac"), filepath.Join(folder, "b.flac")
	finishTake(t, finished, 24000, want)
	writeTake(t, open, 24000, want)
	torn := filepath.Join(folder, "c.flac")
	b := readFile(t, open)
	writeFile(t, torn, b[:len(b)-5])

	const block = 2048
	for path, want := range map[string][]int16{finished: want, open: want, torn: want[:len(want)/block*block]} {
		r, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if r.Samples() != int64(len(want)) {
			t.Fatalf("%s: %d samples, want %d", filepath.Base(path), r.Samples(), len(want))
		}
		rapid.Check(t, func(rt *rapid.T) {
			n := rapid.IntRange(0, len(want)+5000).Draw(rt, "sample")
			if err := r.SeekSample(int64(n)); err != nil {
				rt.Fatal(err)
			}
			buf := make([]int16, rapid.IntRange(1, 6000).Draw(rt, "buffer"))
			rest := want[min(n, len(want)):]
			got, err := r.Read(buf)
			if len(rest) == 0 {
				if got != 0 || !errors.Is(err, io.EOF) {
					rt.Fatalf("behind the end: %d samples, %v", got, err)
				}
				return
			}
			if err != nil || !slices.Equal(buf[:got], rest[:min(len(rest), len(buf))]) {
				rt.Fatalf("other samples at %d (%d, %v)", n, got, err)
			}
		})
		if r.SeekSample(-1) == nil {
			t.Error("a negative position was accepted")
		}
	}
}

func TestSeekIntoDamage(t *testing.T) {
	const block = 2048
	path := takePath(t)
	want := voice(6, 12*block)
	writeTake(t, path, 24000, want)
	ends, b := frameEnds(t, path), readFile(t, path)
	clear(b[ends[0]:ends[2]])
	clear(b[ends[5]:ends[8]])
	clear(want[:2*block])
	clear(want[5*block : 8*block])
	writeFile(t, path, b)
	r, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for n := 0; n < len(want); n += 700 {
		if err := r.SeekSample(int64(n)); err != nil {
			t.Fatal(err)
		}
		wantSamples(t, readAll(t, r), want[n:])
	}
}

// A seek table may lie; it must never send the reader to other sound.
func TestSeekDoesNotTrustTheTable(t *testing.T) {
	path := takePath(t)
	want := voice(3, 24000*25)
	finishTake(t, path, 24000, want)
	b := readFile(t, path)
	const table, point = 4 + 4 + 34 + 4, 18
	b[table+point+7]++ // the second point names another sample
	copy(b[table+2*point+8:], b[table+8:table+16])
	writeFile(t, path, b)
	r, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, n := range []int{0, 1, 24000 * 10, 24000*10 + 1, 24000 * 11, 24000 * 24} {
		if err := r.SeekSample(int64(n)); err != nil {
			t.Fatal(err)
		}
		wantSamples(t, readAll(t, r), want[n:])
	}
}

// Files of the reference encoder have stereo, other depths, LPC and their own
// seek table.
func TestReadsOtherProgramsFiles(t *testing.T) {
	program, err := exec.LookPath("flac")
	if err != nil {
		t.Log("no flac program here to write such files")
		return
	}
	left, right := voice(1, 30000), voice(2, 30000)
	stereo, deep := make([]byte, 0), make([]byte, 0)
	mean, mono := []int16{}, []int16{}
	for i := range left {
		stereo = append(stereo, byte(left[i]), byte(left[i]>>8), byte(right[i]), byte(right[i]>>8))
		mean = append(mean, int16((int(left[i])+int(right[i]))/2))
		deep = append(deep, byte(i), byte(left[i]), byte(left[i]>>8))
		mono = append(mono, left[i])
	}
	for _, c := range []struct {
		name, channels, bits string
		raw                  []byte
		want                 []int16
	}{
		{"stereo", "2", "16", stereo, mean},
		{"24 bits", "1", "24", deep, mono},
	} {
		path := filepath.Join(t.TempDir(), "import.flac")
		cmd := exec.Command(program, "--silent", "--force-raw-format", "--endian=little", "--sign=signed",
			"--sample-rate=44100", "--channels="+c.channels, "--bps="+c.bits, "-8", "-o", path, "-")
		cmd.Stdin = bytes.NewReader(c.raw)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", c.name, err, out)
		}
		wantSamples(t, decodeAll(t, path), c.want)
	}
}
