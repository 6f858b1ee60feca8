package whiteboard

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"talkthrough/app/look"
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
	moved  func(zoomed bool) // called when the view has changed
	scaled func()            // called when scale has changed
	// mods tells the modifier keys held now: drags and wheels do not carry them.
	mods func() fyne.KeyModifier
}

func newSurface(frame func() board.Rect) *surface {
	s := &surface{
		view: view{zoom: 1}, scale: 1, fits: true, frame: frame,
		moved: func(bool) {}, scaled: func() {}, mods: heldModifiers,
	}
	s.raster = rasterOf(s.generate)
	return s
}

// rasterOf shows what generate paints, pixel for pixel: smoothing has nothing to
// smooth there, and costs a third more where no graphics card does it.
func rasterOf(generate func(w, h int) image.Image) *canvas.Raster {
	r := canvas.NewRaster(generate)
	r.ScaleMode = canvas.ImageScalePixels
	return r
}

// generate paints for the canvas; w and h are device pixels.
func (s *surface) generate(w, h int) image.Image {
	if scale := s.measured(w); scale != s.scale {
		s.scale = scale
		fyne.Do(s.scaled) // not now: the window is being painted
	}
	return s.bake.image(s.lens(), w, h, themeNow())
}

// measured is how many device pixels a window unit is long, given the raster's
// width in pixels. That width is rounded: dividing would not give the same
// scale at every size, and not the one by which everything else is placed.
func (s *surface) measured(w int) float64 {
	width := float64(s.raster.Size().Width)
	if width <= 0 {
		return s.scale
	}
	fits := func(scale float64) bool { return math.Abs(width*scale-float64(w)) <= 1 }
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.raster); c != nil {
		for _, density := range []float64{1, 2} { // some screens have pixels behind pixels
			if scale := float64(c.Scale()) * density; fits(scale) {
				return scale
			}
		}
	}
	if fits(s.scale) {
		return s.scale
	}
	return float64(w) / width
}

// lens is the view in device pixels.
func (s *surface) lens() lens { return lensOf(s.view, s.scale) }

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
	zoomed := to.zoom != s.view.zoom
	s.view = to
	s.raster.Refresh()
	s.moved(zoomed)
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

// pan moves what is seen by so many window units.
func (s *surface) pan(dx, dy float32) {
	s.fits = false
	to := s.view
	to.x -= float64(dx) / to.zoom
	to.y -= float64(dy) / to.zoom
	s.set(to)
}

// page moves what is seen by most of its height.
func (s *surface) page(up bool) {
	const kept = 0.1
	by := s.raster.Size().Height * (1 - kept)
	if !up {
		by = -by
	}
	s.pan(0, by)
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
	mods := s.mods()
	switch {
	case mods&fyne.KeyModifierShortcutDefault != 0:
		s.zoomAt(ev.Position, s.view.zoom*math.Exp(float64(ev.Scrolled.DY)*wheelZoom))
	case mods&fyne.KeyModifierShift != 0 && ev.Scrolled.DX == 0:
		s.pan(ev.Scrolled.DY, 0)
	default:
		s.pan(ev.Scrolled.DX, ev.Scrolled.DY)
	}
}

func heldModifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// themeNow is the painter's theme for the app's.
func themeNow() paint.Theme {
	if look.Variant() == theme.VariantDark {
		return paint.Dark
	}
	return paint.Light
}
