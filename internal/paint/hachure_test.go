package paint

import (
	"testing"

	"talkthrough/internal/typeset"
)

// TestHachuresFarAwayComeToAnEnd: a file may place a shape where the gap
// between two lines is less than the distance between two floats.
func TestHachuresFarAwayComeToAnEnd(t *testing.T) {
	const far = 1e18
	box := &typeset.Path{}
	box.MoveTo(far, far)
	box.LineTo(far+4096, far)
	box.LineTo(far+4096, far+4096)
	box.LineTo(far, far+4096)
	box.Close()
	if lines := len(hachure(box, 0.5, 1).Points) / 2; lines > 2*maxHachures {
		t.Errorf("%d lines fill one shape", lines)
	}
}
