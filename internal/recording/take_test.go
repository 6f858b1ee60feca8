package recording

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWhatIsWrittenComesBack(t *testing.T) {
	folder := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		rate := rapid.SampledFrom([]int{8000, 16000, 24000, 44100, 48000}).Draw(rt, "rate")
		path := filepath.Join(folder, "take-1.flac")
		os.Remove(path)
		take, err := Create(path, rate, Tags{})
		if err != nil {
			rt.Fatal(err)
		}
		var want []int16
		for range rapid.IntRange(0, 6).Draw(rt, "calls") {
			n := rapid.IntRange(0, 10000).Draw(rt, "samples")
			if rapid.Bool().Draw(rt, "silent") {
				err = take.Silence(int64(n))
				want = append(want, make([]int16, n)...)
			} else {
				chunk := voice(uint64(n), n)
				err = take.Write(chunk)
				want = append(want, chunk...)
			}
			if err != nil {
				rt.Fatal(err)
			}
			if take.Samples() != int64(len(want)) {
				rt.Fatalf("the take has %d samples, %d were given", take.Samples(), len(want))
			}
		}
		if err := take.Finish(Tags{Title: "x"}); err != nil {
			rt.Fatal(err)
		}
		if got := decodeAll(t, path); !slices.Equal(got, want) {
			rt.Fatalf("%d samples came back differently (%d)", len(want), len(got))
		}
	})
}

func TestHardSoundComesBack(t *testing.T) {
	alternating := make([]int16, 5000)
	for i := range alternating {
		alternating[i] = []int16{-32768, 32767}[i%2]
	}
	for name, want := range map[string][]int16{
		"full scale":    alternating,
		"one sample":    {-32768},
		"constant":      slices.Repeat([]int16{1234}, 5000),
		"constant low":  slices.Repeat([]int16{-32768}, 5000),
		"block exactly": voice(3, 2048),
		"nothing":       {},
	} {
		t.Run(name, func(t *testing.T) {
			path := takePath(t)
			finishTake(t, path, 24000, want)
			wantSamples(t, decodeAll(t, path), want)
			referenceDecoder(t, path)
		})
	}
}

func TestFinishedTakeIsSoundForOtherPrograms(t *testing.T) {
	for _, rate := range []int{8000, 16000, 22050, 24000, 32000, 44100, 48000, 88200, 96000, 176400, 11025, 192000} {
		path := takePath(t)
		finishTake(t, path, rate, voice(uint64(rate), 3*rate))
		referenceDecoder(t, path)
		if ok, err := IsFinished(path); err != nil || !ok {
			t.Errorf("%d Hz: finished = %v, %v", rate, ok, err)
		}
	}
}

func TestUnfinishedTakeIsReadable(t *testing.T) {
	path := takePath(t)
	want := voice(1, 50000)
	take, err := Create(path, 24000, Tags{})
	if err != nil {
		t.Fatal(err)
	}
	if err := take.Write(want); err != nil {
		t.Fatal(err)
	}
	if ok, err := IsFinished(path); err != nil || ok {
		t.Errorf("finished = %v, %v while recording", ok, err)
	}
	const block = 2048
	onDisk := want[:len(want)/block*block]
	r, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if r.Samples() != int64(len(onDisk)) || r.SampleRate() != 24000 {
		t.Errorf("%d samples at %d Hz, want %d", r.Samples(), r.SampleRate(), len(onDisk))
	}
	wantSamples(t, readAll(t, r), onDisk)
	if err := take.Abort(); err != nil {
		t.Fatal(err)
	}
	wantSamples(t, decodeAll(t, path), want)
}

func TestEachFrameIsOneWrite(t *testing.T) {
	f := &countingFile{}
	take, err := newTake(f, "take-1.flac", 48000, Tags{})
	if err != nil {
		t.Fatal(err)
	}
	for range 100 {
		if err := take.Write(voice(2, 480)); err != nil {
			t.Fatal(err)
		}
	}
	if err := take.Silence(4096 * 5); err != nil {
		t.Fatal(err)
	}
	// The header, 48000/4096 frames of voice, the one silence completes, and four
	// of silence alone.
	if want := 1 + 11 + 1 + 4; f.writes != want {
		t.Errorf("%d writes, want %d", f.writes, want)
	}
}

type countingFile struct {
	takeFile
	writes int
}

func (f *countingFile) WriteAt(b []byte, _ int64) (int, error) {
	f.writes++
	return len(b), nil
}

func TestSilenceTakesNoRoom(t *testing.T) {
	path := takePath(t)
	take, err := Create(path, 24000, Tags{})
	if err != nil {
		t.Fatal(err)
	}
	const tenMinutes = 600 * 24000
	if err := take.Silence(tenMinutes); err != nil {
		t.Fatal(err)
	}
	if err := take.Finish(Tags{}); err != nil {
		t.Fatal(err)
	}
	if size := len(readFile(t, path)); size > 1<<18 {
		t.Errorf("ten minutes of silence takes %d bytes", size)
	}
	referenceDecoder(t, path)
}

func TestFilesAreTheOwnersOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		return
	}
	path := takePath(t)
	check := func(path string) {
		t.Helper()
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode() != 0o600 {
			t.Errorf("%s has mode %v", filepath.Base(path), info.Mode())
		}
	}
	take, err := Create(path, 24000, Tags{})
	if err != nil {
		t.Fatal(err)
	}
	check(path)
	if err := take.Finish(Tags{}); err != nil {
		t.Fatal(err)
	}
	check(path)
	check(PeaksPath(path))
	files, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(files) != 2 {
		t.Errorf("left behind: %v %v", files, err)
	}
}

func TestCreateRefuses(t *testing.T) {
	path := takePath(t)
	writeFile(t, path, []byte("precious"))
	if _, err := Create(path, 24000, Tags{}); !errors.Is(err, fs.ErrExist) || !strings.Contains(err.Error(), path) {
		t.Errorf("a file in the way: %v", err)
	}
	if string(readFile(t, path)) != "precious" {
		t.Error("the file in the way was changed")
	}
	if _, err := Create(path+"2", 7, Tags{}); err == nil {
		t.Error("7 Hz was accepted")
	}
	if _, err := os.Stat(path + "2"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a refused take left a file")
	}
}

func TestClosedTakeRefuses(t *testing.T) {
	path := takePath(t)
	take, err := Create(path, 24000, Tags{})
	if err != nil {
		t.Fatal(err)
	}
	if err := take.Finish(Tags{}); err != nil {
		t.Fatal(err)
	}
	if take.Write([]int16{1}) == nil || take.Silence(1) == nil || take.Finish(Tags{}) == nil {
		t.Error("a finished take takes more")
	}
	if err := take.Abort(); err != nil {
		t.Errorf("Abort after Finish: %v", err)
	}
}
