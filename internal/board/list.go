package board

import (
	"strings"
	"unicode"

	"talkthrough/internal/board/layers"
)

// BoxesFromList makes a row of boxes of a Markdown or plain list, one for each
// line, its upper left corner at the point: bullets (-, *, +, •), numbers
// (1. 2)) and check boxes are taken off. It is false for what is no list: less
// than two lines, more than a hundred, or lines of prose without a bullet.
func BoxesFromList(s *Scene, text string, at Point) (Edit, bool) {
	items := listItems(text)
	if len(items) == 0 {
		return Edit{}, false
	}
	d := newDraft(s)
	var ids []string
	for _, item := range items {
		e := d.add(Rectangle, DefaultStyle(), Rect{at.X, at.Y, boxWidth, boxHeight}, item)
		ids = append(ids, e.ID)
		at.X += boxWidth + layers.NodeGap
	}
	top := at.Y
	for _, id := range ids { // higher boxes have grown upwards too
		e := d.Get(id)
		e.Y = top
		d.layoutLabel(e)
	}
	return d.edit(), true
}

// The size of boxes made from text, before the text makes them higher.
const (
	boxWidth  = 160
	boxHeight = 80
)

// listItems are the lines of a list without their bullets, nil for no list.
func listItems(text string) []string {
	const most, longest = 100, 80
	var items []string
	bullets := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		item, bullet := withoutBullet(line)
		if bullet {
			bullets++
		}
		if item != "" {
			items = append(items, item)
		}
		if len(items) > most || !bullet && len(line) > longest {
			return nil
		}
	}
	if len(items) < 2 {
		return nil
	}
	// Without bullets it is a list when no line reads like a sentence.
	if bullets < len(items) {
		for _, item := range items {
			if strings.ContainsAny(item[len(item)-1:], ".,;:!?{}()<>") || len(strings.Fields(item)) > 6 {
				return nil
			}
		}
	}
	return items
}

// withoutBullet takes a bullet, number or check box off a line.
func withoutBullet(line string) (item string, bullet bool) {
	for _, mark := range [...]string{"- ", "* ", "+ ", "• ", "– "} {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			line, bullet = strings.TrimSpace(rest), true
			break
		}
	}
	if !bullet {
		number := strings.TrimLeftFunc(line, unicode.IsDigit)
		if len(number) < len(line) && len(number) > 1 && (number[0] == '.' || number[0] == ')') && number[1] == ' ' {
			return strings.TrimSpace(number[2:]), true
		}
		return line, false
	}
	for _, box := range [...]string{"[ ] ", "[x] ", "[X] "} {
		line = strings.TrimPrefix(line, box)
	}
	return strings.TrimSpace(line), true
}
