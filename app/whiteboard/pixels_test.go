package whiteboard

import (
	"image"
	"slices"
)

// rgba is the image's pixels, copied.
func rgba(img image.Image) []byte { return slices.Clone(img.(*image.RGBA).Pix) }
