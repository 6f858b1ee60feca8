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
	shaded  bool // the RMS is known: it is drawn in the peaks

	silent []float64 // how much of each pixel's time is silent, or nil
	lost   []float64 // and how much of it the microphone was gone

	wave    color.NRGBA
	peaks   color.NRGBA // of the wave, where the RMS does not reach
	axis    color.NRGBA
	silence color.NRGBA
	loss    color.NRGBA
}

// stepOf is the distance of two bars for a screen with that many device pixels
// a unit: bars of two units with one unit between them.
func stepOf(scale float32) (bar, step int) {
	bar = max(1, int(math.Round(float64(2*scale))))
	return bar, bar + max(1, int(math.Round(float64(scale))))
}

// draw paints every column as a bar from its lowest to its highest sample
// round the middle line, and in it one as long as its RMS.
func (p picture) draw() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, p.width, p.height))
	p.wash(img)
	middle := p.height / 2
	axis := image.NewUniform(p.axis)
	draw.Draw(img, image.Rect(0, middle, p.width, middle+1), axis, image.Point{}, draw.Src)
	ink, pale := image.NewUniform(p.wave), image.NewUniform(p.peaks)
	for i, c := range p.columns {
		top := middle - rise(c.Max, p.gain, middle)
		bottom := middle + 1 + rise(-max(c.Min, -math.MaxInt16), p.gain, p.height-middle-1)
		if bottom-top < 2 {
			continue
		}
		x := i * p.step
		bar := image.Rect(x, top, min(x+p.bar, p.width), bottom)
		if !p.shaded {
			draw.Draw(img, bar, ink, image.Point{}, draw.Src)
			continue
		}
		draw.Draw(img, bar, pale, image.Point{}, draw.Src)
		inner := rise(c.RMS, p.gain, middle)
		core := image.Rect(bar.Min.X, max(middle-inner, top), bar.Max.X, min(middle+1+inner, bottom))
		draw.Draw(img, core, ink, image.Point{}, draw.Src)
	}
	return img
}

// wash paints the silences and losses behind the sound. A silence shorter than
// a pixel is as much fainter.
func (p picture) wash(img *image.RGBA) {
	const hatch, thick = 6, 2 // pixels from stripe to stripe, and of a stripe
	for x := range p.width {
		if x < len(p.silent) && p.silent[x] > 0 {
			ink := image.NewUniform(look.Fade(p.silence, float32(p.silent[x])))
			draw.Draw(img, image.Rect(x, 0, x+1, p.height), ink, image.Point{}, draw.Over)
		}
		if x >= len(p.lost) || p.lost[x] == 0 {
			continue
		}
		for y := range p.height {
			if (x+y)%hatch < thick {
				img.Set(x, y, p.loss)
			}
		}
	}
}

// coverage is how much of each pixel the spans take up.
func coverage(spans []Span, v view, width int) []float64 {
	if len(spans) == 0 || v.to <= v.from || width <= 0 {
		return nil
	}
	out := make([]float64, width)
	perPixel := float64(v.to-v.from) / float64(width)
	for _, s := range spans {
		a := max(float64(s.From-v.from)/perPixel, 0)
		b := min(float64(s.To-v.from)/perPixel, float64(width))
		for x := int(a); x < width && float64(x) < b; x++ {
			out[x] += min(b, float64(x+1)) - max(a, float64(x))
		}
	}
	return out
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

// measured reports whether the RMS of the columns is known.
func measured(columns []Column) bool {
	for _, c := range columns {
		if c.RMS > 0 {
			return true
		}
	}
	return false
}

// palette reads the colours of the picture from the theme.
func (p *picture) palette() {
	p.wave = look.Color(look.Accent)
	p.peaks = look.Soft(look.Accent, 0.5)
	p.axis = look.Color(look.Hairline)
	p.silence = look.Soft(look.Muted, 0.15)
	p.loss = look.Soft(look.Recording, 0.55)
}
