package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Drawing is what the renderers of painted widgets have in common: the objects
// they draw, and how these follow the widget. A renderer embeds it, calls Draw
// once it has its objects, and adds MinSize and Layout.
type Drawing struct {
	widget fyne.Widget
	paint  func()
	layout func(fyne.Size)
	shown  []fyne.CanvasObject
}

// Draw sets what is drawn, from the back to the front, and paints it: paint
// gives the objects their look from the widget's state. At every refresh paint
// and then layout, the renderer's own, are called again.
func (d *Drawing) Draw(widget fyne.Widget, paint func(), layout func(fyne.Size), shown ...fyne.CanvasObject) {
	d.widget, d.paint, d.layout, d.shown = widget, paint, layout, shown
	paint()
}

// Refresh is called by the toolkit.
func (d *Drawing) Refresh() {
	d.paint()
	d.layout(d.widget.Size())
	for _, o := range d.shown {
		o.Refresh()
	}
	canvas.Refresh(d.widget)
}

// Objects is called by the toolkit.
func (d *Drawing) Objects() []fyne.CanvasObject { return d.shown }

// Destroy is called by the toolkit.
func (d *Drawing) Destroy() {}
