package setup

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/look"
)

// relayLeft gives everything at the left its place anew, after something there
// came or went.
func (s *Screen) relayLeft() {
	if s.left != nil {
		s.left.Refresh()
	}
}

// relayRight does it at the right, which scrolls.
func (s *Screen) relayRight() {
	if s.right != nil {
		s.right.Refresh()
		s.scroll.Refresh()
	}
}

// followKeyboard keeps the control with the keyboard in sight.
func (s *Screen) followKeyboard() {
	t, m := s.terms, s.microphone
	for _, c := range []interface {
		fyne.CanvasObject
		OnFocus(gained, lost func())
	}{t.kind, t.level, t.minutes, t.balls, t.more, t.style, t.shares, t.reset, t.phase, t.brief, t.aloud, m.record, m.try} {
		c.OnFocus(func() { s.reveal(c) }, nil)
	}
	m.device.focused = func() { s.reveal(m.device) }
}

// reveal scrolls as far as it takes to see o, which is at the right.
func (s *Screen) reveal(o fyne.CanvasObject) {
	const around = look.Space32 // its heading is of use too
	at, inside := placeIn(s.scroll.Content, o)
	if !inside {
		return
	}
	offset, height := s.scroll.Offset, s.scroll.Size().Height
	switch bottom := at.Y + o.Size().Height; {
	case at.Y-around < offset.Y:
		offset.Y = max(at.Y-around, 0)
	case bottom+around > offset.Y+height:
		offset.Y = bottom + around - height
	default:
		return
	}
	s.scroll.ScrollToOffset(offset)
}

// placeIn is where o stands in a tree of containers, and whether it does. The
// driver knows that only of what it has painted before.
func placeIn(tree, o fyne.CanvasObject) (fyne.Position, bool) {
	if tree == o {
		return fyne.Position{}, true
	}
	branch, ok := tree.(*fyne.Container)
	if !ok {
		return fyne.Position{}, false
	}
	for _, child := range branch.Objects {
		if at, inside := placeIn(child, o); inside {
			return at.Add(child.Position()), true
		}
	}
	return fyne.Position{}, false
}
