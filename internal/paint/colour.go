package paint

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// ink is the colour in which an element's CSS colour is painted in the theme.
// What is not understood is fallback.
func (t Theme) ink(css string, fallback color.NRGBA) color.NRGBA {
	c, ok := parseColour(css)
	if !ok {
		c = fallback
	}
	if t == Dark {
		c = darkened(c)
	}
	return c
}

var (
	defaultStroke = rgb(0x1E1E1E)
	nothing       color.NRGBA
)

// darkened turns a colour made for light paper into its counterpart on dark
// paper, keeping the hue: CSS's invert(93%) hue-rotate(180deg), which is what
// Excalidraw shows for the same element.
func darkened(c color.NRGBA) color.NRGBA {
	invert := func(v uint8) float64 { return 0.93 - 0.86*float64(v)/255 }
	r, g, b := invert(c.R), invert(c.G), invert(c.B)
	level := func(kr, kg, kb float64) uint8 {
		return uint8(math.Round(255 * min(max(kr*r+kg*g+kb*b, 0), 1)))
	}
	return color.NRGBA{
		R: level(-0.574, 1.430, 0.144),
		G: level(0.426, 0.430, 0.144),
		B: level(0.426, 1.430, -0.856),
		A: c.A,
	}
}

// parseColour reads the CSS colours that drawings use: #rgb, #rgba, #rrggbb,
// #rrggbbaa, rgb(), rgba(), the names, and transparent.
func parseColour(css string) (color.NRGBA, bool) {
	css = strings.ToLower(strings.TrimSpace(css))
	if css == "transparent" {
		return nothing, true
	}
	if hex, ok := strings.CutPrefix(css, "#"); ok {
		return parseHex(hex)
	}
	if strings.HasPrefix(css, "rgb") {
		return parseFunction(css)
	}
	named, ok := colornames.Map[css]
	return color.NRGBA(named), ok
}

func parseHex(hex string) (color.NRGBA, bool) {
	if len(hex) == 3 || len(hex) == 4 {
		var long strings.Builder
		for _, digit := range hex {
			long.WriteRune(digit)
			long.WriteRune(digit)
		}
		hex = long.String()
	}
	if len(hex) == 6 {
		hex += "ff"
	}
	v, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 8 {
		return nothing, false
	}
	return color.NRGBA{R: uint8(v >> 24), G: uint8(v >> 16), B: uint8(v >> 8), A: uint8(v)}, true
}

func parseFunction(css string) (color.NRGBA, bool) {
	_, inner, ok := strings.Cut(css, "(")
	inner, closed := strings.CutSuffix(inner, ")")
	parts := strings.FieldsFunc(inner, func(r rune) bool { return r == ',' || r == ' ' || r == '/' })
	if !ok || !closed || len(parts) < 3 || len(parts) > 4 {
		return nothing, false
	}
	channel := [4]float64{3: 255}
	for i, part := range parts {
		number, percent := strings.CutSuffix(part, "%")
		v, err := strconv.ParseFloat(number, 64)
		if err != nil || math.IsNaN(v) {
			return nothing, false
		}
		switch {
		case percent:
			v *= 2.55
		case i == 3:
			v *= 255
		}
		channel[i] = min(max(v, 0), 255)
	}
	level := func(i int) uint8 { return uint8(math.Round(channel[i])) }
	return color.NRGBA{R: level(0), G: level(1), B: level(2), A: level(3)}, true
}
