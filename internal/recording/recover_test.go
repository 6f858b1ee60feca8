package recording

import (
	"bytes"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// frameEnds returns the offsets behind each frame of an undamaged take, and
// behind its header.
func frameEnds(t testing.TB, path string) []int64 {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := openStream(f)
	if err != nil {
		t.Fatal(err)
	}
	ends := []int64{s.dataStart}
	for at := s.dataStart; at < s.size; {
		d, err := s.decode(at)
		if err != nil {
			t.Fatal(err)
		}
		at += d.bytes
		ends = append(ends, at)
	}
	return ends
}

// cutAndRecover recovers the first cut bytes of a take and checks that exactly
// the whole frames among them are back.
func cutAndRecover(t *testing.T, path string, whole []byte, ends []int64, cut int, want []int16, block int) {
	t.Helper()
	writeFile(t, path, whole[:cut])
	os.Remove(PeaksPath(path))
	got, err := Recover(path, Tags{Title: "Back"})
	if int64(cut) < ends[0] {
		if !errors.Is(err, ErrHeaderCut) && !errors.Is(err, ErrEmpty) || !strings.Contains(err.Error(), path) {
			t.Fatalf("cut at %d, inside the header: %v", cut, err)
		}
		if !bytes.Equal(readFile(t, path), whole[:cut]) {
			t.Fatalf("cut at %d: the file was changed", cut)
		}
		return
	}
	if err != nil {
		t.Fatalf("cut at %d: %v", cut, err)
	}
	frames, exact := slices.BinarySearch(ends, int64(cut))
	if !exact {
		frames--
	}
	want = want[:min(frames*block, len(want))]
	if got.Samples != int64(len(want)) || got.LostBytes != int64(cut)-ends[frames] || got.SampleRate != 24000 || got.Silenced != 0 {
		t.Fatalf("cut at %d: recovered %+v, want %d samples, %d bytes lost", cut, got, len(want), int64(cut)-ends[frames])
	}
	if ok, err := IsFinished(path); err != nil || !ok {
		t.Fatalf("cut at %d: finished = %v, %v", cut, ok, err)
	}
	wantSamples(t, decodeAll(t, path), want)
}

func TestRecoverCutAtEveryByte(t *testing.T) {
	path := takePath(t)
	const block = 2048
	// Mostly silence, so that every byte of several frames costs little.
	want := slices.Concat(make([]int16, block), voice(1, 100), make([]int16, 2*block-100), voice(2, 41))
	writeTake(t, path, 24000, want)
	whole, ends := readFile(t, path), frameEnds(t, path)
	if len(ends) != 5 {
		t.Fatalf("the take has %d frames, the test needs 4", len(ends)-1)
	}
	for cut := range len(whole) + 1 {
		cutAndRecover(t, path, whole, ends, cut, want, block)
	}
	if title, err := ReadTags(path); err != nil || title.Title != "Back" {
		t.Errorf("tags after recovery: %+v %v", title, err)
	}
	referenceDecoder(t, path)
}

func TestRecoverCutAnywhere(t *testing.T) {
	path := takePath(t)
	const block = 2048
	want := voice(5, 9*block+100)
	writeTake(t, path, 24000, want)
	whole, ends := readFile(t, path), frameEnds(t, path)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 1000 {
		cutAndRecover(t, path, whole, ends, r.IntN(len(whole)+1), want, block)
		if i%25 == 0 {
			if ok, _ := IsFinished(path); ok {
				referenceDecoder(t, path)
			}
		}
	}
}

func TestRecoverEqualsFinish(t *testing.T) {
	sound := voice(9, 24000*21)
	one, other := takePath(t), takePath(t)
	finishTake(t, one, 24000, sound)
	writeTake(t, other, 24000, sound)
	if _, err := Recover(other, Tags{Title: "Video ranking"}); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(readFile(t, one), readFile(t, other)) {
		t.Error("a recovered take differs from one that was finished")
	}
	if !bytes.Equal(readFile(t, PeaksPath(one)), readFile(t, PeaksPath(other))) {
		t.Error("its peaks differ")
	}
}

func TestRecoverLeavesFinishedTakesAlone(t *testing.T) {
	path := takePath(t)
	finishTake(t, path, 24000, voice(1, 5000))
	before := readFile(t, path)
	got, err := Recover(path, Tags{Title: "Other"})
	if err != nil || got.Samples != 5000 || got.LostBytes != 0 || got.SampleRate != 24000 {
		t.Errorf("recovered %+v, %v", got, err)
	}
	if !bytes.Equal(readFile(t, path), before) {
		t.Error("the file was changed")
	}
}

func TestRecoverWithRubbishBehind(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		path := takePath(t)
		want := voice(4, 10000)
		writeTake(t, path, 24000, want)
		whole := readFile(t, path)
		rubbish := rapid.SliceOfN(rapid.Byte(), 0, 3000).Draw(rt, "rubbish")
		if rapid.Bool().Draw(rt, "zeros") { // as after a loss of power
			clear(rubbish)
		}
		writeFile(t, path, append(whole, rubbish...))
		got, err := Recover(path, Tags{})
		if err != nil || got.Samples != int64(len(want)) || got.LostBytes != int64(len(rubbish)) {
			rt.Fatalf("%+v %v", got, err)
		}
		if !slices.Equal(decodeAll(t, path), want) {
			rt.Fatal("the sound differs")
		}
	})
}

