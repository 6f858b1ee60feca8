package practice

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

// hexWidth is how wide the entry for a colour of one's own is.
const hexWidth = 112

func (s *styleBar) strokePicker() styleItem {
	return s.colourPicker(keys.StrokePicker, stroked, quickStrokes,
		func(l whiteboard.Look) string { return l.Style.Stroke },
		func(colour string) { s.set(board.StyleChange{Stroke: &colour}) })
}

func (s *styleBar) groundPicker() styleItem {
	return s.colourPicker(keys.GroundPicker, fillable, quickGrounds,
		func(l whiteboard.Look) string { return l.Style.Background },
		func(colour string) { s.set(board.StyleChange{Background: &colour}) })
}

func (s *styleBar) colourPicker(id string, suits func(whiteboard.Look) bool, quick []named[string],
	value func(whiteboard.Look) string, take func(colour string),
) styleItem {
	usual := func(colour string) bool {
		return slices.ContainsFunc(quick, func(n named[string]) bool { return n.value == colour })
	}
	return s.picker(id, suits, value, anyColour, usual, func(p *picker) *popover { return showColours(p, take) })
}

// anyColour is a square of the colour that holds, which tells the picker from
// the dots beside it; without one it is empty.
func anyColour(colour string) []*board.Element {
	style := sampleStyle()
	style.Stroke, style.StrokeWidth, style.Background = "#868e96", 1, "transparent"
	if colour != "" {
		style.Background = colour
	}
	box := sampleBox(board.Rectangle, style)
	radius := 3.0
	box.Roundness = &board.Roundness{Type: 3, Value: &radius}
	box.X, box.Y, box.W, box.H = 2, 2, 16, 16
	return []*board.Element{box}
}

// showColours shows the palette with an entry for a colour of one's own.
func showColours(p *picker, take func(colour string)) *popover {
	var shown *popover
	chosen := func(colour string) {
		shown.popup.Hide()
		take(colour)
		p.back()
	}
	var first fyne.Focusable
	dot := func(name, colour string) pressable {
		s := newSwatch(name, slot, func() { chosen(colour) }, colourDot(colour)...)
		s.choose(p.same && colour == p.now)
		if s.chosen || first == nil {
			first = s
		}
		return s
	}
	rows := make([][]pressable, 1+len(shadeNames))
	for _, c := range plainColours {
		rows[0] = append(rows[0], dot(c.name, c.value))
	}
	for shade, name := range shadeNames {
		for _, hue := range hues {
			rows[1+shade] = append(rows[1+shade], dot(hue.name+", "+name, hue.shades[shade]))
		}
	}
	typed := p.now
	if typed == "transparent" {
		typed = ""
	}
	hex := newHexEntry(typed, chosen, func() { shown.close() })
	top := container.NewBorder(nil, nil, slots(rows[0]), look.AtLeast(hex, fyne.NewSize(hexWidth, 0)))
	content := look.VStack(look.Space4, top)
	for _, row := range rows[1:] {
		content.Add(slots(row))
	}
	shown = p.show(content, rows, first)
	return shown
}

// slots puts controls beside each other.
func slots(controls []pressable) fyne.CanvasObject {
	row := look.HStack(slotGap)
	for _, c := range controls {
		row.Add(look.Middle(c))
	}
	return row
}
