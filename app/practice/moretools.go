package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// moreWidth is how wide the popover of more tools is.
const moreWidth = 176

// showMoreTools shows the rare tools with names and keys.
func (t *toolBar) showMoreTools() *popover {
	under := fyne.CanvasObject(t.row.more)
	if !t.row.more.Visible() {
		under = t.tools[firstRare]
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(t.board)
	if c == nil {
		return nil
	}
	var shown *popover
	var rows [][]pressable
	column := look.VStack(0)
	for _, k := range toolKeys[firstRare:] {
		b := keys.For(k.id)
		line := container.NewBorder(nil, nil, look.NewIcon(k.icon, look.Text), look.NewLabel(b.String(), look.Caption.In(look.Muted)),
			look.Pad(look.NewLabel(b.Label, look.Body), 0, 0, 0, look.Space8))
		row := look.NewRow(line, func() {
			shown.close()
			t.do(k.id)
		})
		row.SetSelected(t.board.Tool() == k.tool)
		rows = append(rows, []pressable{row})
		column.Add(row)
	}
	shown = newPopover(c, look.AtLeast(column, fyne.NewSize(moreWidth, 0)), rows, func() { focus(t.board) })
	shown.open(under, beneath, rows[0][0])
	return shown
}
