package waveform

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
)

// The rows, from the top.
const (
	bandsHigh float32 = 22
	marksTop  float32 = bandsHigh + 4
	marksHigh float32 = 14
	waveTop   float32 = marksTop + marksHigh + 4
	waveLeast float32 = 56
	frame     float32 = 2 // the sound keeps off the frame round it
)

const noSound = "No sound was recorded"

type renderer struct {
	w        *Waveform
	ground   *canvas.Rectangle
	bands    bandRow
	marks    markRow
	wave     *canvas.Raster
	veil     *canvas.Rectangle // over what has not been heard yet
	empty    *look.Label
	playhead *canvas.Line
	knob     *canvas.Circle
	overview overview
	hover    *hover
	cached   image.Image
	cachedAs cacheKey
}

// cacheKey says what the cached picture is a picture of.
type cacheKey struct {
	view    view
	w, h    int
	version int
	variant fyne.ThemeVariant
}

// CreateRenderer is called by the toolkit.
func (w *Waveform) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{
		w:        w,
		ground:   canvas.NewRectangle(color.Transparent),
		veil:     canvas.NewRectangle(color.Transparent),
		empty:    look.NewLabel(noSound, look.Caption.In(look.Muted).Centred()),
		playhead: canvas.NewLine(color.Transparent),
		knob:     canvas.NewCircle(color.Transparent),
		overview: newOverview(),
		hover:    newHover(),
	}
	r.wave = canvas.NewRaster(r.picture)
	r.wave.ScaleMode = canvas.ImageScalePixels
	w.renderer = r
	r.Refresh()
	return r
}

// picture gives the raster its pixels. The toolkit may ask again for the same;
// only another view, size, recording or theme is drawn anew.
func (r *renderer) picture(width, height int) image.Image {
	w := r.w
	key := cacheKey{w.view(), width, height, w.version, look.Variant()}
	if r.cached != nil && key == r.cachedAs {
		return r.cached
	}
	p := picture{width: width, height: height, gain: w.gain}
	p.palette()
	if w.data.Columns != nil && w.to > w.from {
		p.bar, p.step = stepOf(float32(width) / max(1, w.Size().Width))
		p.columns = w.data.Columns(w.from, w.to, (width+p.step-1)/p.step)
		p.shaded = w.shaded
	}
	p.silent = coverage(w.data.Silences, w.view(), width)
	p.lost = coverage(w.data.Losses, w.view(), width)
	r.cached, r.cachedAs = p.draw(), key
	return r.cached
}

func (r *renderer) MinSize() fyne.Size {
	return fyne.NewSize(200, waveTop+waveLeast+overviewGap+overviewHigh)
}

func (r *renderer) Layout(size fyne.Size) {
	v := r.w.view()
	r.bands.layout(r.w.data.Bands, v)
	r.marks.layout(r.w.data, v)
	high := waveHeight(size)
	r.ground.Move(fyne.NewPos(0, waveTop))
	r.ground.Resize(fyne.NewSize(size.Width, high))
	r.wave.Move(fyne.NewPos(0, waveTop+frame))
	r.wave.Resize(fyne.NewSize(size.Width, high-2*frame))
	r.empty.Resize(r.empty.MinSize())
	r.empty.Move(fyne.NewPos((size.Width-r.empty.MinSize().Width)/2, waveTop+high/2-r.empty.MinSize().Height-6))
	r.overview.layout(v, r.w.data.Length, size)
	r.movePlayhead()
}

// waveHeight is how high the sound is drawn.
func waveHeight(size fyne.Size) float32 { return size.Height - waveTop - overviewGap - overviewHigh }

// movePlayhead places line and veil; the picture below stays as it is.
func (r *renderer) movePlayhead() {
	size := r.w.Size()
	x := min(max(r.w.view().x(r.w.position), 0), size.Width)
	r.playhead.Position1 = fyne.NewPos(x, marksTop)
	r.playhead.Position2 = fyne.NewPos(x, waveTop+waveHeight(size))
	r.knob.Resize(fyne.NewSquareSize(8))
	r.knob.Move(fyne.NewPos(min(max(x-4, 0), max(size.Width-8, 0)), marksTop-4)) // whole at both ends
	r.veil.Move(fyne.NewPos(x, waveTop+frame))
	r.veil.Resize(fyne.NewSize(max(0, size.Width-x-frame), waveHeight(size)-2*frame))
	r.overview.mark(r.w.position, r.w.data.Length, size)
	r.playhead.Refresh()
}

func (r *renderer) movePointer(at fyne.Position) {
	if at.X < 0 {
		r.hover.hide()
		return
	}
	r.hover.show(r.w.caption(at), min(at.X, r.w.Size().Width), r.w.Size())
}

func (r *renderer) paint() {
	r.ground.FillColor = look.Color(look.Surface)
	r.veil.FillColor = look.Soft(look.Surface, 0.58)
	r.veil.Hidden = r.w.data.Columns == nil
	r.overview.paint()
	r.empty.SetText(r.w.said())
	r.empty.Hidden = r.w.said() == ""
	r.playhead.StrokeColor, r.playhead.StrokeWidth = look.Color(look.Text), 1.5
	r.knob.FillColor = look.Color(look.Text)
	r.ground.CornerRadius = look.RadiusControl
	r.ground.StrokeColor, r.ground.StrokeWidth = look.Color(look.Hairline), 1
	if r.w.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = look.Color(look.Accent), 2
	}
}

func (r *renderer) Refresh() {
	r.paint()
	r.Layout(r.w.Size())
	r.ground.Refresh()
	r.veil.Refresh()
	r.knob.Refresh()
	r.empty.Refresh()
	r.overview.refresh()
	if (cacheKey{r.w.view(), r.cachedAs.w, r.cachedAs.h, r.w.version, look.Variant()}) != r.cachedAs {
		r.wave.Refresh()
	}
	canvas.Refresh(r.w)
}

func (r *renderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.ground, r.wave, r.veil}
	out = append(out, r.bands.objects()...)
	out = append(out, r.marks.objects()...)
	out = append(out, r.overview.objects()...)
	return append(out, r.empty, r.playhead, r.knob, r.hover)
}

func (r *renderer) Destroy() { r.w.renderer = nil }
