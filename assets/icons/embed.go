// Package icons embeds the program's own icon family: one SVG a name, drawn on
// a 24-unit grid with round 1.75-unit strokes in currentColor, and the
// application's icon as app.svg and app.png.
package icons

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

//go:embed *.svg
var files embed.FS

// App is the application icon, 512x512 pixels, for windows and packages.
//
//go:embed app.png
var App []byte

// appName is left out of Names: it is a picture in its own colours, not a
// glyph to be tinted.
const appName = "app"

// SVG returns the drawing called name (without extension). An unknown name is
// an error naming it.
func SVG(name string) ([]byte, error) {
	raw, err := files.ReadFile(name + ".svg")
	if err != nil {
		return nil, fmt.Errorf("no icon is called %q: %w", name, err)
	}
	return raw, nil
}

// Names lists every tintable icon, in alphabetical order.
func Names() []string {
	found, err := fs.Glob(files, "*.svg")
	if err != nil { // only a malformed pattern can fail, and this one is fixed
		return nil
	}
	names := make([]string, 0, len(found))
	for _, file := range found {
		if name := strings.TrimSuffix(path.Base(file), ".svg"); name != appName {
			names = append(names, name)
		}
	}
	return names
}
