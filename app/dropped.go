package app

import "fyne.io/fyne/v2"

// dropped puts files that were dropped on the window on the board of the
// interview under way. Elsewhere they are recordings to import.
func (a *App) dropped(at fyne.Position, files []fyne.URI) {
	var paths []string
	for _, u := range files {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	switch {
	case len(paths) == 0:
	case a.room != nil:
		a.room.Drop(at, paths)
	default:
		a.dropRecordings(paths)
	}
}
