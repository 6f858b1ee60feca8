package whiteboard

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/app/keys"
	"talkthrough/internal/board"
)

// growth is a row of new shapes beside one, shown until the modifier key is
// released.
type growth struct {
	from string
	dir  board.Direction
	n    int
	edit board.Edit
}

// mostGrown is how many shapes grow at once.
const mostGrown = 12

var growing = map[string]board.Direction{
	keys.GrowRight: board.Rightward, keys.GrowLeft: board.Leftward,
	keys.GrowUp: board.Upward, keys.GrowDown: board.Downward,
}

var walking = map[string]board.Direction{
	keys.WalkRight: board.Rightward, keys.WalkLeft: board.Leftward,
	keys.WalkUp: board.Upward, keys.WalkDown: board.Downward,
}

// grow shows one more shape in the direction; in another direction it begins
// anew.
func (b *Board) grow(dir board.Direction) {
	g := b.growth
	switch {
	case g == nil && len(b.selected) == 1:
		g = &growth{from: b.selected[0], dir: dir}
	case g == nil:
		return
	case g.dir != dir:
		g = &growth{from: g.from, dir: dir}
	}
	g.n = min(g.n+1, mostGrown)
	g.edit = board.Grow(b.doc.Scene(), g.from, dir, g.n)
	if g.edit.Empty() {
		return
	}
	b.growth = g
	b.preview(ghostly(g.edit, b.doc.Scene()))
}

// ghostly is the edit with what is new in it at half its strength.
func ghostly(e board.Edit, scene *board.Scene) board.Edit {
	show := board.Edit{Remove: e.Remove}
	for _, el := range e.Put {
		if scene.Get(el.ID) == nil {
			el = el.Clone()
			el.Opacity /= 2
		}
		show.Put = append(show.Put, el)
	}
	return show
}

// finishGrowth makes the shapes that are shown, and selects the first of them.
func (b *Board) finishGrowth() {
	g := b.growth
	if g == nil {
		return
	}
	b.growth = nil
	b.placeNew(g.edit)
	b.Select(g.edit.Put[0].ID)
}

// dropGrowth lets the shapes that are shown go.
func (b *Board) dropGrowth() {
	if b.growth != nil {
		b.growth = nil
		b.clearPreview()
	}
}

// walk selects the shape that comes next in the direction, and brings it into
// view.
func (b *Board) walk(dir board.Direction) {
	if len(b.selected) != 1 {
		return
	}
	scene := b.doc.Scene()
	if id := board.Walk(scene, b.selected[0], dir); id != "" {
		b.Select(id)
		b.bringIntoView(scene.Get(id).Bounds())
	}
}

// bringIntoView pans as little as needed to show r.
func (b *Board) bringIntoView(r board.Rect) {
	const margin = 48
	at, extent := b.view.rectToWindow(r)
	size := b.raster.Size()
	b.pan(needed(at.X, extent.Width, size.Width, margin), needed(at.Y, extent.Height, size.Height, margin))
}

// needed is how far what lies at a place, so long, must go to be in a window of
// that size.
func needed(at, length, size, margin float32) float32 {
	switch {
	case at < margin:
		return margin - at
	case at+length > size-margin:
		return max(size-margin-at-length, margin-at)
	}
	return 0
}

// commands are the keys that Ctrl, or on a Mac the command key, is.
var commands = map[fyne.KeyName]bool{
	desktop.KeyControlLeft: true, desktop.KeyControlRight: true,
	desktop.KeySuperLeft: true, desktop.KeySuperRight: true,
}
