package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// help shows every key, from the one table.
func (a *App) help() {
	var columns []fyne.CanvasObject
	for _, groups := range [][]keys.Group{{keys.App, keys.Interview}, {keys.Board}, {keys.Review}} {
		column := look.VStack(look.Space4)
		for _, g := range groups {
			column.Add(look.Pad(look.NewLabel(string(g), look.Body.Strong()), look.Space8, 0, look.Space4, 0))
			for _, b := range keys.In(g) {
				column.Add(container.NewBorder(nil, nil, nil, look.NewLabel(b.String(), look.Caption.In(look.Muted)),
					look.NewLabel(b.Label, look.Caption.Cut())))
			}
		}
		columns = append(columns, look.Pad(column, 0, look.Space12, 0, look.Space12))
	}
	var s *look.Sheet
	s = look.NewSheet(a.window.Canvas(), "Keyboard shortcuts", container.NewVScroll(container.NewGridWithColumns(3, columns...)),
		look.NewButton("Close", look.Primary, func() { s.Hide() }))
	s.Show(fyne.NewSize(940, 600))
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
