package waveform

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
)

// bandRow draws the phases: a pale block in the phase's hue with its name.
type bandRow struct {
	blocks []*canvas.Rectangle
	names  []*look.Label
}

var bandStyle = look.Caption.Medium()

func (r *bandRow) layout(bands []Band, v view) {
	for len(r.blocks) < len(bands) {
		block := canvas.NewRectangle(color.Transparent)
		block.CornerRadius = look.RadiusChip
		r.blocks = append(r.blocks, block)
		r.names = append(r.names, look.NewLabel("", bandStyle))
	}
	r.blocks, r.names = r.blocks[:len(bands)], r.names[:len(bands)]
	for i, b := range bands {
		left, right := max(0, v.x(b.From)), min(v.width, v.x(b.To))
		block, name := r.blocks[i], r.names[i]
		block.Hidden = right-left < 1
		name.Hidden = block.Hidden
		if block.Hidden {
			continue
		}
		block.FillColor = look.Fade(look.PhaseHue(b.Phase), 0.26)
		block.Move(fyne.NewPos(left, 0))
		block.Resize(fyne.NewSize(max(1, right-left-2), bandsHigh))
		block.Refresh()
		name.SetText(bandStyle.Fit(b.Name, right-left-2-2*6))
		name.Move(fyne.NewPos(left+6, 0))
		name.Resize(fyne.NewSize(max(0, right-left-2-2*6), bandsHigh))
		name.Refresh()
	}
}

func (r *bandRow) objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i := range r.blocks {
		out = append(out, r.blocks[i], r.names[i])
	}
	return out
}

// markRow draws marks, each as a shape that says its kind.
//
// Its objects stay from one layout to the next: a new object has a size the
// toolkit has not seen, for which it lays out anew, for ever.
type markRow struct {
	marks []fyne.CanvasObject
	kinds []string // of marks
}

const markSize float32 = 10

func (r *markRow) layout(data Data, v view) {
	r.fit(data.Marks)
	for i, m := range data.Marks {
		x := v.x(m.At)
		shape := r.marks[i]
		if x < 0 || x > v.width {
			shape.Hide()
			continue
		}
		tint(shape, m.Kind)
		shape.Resize(fyne.NewSquareSize(markSize))
		shape.Move(fyne.NewPos(x-markSize/2, marksTop+(marksHigh-markSize)/2))
		shape.Show()
	}
}

// fit makes the row hold a shape of the right kind for each mark.
func (r *markRow) fit(marks []Mark) {
	n := min(len(r.marks), len(marks))
	r.marks, r.kinds = r.marks[:n], r.kinds[:n]
	for i, m := range marks {
		switch {
		case i == len(r.marks):
			r.marks, r.kinds = append(r.marks, markShape(m.Kind)), append(r.kinds, m.Kind)
		case r.kinds[i] != m.Kind:
			r.marks[i], r.kinds[i] = markShape(m.Kind), m.Kind
		}
	}
}

// markShape is a triangle for good, a diamond for unclear, a disc otherwise.
func markShape(kind string) fyne.CanvasObject {
	switch kind {
	case "good":
		return canvas.NewPolygon(3, color.Transparent)
	case "unclear":
		return canvas.NewPolygon(4, color.Transparent)
	}
	return canvas.NewCircle(color.Transparent)
}

// tint gives a mark's shape its colour in the present theme.
func tint(shape fyne.CanvasObject, kind string) {
	name := look.Accent
	switch kind {
	case "good":
		name = look.Ahead
	case "unclear":
		name = look.Behind
	}
	switch s := shape.(type) {
	case *canvas.Polygon:
		s.FillColor = look.Color(name)
	case *canvas.Circle:
		s.FillColor = look.Color(name)
	}
}

func (r *markRow) objects() []fyne.CanvasObject { return r.marks }
