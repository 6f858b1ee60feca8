package boardfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// entry is one thing in a folder that can be chosen or entered.
type entry struct {
	name    string
	dir     bool
	size    int64
	changed time.Time
}

// folder is what of a folder can be chosen or entered: folders first, by name.
type folder struct {
	path    string
	entries []entry
	err     error // why it cannot be read; what could be is there
}

// readFolder reads a folder, with its folders and those plain files whose names
// fit; a nil fits is for folders alone. It waits for the disk.
func readFolder(path string, fits func(name string) bool) folder {
	f := folder{path: path}
	listed, err := os.ReadDir(path)
	f.err = err
	for _, one := range listed {
		info, err := one.Info()
		if err == nil && info.Mode()&fs.ModeSymlink != 0 {
			info, err = os.Stat(filepath.Join(path, one.Name()))
		}
		if err != nil { // gone meanwhile, or a link to nowhere
			continue
		}
		// Pipes and devices might never give an answer.
		if info.IsDir() || info.Mode().IsRegular() && fits != nil && fits(one.Name()) {
			f.entries = append(f.entries, entry{one.Name(), info.IsDir(), info.Size(), info.ModTime()})
		}
	}
	slices.SortFunc(f.entries, func(a, b entry) int {
		if a.dir != b.dir {
			if a.dir {
				return -1
			}
			return 1
		}
		if c := strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name)); c != 0 {
			return c
		}
		return strings.Compare(a.name, b.name)
	})
	return f
}

// matching are the entries whose names have the words in them, whatever their
// case. Hidden ones are found only by words that begin with their dot.
func (f folder) matching(words string) []entry {
	var out []entry
	low := strings.ToLower(words)
	for _, e := range f.entries {
		if strings.HasPrefix(e.name, ".") && !strings.HasPrefix(words, ".") {
			continue
		}
		if strings.Contains(strings.ToLower(e.name), low) {
			out = append(out, e)
		}
	}
	return out
}

// problem says why the folder cannot be shown and what to do, "" when it can.
func (f folder) problem() string {
	switch {
	case f.err == nil:
		return ""
	case errors.Is(f.err, fs.ErrNotExist):
		return fmt.Sprintf("There is no folder %s.", f.path)
	case errors.Is(f.err, fs.ErrPermission):
		return fmt.Sprintf("The folder %s may not be read: choose another, or change its permissions.", f.path)
	}
	return fmt.Sprintf("The folder cannot be read: %v. Choose another.", f.err)
}
