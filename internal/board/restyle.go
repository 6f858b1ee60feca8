package board

// StyleChange says what of a style to change; what is nil stays.
type StyleChange struct {
	Stroke      *string
	Background  *string
	FillStyle   *string
	StrokeWidth *float64
	StrokeStyle *string
	Roughness   *int
	Opacity     *int
	Round       *bool
	FontSize    *float64
	FontFamily  *int
	Align       *string
	VAlign      *string // of text in shapes
	StartHead   *string // of arrows and lines; "" is none
	EndHead     *string
}

// ChangeTo is the change that makes everything look like the style.
func ChangeTo(style Style) StyleChange {
	return StyleChange{
		Stroke: &style.Stroke, Background: &style.Background, FillStyle: &style.FillStyle,
		StrokeWidth: &style.StrokeWidth, StrokeStyle: &style.StrokeStyle,
		Roughness: &style.Roughness, Opacity: &style.Opacity, Round: &style.Round,
		FontSize: &style.FontSize, FontFamily: &style.FontFamily, Align: &style.Align,
		StartHead: &style.StartHead, EndHead: &style.EndHead,
	}
}

// StyleOf is how an element looks; what its kind has not is as in DefaultStyle.
func StyleOf(e *Element) Style {
	style := DefaultStyle()
	style.Stroke, style.Background, style.FillStyle = e.Stroke, e.Background, e.FillStyle
	style.StrokeWidth, style.StrokeStyle = e.StrokeWidth, e.StrokeStyle
	style.Roughness, style.Opacity = e.Roughness, e.Opacity
	style.Round = e.Roundness != nil
	switch e.Kind {
	case Text:
		style.FontSize, style.FontFamily, style.Align = e.FontSize, e.FontFamily, e.Align
		style.Round = true
	case Arrow:
		style.StartHead, style.EndHead = e.StartHead, e.EndHead
	}
	return style
}

// StyleOf is how the element with that id looks, its letters as those of its
// label; DefaultStyle for ids that are not there.
func (s *Scene) StyleOf(id string) Style {
	e := s.Get(id)
	if e == nil {
		return DefaultStyle()
	}
	style := StyleOf(e)
	if t := s.LabelOf(e); t != nil {
		style.FontSize, style.FontFamily, style.Align = t.FontSize, t.FontFamily, t.Align
	}
	return style
}

// ApplyStyle changes how the elements and their text look. Text is laid out
// anew, shapes grow with it, arrows follow.
func ApplyStyle(s *Scene, ids []string, change StyleChange) Edit {
	d := newDraft(s)
	chosen := s.labelled(s.named(ids))
	for _, e := range chosen {
		c := e.Clone()
		change.apply(c)
		if !sameLook(e, c) {
			d.replace(c)
		}
	}
	var changed []string
	for _, e := range chosen {
		if d.Get(e.ID) == e {
			continue
		}
		switch owner := s.Get(e.Container); {
		case e.Kind == Text && owner != nil:
			changed = append(changed, owner.ID)
		case e.Kind == Text:
			t, _ := LayoutText(d.Get(e.ID), nil)
			d.replace(t)
			changed = append(changed, e.ID)
		default:
			changed = append(changed, e.ID)
		}
	}
	d.settle(changed)
	return d.edit()
}

// CopyStyle makes the elements look like another, from, in all that its kind
// has: a box without text says nothing about letters.
func CopyStyle(s *Scene, from string, to []string) Edit {
	e := s.Get(from)
	if e == nil {
		return Edit{}
	}
	change := ChangeTo(s.StyleOf(from))
	if e.Kind != Text && s.LabelOf(e) == nil {
		change.FontSize, change.FontFamily, change.Align = nil, nil, nil
	}
	if e.Kind == Text {
		change.Background, change.FillStyle, change.Round = nil, nil, nil
	}
	if e.Kind != Arrow {
		change.StartHead, change.EndHead = nil, nil
	}
	return ApplyStyle(s, to, change)
}

func (change StyleChange) apply(e *Element) {
	set(&e.Stroke, change.Stroke)
	set(&e.StrokeWidth, change.StrokeWidth)
	set(&e.StrokeStyle, change.StrokeStyle)
	set(&e.Roughness, change.Roughness)
	set(&e.Opacity, change.Opacity)
	switch {
	case e.Kind == Text:
		change.letters(e)
		return
	case e.IsFrame():
		return
	}
	set(&e.Background, change.Background)
	set(&e.FillStyle, change.FillStyle)
	if change.Round != nil && *change.Round != (e.Roundness != nil) && !e.Elbowed {
		e.Roundness = nil
		if *change.Round {
			e.Roundness = defaultRoundness(e.Kind)
		}
	}
	if e.Kind == Arrow || (e.Kind == Line && (e.StartHead != "" || e.EndHead != "")) {
		set(&e.StartHead, change.StartHead)
		set(&e.EndHead, change.EndHead)
	}
}

func (change StyleChange) letters(t *Element) {
	set(&t.FontSize, change.FontSize)
	if change.FontFamily != nil && *change.FontFamily != t.FontFamily {
		t.FontFamily = *change.FontFamily
		t.LineHeight = lineHeightOf(t.FontFamily)
	}
	set(&t.Align, change.Align)
	if t.Container != "" {
		set(&t.VAlign, change.VAlign)
	}
}

func set[T any](at, to *T) {
	if to != nil {
		*at = *to
	}
}

func sameLook(a, b *Element) bool {
	return StyleOf(a) == StyleOf(b) && a.VAlign == b.VAlign && a.StartHead == b.StartHead && a.EndHead == b.EndHead
}
