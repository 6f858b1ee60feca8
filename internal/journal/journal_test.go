package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"pgregory.net/rapid"
)

func lines(log Log) []string {
	var out []string
	for _, l := range log.Lines {
		out = append(out, string(l.Data))
	}
	return out
}

func TestWhatWasAppendedIsReadInOrder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	w, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for i := range 500 {
		line := fmt.Sprintf(`{"at":%d}`, i)
		want = append(want, line)
		w.Append([]byte(line))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	log, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := lines(log); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Fatalf("read %d lines, want %d in the same order", len(got), len(want))
	}
	info, _ := os.Stat(path)
	if info.Mode().Perm() != 0o600 {
		t.Errorf("journal has mode %v, want 0600", info.Mode().Perm())
	}
}

func TestSyncedLinesAreInTheFileWhileTheWriterLives(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	w, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	w.Append([]byte(`{"at":1}`))
	if err := w.Sync(); err != nil {
		t.Fatal(err)
	}
	data, _ := os.ReadFile(path)
	if string(data) != "{\"at\":1}\n" {
		t.Fatalf("file holds %q", data)
	}
}

func TestCreateRefusesAnExistingJournal(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	if err := os.WriteFile(path, []byte("{}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(path); !errors.Is(err, os.ErrExist) || !strings.Contains(err.Error(), path) {
		t.Fatalf("got %v, want an error that names %s", err, path)
	}
}

// Any cut of a journal gives every line before the cut, and Append goes on
// from there.
func TestAnyCutKeepsTheWholeLines(t *testing.T) {
	dir := t.TempDir()
	var n int
	rapid.Check(t, func(rt *rapid.T) {
		var whole []string
		var file bytes.Buffer
		for _, s := range rapid.SliceOf(rapid.String()).Draw(rt, "texts") {
			line, _ := json.Marshal(map[string]string{"ins": s})
			whole = append(whole, string(line))
			file.Write(append(line, '\n'))
		}
		cut := rapid.IntRange(0, file.Len()).Draw(rt, "cut")
		kept := bytes.Count(file.Bytes()[:cut], []byte{'\n'})
		n++
		path := filepath.Join(dir, fmt.Sprint(n))
		if err := os.WriteFile(path, file.Bytes()[:cut], 0o600); err != nil {
			rt.Fatal(err)
		}
		w, err := Append(path)
		if err != nil {
			rt.Fatal(err)
		}
		w.Append([]byte(`{"at":9}`))
		if err := w.Close(); err != nil {
			rt.Fatal(err)
		}
		log, err := Read(path)
		if err != nil {
			rt.Fatal(err)
		}
		want := append(whole[:kept:kept], `{"at":9}`)
		if got := lines(log); strings.Join(got, "\n") != strings.Join(want, "\n") || log.Torn != 0 || len(log.Problems) != 0 {
			rt.Fatalf("cut at %d: got %q torn %d problems %v, want %q", cut, got, log.Torn, log.Problems, want)
		}
	})
}

func TestGarbageIsSkippedAndNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	content := "{\"at\":1}\n\x00\xffgarbage\n[1]\n{\"at\":2}\n{\"at\":3"
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	log, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(lines(log), " "); got != `{"at":1} {"at":2}` {
		t.Errorf("kept %s", got)
	}
	if len(log.Problems) != 2 || log.Problems[0].Line != 2 || log.Problems[1].Line != 3 {
		t.Errorf("problems %v, want lines 2 and 3", log.Problems)
	}
	if !strings.HasPrefix(log.Problems[0].Error(), path+":2: ") {
		t.Errorf("problem %q does not name file and line", log.Problems[0].Error())
	}
	if log.Torn != len(`{"at":3`) {
		t.Errorf("torn %d bytes", log.Torn)
	}
}

// fullDisk takes room bytes and then fails as a full disk does: half a line
// goes in.
type fullDisk struct {
	mu   sync.Mutex
	data []byte
	room int
}

