package whiteboard

import "talkthrough/internal/board"

// placeText is the text tool: it types where it is released, into a shape where
// it hits one.
type placeText struct{}

func (placeText) drag(*Board, board.Point) {}

func (placeText) release(b *Board, p board.Point) { b.typeAt(p) }

// typeAt starts typing at a place: into the text, shape or arrow there, or new
// text.
func (b *Board) typeAt(p board.Point) {
	if e := b.typesInto(p); e != nil {
		b.startText(e.ID)
		return
	}
	b.startFreeText(p)
}

// nearMiddle is how far from its middle, in window units, a shape that holds
// others is still labelled: elsewhere in it stands text of its own.
const nearMiddle = 30

// typesInto is what text typed at p belongs to, nil for none.
func (b *Board) typesInto(p board.Point) *board.Element {
	scene := b.doc.Scene()
	if hit := scene.HitTest(p, tolerance/b.view.zoom); hit != nil && (holdsText(hit) || hit.NameBox().Contains(p) && hit.IsFrame()) {
		return hit
	}
	around := shapeAround(scene, p)
	if around == nil || around.Centre().Dist(p)*b.view.zoom <= nearMiddle {
		return around
	}
	for _, inside := range scene.Inside(around.Extent()) {
		if inside.ID != around.ID && !inside.IsLinear() {
			return nil
		}
	}
	return around
}

// holdsText reports whether e is a text or can have one.
func holdsText(e *board.Element) bool {
	return e.Kind == board.Text || e.Kind == board.Arrow || e.IsShape()
}
