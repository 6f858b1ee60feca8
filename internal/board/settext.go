package board

import "strings"

// SetText changes what a text element says, or what the shape or arrow with
// that id is labelled, creating the label in the default style with the
// owner's stroke colour. Text of nothing but white space removes the element.
// A shape grows with its text; to let it shrink while someone is typing, ask
// with the scene as it was before the typing began.
func SetText(s *Scene, id, text string) Edit {
	return SetStyledText(s, id, text, nil)
}

// SetStyledText is SetText with the style that a label gets when it has to be
// created; nil is the default.
func SetStyledText(s *Scene, id, text string, style *Style) Edit {
	d := newDraft(s)
	e := s.Get(id)
	if e == nil || e.Deleted {
		return Edit{}
	}
	var owner, t *Element
	switch {
	case e.Kind != Text:
		owner, t = e, s.LabelOf(e)
	default:
		owner, t = s.Get(e.Container), e
	}
	switch {
	case strings.TrimSpace(text) == "":
		if t == nil {
			return Edit{}
		}
		if owner != nil {
			d.dropRef(owner.ID, t.ID)
		}
		d.remove(t.ID)
		return d.edit()
	case t == nil && !owner.IsShape() && owner.Kind != Arrow:
		return Edit{} // pictures, lines and freehand carry no text
	case t == nil:
		t = newLabel(s, owner, style)
	default:
		t = t.Clone()
	}
	t.Text = text
	d.setText(t, owner)
	return d.edit()
}

func (d *draft) setText(t, owner *Element) {
	if owner == nil {
		t, _ = LayoutText(t, nil)
		d.replace(t)
		d.settle([]string{t.ID}) // arrows bind to free text too
		return
	}
	d.bindings(t)
	d.settle([]string{owner.ID})
}

// newLabel is an empty text that belongs to owner, directly above it.
func newLabel(s *Scene, owner *Element, style *Style) *Element {
	look := DefaultStyle()
	look.Stroke = owner.Stroke
	if style != nil {
		look = *style
	}
	t := NewElement(Text, look)
	t.Align, t.VAlign = "center", "middle"
	t.Container, t.Frame, t.Angle = owner.ID, owner.Frame, owner.Angle
	t.Opacity = owner.Opacity
	t.Groups = append([]string(nil), owner.Groups...)
	t.Index = s.keyAbove(owner)
	return t
}
