// Package whiteboard is the board on screen: Viewer shows a scene, Board edits
// one. Both paint with internal/paint: the settled scene is baked into one
// image, and what is being dragged or typed lives in a small one above it, so
// that a frame costs the same with ten elements and ten thousand.
package whiteboard

import (
	"math"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// Zoom limits, as Excalidraw has them.
const (
	minZoom = 0.1
	maxZoom = 30
)

// view is what part of the scene the widget shows.
type view struct {
	x, y float64 // scene point at the widget's top left corner
	zoom float64 // window units per scene unit
}

func (v view) toScene(p fyne.Position) board.Point {
	return board.Point{X: v.x + float64(p.X)/v.zoom, Y: v.y + float64(p.Y)/v.zoom}
}

func (v view) toWindow(p board.Point) fyne.Position {
	return fyne.NewPos(float32((p.X-v.x)*v.zoom), float32((p.Y-v.y)*v.zoom))
}

// rectToWindow is where a scene rectangle lies in the widget.
func (v view) rectToWindow(r board.Rect) (fyne.Position, fyne.Size) {
	return v.toWindow(board.Point{X: r.X, Y: r.Y}), fyne.NewSize(float32(r.W*v.zoom), float32(r.H*v.zoom))
}

// zoomedAt changes the zoom and keeps the scene point under p where it is.
func (v view) zoomedAt(p fyne.Position, zoom float64) view {
	zoom = min(max(zoom, minZoom), maxZoom)
	at := v.toScene(p)
	return view{x: at.X - float64(p.X)/zoom, y: at.Y - float64(p.Y)/zoom, zoom: zoom}
}

// nextZoom is the next step up or down from zoom: tens of per cent, as the
// buttons and keys go.
func nextZoom(zoom float64, up bool) float64 {
	step := math.Round(zoom * 10)
	if up {
		return (step + 1) / 10
	}
	return (step - 1) / 10
}

// fitMargin is the space left around a fitted scene, in window units: tool bars
// float there.
const fitMargin = 64

// fitted is the view that shows r whole in a widget of that size, not larger
// than life.
func fitted(r board.Rect, size fyne.Size) view {
	if r.Empty() || size.Width <= 0 || size.Height <= 0 {
		return view{x: -float64(size.Width) / 2, y: -float64(size.Height) / 2, zoom: 1}
	}
	w := max(float64(size.Width)-2*fitMargin, 1)
	h := max(float64(size.Height)-2*fitMargin, 1)
	zoom := min(w/max(r.W, 1), h/max(r.H, 1), 1)
	zoom = max(zoom, minZoom)
	c := r.Centre()
	return view{x: c.X - float64(size.Width)/2/zoom, y: c.Y - float64(size.Height)/2/zoom, zoom: zoom}
}
