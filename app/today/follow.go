package today

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/look"
)

// watch makes the screen follow the keyboard when it comes to the line or goes
// on from there.
func (s *Screen) watch(l *look.Row) { l.OnFocus(func() { s.reveal(l) }, s.follow) }

// follow scrolls to whoever has the keyboard next. Buttons do not tell that they
// got it, so the one who lost it looks where it went.
func (s *Screen) follow() {
	s.later(func() {
		c := canvasOf(s.scroll)
		if c == nil {
			return
		}
		if o, ok := c.Focused().(fyne.CanvasObject); ok && canvasOf(o) == c {
			s.reveal(o)
		}
	})
}

// reveal scrolls so that o, which is somewhere on the screen, can be seen.
func (s *Screen) reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.scroll.Content).Y
	bottom := top + o.Size().Height
	offset := s.scroll.Offset
	switch height := s.scroll.Size().Height; {
	case top-look.Space16 < offset.Y:
		offset.Y = top - look.Space16
		if offset.Y < 2*look.Space32 { // the very top is the better place to be
			offset.Y = 0
		}
	case bottom+look.Space16 > offset.Y+height:
		offset.Y = bottom + look.Space16 - height
	default:
		return
	}
	s.scroll.ScrollToOffset(offset)
}
