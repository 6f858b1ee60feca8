package whiteboard

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkthrough/internal/board"
)

var (
	_ fyne.Tappable          = (*Viewer)(nil)
	_ fyne.SecondaryTappable = (*Viewer)(nil)
	_ fyne.Draggable         = (*Viewer)(nil)
	_ fyne.Scrollable        = (*Viewer)(nil)
	_ desktop.Hoverable      = (*Viewer)(nil)
	_ desktop.Cursorable     = (*Viewer)(nil)
)

// Viewer shows a scene: it pans, zooms and tells which element was clicked, and
// changes nothing. For the UI thread only.
type Viewer struct {
	widget.BaseWidget
	// OnPick is called with the id of an element that was clicked.
	OnPick func(id string)
	// OnSecondary is called with the id of an element that was clicked by the
	// second mouse button.
	OnSecondary func(id string)

	*surface
	scene *board.Scene
	fixed board.Rect // what FitAll shows; empty: the scene
	over  bool       // the pointer is on an element
	glow  *glow
	lit   *lit
}

// NewViewer returns a viewer of an empty scene.
func NewViewer() *Viewer {
	v := &Viewer{scene: board.NewScene()}
	v.surface = newSurface(func() board.Rect {
		if v.fixed.Empty() {
			return v.scene.Bounds()
		}
		return v.fixed
	})
	v.glow = newGlow(v.surface)
	v.lit = newLit(v.surface)
	v.surface.scaled = func() {
		v.glow.arrange()
		v.lit.arrange()
	}
	v.surface.moved = func(bool) { v.surface.scaled() }
	v.ExtendBaseWidget(v)
	return v
}

// SetScene makes s the scene that is shown; only what differs is painted anew. The
// viewer keeps s: give it a scene that does not change any more.
func (v *Viewer) SetScene(s *board.Scene) {
	v.scene = s
	if v.fits && v.fixed.Empty() {
		v.fitFrame()
	}
	v.bake.show(s.Elements())
	if v.bake.stale() {
		v.raster.Refresh()
	}
}

// SetLaser shows the trail of a laser pointer as it is at one moment; the points
// tell how long before that they were pointed at. None puts it out.
func (v *Viewer) SetLaser(trail []board.Laser) { v.glow.show(trail) }

// Frame fixes what FitAll shows to r, in scene units, so that a replay, whose
// scene grows, does not jump.
func (v *Viewer) Frame(r board.Rect) {
	v.fixed = r
	v.fitFrame()
}

// FitAll shows the whole frame, or the whole scene where none was set, and goes
// on doing so until the user moves the view.
func (v *Viewer) FitAll() { v.fitFrame() }

// ZoomStep zooms one step in or out.
func (v *Viewer) ZoomStep(in bool) { v.zoomStep(in) }

// Zoom is the magnification: 1 is 100 %.
func (v *Viewer) Zoom() float64 { return v.view.zoom }

// tolerance is how far beside a line, in window units, a click still counts.
const tolerance = 8

// At is the element at a position of the widget, or nil. The inside of a shape
// counts: here a click can mean nothing else.
func (v *Viewer) at(p fyne.Position) *board.Element {
	at := v.view.toScene(p)
	if e := v.scene.HitTest(at, tolerance/v.view.zoom); e != nil {
		return e
	}
	return shapeAround(v.scene, at)
}

// shapeAround is the smallest shape whose box holds p, or nil.
func shapeAround(s *board.Scene, p board.Point) *board.Element {
	var found *board.Element
	for _, e := range s.Elements() {
		if e.Deleted || e.Locked || !e.IsShape() || !e.Extent().Contains(p) {
			continue
		}
		if found == nil || e.W*e.H <= found.W*found.H {
			found = e
		}
	}
	return found
}

// Tapped is called by the toolkit.
func (v *Viewer) Tapped(ev *fyne.PointEvent) {
	if e := v.at(ev.Position); e != nil && v.OnPick != nil {
		v.OnPick(e.ID)
	}
}

// TappedSecondary is called by the toolkit.
func (v *Viewer) TappedSecondary(ev *fyne.PointEvent) {
	if e := v.at(ev.Position); e != nil && v.OnSecondary != nil {
		v.OnSecondary(e.ID)
	}
}

// Dragged is called by the toolkit: any drag pans.
func (v *Viewer) Dragged(ev *fyne.DragEvent) { v.pan(ev.Dragged.DX, ev.Dragged.DY) }

// DragEnd is called by the toolkit.
func (v *Viewer) DragEnd() {}

// Scrolled is called by the toolkit.
func (v *Viewer) Scrolled(ev *fyne.ScrollEvent) { v.scroll(ev) }

// MouseIn is called by the toolkit.
func (v *Viewer) MouseIn(ev *desktop.MouseEvent) { v.MouseMoved(ev) }

// MouseMoved is called by the toolkit.
func (v *Viewer) MouseMoved(ev *desktop.MouseEvent) { v.over = v.at(ev.Position) != nil }

// MouseOut is called by the toolkit.
func (v *Viewer) MouseOut() { v.over = false }

// Cursor is called by the toolkit.
func (v *Viewer) Cursor() desktop.Cursor {
	if v.over {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer is called by the toolkit.
func (v *Viewer) CreateRenderer() fyne.WidgetRenderer { return &viewerRenderer{v} }

type viewerRenderer struct{ v *Viewer }

func (r *viewerRenderer) Layout(size fyne.Size) { r.v.resize(size) }
func (r *viewerRenderer) MinSize() fyne.Size    { return fyne.NewSize(120, 80) }
func (r *viewerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.v.raster, r.v.lit.raster, r.v.glow.raster}
}
func (r *viewerRenderer) Destroy() {}

func (r *viewerRenderer) Refresh() {
	r.v.raster.Refresh()
	r.v.lit.raster.Refresh()
	canvas.Refresh(r.v)
}
