package excalidraw

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"

	"talkthrough/internal/board"
)

// Content is what a file holds that is put on a board: a drawing, or a plain
// picture.
type Content struct {
	// Name is what messages call it: the file's path.
	Name string
	// Scene is the drawing; nil for a plain picture.
	Scene *board.Scene
	// Rest is what goes with the drawing: its pictures and the warnings.
	Rest Rest
	// Picture is the file of a plain picture, of type MIME, which shows W by H
	// pixels.
	Picture []byte
	MIME    string
	W, H    int
}

// OpenContent is ReadContent of the file at path. It waits for the disk; of a
// file that is too large no more is read than needed to know that.
func OpenContent(path string) (Content, error) {
	f, err := os.Open(path)
	if err != nil {
		return Content{}, err // names path
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxInflated+1))
	if err != nil {
		return Content{}, fmt.Errorf("read %s: %w", path, err)
	}
	return ReadContent(path, data)
}

// ReadContent reads what can be put on a board: all that DecodeAny reads and,
// without a drawing embedded, GIF, JPEG, PNG and WebP pictures. It goes by what
// data is; name is for the errors, which are Decode's and CheckPicture's.
func ReadContent(name string, data []byte) (Content, error) {
	if kind := http.DetectContentType(data); drawable[kind] && kind != "image/png" {
		return plainPicture(name, data)
	}
	s, rest, err := DecodeAny(name, data)
	switch {
	case err == nil:
		return Content{Name: name, Scene: s, Rest: rest}, nil
	case !errors.Is(err, ErrNoScene):
		return Content{}, err
	case http.DetectContentType(data) == "image/png":
		return plainPicture(name, data)
	}
	return Content{}, fmt.Errorf("%w; SVG pictures without one cannot be shown here: save it as PNG", err)
}

func plainPicture(name string, data []byte) (Content, error) {
	mime, w, h, err := CheckPicture(data)
	if err != nil {
		return Content{}, fmt.Errorf("%s: %w", name, err)
	}
	return Content{Name: name, Picture: data, MIME: mime, W: w, H: h}, nil
}

// Notice says what of the drawing was left out or is not shown, a line each;
// "" when all of it is.
func (c Content) Notice() string {
	if c.Scene == nil {
		return ""
	}
	lines := make([]string, 0, len(c.Rest.Warnings)+1)
	hidden := map[board.Kind]bool{}
	count := 0
	for _, e := range c.Scene.Elements() {
		drawn := e.IsShape() || e.IsLinear() || e.IsFrame() || e.Kind == board.Text || e.Kind == board.Image
		if !drawn && !e.Deleted {
			hidden[e.Kind] = true
			count++
		}
	}
	if count > 0 {
		var kinds []string
		for kind := range hidden {
			kinds = append(kinds, fmt.Sprintf("%.40s", kind))
		}
		slices.Sort(kinds)
		lines = append(lines, fmt.Sprintf("%d of its elements cannot be shown here (%s); they are kept and saved again", count, strings.Join(kinds, ", ")))
	}
	lines = append(lines, c.Rest.Warnings...)
	for i := range lines {
		lines[i] = c.Name + ": " + lines[i]
	}
	return strings.Join(lines, "\n")
}
