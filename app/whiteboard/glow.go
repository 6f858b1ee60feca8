package whiteboard

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
	"talkthrough/internal/board"
)

// How wide, in window units, the laser's trail is at its head, and its light
// around that.
const (
	beamRadius = 3
	haloRadius = 11
	haloLight  = 0.4 // of the beam's
)

// glow is the laser's trail above the board: a picture no larger than the
// trail, and none where there is no trail.
type glow struct {
	raster  *canvas.Raster
	surface *surface
	trail   []board.Laser
	bounds  board.Rect
	place   image.Rectangle // of the picture, in device pixels of the widget
	img     *image.RGBA
}

func newGlow(s *surface) *glow {
	g := &glow{surface: s}
	g.raster = rasterOf(g.generate)
	g.raster.Hide()
	return g
}

// show makes the trail what is seen; an empty one hides it. A mere point that
// is seen already is not painted again.
func (g *glow) show(trail []board.Laser) {
	before := g.bounds
	g.trail, g.bounds = trail, board.Rect{}
	lit := false
	for _, l := range trail {
		for _, p := range l.Points {
			g.bounds = around(g.bounds, p.At, lit)
			lit = true
		}
	}
	still := g.bounds.W == 0 && g.bounds.H == 0 && g.bounds == before && g.raster.Visible()
	switch {
	case !lit:
		g.trail = nil
		if g.raster.Visible() {
			g.raster.Hide()
		}
	case !still:
		g.arrange()
	}
}

// around is the rectangle made to hold p as well; a first point alone is one
// without size.
func around(r board.Rect, p board.Point, more bool) board.Rect {
	if !more {
		return board.Rect{X: p.X, Y: p.Y}
	}
	x0, y0 := min(r.X, p.X), min(r.Y, p.Y)
	return board.Rect{X: x0, Y: y0, W: max(r.Right(), p.X) - x0, H: max(r.Bottom(), p.Y) - y0}
}

// arrange puts the picture where the trail is in the view.
func (g *glow) arrange() {
	if g.trail != nil {
		g.place = g.surface.put(g.raster, g.bounds.Inset(-(haloRadius+1)/g.surface.view.zoom))
	}
}

// generate paints for the canvas; w and h are device pixels.
func (g *glow) generate(w, h int) image.Image {
	lens := g.surface.lens()
	g.img = reused(g.img, lens.window(w, h).Add(g.place.Min))
	clear(g.img.Pix)
	colour := look.Color(look.Recording)
	for _, l := range g.trail {
		for i, p := range l.Points {
			q := l.Points[max(i-1, 0)]
			a, z := g.flareAt(lens, q), g.flareAt(lens, p)
			flare(g.img, a, z, g.surface.scale, colour)
		}
	}
	return atOrigin(g.img)
}

// light is a place of the trail on the plane of pixels and how bright it still
// is there, 0 to 1.
type light struct{ x, y, strength float64 }

func (g *glow) flareAt(l lens, p board.LaserPoint) light {
	left := 1 - float64(p.Before)/float64(board.LaserFades)
	return light{
		(p.At.X - l.plane.X) * l.plane.Zoom, (p.At.Y - l.plane.Y) * l.plane.Zoom,
		min(max(left, 0), 1),
	}
}

// flare paints the trail from a to z. Where stretches meet the brighter one
// counts, so that their joints do not show.
func flare(img *image.RGBA, a, z light, scale float64, c color.NRGBA) {
	reach := haloRadius*scale*max(a.strength, z.strength) + 1
	box := image.Rect(
		int(math.Floor(min(a.x, z.x)-reach)), int(math.Floor(min(a.y, z.y)-reach)),
		int(math.Ceil(max(a.x, z.x)+reach)), int(math.Ceil(max(a.y, z.y)+reach)),
	).Intersect(img.Rect)
	dx, dy := z.x-a.x, z.y-a.y
	length := dx*dx + dy*dy
	for y := box.Min.Y; y < box.Max.Y; y++ {
		row := img.Pix[img.PixOffset(box.Min.X, y):]
		py := float64(y) + 0.5 - a.y
		for x := box.Min.X; x < box.Max.X; x++ {
			px, t := float64(x)+0.5-a.x, 0.0
			if length > 0 {
				t = min(max((px*dx+py*dy)/length, 0), 1)
			}
			ex, ey := px-t*dx, py-t*dy
			alpha := brightness(math.Sqrt(ex*ex+ey*ey), a.strength+t*(z.strength-a.strength), scale)
			if v := uint8(alpha*255 + 0.5); v > row[3] {
				row[0], row[1], row[2], row[3] = premultiplied(c.R, v), premultiplied(c.G, v), premultiplied(c.B, v), v
			}
			row = row[4:]
		}
	}
}

// brightness is that of the trail so many pixels beside its middle, 0 to 1. It
// grows thinner before it grows pale.
func brightness(distance, strength, scale float64) float64 {
	width := math.Sqrt(strength)
	beam := min(max(beamRadius*scale*width+0.5-distance, 0), 1) * min(1, 2*strength)
	halo := max(1-distance/max(haloRadius*scale*width, 1e-6), 0)
	return max(beam, halo*halo*haloLight*strength)
}

func premultiplied(c, alpha uint8) uint8 { return uint8(int(c) * int(alpha) / 255) }

// put gives a raster the place that a part of the scene has in the view, has it
// painted, and returns the place in device pixels; out of sight it is hidden.
func (s *surface) put(r *canvas.Raster, bounds board.Rect) image.Rectangle {
	lens, size := s.lens(), s.raster.Size()
	all := image.Rect(0, 0, int(float64(size.Width)*s.scale+1), int(float64(size.Height)*s.scale+1))
	place := lens.plane.Pixels(bounds).Sub(lens.at).Intersect(all)
	if place.Empty() {
		r.Hide()
		return place
	}
	unit := func(px int) float32 { return float32(float64(px) / s.scale) }
	r.Move(fyne.NewPos(unit(place.Min.X), unit(place.Min.Y)))
	r.Resize(fyne.NewSize(unit(place.Dx()), unit(place.Dy())))
	r.Show()
	r.Refresh()
	return place
}
