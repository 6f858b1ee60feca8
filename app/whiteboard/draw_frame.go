package whiteboard

import "talkthrough/internal/board"

// drawFrame draws a frame, which holds what lies wholly in it when the hand
// lets go.
type drawFrame struct{ drawShape }

func newDrawFrame(b *Board, p board.Point) *drawFrame {
	return &drawFrame{drawShape{element: board.NewFrame(), from: b.drawnAt(p)}}
}

func (g *drawFrame) release(b *Board, p board.Point) {
	e, ok := g.edit(b, p)
	if !ok {
		b.clearPreview()
		return
	}
	b.commit(b.doc.Scene().Then(e, func(made *board.Scene) board.Edit { return board.TakeIn(made, g.element.ID) }))
	b.drawn(g.element.ID)
}

// place is commit for a gesture that puts the elements with those ids down:
// they belong to the frames in which they come to lie, and elbow arrows go
// around what is new.
func (b *Board) place(e board.Edit, ids ...string) {
	scene := b.doc.Scene()
	b.commit(board.Reframed(scene, board.Skirted(scene, e), ids))
}

// placeNew is place for all that is new in the edit.
func (b *Board) placeNew(e board.Edit) {
	var ids []string
	for _, el := range e.Put {
		if b.doc.Scene().Get(el.ID) == nil {
			ids = append(ids, el.ID)
		}
	}
	b.place(e, ids...)
}

// wrapInFrame puts a frame around the selection.
func (b *Board) wrapInFrame() {
	e := board.WrapInFrame(b.doc.Scene(), b.selected)
	b.commit(e)
	if !e.Empty() {
		b.Select(e.Put[0].ID)
	}
}

// remove deletes the selection. What lay in a frame that is deleted stays, and
// is selected.
func (b *Board) remove() {
	scene := b.doc.Scene()
	chosen := make(map[string]bool, len(b.selected))
	for _, id := range b.selected {
		chosen[id] = true
	}
	var left []string
	for _, e := range scene.Elements() {
		if e.Frame != "" && chosen[e.Frame] && !chosen[e.ID] && scene.Get(e.Container) == nil {
			left = append(left, e.ID)
		}
	}
	b.commit(board.Delete(scene, b.selected))
	b.Select(left...)
}
