package boardfile

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"talkthrough/internal/export"
)

// wish is how a board shall be saved, as the sheet's choices say.
type wish struct {
	selection bool
	kind      int // of kinds
	scale     int // 1, 2 or 3
	dark      bool
	clear     bool // without paper
	opens     bool // pictures carry the board
}

// The kinds of files to choose from.
const (
	kindPNG = iota
	kindSVG
	kindBoard
)

var kinds = []string{"PNG", "SVG", "Excalidraw"}

func (w wish) form() export.Form {
	switch {
	case w.kind == kindBoard:
		return export.ExcalidrawFile
	case w.kind == kindSVG && w.opens:
		return export.SVGWithScene
	case w.kind == kindSVG:
		return export.PlainSVG
	case w.opens:
		return export.PNGWithScene
	}
	return export.PlainPNG
}

func (w wish) look() export.Look {
	return export.Look{Scale: float64(w.scale), Dark: w.dark, Transparent: w.clear}
}

// of is what of a drawing is wished for.
func (w wish) of(d export.Drawing, selected []string) export.Drawing {
	if w.selection {
		return d.Only(selected)
	}
	return d
}

// The preferences' names of what was wished for last.
const (
	prefKind  = "picture kind"
	prefScale = "picture scale"
	prefDark  = "picture dark"
	prefClear = "picture transparent"
	prefOpens = "picture with board"
	prefDir   = "save folder"
)

// lastWish is what was wished for the last time, for the first time the usual.
func lastWish(p fyne.Preferences, picture bool) wish {
	w := wish{
		kind: kindBoard, scale: p.IntWithFallback(prefScale, 2), dark: p.Bool(prefDark),
		clear: p.Bool(prefClear), opens: p.BoolWithFallback(prefOpens, true),
	}
	if picture {
		w.kind = min(max(p.Int(prefKind), kindPNG), kindSVG)
	}
	w.scale = min(max(w.scale, 1), 3)
	return w
}

func (w wish) keep(p fyne.Preferences) {
	if w.kind != kindBoard {
		p.SetInt(prefKind, w.kind)
	}
	p.SetInt(prefScale, w.scale)
	p.SetBool(prefDark, w.dark)
	p.SetBool(prefClear, w.clear)
	p.SetBool(prefOpens, w.opens)
}

// target is the file that a typed name means, and what it is written as: an
// ending that can be written counts, else the wish's is put behind.
func (w wish) target(dir, typed string) (path string, form export.Form, err error) {
	name := strings.TrimSpace(typed)
	switch {
	case name == "" || name == "." || name == "..":
		return "", "", errors.New("give the file a name")
	case strings.ContainsAny(name, `/\`) || strings.ContainsRune(name, 0):
		return "", "", errors.New(`a name cannot have / or \ in it: choose the folder below`)
	case len(name) > 200:
		return "", "", errors.New("the name is too long for a file")
	}
	form = w.form()
	if typedForm, ok := export.FormOf(name); ok {
		form = typedForm
	} else {
		name += string(form)
	}
	return filepath.Join(dir, name), form, nil
}

// beside is the path with a number before its ending: "board 2.png".
func beside(path string, form export.Form, n int) string {
	stem := path[:len(path)-len(form)]
	return fmt.Sprintf("%s %d%s", stem, n, path[len(stem):])
}

// FileName is a name for a file from words that people read: what file systems
// do not take becomes a hyphen.
func FileName(words string) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, strings.TrimSpace(words))
	const most = 80
	if runes := []rune(name); len(runes) > most {
		name = string(runes[:most])
	}
	if name = strings.Trim(name, ". "); name == "" {
		return "Board"
	}
	return name
}
