package recording

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"pgregory.net/rapid"
)

// smallDisk is a file on a disk with room for so many bytes.
type smallDisk struct {
	*os.File
	room       int64
	noTruncate bool
}

func (f *smallDisk) WriteAt(b []byte, at int64) (int, error) {
	fits := min(max(f.room-at, 0), int64(len(b)))
	n, err := f.File.WriteAt(b[:fits], at)
	if err == nil && fits < int64(len(b)) {
		err = syscall.ENOSPC
	}
	return n, err
}

func (f *smallDisk) Truncate(size int64) error {
	if f.noTruncate {
		return syscall.EIO
	}
	return f.File.Truncate(size)
}

func smallTake(t testing.TB, path string, room int64, noTruncate bool) *Take {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	take, err := newTake(&smallDisk{File: f, room: room, noTruncate: noTruncate}, path, 24000, Tags{Title: "Full"})
	if err != nil {
		t.Fatal(err)
	}
	return take
}

func TestFullDiskKeepsWholeFrames(t *testing.T) {
	folder := t.TempDir()
	want := voice(7, 60000)
	const block = 2048
	rapid.Check(t, func(rt *rapid.T) {
		path := filepath.Join(folder, "take-1.flac")
		room := rapid.Int64Range(200, 60000).Draw(rt, "room")
		stuck := rapid.Bool().Draw(rt, "truncate fails")
		recoverIt := rapid.Bool().Draw(rt, "recover instead of finish")
		take := smallTake(t, path, room, stuck)

		var first error
		for at := 0; at < len(want); at += 480 {
			err := take.Write(want[at:min(at+480, len(want))])
			if first == nil {
				first = err
			} else if !errors.Is(err, first) {
				rt.Fatalf("a later write returned %v instead of %v", err, first)
			}
		}
		if !errors.Is(first, syscall.ENOSPC) || !strings.Contains(first.Error(), path) {
			rt.Fatalf("the write returned %v", first)
		}
		if !errors.Is(take.Silence(5), syscall.ENOSPC) {
			rt.Fatal("silence is still taken")
		}
		kept := take.Samples()
		if kept%block != 0 || kept > int64(len(want)) {
			rt.Fatalf("%d samples kept", kept)
		}
		if recoverIt {
			if err := take.Abort(); !errors.Is(err, syscall.ENOSPC) {
				rt.Fatalf("abort: %v", err)
			}
			got, err := Recover(path, Tags{})
			if err != nil || got.Samples != kept || !stuck && got.LostBytes != 0 {
				rt.Fatalf("recovered %+v, %v; %d samples were kept", got, err, kept)
			}
		} else if err := take.Finish(Tags{}); err != nil {
			rt.Fatal(err)
		}
		wantSamples(t, decodeAll(t, path), want[:kept])
		if p, err := LoadPeaks(PeaksPath(path)); err != nil || p.Samples() != kept {
			rt.Fatalf("the peaks have %v samples of %d, %v", p, kept, err)
		}
		referenceDecoder(t, path)
	})
}

func TestFullDiskAtTheLastBlock(t *testing.T) {
	path := takePath(t)
	take := smallTake(t, path, 1<<20, false)
	want := voice(8, 2048*3+100)
	if err := take.Write(want); err != nil {
		t.Fatal(err)
	}
	take.f.(*smallDisk).room = take.dataStart + take.ledger.bytes + 7
	if err := take.Finish(Tags{}); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("finish: %v", err)
	}
	if ok, err := IsFinished(path); err != nil || ok {
		t.Fatalf("finished = %v, %v", ok, err)
	}
	if got, err := Recover(path, Tags{}); err != nil || got.Samples != 2048*3 || got.LostBytes != 0 {
		t.Fatalf("recovered %+v, %v", got, err)
	}
}

func TestFailedFinishLeavesTheTake(t *testing.T) {
	want := voice(8, 30000)
	for _, name := range []string{"take-1.flac.part", "take-1.peaks"} {
		path := takePath(t)
		// A folder that is not empty stands where a file must go.
		if err := os.MkdirAll(filepath.Join(filepath.Dir(path), name, "x"), 0o700); err != nil {
			t.Fatal(err)
		}
		take, err := Create(path, 24000, Tags{Title: "Kept"})
		if err != nil {
			t.Fatal(err)
		}
		if err := take.Write(want); err != nil {
			t.Fatal(err)
		}
		if err := take.Finish(Tags{}); err == nil || !strings.Contains(err.Error(), path) {
			t.Fatalf("%s in the way: %v", name, err)
		}
		if ok, err := IsFinished(path); err != nil || ok {
			t.Fatalf("%s in the way: finished = %v, %v", name, ok, err)
		}
		if err := os.RemoveAll(filepath.Join(filepath.Dir(path), name)); err != nil {
			t.Fatal(err)
		}
		if got, err := Recover(path, Tags{}); err != nil || got.Samples != int64(len(want)) {
			t.Fatalf("recovered %+v, %v", got, err)
		}
		wantSamples(t, decodeAll(t, path), want)
	}
}
