package excalidraw

import (
	"encoding/json"
	"fmt"
	"math"

	"talkthrough/internal/board"
)

// What a file may hold. Real drawings stay far below; beyond is what a hostile
// or broken program wrote.
const (
	maxFileSize   = 64 << 20  // bytes of a file; a PNG may have more
	maxInflated   = 256 << 20 // bytes of a drawing embedded in a picture, and of an SVG
	maxElements   = 200_000   // in a file, or in all of a library
	maxDepth      = 100       // of lists and objects within each other
	maxKeys       = 1_000     // of one element, or at the top of a file
	maxItems      = 100_000   // of one list of an element (points above all), pictures
	maxPoints     = 5_000_000 // of all elements
	maxCoordinate = 1e7       // scene units from the origin, and any length
)

func beyond(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrLimit}, args...)...)
}

func checkSize(data []byte, limit int) error {
	if len(data) > limit {
		return beyond("it has more than %d MB", limit>>20)
	}
	return nil
}

// checkShape holds an element's JSON to the limits before anything is made of
// it, and returns how many points it has.
func checkShape(raw json.RawMessage, members []member) (points int, err error) {
	if d := depth(raw); d > maxDepth {
		return 0, beyond("nested %d deep, at most %d", d, maxDepth)
	}
	if len(members) > maxKeys {
		return 0, beyond("more than %d keys", maxKeys)
	}
	for _, m := range members {
		if m.Value[0] != '[' {
			continue
		}
		n := 0
		for range values(m.Value) {
			if n++; n > maxItems {
				return 0, beyond("%s has more than %d items", m.Key, maxItems)
			}
		}
		if m.Key == "points" {
			points = n
		}
	}
	return points, nil
}

// checkNumbers holds an element's lengths to the limits: beyond them, what is
// computed from them overflows.
func checkNumbers(e *board.Element) error {
	named := [...]struct {
		key   string
		value float64
	}{
		{"x", e.X},
		{"y", e.Y},
		{"width", e.W},
		{"height", e.H},
		{"strokeWidth", e.StrokeWidth},
		{"fontSize", e.FontSize},
		{"lineHeight", e.LineHeight},
	}
	for _, n := range named {
		if !within(n.value) {
			return beyond("%s is %g, at most ±%g", n.key, n.value, float64(maxCoordinate))
		}
	}
	for i, p := range e.Points {
		if !within(p.X) || !within(p.Y) {
			return beyond("point %d is (%g, %g), at most ±%g", i+1, p.X, p.Y, float64(maxCoordinate))
		}
	}
	if r := e.Roundness; r != nil && r.Value != nil && !within(*r.Value) {
		return beyond("roundness is %g, at most ±%g", *r.Value, float64(maxCoordinate))
	}
	return nil
}

func within(f float64) bool { return math.Abs(f) <= maxCoordinate }
