package export

import (
	"encoding/json"
	"fmt"
	"math"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
	"talkthrough/internal/paint"
	"talkthrough/internal/session"
)

// Drawing is a board on its way from or to a file.
type Drawing struct {
	Scene *board.Scene
	// Rest is what the file it came from holds besides, the pictures' files
	// among it; the zero value for a board that came from nowhere.
	Rest excalidraw.Rest
	// Pictures finds what image elements show; nil shows none.
	Pictures paint.Pictures
}

// Look is how pictures of a drawing are painted.
type Look struct {
	// Scale is pixels per unit of the drawing; 0 means 1.
	Scale       float64
	Dark        bool
	Transparent bool
}

// margin is the room around a drawing in pictures of it, in its own units.
const margin = 10

// ReadDrawing opens any file that holds a drawing, as excalidraw.Open does, and
// decodes its pictures. warnings say, a line each and naming the element, what
// of it was left out or cannot be shown. The error names the file. It waits for
// the disk.
func ReadDrawing(path string) (d Drawing, warnings []string, err error) {
	scene, rest, err := excalidraw.Open(path)
	if err != nil {
		return Drawing{}, nil, err
	}
	warnings = rest.Warnings
	pictures := DecodePictures(scene, rest.Files, func(err error) { warnings = append(warnings, err.Error()) })
	return Drawing{scene, rest, pictures}, warnings, nil
}

// DrawingOf is a state of an attempt's board as a drawing, with its pictures;
// what of these is missing is seen to be. The scene must not change any more.
// It waits for the disk.
func DrawingOf(scene *board.Scene, kept *session.Pictures) Drawing {
	files, _ := kept.Files(session.ShownOn(scene))
	return Drawing{
		Scene: scene, Rest: excalidraw.Rest{Files: files},
		Pictures: DecodePictures(scene, files, func(error) {}),
	}
}

// DecodePictures decodes the pictures that a scene shows; files are those of an
// excalidraw.Rest. What cannot be decoded is told to problem, once each, and
// shown as a box that says so.
func DecodePictures(scene *board.Scene, files map[string]json.RawMessage, problem func(error)) paint.Pictures {
	byID := map[string]*paint.Picture{}
	for _, e := range scene.Elements() {
		if _, known := byID[e.FileID]; known || e.Kind != board.Image || e.Deleted || e.FileID == "" {
			continue
		}
		byID[e.FileID] = nil
		p, err := excalidraw.DecodePicture(files, e.FileID)
		if err != nil {
			problem(fmt.Errorf("element %q: %w", e.ID, err))
			byID[e.FileID] = session.UnseenPicture(p.MIME, err)
			continue
		}
		byID[e.FileID] = paint.NewPicture(p.Image, p.MIME, p.Data)
	}
	return func(fileID string) *paint.Picture { return byID[fileID] }
}

// Only is the drawing of the elements with those ids alone, with the text that
// belongs to them, what lies in the frames among them, and the pictures they
// show.
func (d Drawing) Only(ids []string) Drawing {
	chosen := make(map[string]bool, len(ids))
	for _, id := range ids {
		chosen[id] = true
	}
	for _, e := range d.Scene.Elements() { // what lies in a chosen frame
		if chosen[e.Frame] {
			chosen[e.ID] = true
		}
	}
	var taken []*board.Element
	files := map[string]json.RawMessage{}
	for _, e := range d.Scene.Elements() {
		if e.Deleted || !chosen[e.ID] && !chosen[e.Container] {
			continue
		}
		taken = append(taken, e)
		if file := d.Rest.Files[e.FileID]; file != nil {
			files[e.FileID] = file
		}
	}
	d.Scene, d.Rest.Files = board.NewScene(taken...), files
	return d
}

// Pixels is the size of the drawing's PNG with that look.
func (d Drawing) Pixels(l Look) (w, h int) {
	p := paint.Painter{Pictures: d.Pictures}
	bounds := p.Bounds(d.Scene.Elements(), l.theme())
	if bounds.Empty() {
		return 0, 0
	}
	scale := l.options(d).Scale
	side := func(length float64) int { return max(int(math.Round((length+2*margin)*scale)), 1) }
	return side(bounds.W), side(bounds.H)
}

func (l Look) theme() paint.Theme {
	if l.Dark {
		return paint.Dark
	}
	return paint.Light
}

func (l Look) options(d Drawing) paint.ExportOptions {
	if !(l.Scale > 0) {
		l.Scale = 1
	}
	return paint.ExportOptions{
		Scale: l.Scale, Dark: l.Dark, Transparent: l.Transparent, Padding: margin, Pictures: d.Pictures,
	}
}
