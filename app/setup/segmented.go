package setup

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"talkthrough/app/look"
)

// segmented is a choice of few, side by side. The arrow keys move it.
type segmented struct {
	look.Control
	words   []string
	short   []string // those for segments too narrow for their words; nil: none are needed
	chosen  int
	under   int // the segment under the pointer; -1: none
	changed func(int)
}

// newSegmented returns a choice of words; hint names what is chosen, and unused
// gets the keys that the control does not use.
func newSegmented(words []string, chosen int, hint string, changed func(int), unused func(*fyne.KeyEvent)) *segmented {
	s := &segmented{words: words, chosen: chosen, under: -1, changed: changed}
	s.Extend(s, nil)
	s.OnUnused(unused)
	s.SetHint(look.Hint{Name: hint, Key: "← →"})
	return s
}

// choose picks a segment; out of range picks the nearest.
func (s *segmented) choose(i int) {
	i = min(max(i, 0), len(s.words)-1)
	if i == s.chosen {
		return
	}
	s.chosen = i
	s.Refresh()
	s.changed(i)
}

// set shows a segment as chosen, and tells nobody.
func (s *segmented) set(i int) {
	s.chosen = min(max(i, 0), len(s.words)-1)
	s.Refresh()
}

// word is what segment i says in so much width.
func (s *segmented) word(i int, width float32) string {
	if s.short != nil && look.Body.Medium().Width(s.words[i]) > width {
		return s.short[i]
	}
	return s.words[i]
}

func (s *segmented) at(p fyne.Position) int {
	if s.Size().Width <= 0 {
		return -1
	}
	return min(max(int(p.X/s.Size().Width*float32(len(s.words))), 0), len(s.words)-1)
}

// Tapped is called by the toolkit.
func (s *segmented) Tapped(ev *fyne.PointEvent) {
	takeKeyboard(s)
	s.choose(s.at(ev.Position))
}

// MouseIn is called by the toolkit.
func (s *segmented) MouseIn(ev *desktop.MouseEvent) {
	s.Control.MouseIn(ev)
	s.MouseMoved(ev)
}

// MouseMoved is called by the toolkit.
func (s *segmented) MouseMoved(ev *desktop.MouseEvent) {
	if i := s.at(ev.Position); i != s.under {
		s.under = i
		s.Refresh()
	}
}

// MouseOut is called by the toolkit.
func (s *segmented) MouseOut() {
	s.under = -1
	s.Control.MouseOut()
}

// TypedKey is called by the toolkit.
func (s *segmented) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		s.choose(s.chosen - 1)
	case fyne.KeyRight, fyne.KeyDown:
		s.choose(s.chosen + 1)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(len(s.words) - 1)
	default:
		s.PassOn(ev)
	}
}

// takeKeyboard gives o the keyboard, which the toolkit takes away from whoever
// has it at every click.
func takeKeyboard(o interface {
	fyne.CanvasObject
	fyne.Focusable
},
) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(o)
	}
}

// CreateRenderer is called by the toolkit.
func (s *segmented) CreateRenderer() fyne.WidgetRenderer {
	r := &segmentedRenderer{
		control: s,
		track:   canvas.NewRectangle(color.Transparent),
		wash:    canvas.NewRectangle(color.Transparent),
		pill:    canvas.NewRectangle(color.Transparent),
		ring:    canvas.NewRectangle(color.Transparent),
	}
	r.track.CornerRadius = look.RadiusControl
	r.wash.CornerRadius, r.pill.CornerRadius = look.RadiusChip, look.RadiusChip
	r.ring.CornerRadius = look.RadiusControl + 2
	shown := []fyne.CanvasObject{r.track, r.wash, r.pill}
	for _, word := range s.words {
		l := look.NewLabel(word, look.Body.Centred())
		r.labels = append(r.labels, l)
		shown = append(shown, l)
	}
	r.Draw(s, r.paint, r.Layout, append(shown, r.ring)...)
	return r
}

// roomy is how many segments still have much space round their words.
const roomy = 5

type segmentedRenderer struct {
	look.Drawing
	control                 *segmented
	track, wash, pill, ring *canvas.Rectangle
	labels                  []*look.Label
}

func (r *segmentedRenderer) MinSize() fyne.Size {
	width := float32(0)
	words := r.control.words
	if r.control.short != nil {
		words = r.control.short
	}
	for _, word := range words {
		width = max(width, look.Body.Medium().Width(word))
	}
	around := look.Space16
	if len(r.labels) > roomy {
		around = look.Space8
	}
	return fyne.NewSize((width+2*around)*float32(len(r.labels)), look.ControlHeight)
}

func (r *segmentedRenderer) Layout(size fyne.Size) {
	const inset = 2
	each := size.Width / float32(len(r.labels))
	r.track.Resize(size)
	r.ring.Resize(size.AddWidthHeight(4, 4))
	r.ring.Move(fyne.NewPos(-2, -2))
	place := func(box *canvas.Rectangle, i int) {
		box.Resize(fyne.NewSize(each-2*inset, size.Height-2*inset))
		box.Move(fyne.NewPos(each*float32(i)+inset, inset))
	}
	place(r.pill, r.control.chosen)
	place(r.wash, max(r.control.under, 0))
	for i, l := range r.labels {
		l.SetText(r.control.word(i, each-2*look.Space4))
		l.Resize(fyne.NewSize(each, size.Height))
		l.Move(fyne.NewPos(each*float32(i), 0))
	}
}

func (r *segmentedRenderer) paint() {
	c := r.control
	r.track.FillColor = look.Soft(look.Text, 0.07)
	r.pill.FillColor = look.Color(look.Surface)
	if look.Variant() == theme.VariantDark {
		r.pill.FillColor = look.Soft(look.Text, 0.18)
	}
	r.pill.StrokeColor, r.pill.StrokeWidth = look.Color(look.Hairline), 1
	r.wash.FillColor = color.Transparent
	if c.under >= 0 {
		r.wash.FillColor = look.Soft(look.Text, 0.05)
	}
	c.PaintRing(r.ring)
	for i, l := range r.labels {
		style := look.Body.Centred().In(look.Muted)
		if i == c.chosen {
			style = look.Body.Medium().Centred()
		}
		l.SetStyle(style)
	}
}
