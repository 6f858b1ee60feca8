package library

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2/maybe"

	"talkthrough/internal/interview"
	"talkthrough/internal/paint"
	"talkthrough/internal/session"
)

// The size of a thumbnail, in pixels: twice what lists show, for sharp screens.
const (
	ThumbnailWidth  = 192
	ThumbnailHeight = 120
)

// Thumbnail is the path of a small PNG of the board as it stood at the end,
// light or dark, "" for a board with nothing on it. It lies in the attempt's
// folder and can be deleted at any time: it is made where it is missing or older
// than the journal. The error is for a journal that cannot be read or a picture
// that cannot be written. It waits for the disk.
func Thumbnail(f session.Folder, dark bool) (path string, err error) {
	log, err := os.Stat(f.Journal())
	if err != nil {
		return "", fmt.Errorf("paint the thumbnail: %w", err)
	}
	name, theme := "thumbnail.png", paint.Light
	if dark {
		name, theme = "thumbnail-dark.png", paint.Dark
	}
	path = filepath.Join(f.Dir, name)
	if info, err := os.Stat(path); err == nil && info.Size() > 0 && info.ModTime().After(log.ModTime()) {
		return path, nil
	}
	h, err := session.ReadHistory(f.Journal())
	if err != nil {
		return "", err
	}
	state := session.NewState(interview.Plan{})
	for _, e := range h.Events {
		state.Apply(e)
	}
	if _, drawn := writtenOn(state.Scene()); !drawn {
		return "", nil
	}
	var data bytes.Buffer
	if err := png.Encode(&data, paint.Thumbnail(state.Scene().Elements(), ThumbnailWidth, ThumbnailHeight, theme)); err != nil {
		return "", fmt.Errorf("paint the thumbnail: %w", err)
	}
	if err := maybe.WriteFile(path, data.Bytes(), 0o600); err != nil {
		return "", fmt.Errorf("save the thumbnail: %w", err)
	}
	return path, nil
}
