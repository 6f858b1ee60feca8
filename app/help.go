package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// helpColumn is how wide a column of the help is.
const helpColumn = 290

// help shows every key, from the one table, in as many columns as the window is
// wide for; it scrolls where the window is low.
func (a *App) help() {
	c := a.window.Canvas()
	room := c.Size().SubtractWidthHeight(2*look.Space32, look.Space32)
	const around = 2 * look.Space16
	columns := max(min(int((room.Width-around)/helpColumn), 4), 1)
	content := helpColumns(keys.Sheet(), columns)
	var s *look.Sheet
	s = look.NewSheet(c, "Keyboard shortcuts", look.NewVScroll(content),
		look.NewButton("Close", look.Primary, func() { s.Hide() }))
	const chrome = 144 // title, button, and the room around them
	s.Show(fyne.NewSize(float32(columns)*helpColumn+around, min(content.MinSize().Height+chrome, room.Height)))
}

// helpColumns spreads blocks over columns, in order, so that the highest of them
// is as low as can be.
func helpColumns(blocks []keys.Block, columns int) *fyne.Container {
	height, total := 0, 0
	for _, b := range blocks {
		height, total = max(height, helpHeight(b)), total+helpHeight(b)
	}
	for height < total && len(fillColumns(blocks, height)) > columns {
		height++
	}
	grid := container.NewGridWithColumns(columns)
	for _, filled := range fillColumns(blocks, height) {
		column := look.VStack(look.Space12)
		for _, b := range filled {
			column.Add(keyBlock(b))
		}
		grid.Add(look.Pad(column, 0, look.Space16, 0, look.Space8))
	}
	return grid
}

// fillColumns fills columns of a height with blocks, one after the other.
func fillColumns(blocks []keys.Block, height int) [][]keys.Block {
	var columns [][]keys.Block
	left := 0
	for _, b := range blocks {
		if h := helpHeight(b); len(columns) == 0 || h > left {
			columns, left = append(columns, nil), height
		}
		columns[len(columns)-1] = append(columns[len(columns)-1], b)
		left -= helpHeight(b)
	}
	return columns
}

// helpHeight is how high a block is, in lines.
func helpHeight(b keys.Block) int { return len(b.Lines) + 2 }

// keyBlock is a heading and its lines.
func keyBlock(b keys.Block) fyne.CanvasObject {
	block := look.VStack(2, look.Pad(look.NewLabel(b.Heading, look.Caption.Strong()), 0, 0, 2, 0))
	for _, l := range b.Lines {
		block.Add(container.NewBorder(nil, nil, nil, look.NewLabel(l.Keys, look.Caption.In(look.Muted)),
			look.Pad(look.NewLabel(l.Label, look.Caption.Cut()), 0, look.Space8, 0, 0)))
	}
	return block
}

// about says what this is.
func (a *App) about() {
	version := "Version " + a.Version
	if a.Commit != "" {
		version += " (" + a.Commit + ")"
	}
	body := look.VStack(look.Space8,
		look.NewLabel(version, look.Body.In(look.Muted)),
		look.NewLabel("Talk, write and draw against the clock; then replay it all.", look.Body),
		look.NewLabel("Attempts are in "+a.Library.Dir, look.Caption.In(look.Muted)),
		look.NewLabel("Fonts: Inter, Excalifont and Cascadia Code, under the SIL Open Font License.", look.Caption.In(look.Muted)))
	var s *look.Sheet
	s = look.NewSheet(a.window.Canvas(), "Talkthrough", body, look.NewButton("Close", look.Primary, func() { s.Hide() }))
	s.Show(fyne.NewSize(messageWidth, 0))
}
