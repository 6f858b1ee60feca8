package waveform

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
)

// markRow draws marks, each as a shape that says its kind, and behind them the
// silences that can be pointed at.
//
// Its objects stay from one layout to the next: a new object has a size the
// toolkit has not seen, for which it lays out anew, for ever.
type markRow struct {
	marks    []fyne.CanvasObject
	kinds    []string // of marks
	silences []*canvas.Rectangle
}

const (
	markSize    float32 = 10
	silenceHigh float32 = 4
	// silenceLeast is how wide a silence must be to be drawn in the row, and to
	// be clicked there.
	silenceLeast float32 = 4
)

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
	r.layoutSilences(data.Silences, v)
}

func (r *markRow) layoutSilences(silences []Span, v view) {
	drawn := 0
	for _, s := range silences {
		left, right := max(0, v.x(s.From)), min(v.width, v.x(s.To))
		if !pointable(s, v) || right <= left {
			continue
		}
		if drawn == len(r.silences) {
			bar := canvas.NewRectangle(color.Transparent)
			bar.CornerRadius = silenceHigh / 2
			r.silences = append(r.silences, bar)
		}
		bar := r.silences[drawn]
		bar.FillColor = look.Soft(look.Muted, 0.3)
		bar.Move(fyne.NewPos(left, marksTop+(marksHigh-silenceHigh)/2))
		bar.Resize(fyne.NewSize(right-left, silenceHigh))
		bar.Show()
		drawn++
	}
	for _, bar := range r.silences[drawn:] {
		bar.Hide()
	}
}

// pointable reports whether a silence is wide enough to be in the row.
func pointable(s Span, v view) bool { return v.x(s.To)-v.x(s.From) >= silenceLeast }

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

// star has five points, bubble is what somebody says; both in a unit square.
var (
	star = []fyne.Position{
		{X: 0.5, Y: 0},
		{X: 0.63, Y: 0.34},
		{X: 1, Y: 0.36},
		{X: 0.71, Y: 0.59},
		{X: 0.81, Y: 0.95},
		{X: 0.5, Y: 0.75},
		{X: 0.19, Y: 0.95},
		{X: 0.29, Y: 0.59},
		{X: 0, Y: 0.36},
		{X: 0.37, Y: 0.34},
	}
	bubble = []fyne.Position{
		{X: 0, Y: 0.05}, {X: 1, Y: 0.05}, {X: 1, Y: 0.7}, {X: 0.5, Y: 0.7}, {X: 0.2, Y: 1}, {X: 0.2, Y: 0.7}, {X: 0, Y: 0.7},
	}
)

// markShape is a triangle for good, a diamond for unclear, a speech bubble for
// an ask, a star for a curveball, a frame for a card, a disc otherwise.
func markShape(kind string) fyne.CanvasObject {
	switch kind {
	case Good:
		return canvas.NewPolygon(3, color.Transparent)
	case Unclear:
		return canvas.NewPolygon(4, color.Transparent)
	case Ask:
		return outlined(bubble)
	case Curveball:
		return outlined(star)
	case Card:
		frame := canvas.NewRectangle(color.Transparent)
		frame.StrokeWidth, frame.CornerRadius = 1.5, 2
		return frame
	}
	return canvas.NewCircle(color.Transparent)
}

func outlined(points []fyne.Position) *canvas.ArbitraryPolygon {
	p := canvas.NewArbitraryPolygon(points, color.Transparent)
	p.NormalizedPoints = true
	return p
}

// tint gives a mark's shape its colour in the present theme.
func tint(shape fyne.CanvasObject, kind string) {
	name := look.Accent
	switch kind {
	case Good:
		name = look.Ahead
	case Unclear:
		name = look.Behind
	case Curveball:
		name = look.Recording
	case Card:
		name = look.Muted
	}
	switch s := shape.(type) {
	case *canvas.Polygon:
		s.FillColor = look.Color(name)
	case *canvas.ArbitraryPolygon:
		s.FillColor = look.Color(name)
	case *canvas.Rectangle:
		s.StrokeColor, s.FillColor = look.Color(name), look.Color(look.Surface)
	case *canvas.Circle:
		s.FillColor = look.Color(name)
	}
}

func (r *markRow) objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, bar := range r.silences {
		out = append(out, bar)
	}
	return append(out, r.marks...)
}
