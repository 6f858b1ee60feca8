package app

import (
	"path/filepath"
	"slices"
	"strings"

	"talkthrough/app/boardfile"
)

// chooseMentorFile asks for the file that a mentor sent back.
func (a *App) chooseMentorFile(chosen func(path string)) {
	if a.covered() {
		return
	}
	a.desk().Choose(boardfile.Ask{
		Title: "Read a mentor's file", Button: "Read", Chosen: chosen,
		Fits: func(name string) bool {
			return slices.Contains([]string{".yaml", ".yml"}, strings.ToLower(filepath.Ext(name)))
		},
	})
}
