package session

import (
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2/maybe"
)

// maxPictureFile bounds the file of one picture, in bytes.
const maxPictureFile = 64 << 20

// endings are those of picture files by MIME type; others end in ".bin".
var endings = []struct{ mime, ending string }{
	{"image/png", ".png"},
	{"image/jpeg", ".jpg"},
	{"image/gif", ".gif"},
	{"image/webp", ".webp"},
	{"image/svg+xml", ".svg"},
	{"image/bmp", ".bmp"},
	{"image/avif", ".avif"},
	{"image/x-icon", ".ico"},
	{"", ".bin"},
}

// sum names the file of a picture by what is in it.
func sum(data []byte) string {
	s := sha1.Sum(data)
	return hex.EncodeToString(s[:])
}

// isSum reports whether a name is one that sum gives: what comes from a journal
// must not lead out of the folder.
func isSum(name string) bool {
	b, err := hex.DecodeString(name)
	return err == nil && len(b) == sha1.Size && hex.EncodeToString(b) == name
}

// file is the SHA-1 that names the picture's file.
func (k PictureKept) file() string {
	if k.SHA1 != "" {
		return k.SHA1
	}
	return k.ID
}

// Picture is the path of a picture's file; "" where the event names none.
func (f Folder) Picture(k PictureKept) string {
	name := k.file()
	if !isSum(name) {
		return ""
	}
	for _, e := range endings {
		if e.mime == k.Type || e.mime == "" {
			return filepath.Join(f.Dir, "pictures", name+e.ending)
		}
	}
	return ""
}

// strayPicture is what the journal should say of a picture whose line in it is
// lost, if its file is there.
func (f Folder) strayPicture(id string) (PictureKept, bool) {
	if !isSum(id) {
		return PictureKept{}, false
	}
	for _, e := range endings {
		k := PictureKept{ID: id, Type: e.mime}
		if _, err := os.Stat(f.Picture(k)); err == nil {
			return k, true
		}
	}
	return PictureKept{}, false
}

// savePicture writes a picture's file, whole or not at all.
func (f Folder) savePicture(k PictureKept, data []byte) error {
	path := f.Picture(k)
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	if err == nil {
		err = maybe.WriteFile(path, data, 0o600)
	}
	if err != nil {
		return fmt.Errorf("save the picture %s: %w", path, err)
	}
	return nil
}

// loadPicture reads a picture's file. The error names it and says when it is
// not what was saved.
func (f Folder) loadPicture(k PictureKept) ([]byte, error) {
	path := f.Picture(k)
	if path == "" {
		return nil, fmt.Errorf("the journal of %s names no file for the picture %.60q", f.Dir, k.ID)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read the picture: %w", err) // names path
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxPictureFile+1))
	if err == nil && sum(data) != k.file() {
		err = errors.New("it is damaged: what is in it does not fit its name")
	}
	if err != nil {
		return nil, fmt.Errorf("read the picture %s: %w", path, err)
	}
	return data, nil
}
