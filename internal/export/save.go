package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Save writes a whole file: what write gives goes to a file beside path, which
// takes its place when all of it is on the disk. Until then, and when it fails,
// path is as it was. With replace false a file that is there already is left
// alone, and the error is fs.ErrExist. The errors name the file; write's are
// wrapped.
func Save(path string, replace bool, write func(io.Writer) error) (err error) {
	if !replace {
		if _, err := os.Lstat(path); err == nil {
			return fmt.Errorf("save %s: %w", path, fs.ErrExist)
		}
	}
	part, err := os.CreateTemp(filepath.Dir(path), ".talkthrough-*.part") // 0600
	if err != nil {
		return fmt.Errorf("save %s: %w", path, bare(err))
	}
	defer os.Remove(part.Name()) // gone already when all went well
	buffer := bufio.NewWriterSize(part, 1<<16)
	if err = write(buffer); err == nil {
		err = buffer.Flush()
	}
	if err == nil {
		err = part.Sync()
	}
	if closed := part.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = put(part.Name(), path, replace)
	}
	if err != nil {
		return fmt.Errorf("save %s: %w", path, bare(err))
	}
	return nil
}

// put gives the finished file its name.
func put(part, path string, replace bool) error {
	if replace {
		return os.Rename(part, path)
	}
	err := os.Link(part, path) // unlike a rename it never takes another file's place
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, there := os.Lstat(path); there == nil {
		return fs.ErrExist
	}
	return os.Rename(part, path) // a file system without links
}

// bare is what went wrong without the name of the file on the way, which nobody
// knows.
func bare(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	var between *os.LinkError
	if errors.As(err, &between) {
		return between.Err
	}
	return err
}
