package practice

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

// headArea is the size of a head's picture in the popover, headsInRow how many
// stand beside each other.
var headArea = fyne.NewSize(38, 22)

const headsInRow = 3

func (s *styleBar) headPicker(atStart bool) styleItem {
	id := keys.HeadAtEnd
	if atStart {
		id = keys.HeadAtStart
	}
	// A line's own name for "nothing" tells it from heads that differ.
	const nothing = "nothing"
	value := func(l whiteboard.Look) string {
		if head := headOf(l, atStart); head != "" {
			return head
		}
		return nothing
	}
	picture := func(head string) []*board.Element {
		if head == nothing {
			head = ""
		}
		return []*board.Element{headed(slot, head, atStart)}
	}
	never := func(string) bool { return true }
	return s.picker(id, arrowed, value, picture, never, func(p *picker) *popover {
		now := p.now
		if now == nothing {
			now = ""
		}
		return showHeads(p, now, atStart)
	})
}

// showHeads shows all arrowheads, drawn.
func showHeads(p *picker, now string, atStart bool) *popover {
	var shown *popover
	var first fyne.Focusable
	var rows [][]pressable
	content := look.VStack(look.Space4)
	for i, h := range arrowheads {
		change := board.StyleChange{EndHead: &h.value}
		if atStart {
			change = board.StyleChange{StartHead: &h.value}
		}
		sw := newSwatch(h.name, headArea, func() {
			shown.popup.Hide()
			p.bar.set(change)
			p.back()
		}, headed(headArea, h.value, atStart))
		sw.choose(p.same && h.value == now)
		if sw.chosen || first == nil {
			first = sw
		}
		if i%headsInRow == 0 {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], sw)
	}
	for _, row := range rows {
		content.Add(slots(row))
	}
	shown = p.show(content, rows, first)
	return shown
}
