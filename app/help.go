package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// help shows every key, from the one table. The board's take two columns.
func (a *App) help() {
	board := keys.In(keys.Board)
	half := (len(board) + 1) / 2
	columns := container.NewGridWithColumns(3,
		keyColumn(keyBlock(keys.App, keys.In(keys.App)), keyBlock(keys.Interview, keys.In(keys.Interview))),
		keyColumn(keyBlock(keys.Board, board[:half])),
		keyColumn(keyBlock("", board[half:]), keyBlock(keys.Review, keys.In(keys.Review))))
	var s *look.Sheet
	s = look.NewSheet(a.window.Canvas(), "Keyboard shortcuts", look.NewVScroll(columns),
		look.NewButton("Close", look.Primary, func() { s.Hide() }))
	s.Show(fyne.NewSize(940, 600))
}

// keyColumn puts blocks below each other.
func keyColumn(blocks ...fyne.CanvasObject) fyne.CanvasObject {
	return look.Pad(look.VStack(look.Space8, blocks...), 0, look.Space12, 0, look.Space12)
}

// keyBlock is a heading and a line for each binding.
func keyBlock(heading keys.Group, bindings []keys.Binding) fyne.CanvasObject {
	block := look.VStack(look.Space4, look.Pad(look.NewLabel(string(heading), look.Body.Strong()), look.Space8, 0, look.Space4, 0))
	for _, b := range bindings {
		block.Add(container.NewBorder(nil, nil, nil, look.NewLabel(b.String(), look.Caption.In(look.Muted)),
			look.NewLabel(b.Label, look.Caption.Cut())))
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
