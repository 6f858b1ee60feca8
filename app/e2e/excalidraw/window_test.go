//go:build linux

package excalidraw

// The size of the window that both programs get.
const (
	windowWidth  = 1280
	windowHeight = 800
)
