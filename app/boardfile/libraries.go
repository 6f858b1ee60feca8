package boardfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
	"talkthrough/internal/export"
)

// libraryEnding is that of the files of libraries.
const libraryEnding = ".excalidrawlib"

// Library is one of the user's libraries of parts.
type Library struct {
	Path  string
	Name  string // the file's, without ending
	Items []excalidraw.LibraryItem
	Err   error // why it cannot be read; it names the file
}

// Libraries are the user's libraries: copies of the files that were imported,
// in a folder that only the user reads. All methods wait for the disk.
type Libraries struct{ Dir string }

// UserLibraries are those in the user's data folder.
func UserLibraries() Libraries {
	return Libraries{filepath.Join(xdg.DataHome, "talkthrough", "libraries")}
}

// Load reads all libraries, by name. One that cannot be read says so in its
// Err; the error is for the folder. A folder that is not there holds none.
func (l Libraries) Load() ([]Library, error) {
	listed, err := os.ReadDir(l.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var all []Library
	for _, one := range listed {
		if IsLibrary(one.Name()) && !one.IsDir() {
			lib, _ := readLibrary(filepath.Join(l.Dir, one.Name()))
			all = append(all, lib)
		}
	}
	slices.SortStableFunc(all, func(a, b Library) int {
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	return all, err
}

// maxLibrary is more bytes than a library may have.
const maxLibrary = 64<<20 + 1

// readLibrary reads one file, and gives what it holds too.
func readLibrary(path string) (lib Library, data []byte) {
	lib = Library{Path: path, Name: strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("%s: not a plain file", path)
	}
	var f *os.File
	if err == nil {
		f, err = os.Open(path)
	}
	if err != nil {
		lib.Err = err
		return lib, nil
	}
	defer f.Close()
	data, err = io.ReadAll(io.LimitReader(f, maxLibrary))
	if err == nil {
		lib.Items, err = excalidraw.DecodeLibrary(data)
	}
	for i, item := range lib.Items {
		if item.Name == "" {
			lib.Items[i].Name = wordsIn(item)
		}
	}
	if err == nil && len(lib.Items) == 0 {
		err = errors.New("there is nothing in this library")
	}
	if err != nil {
		lib.Err = fmt.Errorf("%s: %w", path, err)
	}
	return lib, data
}

// wordsIn is what can be read on a part, by which one without a name is known.
func wordsIn(item excalidraw.LibraryItem) string {
	const enough = 60
	var words []string
	for _, e := range item.Scene.Elements() {
		if e.Kind == board.Text && len(words) < enough {
			words = append(words, strings.Fields(e.Text)...)
		}
	}
	runes := []rune(strings.Join(words, " "))
	return string(runes[:min(len(runes), enough)])
}

// Import takes a copy of a library's file, whose bytes stay as they are. One
// that is there already is not copied again. The error names the file and is
// that of reading it, or of writing the copy.
func (l Libraries) Import(path string) (Library, error) {
	lib, data := readLibrary(path)
	if lib.Err != nil {
		return Library{}, lib.Err
	}
	if err := os.MkdirAll(l.Dir, 0o700); err != nil {
		return Library{}, fmt.Errorf("make the folder for libraries: %w", err)
	}
	name := FileName(lib.Name)
	const tries = 1000
	for n := 1; n <= tries; n++ {
		lib.Name = name
		if n > 1 {
			lib.Name = fmt.Sprintf("%s %d", name, n)
		}
		lib.Path = filepath.Join(l.Dir, lib.Name+libraryEnding)
		err := export.Save(lib.Path, false, func(w io.Writer) error {
			_, err := w.Write(data)
			return err
		})
		if err == nil {
			return lib, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return Library{}, err
		}
		if there, old := readLibrary(lib.Path); there.Err == nil && bytes.Equal(old, data) {
			return lib, nil
		}
	}
	return Library{}, fmt.Errorf("import %s: %d libraries are called so already", path, tries)
}

// Remove deletes the copy of a library. What came from it stays on its boards.
func (l Libraries) Remove(lib Library) error {
	if filepath.Dir(lib.Path) != filepath.Clean(l.Dir) {
		return fmt.Errorf("remove %s: it is not among the libraries in %s", lib.Path, l.Dir)
	}
	if err := os.Remove(lib.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove the library: %w", err)
	}
	return nil
}
