package whiteboard

import (
	"encoding/json"
	"errors"

	"talkthrough/internal/board"
	"talkthrough/internal/paint"
)

// NoTool is never in hand: it is that of a button that only does something.
const NoTool Tool = -1

// Pictures keeps the pictures that a board's image elements show. No method
// but Files waits for disk or decoder.
type Pictures interface {
	// Find is what a painter shows for a fileId; nil while it is on its way.
	Find(fileID string) *paint.Picture
	// Add keeps the file of a picture and returns its fileId. The error says
	// why this file cannot be kept.
	Add(file []byte) (fileID string, err error)
	// AddFile keeps a picture as Excalidraw's files and clipboard carry it,
	// under its fileId or, where that is taken by another picture, under the
	// one that it returns.
	AddFile(fileID string, file json.RawMessage) (keptAs string, err error)
	// Files are the pictures as Excalidraw's files and clipboard carry them;
	// those that cannot be read are left out and said in the error.
	Files(fileIDs []string) (map[string]json.RawMessage, error)
}

// PutPicture places a picture of w by h pixels that the document's Pictures
// keep, its middle at a point of the scene, at most half as large as what is
// seen, selected, as one step of undo.
func (b *Board) PutPicture(fileID string, w, h int, at board.Point) {
	_ = b.PutScene([]*board.Element{b.imageElement(fileID, w, h)}, nil, at) // no files: no error
}

// imageElement is a new element showing a picture of w by h pixels.
func (b *Board) imageElement(fileID string, w, h int) *board.Element {
	const share = 0.5 // of what is seen
	size := b.raster.Size()
	width, height := float64(max(w, 1)), float64(max(h, 1))
	room := func(length float32) float64 { return max(float64(length)/b.view.zoom*share, 1) }
	k := min(room(size.Width)/width, room(size.Height)/height, 1)
	return board.NewImage(fileID, width*k, height*k)
}

// keepPictures keeps those of files that the elements of an edit show, and has
// the elements show them under the ids by which they are kept.
func (b *Board) keepPictures(e *board.Edit, files map[string]json.RawMessage) error {
	if b.doc.Pictures == nil {
		return nil
	}
	var failed []error
	kept := map[string]string{}
	for i, el := range e.Put {
		file := files[el.FileID]
		if el.Kind != board.Image || file == nil {
			continue
		}
		id, known := kept[el.FileID]
		if !known {
			var err error
			if id, err = b.doc.Pictures.AddFile(el.FileID, file); err != nil {
				failed = append(failed, err)
				id = el.FileID
			}
			kept[el.FileID] = id
		}
		if id != el.FileID {
			c := el.Clone()
			c.FileID = id
			e.Put[i] = c
		}
	}
	return errors.Join(failed...)
}

// ShowPicture paints the elements that show a picture anew, once Find has
// another answer for it.
func (b *Board) ShowPicture(fileID string) {
	if b.surface.pictureCame(fileID) {
		b.raster.Refresh()
	}
	for _, e := range b.live.elements {
		if e.Kind == board.Image && e.FileID == fileID {
			b.live.raster.Refresh()
			return
		}
	}
}

// ShowPictures has the viewer's image elements show what find finds.
func (v *Viewer) ShowPictures(find paint.Pictures) {
	v.bake.painter.Pictures = find
	for _, e := range v.bake.scene {
		if e.Kind == board.Image {
			v.bake.damaged(e)
		}
	}
	v.raster.Refresh()
}

// ShowPicture is Board's.
func (v *Viewer) ShowPicture(fileID string) {
	if v.surface.pictureCame(fileID) {
		v.raster.Refresh()
	}
}

// pictureCame damages what shows a picture; it reports whether anything does.
func (s *surface) pictureCame(fileID string) bool {
	shown := false
	for _, e := range s.bake.scene {
		if e.Kind == board.Image && e.FileID == fileID && !e.Deleted {
			s.bake.damaged(e)
			shown = true
		}
	}
	return shown
}
