package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/oklog/ulid/v2"

	"talkthrough/internal/session"
)

// Trashed is an attempt in the trash.
type Trashed struct {
	Entry           // Dir is where it lies now
	Since time.Time // when it was thrown away, to the millisecond

	slot string // the folder in the trash that holds it
}

// trashDir holds a folder for each attempt thrown away, named by the moment,
// and in it the attempt's own under its own name.
func (l Library) trashDir() string { return filepath.Join(l.Dir, ".trash") }

// Trash moves the attempt in the folder dir, whole and whatever its state, into
// the library's trash. The error is session.ErrInUse while it is being recorded,
// or names what could not be moved; then it is where it was.
func (l Library) Trash(dir string) (Trashed, error) {
	dir = filepath.Clean(dir)
	if filepath.Dir(dir) != filepath.Clean(l.Dir) || strings.HasPrefix(filepath.Base(dir), ".") {
		return Trashed{}, fmt.Errorf("%s is no attempt of %s: it cannot be moved to its trash", dir, l.Dir)
	}
	lock, err := session.Folder{Dir: dir}.Lock()
	if errors.Is(err, session.ErrInUse) {
		return Trashed{}, err
	}
	if runtime.GOOS == "windows" {
		lock.Release() // no folder with an open file in it can be moved there
	} else {
		defer lock.Release()
	}
	id := ulid.Make()
	slot := filepath.Join(l.trashDir(), strings.ToLower(id.String()))
	if err := os.MkdirAll(slot, 0o700); err != nil {
		return Trashed{}, fmt.Errorf("make the trash: %w", err)
	}
	to := filepath.Join(slot, filepath.Base(dir))
	if err := os.Rename(dir, to); err != nil {
		os.Remove(slot)
		return Trashed{}, fmt.Errorf("move to the trash: %w", err)
	}
	return Trashed{Entry: read(to), Since: ulid.Time(id.Time()), slot: slot}, nil
}

// Trashed lists what is in the trash, what was thrown away last first. The error
// is for a trash that cannot be read.
func (l Library) Trashed() ([]Trashed, error) {
	slots, err := os.ReadDir(l.trashDir())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the trash: %w", err)
	}
	var out []Trashed
	for _, s := range slots {
		id, err := ulid.ParseStrict(strings.ToUpper(s.Name()))
		if err != nil || !s.IsDir() {
			continue // somebody else's
		}
		slot := filepath.Join(l.trashDir(), s.Name())
		inside, _ := os.ReadDir(slot) // one that cannot be read shows nothing
		for _, f := range inside {
			if f.IsDir() {
				out = append(out, Trashed{Entry: read(filepath.Join(slot, f.Name())), Since: ulid.Time(id.Time()), slot: slot})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Trashed) int { return strings.Compare(b.slot, a.slot) })
	return out, nil
}

// Restore moves an attempt from the trash back to where it was and returns its
// folder. Where another has its name by now it gets a number behind its own:
// nothing is ever overwritten. The error names what could not be moved.
func (l Library) Restore(t Trashed) (dir string, err error) {
	name := filepath.Base(t.Dir)
	for n := 1; ; n++ {
		to := filepath.Join(l.Dir, name)
		if n > 1 {
			to = fmt.Sprintf("%s-%d", to, n)
		}
		if _, err := os.Lstat(to); err == nil {
			continue
		}
		switch err := os.Rename(t.Dir, to); {
		case err == nil:
			os.Remove(t.slot)
			return to, nil
		case errors.Is(err, fs.ErrExist): // made this very moment
			continue
		default:
			return "", fmt.Errorf("bring back from the trash: %w", err)
		}
	}
}

// Discard deletes an attempt in the trash for good. The error names what is left
// of it.
func (l Library) Discard(t Trashed) error {
	if filepath.Dir(t.slot) != l.trashDir() {
		return fmt.Errorf("%s is not in the trash of %s", t.Dir, l.Dir)
	}
	if err := os.RemoveAll(t.slot); err != nil {
		return fmt.Errorf("empty the trash: %w", err)
	}
	return nil
}

// EmptyTrash deletes everything in the trash for good: ask the user before. The
// error names what is left.
func (l Library) EmptyTrash() error {
	all, err := l.Trashed()
	if err != nil {
		return err
	}
	for _, t := range all {
		err = errors.Join(err, l.Discard(t))
	}
	return err
}
