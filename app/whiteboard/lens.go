package whiteboard

import (
	"image"
	"math"

	"talkthrough/internal/paint"
)

// lens is a view in device pixels, its corner on a whole pixel. All pictures of
// one zoom are cut from the same plane of pixels: that is what lets a pan move
// what has been painted instead of painting it again, to the last bit.
type lens struct {
	plane paint.View  // where the scene lies on the plane
	at    image.Point // the plane's pixel at the widget's top left corner
}

// plate is how far, in pixels, the view may go before the plane is laid anew
// around it: the painter's numbers end at four times that.
const plate = 1 << 19

// lensOf is the lens for a view at so many device pixels per window unit.
func lensOf(v view, scale float64) lens {
	zoom := v.zoom * scale
	left, top := math.Round(v.x*zoom), math.Round(v.y*zoom)
	homeX, homeY := math.Round(left/plate)*plate, math.Round(top/plate)*plate
	return lens{
		plane: paint.View{X: homeX / zoom, Y: homeY / zoom, Zoom: zoom},
		at:    image.Pt(int(left-homeX), int(top-homeY)),
	}
}

// window is what w by h pixels at the widget's corner show of the plane.
func (l lens) window(w, h int) image.Rectangle { return image.Rect(0, 0, w, h).Add(l.at) }

// atOrigin is the picture with its corner at 0, 0, as the toolkit wants it. The
// pixels are shared.
func atOrigin(img *image.RGBA) *image.RGBA {
	return &image.RGBA{Pix: img.Pix, Stride: img.Stride, Rect: img.Rect.Sub(img.Rect.Min)}
}
