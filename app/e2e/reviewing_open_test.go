//go:build linux

package e2e

import (
	"image"

	"talkthrough/app/keys"
)

// openLatest opens the latest attempt from the list of all of them.
func (p *running) openLatest() {
	p.t.Helper()
	p.d.hands.press(keys.AllAttempts)
	p.screen("attempts")
	// Where the chosen row gets its frame there is nothing before there are rows.
	frame := image.Rect(200, 136, 1080, 144)
	p.until("the attempts are listed", func() bool { return !plain(p.d.display.look(), frame) })
	p.d.hands.press(keys.OpenAttempt)
	p.screen("review")
}

// plain reports whether a part of a picture has one colour alone.
func plain(img *image.RGBA, r image.Rectangle) bool {
	first := img.RGBAAt(r.Min.X, r.Min.Y)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if img.RGBAAt(x, y) != first {
				return false
			}
		}
	}
	return true
}
