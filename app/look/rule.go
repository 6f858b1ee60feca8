package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Rule is a hairline. It is one unit thick and as long as its place.
type Rule struct{ widget.BaseWidget }

// NewRule returns a hairline, for between rows or between columns alike: the
// layout it stands in gives it its length.
func NewRule() *Rule {
	r := &Rule{}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *Rule) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(Color(Hairline))
	return &ruleRenderer{WidgetRenderer: widget.NewSimpleRenderer(line), line: line}
}

type ruleRenderer struct {
	fyne.WidgetRenderer
	line *canvas.Rectangle
}

func (r *ruleRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(1) }

func (r *ruleRenderer) Refresh() {
	r.line.FillColor = Color(Hairline)
	r.line.Refresh()
}
