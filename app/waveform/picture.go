package waveform

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"talkthrough/app/look"
)

// picture draws the sound for a view, in device pixels.
type picture struct {
	columns []Column
	width   int
	height  int
	bar     int // width of a bar
	step    int // from one bar to the next
	gain    float64
	wave    color.NRGBA
	axis    color.NRGBA
}

// stepOf is the distance of two bars for a screen with that many device pixels
// a unit: bars of two units with one unit between them.
func stepOf(scale float32) (bar, step int) {
	bar = max(1, int(math.Round(float64(2*scale))))
	return bar, bar + max(1, int(math.Round(float64(scale))))
}

// draw paints every column as a bar from its lowest to its highest sample
// round the middle line.
func (p picture) draw() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, p.width, p.height))
	middle := p.height / 2
	axis := image.NewUniform(p.axis)
	draw.Draw(img, image.Rect(0, middle, p.width, middle+1), axis, image.Point{}, draw.Src)
	ink := image.NewUniform(p.wave)
	for i, c := range p.columns {
		top := middle - rise(c.Max, p.gain, middle)
		bottom := middle + 1 + rise(-max(c.Min, -math.MaxInt16), p.gain, p.height-middle-1)
		if bottom-top < 2 {
			continue
		}
		x := i * p.step
		draw.Draw(img, image.Rect(x, top, min(x+p.bar, p.width), bottom), ink, image.Point{}, draw.Src)
	}
	return img
}

// rise is how far a sample reaches from the middle, in pixels.
func rise(sample int16, gain float64, room int) int {
	return min(max(int(math.Round(float64(sample)/math.MaxInt16*gain*float64(room))), 0), room)
}

// gainOf lifts a quiet recording so that it can be seen, up to eight times: a
// voice across the room should not look like silence. What is loud already
// stays.
func gainOf(columns []Column) float64 {
	peak := 1.0
	for _, c := range columns {
		peak = max(peak, float64(c.Max), -float64(c.Min))
	}
	return min(max(0.9*math.MaxInt16/peak, 1), 8)
}

// palette reads the colours of the picture from the theme.
func (p *picture) palette() {
	p.wave = look.Color(look.Accent)
	p.axis = look.Color(look.Hairline)
}
