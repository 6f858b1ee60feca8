package guide

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	pages "talkthrough/assets/guide"
)

// Screen is the guide, open at some page. For the UI thread only.
type Screen struct {
	leave    func()
	topics   []topic
	search   *field
	contents *contents
	sheet    *sheet
	earlier  *look.IconButton
	object   fyne.CanvasObject

	now   string // the place that is shown
	trail []spot // what was read before, the last at the end
}

// spot is a place and how far down it was read.
type spot struct {
	place  string
	offset float32
}

// Open returns the guide open at a place, "page#heading" as the table of the
// pages gives them; "" or a place that is not there opens the first page. leave
// is called when the reader has had enough.
func Open(place string, leave func()) *Screen {
	s := &Screen{leave: leave, topics: readTopics()}
	s.search = newField(s.find, s.Key)
	s.contents = newContents(s.Go, s.Key)
	s.sheet = newSheet(s.Go, s.Key)
	s.earlier = look.NewIconButton(look.IconChevronLeft, look.Hint{Name: "What was read before", Key: keys.Chord{Key: fyne.KeyLeft}.String()}, s.Earlier)
	s.earlier.OnUnused(s.Key)
	s.contents.pages(s.topics)
	s.object = s.layout()
	if _, _, ok := pages.Find(place); !ok {
		place = s.topics[0].ID
	}
	s.show(place)
	return s
}

func (s *Screen) layout() fyne.CanvasObject {
	done := look.NewButton("Close", look.Quiet, s.leave)
	done.SetHint(look.Hint{Name: "Close the guide", Key: keys.Chord{Key: fyne.KeyEscape}.String()})
	done.OnUnused(s.Key)
	title := look.Middle(look.NewLabel("Guide", look.Title))
	head := look.Pad(container.NewBorder(nil, nil, look.HStack(look.Space8, s.earlier, title), done),
		look.Space8, look.Space16, look.Space8, look.Space8)
	side := container.NewBorder(look.Pad(s.search, look.Space16, look.Space16, look.Space12, look.Space16), nil, nil, nil, s.contents.scroll)
	body := container.New(beside{}, side, look.NewPanel(s.sheet), look.NewRule())
	return container.NewBorder(container.NewBorder(nil, look.NewRule(), nil, nil, head), nil, nil, nil, body)
}

// Object is what goes into the window.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Place is where the reader is, as "page" or "page#heading".
func (s *Screen) Place() string { return s.now }

// Focus gives the keyboard to the search, from which the arrow keys turn pages.
func (s *Screen) Focus(c fyne.Canvas) { c.Focus(s.search) }

// Leave is called before another screen takes its place. There is nothing to
// let go of.
func (s *Screen) Leave() {}

// Go goes to a place, written as the table does or as a link is. Earlier comes
// back from it. A place that is not there changes nothing.
func (s *Screen) Go(place string) {
	before := spot{s.now, s.sheet.scroll.Offset.Y}
	if s.show(place) {
		s.trail = append(s.trail, before)
		s.enable()
	}
}

// Earlier goes back to what was read before, as far down as it was read.
func (s *Screen) Earlier() {
	if len(s.trail) == 0 {
		return
	}
	last := s.trail[len(s.trail)-1]
	s.trail = s.trail[:len(s.trail)-1]
	s.show(last.place)
	s.sheet.scrollTo(last.offset)
	s.enable()
}

func (s *Screen) show(place string) bool {
	page, heading, ok := pages.Find(place)
	if !ok {
		return false
	}
	s.now = page.ID
	if heading != "" {
		s.now += "#" + heading
	}
	for _, t := range s.topics {
		if t.ID == page.ID {
			s.sheet.show(t.blocks, heading)
		}
	}
	s.mark()
	s.enable()
	return true
}

// mark shows in the list where the reader is.
func (s *Screen) mark() {
	place := s.now
	if s.query() == "" {
		place, _, _ = strings.Cut(place, "#")
	}
	s.contents.choose(place)
}

func (s *Screen) enable() {
	if len(s.trail) > 0 {
		s.earlier.Enable()
	} else {
		s.earlier.Disable()
	}
}

func (s *Screen) query() string { return strings.TrimSpace(s.search.Text) }

// find lists what a query finds, for none every page.
func (s *Screen) find(string) {
	if s.query() == "" {
		s.contents.pages(s.topics)
	} else {
		s.contents.hits(search(s.topics, s.query()))
	}
	s.mark()
}

// page is how far a key scrolls, as a part of the window.s height: some lines of
// what was read stay.
const page float32 = 0.85

// Key does what a key means, wherever the keyboard is.
func (s *Screen) Key(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		s.contents.step(-1)
	case fyne.KeyDown:
		s.contents.step(1)
	case fyne.KeyPageUp:
		s.sheet.by(-page)
	case fyne.KeyPageDown, fyne.KeySpace:
		s.sheet.by(page)
	case fyne.KeyHome:
		s.sheet.scrollTo(0)
	case fyne.KeyEnd:
		s.sheet.scrollTo(s.sheet.height)
	case fyne.KeyLeft, fyne.KeyBackspace:
		s.Earlier()
	case fyne.KeyReturn, fyne.KeyEnter:
		s.enter()
	case fyne.KeyEscape:
		s.escape()
	}
}

// enter opens what the list has chosen, or its first line after a search; on a
// page that is open already it reads on.
func (s *Screen) enter() {
	if s.query() != "" && s.contents.at < 0 {
		s.contents.step(1)
		return
	}
	s.sheet.by(page)
}

// escape ends a search, and without one the reading.
func (s *Screen) escape() {
	if s.search.Text != "" {
		s.search.SetText("")
		return
	}
	s.leave()
}
