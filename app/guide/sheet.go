package guide

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// measureWidth is how wide the text of a page is at most: what the eye follows
// back to the next line without losing it.
const measureWidth float32 = 640

// sheet shows one page, and scrolls.
type sheet struct {
	widget.BaseWidget
	follow func(place string)
	key    func(*fyne.KeyEvent)

	ruler    ruler
	scale    float32 // height of the text that the ruler was made for
	passages []*passage
	body     *fyne.Container
	scroll   *container.Scroll
	height   float32 // of the whole page
	width    float32 // of the text
	wanted   string  // the heading to be at the top once the page is set
}

func newSheet(follow func(place string), key func(*fyne.KeyEvent)) *sheet {
	s := &sheet{follow: follow, key: key, ruler: ruler{}}
	s.body = container.New(bodyLayout{s})
	s.scroll = look.NewVScroll(s.body)
	s.ExtendBaseWidget(s)
	return s
}

// show shows the blocks of a page from a heading on, "" for the top.
func (s *sheet) show(blocks []block, anchor string) {
	s.passages, s.body.Objects = nil, nil
	for _, b := range blocks {
		p := newPassage(s, b)
		s.passages = append(s.passages, p)
		s.body.Add(p)
	}
	s.scroll.Offset = fyne.Position{}
	s.wanted = anchor
	s.arrange()
	s.scroll.Refresh()
}

// arrange sets every passage for the width there is. Another width leaves what is
// read where it is.
func (s *sheet) arrange() {
	size := s.scroll.Size()
	if size.Width <= 0 {
		return
	}
	if now := prose.Height(); now != s.scale {
		s.scale, s.ruler = now, ruler{}
		for _, p := range s.passages {
			p.width = 0
		}
	}
	width := min(measureWidth, size.Width-2*look.Space32)
	keep, below := s.first()
	x, y := (size.Width-width)/2, look.Space32
	var before *passage
	for _, p := range s.passages {
		p.set(width)
		y += p.above(before)
		p.Move(fyne.NewPos(x, y))
		p.Resize(fyne.NewSize(width, p.height()))
		y += p.height()
		before = p
	}
	s.height = y + 2*look.Space32
	s.body.Resize(fyne.NewSize(size.Width, s.height))
	switch {
	case s.wanted != "":
		s.goTo(s.wanted)
		s.wanted = ""
	case keep != nil && width != s.width:
		s.scrollTo(keep.Position().Y + below)
	}
	s.width = width
}

// first is the passage that is read at the top, and how far below its beginning
// the top is; nil at the very top, and before the page is set.
func (s *sheet) first() (p *passage, below float32) {
	offset := s.scroll.Offset.Y
	for _, p := range s.passages {
		if offset > 0 && p.Position().Y+p.Size().Height > offset {
			return p, offset - p.Position().Y
		}
	}
	return nil, 0
}

// goTo puts a heading at the top.
func (s *sheet) goTo(anchor string) {
	for _, p := range s.passages {
		if anchor != "" && p.block.anchor == anchor {
			s.scrollTo(p.Position().Y - look.Space16)
		}
	}
}

// scrollTo brings the place y of the page to the top, as far as there is page.
func (s *sheet) scrollTo(y float32) {
	y = max(0, min(y, s.height-s.scroll.Size().Height))
	s.scroll.ScrollToOffset(fyne.NewPos(0, y))
}

// by scrolls by so many heights of the window.
func (s *sheet) by(windows float32) {
	s.scrollTo(s.scroll.Offset.Y + windows*s.scroll.Size().Height)
}

// reveal scrolls as little as needed to have o, a part of the page, in sight.
func (s *sheet) reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.body).Y
	bottom, height := top+o.Size().Height, s.scroll.Size().Height
	switch {
	case top < s.scroll.Offset.Y:
		s.scrollTo(top - look.Space16)
	case bottom > s.scroll.Offset.Y+height:
		s.scrollTo(bottom + look.Space16 - height)
	}
}

// CreateRenderer is called by the toolkit.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{s} }

type sheetRenderer struct{ s *sheet }

func (r *sheetRenderer) MinSize() fyne.Size { return fyne.NewSize(320, 120) }

func (r *sheetRenderer) Layout(size fyne.Size) {
	r.s.scroll.Resize(size)
	r.s.arrange()
}

func (r *sheetRenderer) Refresh() {
	r.s.arrange()
	for _, p := range r.s.passages {
		p.Refresh()
	}
	r.s.scroll.Refresh()
}

func (r *sheetRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.scroll} }
func (r *sheetRenderer) Destroy()                     {}

// bodyLayout leaves the passages where arrange put them.
type bodyLayout struct{ s *sheet }

func (b bodyLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, b.s.height) }
func (b bodyLayout) Layout([]fyne.CanvasObject, fyne.Size) {}
