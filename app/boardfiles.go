package app

import (
	"context"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"

	"talkthrough/app/boardfile"
	"talkthrough/app/keys"
	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
	"talkthrough/internal/export"
	"talkthrough/internal/session"
)

// desk is where the sheets for boards' files lie.
func (a *App) desk() boardfile.Desk {
	d := boardfile.NewDesk(a.window.Canvas(), a.app.Preferences())
	d.Post = a.post
	return d
}

// newShelf reads the user's libraries of parts.
func (a *App) newShelf() *boardfile.Shelf {
	s := boardfile.NewShelf(boardfile.UserLibraries(), a.desk)
	s.Fail = a.fail
	s.Imported = func(lib boardfile.Library) {
		slog.Info("library imported", "path", lib.Path)
		if a.room != nil {
			a.room.BoardDo(keys.Parts) // where it is seen
			return
		}
		a.tell("Imported", fmt.Sprintf("The %d parts of %s are in the palette of the board.", len(lib.Items), lib.Name))
	}
	return s
}

// importLibrary asks for a library of parts for the palette.
func (a *App) importLibrary() {
	if !a.covered() {
		a.shelf.Import()
	}
}

// boardFile carries out an action with the files of the board that is shown.
func (a *App) boardFile(id string) {
	switch id {
	case keys.OpenBoard:
		a.openOnBoard(boardfile.Ask{Title: "Open on the board", Fits: boardfile.Opens})
	case keys.SaveBoard, keys.ExportPicture:
		a.saveBoard(id == keys.ExportPicture)
	case keys.CopySVG:
		a.copySVG()
	}
}

// hasBoard reports whether a board is shown.
func (a *App) hasBoard() bool { return a.room != nil || a.replay != nil }

// covered reports whether a sheet is open already: the menu's keys go past it.
func (a *App) covered() bool { return a.window.Canvas().Overlays().Top() != nil }

// shownBoard is the board that is shown, as it stands: in the replay at the
// playhead. ok is false where there is none.
func (a *App) shownBoard() (b shownBoard, ok bool) {
	switch {
	case a.room != nil && a.mock != nil:
		b.scene, b.selected = a.room.Board()
		b.pictures, b.meta, b.dir = a.mock.Pictures(), a.mock.Meta, a.mock.Dir
	case a.replay != nil && a.seen != nil:
		b.scene = a.replay.Board()
		b.pictures, b.meta, b.dir = a.seen.Pictures(), a.seen.Meta, a.seen.Dir
	default:
		return b, false
	}
	return b, true
}

// shownBoard is a board and the attempt that it belongs to.
type shownBoard struct {
	scene    *board.Scene
	selected []string
	pictures *session.Pictures
	meta     session.Meta
	dir      string
}

func (b shownBoard) drawing() export.Drawing { return export.DrawingOf(b.scene, b.pictures) }

// saveBoard asks how and where the board that is shown is saved.
func (a *App) saveBoard(picture bool) {
	b, ok := a.shownBoard()
	if !ok || a.covered() {
		return
	}
	a.desk().Save(boardfile.Saving{
		Drawing: b.drawing, Selected: b.selected, Picture: picture,
		Name: boardfile.FileName(b.meta.Name() + " " + b.meta.Started.Format("2006-01-02")),
		Dir:  filepath.Join(b.dir, "export"),
		Saved: func(path string) {
			slog.Info("board saved", "path", path)
			a.offer("Saved", path, "Show the folder", func() { a.openFolder(filepath.Dir(path)) })
		},
	})
}

// openPicture asks for a picture and puts it on the board.
func (a *App) openPicture() {
	a.openOnBoard(boardfile.Ask{Title: "Put a picture on the board", Fits: boardfile.IsPicture})
}

// openOnBoard asks for a file and puts what it holds on the board.
func (a *App) openOnBoard(ask boardfile.Ask) {
	if a.room == nil || a.covered() {
		return
	}
	ask.Button, ask.Chosen = "Open", a.readOnBoard
	a.desk().Choose(ask)
}

// readOnBoard reads a file and puts what it holds on the board.
func (a *App) readOnBoard(path string) {
	room := a.room
	var content excalidraw.Content
	a.desk().Busy("Reading "+filepath.Base(path)+"…", func(context.Context) (err error) {
		content, err = excalidraw.OpenContent(path)
		return err
	}, func(err error) {
		switch {
		case boardfile.GivenUp(err):
		case err != nil:
			a.fail("This file cannot be opened", err)
		case room == a.room && room != nil:
			room.Put(content)
		}
	})
}

// copySVG puts the board, or what is selected on it, on the clipboard as the
// text of an SVG that opens again as a board.
func (a *App) copySVG() {
	b, ok := a.shownBoard()
	if !ok {
		return
	}
	var svg strings.Builder
	a.desk().Busy("Copying…", func(ctx context.Context) error {
		d := b.drawing()
		if len(b.selected) > 0 {
			d = d.Only(b.selected)
		}
		return d.Write(ctx, &svg, export.SVGWithScene, export.Look{})
	}, func(err error) {
		switch {
		case boardfile.GivenUp(err):
		case err != nil:
			a.fail("The board cannot be copied", err)
		default:
			a.app.Clipboard().SetContent(svg.String())
		}
	})
}
