package notesview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
)

// lineRenderer draws a line: the phase's margin, a wash where it is lit or
// under the pointer, its text, and on hover the moment it was written.
type lineRenderer struct {
	line               *line
	wash, margin, rule *canvas.Rectangle
	marker             *look.Label
	pieces             []*look.Label
	ground             *canvas.Rectangle // behind the moment
	moment             *look.Label
	shown              []fyne.CanvasObject
}

func (r *lineRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.line.height()) }

func (r *lineRenderer) Layout(size fyne.Size) {
	l := r.line
	r.margin.Resize(fyne.NewSize(marginWidth, size.Height))
	top := l.above() - 2
	r.wash.Move(fyne.NewPos(marginWidth+look.Space4, top))
	r.wash.Resize(fyne.NewSize(size.Width-marginWidth-look.Space4, size.Height-top))
	x, y, row := l.indent(), l.above(), l.rowHeight()
	r.rule.Move(fyne.NewPos(x, size.Height/2))
	r.rule.Resize(fyne.NewSize(size.Width-x-look.Space8, 1))
	marker := r.marker.MinSize()
	r.marker.Move(fyne.NewPos(x-marker.Width-6, y))
	r.marker.Resize(fyne.NewSize(marker.Width, row))
	for i, f := range l.fragments {
		p := r.pieces[i]
		p.Move(fyne.NewPos(x+f.x, y+float32(f.row)*row))
		p.Resize(fyne.NewSize(p.MinSize().Width, row))
	}
	moment := r.moment.MinSize()
	at := fyne.NewPos(size.Width-moment.Width-look.Space8, y)
	r.moment.Move(at)
	r.moment.Resize(fyne.NewSize(moment.Width, row))
	r.ground.Move(at.SubtractXY(look.Space4, 0))
	r.ground.Resize(fyne.NewSize(moment.Width+look.Space12, row))
}

// Refresh is called by the toolkit.
func (r *lineRenderer) Refresh() {
	l := r.line
	for len(r.pieces) < len(l.fragments) {
		r.pieces = append(r.pieces, look.NewLabel("", plainStyle))
	}
	r.pieces = r.pieces[:len(l.fragments)]
	for i, f := range l.fragments {
		r.pieces[i].SetText(f.text)
		r.pieces[i].SetStyle(f.style)
	}
	r.marker.SetText(l.block.marker)
	r.paint()
	r.Layout(l.Size())
	canvas.Refresh(l)
}

func (r *lineRenderer) paint() {
	l := r.line
	r.margin.FillColor, r.wash.FillColor = color.Transparent, color.Transparent
	if l.phase >= 0 {
		r.margin.FillColor = look.PhaseHue(l.phase)
	}
	switch {
	case l.lit:
		r.wash.FillColor = look.Soft(look.Accent, 0.13)
	case l.hovered && l.block.kind != blank:
		r.wash.FillColor = look.Soft(look.Text, 0.05)
	}
	r.rule.FillColor = color.Transparent
	if l.block.kind == rule {
		r.rule.FillColor = look.Color(look.Hairline)
	}
	moment := ""
	if l.hovered && l.block.kind != blank && l.view.Moment != nil {
		moment = l.view.Moment(l.number)
	}
	r.moment.SetText(moment)
	r.ground.FillColor = color.Transparent
	if moment != "" {
		r.ground.FillColor = look.Fade(look.Color(look.Surface), 0.9)
	}
	r.collect(moment != "")
}

// collect lists what is drawn; what is not there costs nothing.
func (r *lineRenderer) collect(moment bool) {
	r.shown = append(r.shown[:0], r.wash, r.margin)
	if r.line.block.kind == rule {
		r.shown = append(r.shown, r.rule)
	}
	if r.line.block.marker != "" {
		r.shown = append(r.shown, r.marker)
	}
	for _, p := range r.pieces {
		r.shown = append(r.shown, p)
	}
	if moment {
		r.shown = append(r.shown, r.ground, r.moment)
	}
}

func (r *lineRenderer) Objects() []fyne.CanvasObject { return r.shown }
func (r *lineRenderer) Destroy()                     {}
