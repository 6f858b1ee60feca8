package library

import (
	"context"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/library"
	"talkthrough/internal/session"
)

// columnWidth is that of the one column, at most.
const columnWidth float32 = 1080

// Actions are what the screen can ask for. All are called on the UI thread and
// all must be set.
type Actions struct {
	Open     func(library.Entry)                       // replay a finished attempt
	Continue func(library.Entry)                       // take up one that was cut off
	Rescue   func(library.Entry)                       // review what was saved of one that was cut off
	Folder   func(path string)                         // show a folder in the system's file manager
	Choose   func(chosen func(paths []string))         // ask for recordings
	Start    func()                                    // open set-up
	Back     func()                                    // to where the screen was opened
	Fail     func(what string, err error)              // say what could not be done
	Confirm  func(title, words, do string, yes func()) // ask before what cannot be undone
}

// Screen is the list of all attempts. For the UI thread only.
type Screen struct {
	do      Actions
	lib     library.Library
	imports *Imports
	post    func(func())
	now     func() time.Time
	ctx     context.Context // ends when the screen is left
	stop    context.CancelFunc
	working chan struct{} // holds a token while the folder is being read or changed

	catalogue *library.Catalogue // nil until the list is open
	items     []*library.Item    // all, the latest first
	trashed   []library.Trashed
	inTrash   bool
	reading   bool // the folder has yet to be read to its end
	changing  int  // changes of the library under way
	readErr   error
	query     library.Query
	wanted    string // the folder of the attempt to choose once it is listed

	search   *searchField
	filters  *filters
	list     *list
	pictures *pictures
	undo     *undoLine
	jobs     *fyne.Container
	jobRows  map[*job]*jobRow
	empty    *fyne.Container
	head     *fyne.Container
	page     *fyne.Container
	object   fyne.CanvasObject
}

// New returns the screen at a place and begins to read the library. Imports
// outlive it.
func New(lib library.Library, imports *Imports, at Place, do Actions, post func(func())) *Screen {
	s := newScreen(lib, imports, do, post)
	s.goTo(at)
	s.read()
	return s
}

// Place is what was searched and chosen. The zero value is the beginning.
type Place struct {
	query library.Query
	span  int
	dir   string // of the chosen attempt
}

// Place is what is searched and chosen now.
func (s *Screen) Place() Place {
	l, _ := s.list.chosen()
	return Place{s.query, s.filters.span, l.entry.Dir}
}

func (s *Screen) goTo(at Place) {
	s.query, s.filters.span, s.wanted = at.query, at.span, at.dir
	s.search.Text = at.query.Words
}

func newScreen(lib library.Library, imports *Imports, do Actions, post func(func())) *Screen {
	s := &Screen{do: do, lib: lib, imports: imports, post: post, now: time.Now, reading: true, working: make(chan struct{}, 1)}
	s.ctx, s.stop = context.WithCancel(context.Background())
	s.pictures = newPictures(post)
	s.page = container.NewStack()
	s.search = newSearchField(s)
	s.filters = newFilters(s)
	s.list = newList(s)
	s.undo = newUndoLine(s)
	s.jobs, s.empty, s.head = look.VStack(look.Space4), container.NewStack(), container.NewStack()
	s.build()
	imports.watch(s.imported)
	s.showJobs()
	s.show()
	return s
}

func (s *Screen) build() {
	body := container.NewStack(s.list, s.empty)
	top := look.VStack(look.Space12, s.head, s.filters.object, s.jobs)
	s.page = container.NewBorder(look.Pad(top, look.Space24, look.Space12, look.Space8, look.Space12), s.undo.object, nil, nil, body)
	s.object = look.Pad(look.Column(s.page, columnWidth), 0, look.Space12, 0, look.Space12)
}

// relayout gives what has come or gone its room.
func (s *Screen) relayout() { s.page.Refresh() }

// Object is what goes into the window.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Leave lets go of everything; imports go on.
func (s *Screen) Leave() {
	s.list.keepName()
	s.stop()
	s.imports.watch(nil)
	s.pictures.close()
}

// Focus gives the keyboard to the list.
func (s *Screen) Focus(c fyne.Canvas) { c.Focus(s.list) }

// Key is what a key does that nobody with the keyboard has taken.
func (s *Screen) Key(ev *fyne.KeyEvent) {
	s.keepKeyboard()
	s.list.TypedKey(ev)
}

