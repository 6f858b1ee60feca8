package whiteboard

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"talkthrough/internal/board"
	"talkthrough/internal/paint"
)

// surface is the baked scene on the canvas and the view on it: what Viewer and
// Board have in common.
type surface struct {
	bake   bake
	raster *canvas.Raster
	view   view
	scale  float64 // device pixels per window unit, as last painted
	fits   bool    // the view follows frame until the user moves it
	frame  func() board.Rect
	moved  func() // called when the view has changed
}

func newSurface(frame func() board.Rect) *surface {
	s := &surface{view: view{zoom: 1}, scale: 1, fits: true, frame: frame, moved: func() {}}
	s.raster = canvas.NewRaster(s.generate)
	return s
}

// generate paints for the canvas; w and h are device pixels.
func (s *surface) generate(w, h int) image.Image {
	if width := s.raster.Size().Width; width > 0 {
		s.scale = float64(w) / float64(width)
	}
	s.bake.look(s.device(), themeNow())
	return s.bake.image(w, h)
}

// device is the view in device pixels.
func (s *surface) device() paint.View {
	return paint.View{X: s.view.x, Y: s.view.y, Zoom: s.view.zoom * s.scale}
}

// resize gives the surface its place; a view that still fits its frame goes on
// fitting.
func (s *surface) resize(size fyne.Size) {
	s.raster.Resize(size)
	if s.fits {
		s.set(fitted(s.frame(), size))
	}
}

// set changes the view.
func (s *surface) set(to view) {
	if to == s.view {
		return
	}
	s.view = to
	s.raster.Refresh()
	s.moved()
}

// fitFrame shows the whole frame, now and after each resize until the user
// moves the view.
func (s *surface) fitFrame() {
	s.fits = true
	s.set(fitted(s.frame(), s.raster.Size()))
}

// fitTo shows r.
func (s *surface) fitTo(r board.Rect) {
	s.fits = false
	s.set(fitted(r, s.raster.Size()))
}

// pan moves what is seen by so many window units, rounded to whole pixels so
// that what stays need not be painted again.
func (s *surface) pan(dx, dy float32) {
	s.fits = false
	unit := s.view.zoom * s.scale
	to := s.view
	to.x -= math.Round(float64(dx)*s.scale) / unit
	to.y -= math.Round(float64(dy)*s.scale) / unit
	s.set(to)
}

// zoomAt zooms and keeps the scene point under p where it is.
func (s *surface) zoomAt(p fyne.Position, zoom float64) {
	s.fits = false
	s.set(s.view.zoomedAt(p, zoom))
}

// zoomStep zooms one step about the middle.
func (s *surface) zoomStep(up bool) { s.zoomAt(s.middle(), nextZoom(s.view.zoom, up)) }

// zoomReset goes back to 100 % about the middle.
func (s *surface) zoomReset() { s.zoomAt(s.middle(), 1) }

func (s *surface) middle() fyne.Position {
	size := s.raster.Size()
	return fyne.NewPos(size.Width/2, size.Height/2)
}

// wheelZoom is how much one unit of wheel movement zooms; a notch is 25 units.
const wheelZoom = 0.004

// scroll is the wheel: it pans, sideways with Shift, and zooms at the pointer
// with Ctrl.
func (s *surface) scroll(ev *fyne.ScrollEvent) {
	mods := modifiers()
	switch {
	case mods&fyne.KeyModifierShortcutDefault != 0:
		s.zoomAt(ev.Position, s.view.zoom*math.Exp(float64(ev.Scrolled.DY)*wheelZoom))
	case mods&fyne.KeyModifierShift != 0 && ev.Scrolled.DX == 0:
		s.pan(ev.Scrolled.DY, 0)
	default:
		s.pan(ev.Scrolled.DX, ev.Scrolled.DY)
	}
}

// modifiers are the modifier keys held now: drags and wheels do not carry them.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// themeNow is the painter's theme for the app's.
func themeNow() paint.Theme {
	if fyne.CurrentApp().Settings().ThemeVariant() == theme.VariantDark {
		return paint.Dark
	}
	return paint.Light
}
