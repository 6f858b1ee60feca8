package app

import (
	"fmt"
	"log/slog"
	"path/filepath"

	"fyne.io/fyne/v2"

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
			words := fmt.Sprintf("%d files are in %s: board and notes as pictures, both on one page, the notes as Markdown, the board for Excalidraw.", len(paths), dir)
			a.offer("Exported", words, "Show the folder", func() { a.openFolder(dir) })
		})
	}()
}
