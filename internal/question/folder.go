package question

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync"
)

// maxPackSize is the longest file that is read, in bytes. The longest pack
// imaginable is a tenth of it; what is longer is a file of another kind.
const maxPackSize = 1 << 20

// readPacks reads the packs of a folder and of the folders directly inside it,
// in the order of their names, as many at once as there are processors. show turns a name in the folder into the path
// that the user is told and that becomes the questions' Source.
func readPacks(folder fs.FS, show func(name string) string) pack {
	names, problems := packNames(folder, ".", 1, show)
	packs := make([]pack, len(names))
	var reading sync.WaitGroup
	turn := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, name := range names {
		reading.Go(func() {
			turn <- struct{}{}
			defer func() { <-turn }()
			data, err := readPack(folder, name)
			if err != nil {
				packs[i].problems = []Problem{unreadable(show(name), err, readableFile)}
				return
			}
			packs[i] = parse(show(name), data)
		})
	}
	reading.Wait()
	all := pack{problems: problems}
	for _, one := range packs {
		all.entries = append(all.entries, one.entries...)
		all.deck = append(all.deck, one.deck...)
		all.problems = append(all.problems, one.problems...)
	}
	kept, taken := unique(all.entries)
	all.entries, all.problems = kept, append(all.problems, taken...)
	return all
}

// packNames lists the pack files in dir and, as far as depth allows, in its
// sub-folders.
func packNames(folder fs.FS, dir string, depth int, show func(string) string) ([]string, []Problem) {
	entries, err := fs.ReadDir(folder, dir)
	if err != nil {
		return nil, []Problem{unreadable(show(dir), err, "a folder with packs in it")}
	}
	var names []string
	var problems []Problem
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		// A link counts as what it leads to.
		info, err := fs.Stat(folder, name)
		switch {
		case err == nil && info.IsDir():
			if depth > 0 {
				inside, wrong := packNames(folder, name, depth-1, show)
				names, problems = append(names, inside...), append(problems, wrong...)
			}
		case !isPackName(name):
		case err != nil:
			problems = append(problems, unreadable(show(name), err, readableFile))
		case !info.Mode().IsRegular():
			// Opening a pipe would wait for whoever writes into it.
			problems = append(problems, unreadable(show(name), errors.New("not a regular file"), readableFile))
		default:
			names = append(names, name)
		}
	}
	return names, problems
}

func isPackName(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// readPack reads one byte more than a pack may have, so that parse can tell.
func readPack(folder fs.FS, name string) ([]byte, error) {
	file, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, maxPackSize+1))
}

const readableFile = "a YAML file that you may read"

// unreadable says why a file or folder could not be read. The path is in the
// problem already, so only the cause of a path error is repeated.
func unreadable(file string, err error, want string) Problem {
	cause := err
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		cause = pathErr.Err
	}
	return Problem{File: file, Message: fmt.Sprintf("cannot be read (%v); expected %s", cause, want)}
}
