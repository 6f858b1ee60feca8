package practice

import (
	"strconv"

	"talkthrough/internal/board"
)

// named is a value with what its tooltip says.
type named[T any] struct {
	name  string
	value T
}

func (s *styleBar) strokes() []choice {
	var row []choice
	for _, c := range []named[string]{
		{"Dark", "#1e1e1e"}, {"Red", "#e03131"}, {"Green", "#2f9e44"}, {"Blue", "#1971c2"}, {"Yellow", "#f08c00"}, {"Violet", "#6741d9"},
	} {
		row = append(row, s.pick(c.name+" lines", board.StyleChange{Stroke: &c.value},
			func(now board.Style) bool { return now.Stroke == c.value }, colourDot(c.value)...))
	}
	return row
}

func (s *styleBar) backgrounds() []choice {
	var row []choice
	for _, c := range []named[string]{
		{"No", "transparent"}, {"Red", "#ffc9c9"}, {"Green", "#b2f2bb"}, {"Blue", "#a5d8ff"}, {"Yellow", "#ffec99"}, {"Violet", "#d0bfff"},
	} {
		row = append(row, s.pick(c.name+" ground", board.StyleChange{Background: &c.value},
			func(now board.Style) bool { return now.Background == c.value }, colourDot(c.value)...))
	}
	return row
}

func (s *styleBar) fills() []choice {
	var row []choice
	for _, c := range []named[string]{{"Filled", "solid"}, {"Hatched", "hachure"}, {"Cross-hatched", "cross-hatch"}} {
		style := sampleStyle()
		style.StrokeWidth, style.Background, style.FillStyle = 1, "#868e96", c.value
		row = append(row, s.pick(c.name, board.StyleChange{FillStyle: &c.value},
			func(now board.Style) bool { return now.FillStyle == c.value }, sampleBox(board.Rectangle, style)))
	}
	return row
}

func (s *styleBar) widths() []choice {
	var row []choice
	for _, c := range []named[float64]{{"Thin", 1}, {"Medium", 2}, {"Bold", 4}} {
		style := sampleStyle()
		style.StrokeWidth = c.value
		row = append(row, s.pick(c.name, board.StyleChange{StrokeWidth: &c.value},
			func(now board.Style) bool { return now.StrokeWidth == c.value }, across(style)))
	}
	return row
}

func (s *styleBar) dashes() []choice {
	var row []choice
	for _, c := range []named[string]{{"Solid", "solid"}, {"Dashed", "dashed"}, {"Dotted", "dotted"}} {
		row = append(row, s.pick(c.name, board.StyleChange{StrokeStyle: &c.value},
			func(now board.Style) bool { return now.StrokeStyle == c.value }, dashes(c.value)...))
	}
	return row
}

func (s *styleBar) hands() []choice {
	var row []choice
	for _, c := range []named[int]{{"Clean", 0}, {"Hand-drawn", 1}} {
		style := sampleStyle()
		style.Roughness, style.Round = c.value, false
		row = append(row, s.pick(c.name, board.StyleChange{Roughness: &c.value},
			func(now board.Style) bool { return min(now.Roughness, 1) == c.value }, sampleBox(board.Rectangle, style)))
	}
	return row
}

func (s *styleBar) corners() []choice {
	var row []choice
	for _, c := range []named[bool]{{"Round corners", true}, {"Sharp corners", false}} {
		box := sampleBox(board.Rectangle, sampleStyle())
		if box.Roundness = nil; c.value {
			radius := 5.0
			box.Roundness = &board.Roundness{Type: 3, Value: &radius}
		}
		row = append(row, s.pick(c.name, board.StyleChange{Round: &c.value},
			func(now board.Style) bool { return now.Round == c.value }, box))
	}
	return row
}

func (s *styleBar) opacities() []choice {
	var row []choice
	for _, c := range []int{100, 75, 50, 25} {
		style := sampleStyle()
		style.Background, style.Opacity = style.Stroke, c
		row = append(row, s.pick(strconv.Itoa(c)+" % strong", board.StyleChange{Opacity: &c},
			func(now board.Style) bool { return now.Opacity == c }, sampleBox(board.Rectangle, style)))
	}
	return row
}

func (s *styleBar) sizes() []choice {
	var row []choice
	for i, c := range []named[float64]{{"Small letters", 16}, {"Medium letters", 20}, {"Large letters", 28}, {"Very large letters", 36}} {
		row = append(row, s.pick(c.name, board.StyleChange{FontSize: &c.value},
			func(now board.Style) bool { return now.FontSize == c.value }, letter(float64(9+3*i))))
	}
	return row
}

func (s *styleBar) ways() []choice {
	return []choice{
		s.run("Straight arrows", board.StraightArrow), s.run("Curved arrows", board.CurvedArrow), s.run("Elbow arrows", board.ElbowArrow),
	}
}

func (s *styleBar) heads(atStart bool) []choice {
	where := " at the end"
	if atStart {
		where = " at the start"
	}
	var row []choice
	for _, c := range []named[string]{
		{"Nothing", ""}, {"Arrow", "arrow"}, {"Triangle", "triangle"}, {"Dot", "dot"}, {"Bar", "bar"}, {"Diamond", "diamond"},
	} {
		change := board.StyleChange{EndHead: &c.value}
		holds := func(now board.Style) bool { return now.EndHead == c.value }
		if atStart {
			change = board.StyleChange{StartHead: &c.value}
			holds = func(now board.Style) bool { return now.StartHead == c.value }
		}
		row = append(row, s.pick(c.name+where, change, holds, headed(c.value, atStart)))
	}
	return row
}
