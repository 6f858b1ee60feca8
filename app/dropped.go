package app

import "fyne.io/fyne/v2"

// dropped puts files that were dropped on the window on the board of the
// interview under way. Elsewhere there is no place for them.
func (a *App) dropped(at fyne.Position, files []fyne.URI) {
	if a.room == nil {
		return
	}
	var paths []string
	for _, u := range files {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) > 0 {
		a.room.Drop(at, paths)
	}
}
