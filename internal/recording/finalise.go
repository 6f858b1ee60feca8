package recording

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// finalise replaces the take at path by a file with its final header in front
// of the frames the ledger knows. It calls release before the old file is
// replaced, as some systems want no one to hold it. On failure the old file is
// untouched.
func finalise(path string, frames io.Reader, l *ledger, tags Tags, release func() error) error {
	header, err := closedHeader(l.sum(), tags)
	if err != nil {
		return err
	}
	part := path + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("clear away an earlier try: %w", err)
	}
	if err := writeWhole(part, header, frames, l.bytes); err != nil {
		return errors.Join(err, removeIfThere(part))
	}
	if err := replace(part, path, l, release); err != nil {
		return errors.Join(err, removeIfThere(part))
	}
	return syncFolder(filepath.Dir(path))
}

func replace(part, path string, l *ledger, release func() error) error {
	if err := l.peaks.Save(PeaksPath(path)); err != nil {
		return err
	}
	if err := release(); err != nil {
		return err
	}
	return os.Rename(part, path)
}

// writeWhole writes header and frames to a new file and waits until they are on
// the disk.
func writeWhole(path string, header []byte, frames io.Reader, size int64) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
	}()
	if _, err := f.Write(header); err != nil {
		return err
	}
	if n, err := io.Copy(f, frames); err != nil {
		return err
	} else if n != size {
		return fmt.Errorf("read back %d of %d bytes of sound: %w", n, size, io.ErrUnexpectedEOF)
	}
	return f.Sync()
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// syncFolder makes a rename in a folder outlive a loss of power. Windows does so
// by itself and can't sync folders.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

// PeaksPath names the peaks file that belongs to a take: take-1.flac has
// take-1.peaks beside it.
func PeaksPath(takePath string) string {
	return strings.TrimSuffix(takePath, filepath.Ext(takePath)) + ".peaks"
}
