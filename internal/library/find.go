package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"talkthrough/internal/session"
)

// ErrNone is returned by Find where there is no attempt at all.
var ErrNone = errors.New("there are no attempts yet")

// Find resolves what a user calls an attempt: its id, any unambiguous
// beginning of one, the path of its folder, or "last", which is the latest. A
// name of the library goes before a folder of that name elsewhere. The error
// lists the candidates where there are several.
func (l Library) Find(name string) (Entry, error) {
	if name == "" {
		return Entry{}, errors.New("an attempt without a name: expected an id, the beginning of one, a path or last")
	}
	if strings.ContainsRune(filepath.ToSlash(name), '/') || name == "." || name == ".." {
		return at(name)
	}
	entries, err := l.List()
	if err != nil {
		return Entry{}, err
	}
	if name == "last" {
		for _, e := range entries {
			// A folder that somebody put there is no attempt.
			if e.State != Damaged || !session.StartedByName(e.Dir).IsZero() {
				return e, nil
			}
		}
		return Entry{}, fmt.Errorf("%w in %s", ErrNone, l.Dir)
	}
	var found []string
	var one Entry
	for _, e := range entries {
		id := filepath.Base(e.Dir)
		if id == name {
			return e, nil
		}
		if strings.HasPrefix(id, name) {
			found, one = append(found, id), e
		}
	}
	switch len(found) {
	case 1:
		return one, nil
	case 0:
		if e, err := at(name); err == nil {
			return e, nil
		}
		return Entry{}, fmt.Errorf("no attempt is called %q in %s; `talkthrough sessions` lists them", name, l.Dir)
	}
	return Entry{}, fmt.Errorf("%q fits %d attempts, say more of the name: %s", name, len(found), listed(found))
}

// at is the attempt in the folder at path.
func at(path string) (Entry, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Entry{}, fmt.Errorf("open attempt: %w", err)
	}
	if !info.IsDir() {
		return Entry{}, fmt.Errorf("%s is a file: expected the folder of an attempt", path)
	}
	dir, err := filepath.Abs(path)
	if err != nil {
		return Entry{}, fmt.Errorf("open attempt: %w", err)
	}
	return read(dir), nil
}

// listed is names as a list that stays readable.
func listed(names []string) string {
	const most = 5
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}
