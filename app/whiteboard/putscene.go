package whiteboard

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
)

// PutScene places elements from a file or the clipboard, and those of files, by
// fileId, that they show: on top of everything, their middle at a point of the
// scene, selected, as one step of undo. Elements whose ids are taken get new
// ones. The error names the pictures that could not be kept; the elements are
// on the board all the same.
func (b *Board) PutScene(elements []*board.Element, files map[string]json.RawMessage, at board.Point) error {
	there := board.NewScene(slices.DeleteFunc(slices.Clone(elements), func(e *board.Element) bool { return e.Deleted })...)
	if there.Len() == 0 {
		return nil
	}
	b.Use(Selecting)
	e := placed(b.doc.Scene(), there, at)
	err := b.keepPictures(&e, files)
	b.placeNew(e)
	b.Select(owners(e)...)
	return err
}

// Put places what files hold, drawings and pictures, side by side about a point
// of the scene, as one step of undo. The error says what could not be placed;
// all else is.
func (b *Board) Put(at board.Point, contents ...excalidraw.Content) error {
	const gap = 40
	var all []*board.Element
	var failed []error
	files := map[string]json.RawMessage{}
	together := board.NewScene()
	x := 0.0
	for _, c := range contents {
		scene, err := b.sceneOf(c)
		if err != nil {
			failed = append(failed, err)
			continue
		}
		extent := scene.Bounds()
		e := placed(together, scene, board.Point{X: x + extent.W/2})
		together.Apply(e)
		all = append(all, e.Put...)
		for id, file := range c.Rest.Files {
			files[id] = file
		}
		x += extent.W + gap
	}
	failed = append(failed, b.PutScene(all, files, at))
	return errors.Join(failed...)
}

// sceneOf is what a file holds as a scene of its own: a plain picture as an
// element that shows it.
func (b *Board) sceneOf(c excalidraw.Content) (*board.Scene, error) {
	if c.Scene != nil {
		return board.NewScene(slices.DeleteFunc(slices.Clone(c.Scene.Elements()), func(e *board.Element) bool { return e.Deleted })...), nil
	}
	if b.doc.Pictures == nil {
		return nil, fmt.Errorf("%s: pictures cannot be kept here", c.Name)
	}
	id, err := b.doc.Pictures.Add(c.Picture)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Name, err)
	}
	return board.NewScene(b.imageElement(id, c.W, c.H)), nil
}

// Middle is the scene point in the middle of what is seen.
func (b *Board) Middle() board.Point { return b.view.toScene(b.middle()) }

// PointAt is the scene point at a position of the widget, or the middle of what
// is seen for one outside it.
func (b *Board) PointAt(p fyne.Position) board.Point {
	size := b.raster.Size()
	if p.X <= 0 || p.Y <= 0 || p.X >= size.Width || p.Y >= size.Height {
		return b.Middle()
	}
	return b.view.toScene(p)
}

// placed is the edit that places the elements of a scene of its own, their
// middle at a point, on top of everything.
func placed(scene, there *board.Scene, at board.Point) board.Edit {
	var e board.Edit
	var ids, outer []string
	taken := false
	for _, el := range there.Elements() {
		taken = taken || scene.Get(el.ID) != nil
		ids = append(ids, el.ID)
		if there.Get(el.Container) == nil {
			outer = append(outer, el.ID)
		}
	}
	d := at.Sub(there.Extent(ids...).Centre())
	if taken {
		e = board.Duplicate(there, outer, d.X, d.Y)
	} else {
		for _, el := range there.Elements() {
			c := el.Clone()
			c.X, c.Y = c.X+d.X, c.Y+d.Y
			e.Put = append(e.Put, c)
		}
	}
	onTop(scene, e.Put)
	return e
}

// onTop gives new elements, in their order, places above a scene, and takes
// them out of frames that are neither there nor among them.
func onTop(scene *board.Scene, elements []*board.Element) {
	slices.SortStableFunc(elements, inOrder)
	top := ""
	if all := scene.Elements(); len(all) > 0 {
		top = all[len(all)-1].Index
	}
	among := make(map[string]bool, len(elements))
	for _, e := range elements {
		among[e.ID] = true
	}
	for i, key := range board.KeysBetween(top, "", len(elements)) {
		e := elements[i]
		e.Index = key
		if !among[e.Frame] && scene.Get(e.Frame) == nil {
			e.Frame = ""
		}
	}
}
