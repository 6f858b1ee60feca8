package boardfile

import (
	"context"
	"image"
	"log/slog"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"talkthrough/app/look"
	"talkthrough/internal/board"
	"talkthrough/internal/paint"
)

// Shelf holds the user's libraries in memory, for the palettes that show them.
// For the UI thread only.
type Shelf struct {
	libraries Libraries
	desk      func() Desk
	// Fail says what could not be done.
	Fail func(what string, err error)
	// Imported is called with a library that has come onto the shelf.
	Imported func(Library)

	all      []Library
	err      error // why the folder cannot be read
	pictures map[pictureOf]image.Image
	changed  func() // tells the panel that is shown
}

// pictureOf is what a picture shows, and how.
type pictureOf struct {
	scene *board.Scene
	theme paint.Theme
}

// NewShelf returns a shelf that is empty until its libraries are read, off the
// UI thread. desk gives the window's desk.
func NewShelf(l Libraries, desk func() Desk) *Shelf {
	s := &Shelf{
		libraries: l, desk: desk, pictures: map[pictureOf]image.Image{}, changed: func() {},
		Fail: func(string, error) {}, Imported: func(Library) {},
	}
	s.load(func() {})
	return s
}

// load reads all libraries, and then does something.
func (s *Shelf) load(then func()) {
	post := s.desk().Post
	go func() {
		all, err := s.libraries.Load()
		for _, lib := range all {
			if lib.Err != nil {
				slog.Warn("library", "err", lib.Err)
			}
		}
		post(func() {
			s.all, s.err = all, err
			clear(s.pictures)
			s.changed()
			then()
		})
	}()
}

// Import asks for a library and puts it on the shelf.
func (s *Shelf) Import() {
	s.desk().Choose(Ask{Title: "Import a library", Button: "Import", Fits: IsLibrary, Chosen: func(path string) {
		var got Library
		s.desk().Busy("Reading "+filepath.Base(path)+"…", func(context.Context) (err error) {
			got, err = s.libraries.Import(path)
			return err
		}, func(err error) {
			switch {
			case GivenUp(err):
			case err != nil:
				s.Fail("This library cannot be imported", err)
			default:
				s.load(func() { s.Imported(got) })
			}
		})
	}})
}

// remove asks, and takes a library away.
func (s *Shelf) remove(lib Library) {
	d := s.desk()
	look.Confirm(d.Canvas, "Remove “"+lib.Name+"”?", "Its parts go from the palette. Boards keep what came from it.", "Remove", look.Danger, func() {
		d.Busy("Removing "+lib.Name+"…", func(context.Context) error { return s.libraries.Remove(lib) }, func(err error) {
			if err != nil && !GivenUp(err) {
				s.Fail("This library cannot be removed", err)
			}
			s.load(func() {})
		})
	})
}

// mostPictures is how many pictures are kept.
const mostPictures = 300

// paint gets pictures of parts, painting off the UI thread those that were not
// painted yet, one after the other until more is false. show gets each.
func (s *Shelf) paint(cards []*partCard, more func() bool) {
	now := paint.Light
	if look.Variant() == theme.VariantDark {
		now = paint.Dark
	}
	var missing []*partCard
	for _, c := range cards {
		if known := s.pictures[pictureOf{c.item.Scene, now}]; known != nil {
			c.show(known)
		} else {
			missing = append(missing, c)
		}
	}
	if len(missing) == 0 {
		return
	}
	post := s.desk().Post
	go func() {
		for _, c := range missing {
			const sharp = 2
			picture := paint.Thumbnail(c.item.Scene.Elements(), int(partSize.Width)*sharp, int(partSize.Height)*sharp, now)
			goOn := make(chan bool, 1)
			post(func() {
				if len(s.pictures) >= mostPictures {
					clear(s.pictures)
				}
				s.pictures[pictureOf{c.item.Scene, now}] = picture
				c.show(picture)
				goOn <- more()
			})
			if !<-goOn {
				return
			}
		}
	}()
}

// partSize is a part's picture in the palette.
var partSize = fyne.NewSize(108, 60)
