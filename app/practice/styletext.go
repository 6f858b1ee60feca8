package practice

import (
	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

func lettered(l whiteboard.Look) bool { return l.Has.Letters }
func inShape(l whiteboard.Look) bool  { return l.Has.InShape }

// letterSizes are those that Excalidraw offers.
var letterSizes = []struct {
	name, short string
	size        float64
}{
	{"Small letters", "S", 16},
	{"Medium letters", "M", 20},
	{"Large letters", "L", 28},
	{"Very large letters", "XL", 36},
}

func (s *styleBar) sizes() []styleItem {
	var row []styleItem
	for _, c := range letterSizes {
		item := s.pick(c.name, lettered, func(l whiteboard.Look) bool { return l.Style.FontSize == c.size },
			board.StyleChange{FontSize: &c.size}, letters(c.short, sansFamily, 13))
		row = append(row, item)
	}
	hint := func(i int, id string) {
		row[i].control.SetHint(look.Hint{Name: letterSizes[i].name, Key: keys.Hint(id)})
	}
	hint(0, keys.Smaller)
	hint(len(row)-1, keys.Bigger)
	return row
}

func (s *styleBar) aligns() []styleItem {
	var row []styleItem
	for _, c := range []struct {
		icon        look.IconName
		name, value string
	}{
		{look.IconAlignLeft, "Text to the left", "left"},
		{look.IconAlignCentre, "Text centred", "center"},
		{look.IconAlignRight, "Text to the right", "right"},
	} {
		row = append(row, s.icon(c.icon, c.name, lettered, func(l whiteboard.Look) bool { return l.Style.Align == c.value },
			board.StyleChange{Align: &c.value}))
	}
	return row
}

func (s *styleBar) valigns() []styleItem {
	var row []styleItem
	for _, c := range []struct {
		icon        look.IconName
		name, value string
	}{
		{look.IconTextTop, "Text at the top", "top"},
		{look.IconTextMiddle, "Text in the middle", "middle"},
		{look.IconTextBottom, "Text at the bottom", "bottom"},
	} {
		row = append(row, s.icon(c.icon, c.name, inShape, func(l whiteboard.Look) bool { return l.VAlign == c.value },
			board.StyleChange{VAlign: &c.value}))
	}
	return row
}
