package board

import (
	"encoding/json"
	"maps"

	"talkthrough/internal/board/route"
)

// segmentsKey is where Excalidraw's files keep an elbow arrow's stretches that
// a hand has moved. It stays among the extra keys, so that arrows without one
// go out as they came in.
const segmentsKey = "fixedSegments"

// fixedSegment is a stretch of an elbow arrow that a hand has moved, as
// Excalidraw writes it: from point Index-1 to point Index, relative to the
// arrow's origin.
type fixedSegment struct {
	Start [2]float64 `json:"start"`
	End   [2]float64 `json:"end"`
	Index int        `json:"index"`
}

// fixedSegments are those of an elbow arrow; ones that make no sense are left
// out.
func fixedSegments(e *Element) []fixedSegment {
	raw := e.Extra[segmentsKey]
	if !e.Elbowed || len(raw) == 0 {
		return nil
	}
	var all, good []fixedSegment
	if json.Unmarshal(raw, &all) != nil {
		return nil
	}
	for _, f := range all {
		if f.Index > 0 && f.Index < len(e.Points) {
			good = append(good, f)
		}
	}
	return good
}

// fix writes down the stretches that end at the points of those indices.
func (e *Element) fix(indices []int) {
	if len(indices) == 0 {
		if _, had := e.Extra[segmentsKey]; had {
			e.Extra = maps.Clone(e.Extra)
			e.Extra[segmentsKey] = json.RawMessage("null")
		}
		return
	}
	list := make([]fixedSegment, len(indices))
	for i, at := range indices {
		a, b := e.Points[at-1], e.Points[at]
		list[i] = fixedSegment{[2]float64{a.X, a.Y}, [2]float64{b.X, b.Y}, at}
	}
	raw, err := json.Marshal(list)
	if err != nil {
		return // points that are no numbers hold nothing
	}
	e.Extra = maps.Clone(e.Extra)
	if e.Extra == nil {
		e.Extra = map[string]json.RawMessage{}
	}
	e.Extra[segmentsKey] = raw
}

// pinsOf are the places through which the moved stretches hold the arrow.
func pinsOf(e *Element) []route.Pin {
	var pins []route.Pin
	points := e.Vertices()
	for _, f := range fixedSegments(e) {
		a, b := points[f.Index-1], points[f.Index]
		if !finite(a, b) || a == b {
			continue
		}
		pins = append(pins, route.Pin{At: route.Point(a.Lerp(b, 0.5)), Level: level(a, b)})
	}
	return pins
}

// holdPins marks the stretches that now run through the pins.
func (e *Element) holdPins(pins []route.Pin) {
	const near = 1e-6
	var indices []int
	points, from := e.Vertices(), 1
	for _, pin := range pins {
		for i := from; i < len(points); i++ {
			if level(points[i-1], points[i]) == pin.Level && segmentDistance(Point(pin.At), points[i-1], points[i]) < near {
				indices, from = append(indices, i), i+1
				break
			}
		}
	}
	e.fix(indices)
}

// level reports whether the stretch from a to b is horizontal rather than
// vertical.
func level(a, b Point) bool {
	d := b.Sub(a)
	return d.X*d.X > d.Y*d.Y
}
