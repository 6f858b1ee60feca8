package whiteboard

import (
	"math"
	"slices"

	"talkthrough/app/keys"
	"talkthrough/internal/board"
)

// arrangements are the actions that change the selected elements at once.
var arrangements = map[string]func(*board.Scene, []string) board.Edit{
	keys.MakeGroup:   board.Group,
	keys.Ungroup:     board.Ungroup,
	keys.Forward:     board.Forward,
	keys.Backward:    board.Backward,
	keys.ToFront:     board.ToFront,
	keys.ToBack:      board.ToBack,
	keys.AlignLeft:   aligned(board.LeftEdge),
	keys.AlignRight:  aligned(board.RightEdge),
	keys.AlignTop:    aligned(board.TopEdge),
	keys.AlignBottom: aligned(board.BottomEdge),
	keys.CentreX:     aligned(board.CentreX),
	keys.CentreY:     aligned(board.CentreY),
	keys.DistributeX: along(board.Distribute, board.Horizontal),
	keys.DistributeY: along(board.Distribute, board.Vertical),
	keys.FlipX:       along(board.Flip, board.Horizontal),
	keys.FlipY:       along(board.Flip, board.Vertical),
	keys.TidyUp:      board.Tidy,
}

func aligned(edge board.Edge) func(*board.Scene, []string) board.Edit {
	return func(s *board.Scene, ids []string) board.Edit { return board.Align(s, ids, edge) }
}

func along(do func(*board.Scene, []string, board.Axis) board.Edit, axis board.Axis) func(*board.Scene, []string) board.Edit {
	return func(s *board.Scene, ids []string) board.Edit { return do(s, ids, axis) }
}

// lock takes the selection out of the mouse's reach; with nothing selected all
// that is locked comes back.
func (b *Board) lock() {
	scene := b.doc.Scene()
	if len(b.selected) > 0 {
		b.commit(board.Lock(scene, b.selected))
		b.Select()
		return
	}
	var ids []string
	for _, e := range scene.Elements() {
		if e.Locked && scene.Get(e.Container) == nil {
			ids = append(ids, e.ID)
		}
	}
	b.commit(board.Unlock(scene, ids))
	b.Select(ids...)
}

// convert turns the selected shapes into the kind after that of the first of
// them, or before it.
func (b *Board) convert(back bool) {
	scene := b.doc.Scene()
	for _, id := range b.selected {
		if e := scene.Get(id); e.IsShape() {
			b.commit(board.ConvertShape(scene, b.selected, board.NextShape(e.Kind, back)))
			return
		}
	}
}

// shapeSelected reports whether Tab has something to turn into another shape.
func (b *Board) shapeSelected() bool {
	return slices.ContainsFunc(b.selected, func(id string) bool {
		e := b.doc.Scene().Get(id)
		return e != nil && e.IsShape()
	})
}

// The limits of letters, in scene units.
const (
	smallestLetters = 4
	largestLetters  = 400
)

// scaleLetters makes the letters of the selection a tenth larger or smaller.
func (b *Board) scaleLetters(up bool) {
	if len(b.selected) == 0 {
		return
	}
	size := b.doc.Scene().StyleOf(b.selected[0]).FontSize
	step := max(1, math.Round(size/10))
	if !up {
		step = -step
	}
	size = min(max(size+step, smallestLetters), largestLetters)
	b.commit(board.ApplyStyle(b.doc.Scene(), b.selected, board.StyleChange{FontSize: &size}))
}

// copyStyle remembers whose looks pasteStyle gives to others.
func (b *Board) copyStyle() {
	if len(b.selected) > 0 {
		b.styled = b.selected[0]
	}
}

func (b *Board) pasteStyle() {
	if b.doc.Scene().Get(b.styled) != nil {
		b.commit(board.CopyStyle(b.doc.Scene(), b.styled, b.selected))
	}
}
