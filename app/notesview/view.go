// Package notesview shows the notes of an attempt as they stood at one moment:
// Markdown laid out line by line, so that each line can be lit while it is
// being written and clicked to hear what was said then.
package notesview

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// View is the notes, read-only. For the UI thread only.
type View struct {
	widget.BaseWidget
	// OnTapped is called with the number of a line that was clicked, from 0.
	// Empty lines are not told.
	OnTapped func(line int)
	// Moment says when a line was written; it is shown while the pointer is on
	// the line. It may be nil.
	Moment func(line int) string

	source string
	blocks []block
	lines  []*line
	phases []int
	lit    []int

	ruler  ruler
	scale  float32 // height of body text that the ruler was made for
	page   *fyne.Container
	scroll *container.Scroll
	empty  *look.Label
}

// New returns a view of no notes.
func New() *View {
	v := &View{ruler: ruler{}, empty: look.NewLabel("", look.Body.In(look.Muted).Centred())}
	v.page = container.New(pageLayout{v})
	v.scroll = container.NewVScroll(v.page)
	v.scroll.OnScrolled = func(fyne.Position) { v.cull() }
	v.ExtendBaseWidget(v)
	v.Set("", nil)
	return v
}

// Set shows the notes. phases gives the phase of each line, in whose hue its
// margin is; a line without one has none. The lines lit are highlighted softly,
// without moving anything; a negative one is none. The last of them comes into
// view when it is another one than before or the notes are. Setting what is already there costs nothing.
func (v *View) Set(source string, phases []int, lit ...int) {
	if strings.TrimSpace(source) == "" {
		phases = nil
	}
	same := source == v.source && v.lines != nil
	if same && slices.Equal(lit, v.lit) && slices.Equal(phases, v.phases) {
		return
	}
	v.phases = append(v.phases[:0], phases...)
	if !same {
		v.source, v.blocks = source, parse(source)
	}
	pen := last(lit)
	moved := pen != last(v.lit)
	v.lit = append(v.lit[:0], lit...)
	before := len(v.lines)
	v.sync()
	if !same || len(v.lines) != before {
		v.arrange()
	}
	if moved || !same {
		v.Reveal(pen)
	}
}

// last is the last of some lines, -1 for none.
func last(lines []int) int {
	if n := len(lines); n > 0 {
		return lines[n-1]
	}
	return -1
}

// Source is the Markdown that is shown.
func (v *View) Source() string { return v.source }

// Lit lists the lines that are highlighted, as they were set.
func (v *View) Lit() []int { return slices.Clone(v.lit) }

// sync gives every block its line, reusing those that are there and touching
// only what differs.
func (v *View) sync() {
	for len(v.lines) < len(v.blocks) {
		l := newLine(v, len(v.lines))
		v.lines = append(v.lines, l)
		v.page.Objects = append(v.page.Objects, l)
	}
	v.lines = v.lines[:len(v.blocks)]
	v.page.Objects = v.page.Objects[:len(v.blocks)]
	for i, l := range v.lines {
		phase := -1
		if i < len(v.phases) {
			phase = v.phases[i]
		}
		if !sameBlock(l.block, v.blocks[i]) {
			l.block, l.width = v.blocks[i], -1
		}
		if lit := slices.Contains(v.lit, i); l.phase != phase || l.lit != lit {
			l.phase, l.lit = phase, lit
			l.Refresh()
		}
	}
	v.empty.SetText("")
	if strings.TrimSpace(v.source) == "" {
		v.empty.SetText("No notes at this point")
	}
}

func sameBlock(a, b block) bool {
	return a.kind == b.kind && a.level == b.level && a.depth == b.depth && a.marker == b.marker && slices.Equal(a.runs, b.runs)
}

// arrange wraps and places the lines for the present width.
func (v *View) arrange() {
	if v.Size().Width <= 0 {
		return
	}
	if scale := plainStyle.Height(); scale != v.scale {
		v.scale, v.ruler = scale, ruler{}
		for _, l := range v.lines {
			l.width = -1
		}
	}
	for _, l := range v.lines {
		l.wrap(v.Size().Width)
	}
	v.scroll.Refresh()
	v.page.Refresh()
	v.cull()
}

// Reveal scrolls as little as needed to have line i in sight; a line that is
// not there changes nothing.
func (v *View) Reveal(i int) {
	if i < 0 || i >= len(v.lines) {
		return
	}
	l := v.lines[i]
	top, bottom := l.Position().Y, l.Position().Y+l.Size().Height
	offset, height := v.scroll.Offset.Y, v.scroll.Size().Height
	switch {
	case height <= 0:
		return
	case top < offset:
		offset = top - look.Space16
	case bottom > offset+height:
		offset = bottom - height + look.Space16
	default:
		return
	}
	v.scroll.ScrollToOffset(fyne.NewPos(0, max(offset, 0)))
	v.cull()
}

// cull hides the lines out of sight, which the toolkit would draw otherwise.
func (v *View) cull() {
	top, bottom := v.scroll.Offset.Y, v.scroll.Offset.Y+v.scroll.Size().Height
	for _, l := range v.lines {
		y := l.Position().Y
		if inSight := y < bottom && y+l.Size().Height > top; inSight != l.Visible() {
			if inSight {
				l.Show()
			} else {
				l.Hide()
			}
		}
	}
}

func (v *View) tap(i int) {
	if v.OnTapped != nil && i < len(v.blocks) && v.blocks[i].kind != blank {
		v.OnTapped(i)
	}
}

// CreateRenderer is called by the toolkit.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return &viewRenderer{v} }

type viewRenderer struct{ v *View }

func (r *viewRenderer) MinSize() fyne.Size { return fyne.NewSize(140, 60) }

func (r *viewRenderer) Layout(size fyne.Size) {
	r.v.empty.Resize(fyne.NewSize(size.Width, min(size.Height, 120)))
	r.v.scroll.Resize(size)
	r.v.arrange()
}

func (r *viewRenderer) Refresh() {
	r.v.arrange()
	for _, l := range r.v.lines {
		l.Refresh()
	}
	r.v.empty.Refresh()
}

func (r *viewRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.v.empty, r.v.scroll}
}

func (r *viewRenderer) Destroy() {}