func (d *fullDisk) Write(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := min(len(p), d.room-len(d.data))
	d.data = append(d.data, p[:n]...)
	if n < len(p) {
		return n, syscall.ENOSPC
	}
	return n, nil
}

func (d *fullDisk) Truncate(size int64) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.data = d.data[:size]
	return nil
}
func (d *fullDisk) Sync() error  { return nil }
func (d *fullDisk) Close() error { return nil }

func (d *fullDisk) grow(room int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.room = room
}

func TestAFullDiskLosesNothingThatFitsLater(t *testing.T) {
	disk := &fullDisk{room: 12}
	w := newWriter("journal.jsonl", disk, 0)
	var said []error
	w.OnError(func(err error) { said = append(said, err) })
	w.Append([]byte(`{"at":1}`))
	if err := w.Sync(); err != nil {
		t.Fatal(err)
	}
	w.Append([]byte(`{"at":2}`))
	if err := w.Sync(); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("sync on a full disk said %v", err)
	}
	if string(disk.data) != "{\"at\":1}\n" {
		t.Fatalf("a part of a line stayed in the file: %q", disk.data)
	}
	disk.grow(100)
	w.Append([]byte(`{"at":3}`))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if string(disk.data) != "{\"at\":1}\n{\"at\":2}\n{\"at\":3}\n" {
		t.Fatalf("file holds %q", disk.data)
	}
	if len(said) != 2 || !errors.Is(said[0], syscall.ENOSPC) || said[1] != nil {
		t.Errorf("said %v, want the failure and then that it works again", said)
	}
}

func TestCloseOnAFullDiskSaysHowMuchIsMissing(t *testing.T) {
	w := newWriter("/data/journal.jsonl", &fullDisk{room: 3}, 0)
	w.Append([]byte(`{"at":1}`))
	w.Append([]byte(`{"at":2}`))
	err := w.Close()
	if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "2 events") || !strings.Contains(err.Error(), "/data/journal.jsonl") {
		t.Fatalf("got %v", err)
	}
}

// slowDisk is in the middle of a write until it is let go.
type slowDisk struct {
	fullDisk
	writing, letGo chan struct{}
}

func (d *slowDisk) Write(p []byte) (int, error) {
	d.writing <- struct{}{}
	<-d.letGo
	return d.fullDisk.Write(p)
}

func TestLinesAppendedDuringAWriteAreThereAfterSyncAndClose(t *testing.T) {
	for name, end := range map[string]func(*Writer) error{"sync": (*Writer).Sync, "close": (*Writer).Close} {
		t.Run(name, func(t *testing.T) {
			disk := &slowDisk{fullDisk: fullDisk{room: 1000}, writing: make(chan struct{}), letGo: make(chan struct{})}
			w := newWriter("journal.jsonl", disk, 0)
			w.Append([]byte(`{"at":1}`))
			<-disk.writing
			w.Append([]byte(`{"at":2}`))
			done := make(chan error)
			go func() { done <- end(w) }()
			for asked := false; !asked; {
				w.mu.Lock()
				asked = w.asked > 0
				w.mu.Unlock()
			}
			go func() {
				for range disk.writing {
				}
			}()
			close(disk.letGo)
			if err := <-done; err != nil {
				t.Fatal(err)
			}
			disk.mu.Lock()
			defer disk.mu.Unlock()
			if string(disk.data) != "{\"at\":1}\n{\"at\":2}\n" {
				t.Fatalf("the file holds %q", disk.data)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("{\"at\":0,\"do\":\"start\"}\n{\"at\":1"))
	f.Add([]byte("\n\n[]\n{}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		log := parse("j", data)
		if log.size+int64(log.Torn) != int64(len(data)) {
			t.Fatalf("%d bytes of lines and %d torn make not the file's %d", log.size, log.Torn, len(data))
		}
		for _, l := range log.Lines {
			if !json.Valid(l.Data) || bytes.IndexByte(l.Data, '\n') >= 0 {
				t.Fatalf("line %d is no JSON: %q", l.Number, l.Data)
			}
		}
	})
}
