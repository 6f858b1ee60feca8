package paint

import (
	"image"
	"math"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

// How frames look, whatever their own style says: as in Excalidraw.
const (
	framePen    = 2
	frameRadius = 8
)

func (d *drawing) frame() {
	border, muted := d.theme.ink("#bbbbbb", nothing), d.theme.ink("#999999", nothing)
	b := d.e.Box()
	d.stroke(boxPath(b.X, b.Y, b.W, b.H, frameRadius), Pen{Width: framePen}, border)
	font := board.FrameFont()
	name, letters := shortened(font, d.e.FrameName(), b.W), &typeset.Path{}
	typeset.Outline(font, name, b.X, d.e.NameBox().Y+typeset.Baseline(font), letters)
	d.fill(letters, muted)
}

// shortened is as much of the text as fits the width, with an ellipsis where
// some is left out.
func shortened(f typeset.Font, text string, width float64) string {
	if typeset.Advance(f, text) <= width {
		return text
	}
	low, high := 0, len(text)
	for low < high {
		middle := (low + high + 1) / 2
		if typeset.Advance(f, text[:middle]+"…") <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	for low > 0 && text[low]&0xC0 == 0x80 { // not inside a character
		low--
	}
	if low == 0 {
		return ""
	}
	return text[:low] + "…"
}

// Reach is the rectangle that painting e can change, on the board: Bounds, and
// where the model cannot know, what the painter adds (a frame's name, text
// made elsewhere that is wider than its box, the room that an arrow leaves
// around its label). It is what to repaint when e comes, goes or changes.
func Reach(e *board.Element) board.Rect {
	r := e.Bounds()
	switch {
	case e.Kind == board.Text:
		return r.Union(Of(e, nil, Light).Bounds).Inset(-labelGap)
	case e.IsFrame():
		return r.Union(e.Box().Inset(-framePen)).Union(e.NameBox().Inset(-board.FrameFont().Size / 4))
	}
	return r
}

// frames finds the frames that clip elements.
type frames struct {
	// boxes is filled at the first element in a frame, and only for the pass
	// over one scene.
	boxes map[string]board.Rect
	known bool
}

// of is the box that clips e; ok is false where none does.
func (f *frames) of(e *board.Element, elements []*board.Element) (box board.Rect, ok bool) {
	if e.Frame == "" {
		return board.Rect{}, false
	}
	if !f.known {
		f.known = true
		for _, other := range elements {
			if other.IsFrame() && !other.Deleted && finite(other) {
				if f.boxes == nil {
					f.boxes = map[string]board.Rect{}
				}
				f.boxes[other.ID] = other.Box()
			}
		}
	}
	box, ok = f.boxes[e.Frame]
	return box, ok
}

func (f *frames) forget() {
	clear(f.boxes)
	f.known = false
}

// inside is the whole pixels that count as inside a box on the board.
func (v View) inside(box board.Rect) image.Rectangle {
	x0, y0 := v.Pixel(board.Point{X: box.X, Y: box.Y})
	x1, y1 := v.Pixel(board.Point{X: box.Right(), Y: box.Bottom()})
	return image.Rect(pixel(math.Round(x0)), pixel(math.Round(y0)), pixel(math.Round(x1)), pixel(math.Round(y1)))
}

// overlap is what two boxes share, the zero Rect where nothing.
func overlap(a, b board.Rect) board.Rect {
	x0, y0 := max(a.X, b.X), max(a.Y, b.Y)
	x1, y1 := min(a.Right(), b.Right()), min(a.Bottom(), b.Bottom())
	if x0 >= x1 || y0 >= y1 {
		return board.Rect{}
	}
	return board.Rect{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}
