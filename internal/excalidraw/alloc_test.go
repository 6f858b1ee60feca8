//go:build !race

// The race detector has pools forget at random what they hold, so what reading
// allocates says nothing there.

package excalidraw

import (
	"runtime"
	"testing"
)

// An element is taken apart once, on its way from the file to the board: doing so
// again would cost more memory than the element does.
func TestReadingTakesLittleMemory(t *testing.T) {
	scene := labelled(500)
	data := encode(t, scene, Options{})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, _, err := Decode(data); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if each := int(after.TotalAlloc-before.TotalAlloc) / scene.Len(); each > 4200 {
		t.Errorf("an element takes %d bytes to read", each)
	}
}
