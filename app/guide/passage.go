package guide

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

const (
	leading     float32 = 1.38
	itemIndent          = look.Space24
	quoteIndent         = look.Space16
	quoteBar    float32 = 3
)

// passage shows one block of a page.
type passage struct {
	widget.BaseWidget
	sheet  *sheet
	block  block
	width  float32
	pieces []piece
	rows   int
	shown  []fyne.CanvasObject // the pieces, as labels and links
}

func newPassage(s *sheet, b block) *passage {
	p := &passage{sheet: s, block: b, rows: 1}
	p.ExtendBaseWidget(p)
	return p
}

func (p *passage) indent() float32 {
	switch p.block.kind {
	case item:
		return itemIndent
	case quote:
		return quoteIndent
	}
	return 0
}

// inset is the room above and below the text, within a quote.
func (p *passage) inset() float32 {
	if p.block.kind == quote {
		return look.Space8
	}
	return 0
}

func (p *passage) rowHeight() float32 {
	style := prose
	if p.block.kind == heading {
		style = styles[p.block.level]
	}
	return style.Height() * leading
}

// above is the space to the block before, which sets headings apart and keeps
// lists together.
func (p *passage) above(before *passage) float32 {
	switch {
	case before == nil:
		return 0
	case p.block.kind == heading && p.block.level < 3:
		return look.Space32
	case p.block.kind == item && before.block.kind == item:
		return look.Space4 + 2
	case before.block.kind == heading && before.block.level > 1:
		return look.Space8
	}
	return look.Space16
}

// set breaks the text for a width.
func (p *passage) set(width float32) {
	if width == p.width {
		return
	}
	p.width = width
	p.pieces, p.rows = p.sheet.ruler.set(p.block.runs, width-p.indent()-p.inset())
	p.shown = p.shown[:0]
	for _, one := range p.pieces {
		if one.to != "" {
			p.shown = append(p.shown, newLink(one, p.sheet.follow, p.sheet.key, p.sheet.reveal))
			continue
		}
		p.shown = append(p.shown, look.NewLabel(one.text, one.style))
	}
	p.Refresh()
}

func (p *passage) height() float32 { return float32(p.rows)*p.rowHeight() + 2*p.inset() }

// CreateRenderer is called by the toolkit.
func (p *passage) CreateRenderer() fyne.WidgetRenderer {
	r := &passageRenderer{
		p: p, ground: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent),
		marker: look.NewLabel(p.block.marker, prose.In(look.Muted)),
	}
	r.ground.CornerRadius = look.RadiusChip
	r.Refresh()
	return r
}

type passageRenderer struct {
	p           *passage
	ground, bar *canvas.Rectangle
	marker      *look.Label
}

func (r *passageRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.p.height()) }

func (r *passageRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.bar.Resize(fyne.NewSize(quoteBar, size.Height))
	x, row := r.p.indent(), r.p.rowHeight()
	r.marker.Move(fyne.NewPos(x-r.marker.MinSize().Width-look.Space8, 0))
	r.marker.Resize(fyne.NewSize(r.marker.MinSize().Width, row))
	for i, one := range r.p.pieces {
		o := r.p.shown[i]
		o.Move(fyne.NewPos(x+one.x, r.p.inset()+float32(one.row)*row))
		o.Resize(fyne.NewSize(o.MinSize().Width, row))
	}
}

func (r *passageRenderer) Refresh() {
	r.ground.FillColor, r.bar.FillColor = look.Soft(look.Accent, 0.07), look.Soft(look.Accent, 0.6)
	for _, o := range r.p.shown {
		o.Refresh()
	}
	r.marker.Refresh()
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

func (r *passageRenderer) Objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	switch r.p.block.kind {
	case quote:
		out = append(out, r.ground, r.bar)
	case item:
		out = append(out, r.marker)
	}
	return append(out, r.p.shown...)
}

func (r *passageRenderer) Destroy() {}
