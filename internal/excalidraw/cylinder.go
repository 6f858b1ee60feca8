package excalidraw

import (
	"encoding/json"
	"maps"
	"math"
	"slices"

	"talkthrough/internal/board"
)

// Excalidraw has no cylinder: a file holds a group of a closed line (the
// outline), an ellipse (the lid) and, on top, an unseen rectangle with the
// cylinder's own id, to which arrows are bound and in which text lies. Under
// customKey of their customData they say what they are.
const (
	customKey   = "talkthrough"
	customData  = "customData"
	bodyMark    = `{"shape":"cylinder"}`
	partMark    = `{"part":"cylinder"}`
	transparent = "transparent"
)

// cylinderParts are a cylinder's outline and lid, from bottom to top, and its
// body. below is the order key of what lies beneath.
func cylinderParts(e *board.Element, below string) (parts []*board.Element, body *board.Element) {
	group := append([]string{e.ID + "-cylinder"}, e.Groups...)
	body = e.Clone()
	body.Kind, body.Groups = board.Rectangle, group
	body.Stroke, body.Background = transparent, transparent
	body.Extra = marked(e.Extra, bodyMark)

	keys := board.KeysBetween(below, e.Index, 2)
	for i, kind := range []board.Kind{board.Line, board.Ellipse} {
		p := e.Clone()
		p.ID, p.Kind, p.Index = e.ID+"-"+string(kind), kind, keys[i]
		p.Groups, p.Bound, p.Roundness, p.Link = group, nil, nil, ""
		p.Extra = marked(nil, partMark)
		parts = append(parts, p)
	}
	box := e.Box()
	outline(parts[0], box)
	lid(parts[1], box)
	return parts, body
}

// marked is extra with a mark in its customData.
func marked(extra map[string]json.RawMessage, mark string) map[string]json.RawMessage {
	extra = maps.Clone(extra)
	if extra == nil {
		extra = map[string]json.RawMessage{}
	}
	extra[customData] = patched(extra[customData], member{Key: customKey, Value: json.RawMessage(mark)})
	return extra
}

// lidRadius is half the height of the lid, as this program draws it.
func lidRadius(box board.Rect) float64 { return min(0.12*box.H, 16) }

// outline makes line run round a cylinder in the box: over the lid, down, along
// the foot and up.
func outline(line *board.Element, box board.Rect) {
	const steps = 16 // of half an ellipse
	ry := lidRadius(box)
	half := func(y, from float64) {
		for i := range steps + 1 {
			sin, cos := math.Sincos(from + math.Pi*float64(i)/steps)
			line.Points = append(line.Points, board.Point{X: box.W/2 + box.W/2*cos, Y: y + ry*sin})
		}
	}
	line.Points = nil
	half(ry, math.Pi)
	half(box.H-ry, 0)
	line.Points = append(line.Points, line.Points[0])
	line.X, line.Y, line.W, line.H = box.X, box.Y, box.W, box.H
	fromOrigin(line)
}

// lid makes e the lid of a cylinder in the box, turned about the box's middle.
func lid(e *board.Element, box board.Rect) {
	ry := lidRadius(box)
	middle := board.Point{X: box.X + box.W/2, Y: box.Y + ry}.Rotate(box.Centre(), e.Angle)
	e.X, e.Y, e.W, e.H = middle.X-box.W/2, middle.Y-ry, box.W, 2*ry
}

// isMarked reports whether an element's customData has the mark.
func isMarked(e *board.Element, mark string) bool {
	return !e.Deleted && len(e.Groups) > 0 && string(lookUp(membersOf(e.Extra[customData]), customKey)) == mark
}

// cylinders makes the groups that are cylinders one element each. Groups that
// were taken apart elsewhere stay what they have become.
func cylinders(list []*original) []*original {
	parts := map[string][]*original{} // by their group
	for _, o := range list {
		if isMarked(o.element, partMark) {
			group := o.element.Groups[0]
			parts[group] = append(parts[group], o)
		}
	}
	if len(parts) == 0 {
		return list
	}
	gone := map[*original]bool{}
	for _, o := range list {
		if o.element.Kind != board.Rectangle || !isMarked(o.element, bodyMark) {
			continue
		}
		group := o.element.Groups[0]
		if cylinder := cylinderOf(o.element, parts[group]); cylinder != nil {
			o.element = cylinder
			for _, p := range parts[group] {
				o.parts = append(o.parts, p.raw)
				gone[p] = true
			}
			delete(parts, group)
		}
	}
	return slices.DeleteFunc(list, func(o *original) bool { return gone[o] })
}

// cylinderOf is the cylinder of a body and its parts, nil without an outline.
// The outline has the looks: there they are changed elsewhere.
func cylinderOf(body *board.Element, parts []*original) *board.Element {
	at := slices.IndexFunc(parts, func(o *original) bool { return o.element.Kind == board.Line })
	if at < 0 {
		return nil
	}
	looks, c := parts[at].element, body.Clone()
	c.Kind, c.Groups = board.Cylinder, slices.Clone(body.Groups[1:])
	c.Stroke, c.Background, c.FillStyle, c.StrokeStyle = looks.Stroke, looks.Background, looks.FillStyle, looks.StrokeStyle
	c.StrokeWidth, c.Roughness, c.Opacity, c.Seed = looks.StrokeWidth, looks.Roughness, looks.Opacity, looks.Seed
	c.Extra = maps.Clone(body.Extra)
	custom := slices.DeleteFunc(membersOf(c.Extra[customData]), func(m member) bool { return m.Key == customKey })
	if delete(c.Extra, customData); len(custom) > 0 {
		c.Extra[customData] = object(custom)
	}
	return c
}
