package whiteboard

import (
	"image"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

const (
	// litReach is how far, in window units, the light reaches beyond what is lit,
	// or to either side of a line.
	litReach = 9
	// litStrength is how strong the light is, 0 to 1: what it lies on must stay
	// as easy to read as before.
	litStrength = 0.17
)

// SetLit lights the elements with these ids softly, as they are in the scene
// that is shown; ids that are not there light nothing. The words on a shape
// light the shape. Lighting what is lit already costs nothing.
func (v *Viewer) SetLit(ids []string) {
	var lit []*board.Element
	for _, id := range ids {
		e := v.scene.Get(id)
		if e == nil || e.Deleted {
			continue
		}
		if around := v.scene.Get(e.Container); around != nil && !around.Deleted {
			e = around
		}
		if !slices.Contains(lit, e) {
			lit = append(lit, e)
		}
	}
	v.lit.show(lit)
}

// lit is the light on what has just changed: a picture above the board no
// larger than what is lit, and none where nothing is.
type lit struct {
	raster   *canvas.Raster
	surface  *surface
	elements []*board.Element
	place    image.Rectangle // of the picture, in device pixels of the widget
	img      *image.RGBA
}

func newLit(s *surface) *lit {
	l := &lit{surface: s}
	l.raster = rasterOf(l.generate)
	l.raster.Hide()
	return l
}

func (l *lit) show(elements []*board.Element) {
	if slices.Equal(elements, l.elements) {
		return
	}
	l.elements = elements
	l.arrange()
}

// arrange puts the picture where what is lit is in the view.
func (l *lit) arrange() {
	if len(l.elements) == 0 {
		if l.raster.Visible() {
			l.raster.Hide()
		}
		return
	}
	var bounds board.Rect
	for i, e := range l.elements {
		if i == 0 {
			bounds = e.Bounds()
		} else {
			bounds = bounds.Union(e.Bounds())
		}
	}
	l.place = l.surface.put(l.raster, bounds.Inset(-(litReach+1)/l.surface.view.zoom))
}

// generate paints for the canvas; w and h are device pixels.
func (l *lit) generate(w, h int) image.Image {
	lens := l.surface.lens()
	l.img = reused(l.img, lens.window(w, h).Add(l.place.Min))
	clear(l.img.Pix)
	colour, reach := look.Color(look.Accent), litReach*l.surface.scale
	pixel := func(p board.Point) board.Point {
		return board.Point{X: (p.X - lens.plane.X) * lens.plane.Zoom, Y: (p.Y - lens.plane.Y) * lens.plane.Zoom}
	}
	for _, e := range l.elements {
		if !e.IsLinear() {
			box := e.Extent()
			a, z := pixel(board.Point{X: box.X, Y: box.Y}), pixel(board.Point{X: box.Right(), Y: box.Bottom()})
			shine(l.img, a, z, reach, colour, func(p board.Point) float64 { return offBox(p, a, z) })
			continue
		}
		run := drawnRun(e)
		for i, p := range run {
			a, z := pixel(run[max(i-1, 0)]), pixel(p)
			shine(l.img, a, z, reach, colour, func(p board.Point) float64 { return offLine(p, a, z) })
		}
	}
	return atOrigin(l.img)
}

// shine lights every pixel that is no farther than reach from what lies between
// a and z, as off tells. What is lit twice is not brighter.
func shine(img *image.RGBA, a, z board.Point, reach float64, c color.NRGBA, off func(board.Point) float64) {
	box := image.Rect(
		int(math.Floor(min(a.X, z.X)-reach)), int(math.Floor(min(a.Y, z.Y)-reach)),
		int(math.Ceil(max(a.X, z.X)+reach)), int(math.Ceil(max(a.Y, z.Y)+reach)),
	).Intersect(img.Rect)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		row := img.Pix[img.PixOffset(box.Min.X, y):]
		for x := box.Min.X; x < box.Max.X; x++ {
			near := min(max(reach+0.5-off(board.Point{X: float64(x) + 0.5, Y: float64(y) + 0.5}), 0), 1)
			if v := uint8(near*litStrength*255 + 0.5); v > row[3] {
				row[0], row[1], row[2], row[3] = premultiplied(c.R, v), premultiplied(c.G, v), premultiplied(c.B, v), v
			}
			row = row[4:]
		}
	}
}

// offBox is how far p lies outside the box between two corners, 0 in it.
func offBox(p, a, z board.Point) float64 {
	return math.Hypot(max(a.X-p.X, p.X-z.X, 0), max(a.Y-p.Y, p.Y-z.Y, 0))
}

// offLine is how far p is from the straight line from a to z.
func offLine(p, a, z board.Point) float64 {
	dx, dy, t := z.X-a.X, z.Y-a.Y, 0.0
	if length := dx*dx + dy*dy; length > 0 {
		t = min(max(((p.X-a.X)*dx+(p.Y-a.Y)*dy)/length, 0), 1)
	}
	return math.Hypot(p.X-a.X-t*dx, p.Y-a.Y-t*dy)
}

// drawnRun is the way a line takes, curves in straight pieces.
func drawnRun(e *board.Element) []board.Point {
	const pieces = 8
	var path typeset.Path
	e.Outline(&path)
	var run []board.Point
	points := path.Points
	for _, verb := range path.Verbs {
		n := verb.Points()
		if n == 0 {
			continue
		}
		end := board.Point(points[n-1])
		if n > 1 && len(run) > 0 {
			curve := append([]board.Point{run[len(run)-1]}, boardPoints(points[:n])...)
			for i := 1; i < pieces; i++ {
				run = append(run, bezierAt(curve, float64(i)/pieces))
			}
		}
		run, points = append(run, end), points[n:]
	}
	return run
}

func boardPoints(points []typeset.Point) []board.Point {
	out := make([]board.Point, len(points))
	for i, p := range points {
		out[i] = board.Point(p)
	}
	return out
}

// bezierAt is the point of a Bézier curve at t, 0 to 1.
func bezierAt(curve []board.Point, t float64) board.Point {
	points := slices.Clone(curve)
	for n := len(points) - 1; n > 0; n-- {
		for i := range n {
			points[i] = points[i].Lerp(points[i+1], t)
		}
	}
	return points[0]
}