func TestDamageInTheMiddleBecomesSilence(t *testing.T) {
	const block = 2048
	want := voice(6, 12*block+500)
	whole := takePath(t)
	writeTake(t, whole, 24000, want)
	ends, b := frameEnds(t, whole), readFile(t, whole)
	rapid.Check(t, func(rt *rapid.T) {
		from := rapid.IntRange(0, 11).Draw(rt, "first damaged frame")
		to := rapid.IntRange(from, 11).Draw(rt, "last damaged frame")
		damaged := slices.Clone(b)
		// One bit in each is enough.
		for i := from; i <= to; i++ {
			at := rapid.Int64Range(ends[i], ends[i+1]-1).Draw(rt, "byte")
			damaged[at] ^= 1 << rapid.IntRange(0, 7).Draw(rt, "bit")
		}
		expect := slices.Clone(want)
		clear(expect[from*block : (to+1)*block])

		path := filepath.Join(filepath.Dir(whole), "damaged.flac")
		writeFile(t, path, damaged)
		if !slices.Equal(decodeAll(t, path), expect) {
			rt.Fatal("reading: sound around the damage is not in its place")
		}
		got, err := Recover(path, Tags{})
		if err != nil || got.Samples != int64(len(want)) || got.Silenced != int64((to+1-from)*block) ||
			got.LostBytes != ends[to+1]-ends[from] {
			rt.Fatalf("recovered %+v, %v", got, err)
		}
		if !slices.Equal(decodeAll(t, path), expect) {
			rt.Fatal("recovery: sound around the damage is not in its place")
		}
		referenceDecoder(t, path)
	})
}

func TestRecoverNothing(t *testing.T) {
	folder := t.TempDir()
	text := filepath.Join(folder, "text.flac")
	writeFile(t, text, []byte("this is no sound at all"))
	empty := filepath.Join(folder, "empty.flac")
	writeFile(t, empty, nil)
	for path, want := range map[string]error{
		filepath.Join(folder, "missing.flac"): fs.ErrNotExist,
		text:                                  ErrNotFLAC,
		empty:                                 ErrEmpty,
	} {
		_, err := Recover(path, Tags{})
		_, openErr := Open(path)
		_, lookErr := IsFinished(path)
		_, tagErr := ReadTags(path)
		wantOpen := want
		if path == text { // it might have been sound of another kind
			wantOpen = ErrUnknownFormat
		}
		if !errors.Is(openErr, wantOpen) && !errors.Is(openErr, ErrNoFFmpeg) || !strings.Contains(openErr.Error(), path) {
			t.Errorf("%s: opened: %v", filepath.Base(path), openErr)
		}
		for _, err := range []error{err, lookErr} {
			if !errors.Is(err, want) || !strings.Contains(err.Error(), path) {
				t.Errorf("%s: %v", filepath.Base(path), err)
			}
		}
		if tagErr == nil || !strings.Contains(tagErr.Error(), path) {
			t.Errorf("%s: tags: %v", filepath.Base(path), tagErr)
		}
	}
	if _, err := Recover(folder, Tags{}); err == nil {
		t.Error("a folder was recovered")
	}
}

func TestRecoverAfterAnInterruptedFinish(t *testing.T) {
	path := takePath(t)
	want := voice(1, 9000)
	writeTake(t, path, 24000, want)
	writeFile(t, path+".part", []byte("fLaC and half a header"))
	if _, err := Recover(path, Tags{}); err != nil {
		t.Fatal(err)
	}
	wantSamples(t, decodeAll(t, path), want)
	if _, err := os.Stat(path + ".part"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the earlier try is still there: %v", err)
	}
}