// Drop imports recordings that were dropped on the window.
func (s *Screen) Drop(paths []string) {
	s.leaveTrash()
	s.imports.Add(paths)
}

// Import asks for recordings and imports them.
func (s *Screen) Import() { s.do.Choose(s.Drop) }

// canvas is the window's, nil while the screen is in none.
func (s *Screen) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(s.list) }

// read reads the library off the UI thread: the index at once, then what is new.
func (s *Screen) read() {
	go func() {
		c := s.lib.Catalogue()
		s.post(func() {
			s.catalogue = c
			s.take()
		})
		s.refresh(c)
	}()
}

// refresh brings the list up to date. It waits for the disk.
func (s *Screen) refresh(c *library.Catalogue) {
	err := c.Refresh(s.ctx, func() { s.post(s.take) })
	trashed, trashErr := s.lib.Trashed()
	if s.ctx.Err() != nil {
		return
	}
	if err == nil {
		err = trashErr
	}
	s.post(func() {
		s.reading, s.readErr, s.trashed = false, err, trashed
		s.take()
	})
}

// take shows what the catalogue has now.
func (s *Screen) take() {
	if s.ctx.Err() != nil {
		return
	}
	s.items = s.catalogue.Items()
	s.show()
	if s.wanted != "" && s.list.choose(s.wanted) {
		s.wanted = ""
	}
}

// change does something to the library off the UI thread, one thing after the
// other, reads it anew and then calls done with the outcome.
func (s *Screen) change(do func() error, done func(error)) {
	c := s.catalogue
	if c == nil {
		return
	}
	s.changing++
	go func() {
		s.working <- struct{}{}
		err := do()
		s.refresh(c)
		<-s.working
		s.post(func() {
			s.changing--
			if s.ctx.Err() == nil {
				done(err)
			}
		})
	}()
}

// show fills the list by query or with the trash.
func (s *Screen) show() {
	var lines []line
	if s.inTrash {
		for _, t := range s.trashed {
			lines = append(lines, trashedLine(t))
		}
	} else {
		for _, i := range s.query.Of(s.items) {
			lines = append(lines, itemLine(i, s.query))
		}
	}
	s.list.fill(lines)
	s.filters.show()
	s.showHead()
	s.showEmpty()
}

// reread reads the library once more, as when something may have changed it.
func (s *Screen) reread() {
	if c := s.catalogue; c != nil {
		go s.refresh(c)
	}
}

// showHead says where we are and what can be done.
func (s *Screen) showHead() {
	back := look.NewIconButton(look.IconChevronLeft, look.Hint{Name: "Back", Key: keys.Chord{Key: fyne.KeyEscape}.String()}, s.back)
	title, many := "All attempts", len(s.items)
	var actions fyne.CanvasObject
	if s.inTrash {
		title, many = "Trash", len(s.trashed)
		empty := look.NewButton("Empty the trash…", look.Quiet, s.emptyTrash)
		if many == 0 {
			empty.Disable()
		}
		words := fmt.Sprintf("%s puts an attempt back, %s deletes it for good", keys.Hint(keys.OpenAttempt), keys.Hint(keys.TrashAttempt))
		actions = look.HStack(look.Space12, look.Middle(look.NewLabel(words, look.Caption.In(look.Muted))), look.Middle(empty))
	} else {
		trash := look.NewIconButton(look.IconTrash, look.Hint{Name: "Show the trash"}, s.openTrash)
		bring := look.NewButton("Import…", look.Plain, s.Import)
		bring.SetHint(look.Hint{Name: "Import a recording made elsewhere: MP3, OGG, FLAC, WAV, M4A"})
		actions = look.HStack(look.Space8, look.Middle(trash), look.Middle(bring))
	}
	count := look.NewLabel(counted(many, len(s.list.lines), s.query.Narrow() && !s.inTrash), look.Body.In(look.Muted))
	name := look.HStack(look.Space12, look.Middle(back), look.Middle(look.NewLabel(title, look.Title)), look.Middle(count))
	s.head.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, name, look.Middle(actions))}
	s.head.Refresh()
}

// back leaves the trash, or the screen.
func (s *Screen) back() {
	if s.inTrash {
		s.leaveTrash()
		return
	}
	s.do.Back()
}

// rename keeps a title that was typed.
func (s *Screen) rename(dir, title string) {
	s.change(func() error { return session.Folder{Dir: dir}.Rename(title) }, func(err error) {
		if err != nil {
			s.do.Fail("This attempt cannot be renamed", err)
		}
	})
}
