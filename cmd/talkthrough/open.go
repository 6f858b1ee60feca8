package main

import (
	"errors"
	"os"
	"runtime"

	"talkthrough/app"
	"talkthrough/internal/library"
)

// openCmd opens the app.
type openCmd struct{}

func (openCmd) Run(lib library.Library) error {
	if !hasDisplay() {
		return errors.New("the app needs a display: set DISPLAY or WAYLAND_DISPLAY; `talkthrough practice` also works in a terminal")
	}
	return app.Run(app.Options{Version: version, Commit: commit(), Library: lib})
}

// hasDisplay reports whether a window can be opened.
func hasDisplay() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}
