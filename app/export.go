package app

import (
	"fmt"
	"log/slog"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"talkthrough/app/look"
	"talkthrough/internal/export"
)

// export writes the reviewed attempt's files into its own export folder and
// offers to show them.
func (a *App) export() {
	attempt := a.seen
	if attempt == nil {
		return
	}
	dir := filepath.Join(attempt.Dir, "export")
	go func() {
		paths, err := export.Write(dir, export.At(attempt, attempt.Player.End().At))
		fyne.Do(func() {
			if err != nil {
				a.fail("The export is not complete", err)
				return
			}
			slog.Info("exported", "dir", dir)
			text := look.NewParagraph(fmt.Sprintf("%d files are in %s: board and notes as pictures, both on one page, the notes as Markdown, the board for Excalidraw.", len(paths), dir), look.Body)
			d := dialog.NewCustomConfirm("Exported", "Show the folder", "Close", container.NewVBox(text), func(show bool) {
				if show {
					a.openFolder(dir)
				}
			}, a.window)
			d.Resize(fyne.NewSize(messageWidth, 180))
			d.Show()
		})
	}()
}
