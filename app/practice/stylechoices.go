package practice

import (
	"talkthrough/app/look"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

// named is a value with what its tooltip says.
type named[T any] struct {
	name  string
	value T
}

func stroked(l whiteboard.Look) bool  { return l.Has.Stroke }
func fillable(l whiteboard.Look) bool { return l.Has.Fill }
func widthed(l whiteboard.Look) bool  { return l.Has.Width }
func edged(l whiteboard.Look) bool    { return l.Has.Edges }
func cornered(l whiteboard.Look) bool { return l.Has.Corners }

func filled(l whiteboard.Look) bool {
	return l.Has.Fill && l.Style.Background != "transparent"
}

// pick is a swatch that makes a change to the style; holds tells whether
// something looks that way already.
func (s *styleBar) pick(name string, suits func(whiteboard.Look) bool, holds func(whiteboard.Look) bool, change board.StyleChange, picture ...*board.Element) styleItem {
	return s.choice(name, suits, holds, func() { s.set(change) }, picture...)
}

// choice is a swatch that does something; it is marked where holds is true of
// all that it suits.
func (s *styleBar) choice(name string, suits func(whiteboard.Look) bool, holds func(whiteboard.Look) bool, do func(), picture ...*board.Element) styleItem {
	var sw *swatch
	sw = newSwatch(name, slot, func() {
		do()
		s.pressed(sw)
	}, picture...)
	return styleItem{sw, suits, func(looks []whiteboard.Look) { sw.choose(all(looks, holds)) }}
}

// icon is like choice, with an icon.
func (s *styleBar) icon(name look.IconName, hint string, suits func(whiteboard.Look) bool, holds func(whiteboard.Look) bool, change board.StyleChange) styleItem {
	var button *look.IconButton
	button = look.NewIconButton(name, look.Hint{Name: hint}, func() {
		s.set(change)
		s.pressed(button)
	})
	button.SetEdge(slotEdge)
	return styleItem{button, suits, func(looks []whiteboard.Look) { button.SetSelected(all(looks, holds)) }}
}

func all(looks []whiteboard.Look, holds func(whiteboard.Look) bool) bool {
	for _, l := range looks {
		if !holds(l) {
			return false
		}
	}
	return true
}

func (s *styleBar) strokes() []styleItem {
	var row []styleItem
	for _, c := range quickStrokes {
		row = append(row, s.pick(c.name+" stroke", stroked, func(l whiteboard.Look) bool { return l.Style.Stroke == c.value },
			board.StyleChange{Stroke: &c.value}, colourDot(c.value)...))
	}
	return row
}

func (s *styleBar) backgrounds() []styleItem {
	var row []styleItem
	for _, c := range quickGrounds {
		row = append(row, s.pick(c.name+" background", fillable, func(l whiteboard.Look) bool { return l.Style.Background == c.value },
			board.StyleChange{Background: &c.value}, colourDot(c.value)...))
	}
	return row
}

func (s *styleBar) fills() []styleItem {
	var row []styleItem
	for _, c := range []named[string]{{"Solid fill", "solid"}, {"Hatched", "hachure"}, {"Cross-hatched", "cross-hatch"}} {
		style := sampleStyle()
		style.StrokeWidth, style.Background, style.FillStyle = 1, "#868e96", c.value
		row = append(row, s.pick(c.name, filled, func(l whiteboard.Look) bool { return l.Style.FillStyle == c.value },
			board.StyleChange{FillStyle: &c.value}, sampleBox(board.Rectangle, style)))
	}
	return row
}

func (s *styleBar) widths() []styleItem {
	var row []styleItem
	for _, c := range []named[float64]{{"Thin", 1}, {"Medium", 2}, {"Bold", 4}} {
		style := sampleStyle()
		style.StrokeWidth = c.value
		row = append(row, s.pick(c.name, widthed, func(l whiteboard.Look) bool { return l.Style.StrokeWidth == c.value },
			board.StyleChange{StrokeWidth: &c.value}, across(style)))
	}
	return row
}

func (s *styleBar) dashes() []styleItem {
	var row []styleItem
	for _, c := range []named[string]{{"Solid line", "solid"}, {"Dashed", "dashed"}, {"Dotted", "dotted"}} {
		row = append(row, s.pick(c.name, edged, func(l whiteboard.Look) bool { return l.Style.StrokeStyle == c.value },
			board.StyleChange{StrokeStyle: &c.value}, dashes(c.value)...))
	}
	return row
}

func (s *styleBar) hands() []styleItem {
	var row []styleItem
	for _, c := range []named[int]{{"Clean", 0}, {"Hand-drawn", 1}, {"Very hand-drawn", 2}} {
		style := sampleStyle()
		style.StrokeWidth, style.Roughness, style.Round = 1.25, c.value, false
		row = append(row, s.pick(c.name, edged, func(l whiteboard.Look) bool { return l.Style.Roughness == c.value },
			board.StyleChange{Roughness: &c.value}, sampleBox(board.Rectangle, style)))
	}
	return row
}

func (s *styleBar) corners() []styleItem {
	var row []styleItem
	for _, c := range []named[bool]{{"Sharp corners", false}, {"Round corners", true}} {
		row = append(row, s.pick(c.name, cornered, func(l whiteboard.Look) bool { return l.Style.Round == c.value },
			board.StyleChange{Round: &c.value}, corner(c.value)))
	}
	return row
}
