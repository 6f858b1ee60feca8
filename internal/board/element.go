// Package board holds the whiteboard's model: elements, the scene they make,
// the edits that change it, and the geometry that tools and painters ask.
//
// The model is Excalidraw's (element kinds, bound text as an element of its
// own, bindings as ratios of a shape's box), so that files and the clipboard
// carry over without a second vocabulary. Lengths are scene units: one unit is
// one CSS pixel at 100 % zoom. The y axis points down, angles are radians,
// clockwise.
package board

import (
	"encoding/json"
	"slices"
)

// Kind is an element's type, by Excalidraw's names.
type Kind string

// The kinds this program draws. A file may hold others: they are kept.
const (
	Rectangle Kind = "rectangle"
	Ellipse   Kind = "ellipse"
	Diamond   Kind = "diamond"
	Text      Kind = "text"
	Arrow     Kind = "arrow"
	Line      Kind = "line"
	Freedraw  Kind = "freedraw"
	Image     Kind = "image"
	Frame     Kind = "frame"
	// Cylinder is a database. Excalidraw has none: its files hold a group.
	Cylinder Kind = "cylinder"
)

// Point is a place or a vector in scene units.
type Point struct{ X, Y float64 }

// Binding ties an arrow's end to a shape.
type Binding struct {
	// ElementID names the shape.
	ElementID string
	// FixedPoint is where on the shape the end aims, as a ratio of its
	// unrotated width and height: (0,0) top left, (1,1) bottom right.
	FixedPoint Point
	// Mode is "orbit" (the tip stops at the outline plus a gap) or "inside"
	// (the tip lies at FixedPoint).
	Mode string
	// Extra holds the keys of the binding this program does not know.
	Extra map[string]json.RawMessage
}

// Roundness says how corners are rounded: 1 legacy, 2 a quarter of the shorter
// side, 3 at most 32 units. Value, where given, is the radius.
type Roundness struct {
	Type  int      `json:"type"`
	Value *float64 `json:"value,omitempty"`
}

// Element is one thing on the board.
//
// Once an element is in a Scene it is immutable: scenes, keyframes, caches and
// undo steps share the pointer. To change one, Clone it, change the copy and
// put it back by an Edit.
type Element struct {
	ID   string
	Kind Kind
	// X, Y, W, H are the unrotated box; for arrow, line and freedraw X, Y is
	// the origin of Points and the box is that of the points.
	X, Y, W, H float64
	Angle      float64

	Stroke      string // CSS colour, e.g. "#1e1e1e"
	Background  string // CSS colour or "transparent"
	FillStyle   string // "solid", "hachure", "cross-hatch", "zigzag"
	StrokeWidth float64
	StrokeStyle string // "solid", "dashed", "dotted"
	Roughness   int    // 0 clean, 1 and 2 hand-drawn
	Opacity     int    // 0-100
	Roundness   *Roundness
	Seed        int64

	// Index orders elements from bottom to top: a fractional index, compared
	// as a string.
	Index   string
	Groups  []string // innermost first
	Frame   string   // id of the frame that clips it, or ""
	Locked  bool
	Bound   []BoundRef // arrows and text that hang on this shape
	Link    string
	Deleted bool // a tombstone from a file; never shown
	Version int64
	Nonce   int64
	Updated int64 // Unix milliseconds

	// Arrow, line, freedraw. Points are relative to X, Y; the first is (0,0).
	Points        []Point
	Start, End    *Binding
	StartHead     string // "" none, "arrow", "bar", "triangle", …
	EndHead       string
	Elbowed       bool
	Pressures     []float64
	SimulatePress bool

	// Text.
	Text       string // what was typed; wrapping is not stored in it
	Wrapped    string // as laid out: Text with the breaks that wrapping put in
	FontSize   float64
	FontFamily int    // Excalidraw's number: 5 Excalifont, 2 Helvetica, 3 Cascadia, …
	Align      string // "left", "center", "right"
	VAlign     string // "top", "middle", "bottom"
	Container  string // id of the shape or arrow the text belongs to, or ""
	AutoResize bool
	LineHeight float64 // multiple of FontSize

	// Image.
	FileID string
	Scale  Point // -1 mirrors along that axis
	Crop   *Crop // nil shows the whole picture

	// Frame.
	Name string // "" for the default

	// Extra holds every key of the element's JSON that this program does not
	// know, so that it goes out as it came in.
	Extra map[string]json.RawMessage
}

// BoundRef is a shape's back reference to an arrow or a text bound to it.
type BoundRef struct {
	ID   string `json:"id"`
	Kind Kind   `json:"type"`
}

// Clone returns a copy that shares nothing which may be changed.
func (e *Element) Clone() *Element {
	c := *e
	c.Groups = slices.Clone(e.Groups)
	c.Bound = slices.Clone(e.Bound)
	c.Points = slices.Clone(e.Points)
	c.Pressures = slices.Clone(e.Pressures)
	if e.Start != nil {
		b := *e.Start
		c.Start = &b
	}
	if e.End != nil {
		b := *e.End
		c.End = &b
	}
	if e.Roundness != nil {
		r := *e.Roundness
		c.Roundness = &r
	}
	if e.Crop != nil {
		r := *e.Crop
		c.Crop = &r
	}
	return &c
}

// IsShape reports whether e is a box-like shape that can hold text and to
// which arrows bind.
func (e *Element) IsShape() bool {
	switch e.Kind {
	case Rectangle, Ellipse, Diamond, Cylinder:
		return true
	}
	return false
}

// IsFrame reports whether e holds and clips other elements.
func (e *Element) IsFrame() bool { return isFrame(e.Kind) }

// IsLinear reports whether e is drawn through Points.
func (e *Element) IsLinear() bool {
	return e.Kind == Arrow || e.Kind == Line || e.Kind == Freedraw
}
