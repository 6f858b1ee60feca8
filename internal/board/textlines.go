package board

import "talkthrough/internal/typeset"

// TextLines tells how LayoutText breaks a text element that belongs to
// container, nil for text that stands free: each line with its byte offsets in
// Text. It is where a caret finds its place.
func (e *Element) TextLines(container *Element) []typeset.Line {
	return typeset.Wrap(e.Font(), e.Text, e.wrapWidth(container))
}

// wrapWidth is the width at which a text breaks; 0 where it only breaks at its
// own line breaks.
func (e *Element) wrapWidth(container *Element) float64 {
	switch {
	case container == nil && e.AutoResize:
		return 0
	case container == nil:
		return e.W
	case container.IsLinear():
		return max(0.7*container.lineWidth(), 11*e.FontSize)
	}
	return max(maxTextWidth(container), e.FontSize)
}
