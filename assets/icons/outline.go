package icons

import (
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// shape is one drawn element of an icon, as SVG spells it.
type shape struct {
	XMLName xml.Name
	D       string  `xml:"d,attr"`
	Fill    string  `xml:"fill,attr"`
	Stroke  string  `xml:"stroke-width,attr"`
	X       float64 `xml:"x,attr"`
	Y       float64 `xml:"y,attr"`
	W       float64 `xml:"width,attr"`
	H       float64 `xml:"height,attr"`
	R       float64 `xml:"r,attr"`
	RX      float64 `xml:"rx,attr"`
	RY      float64 `xml:"ry,attr"`
	CX      float64 `xml:"cx,attr"`
	CY      float64 `xml:"cy,attr"`
}

// drawing is a whole icon; the root's stroke width is the default of its shapes.
type drawing struct {
	Stroke float64 `xml:"stroke-width,attr"`
	Shapes []shape `xml:",any"`
}

// Outline returns the icon as an SVG of filled areas in the given colour (any
// SVG colour, such as "#4f5bd5"). Strokes become areas because the toolkit's
// SVG painter keeps a stroke's width when it scales the drawing, which would
// make the same icon thin on a dense screen and heavy on a small button.
func Outline(name, colour string) ([]byte, error) {
	raw, err := SVG(name)
	if err != nil {
		return nil, err
	}
	var art drawing
	if err := xml.Unmarshal(raw, &art); err != nil {
		return nil, fmt.Errorf("icon %s.svg is not well-formed: %w", name, err)
	}
	var d strings.Builder
	for _, s := range art.Shapes {
		if err := s.outline(&d, art.Stroke); err != nil {
			return nil, fmt.Errorf("icon %s.svg: %w", name, err)
		}
	}
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">`+
		`<path fill="%s" fill-rule="nonzero" d="%s"/></svg>`, colour, d.String()), nil
}

func (s shape) outline(d *strings.Builder, width float64) error {
	lines, err := s.lines()
	if err != nil {
		return err
	}
	if s.Stroke != "" {
		if width, err = strconv.ParseFloat(s.Stroke, 64); err != nil {
			return fmt.Errorf("stroke width %q: %w", s.Stroke, err)
		}
	}
	for _, l := range lines {
		if s.Fill != "" && s.Fill != "none" {
			writeArea(d, l.points)
		}
		l.stroke(d, width/2)
	}
	return nil
}

func (s shape) lines() ([]polyline, error) {
	switch s.XMLName.Local {
	case "path":
		return flattenPath(s.D)
	case "circle":
		return []polyline{oval(s.CX, s.CY, s.R, s.R)}, nil
	case "ellipse":
		return []polyline{oval(s.CX, s.CY, s.RX, s.RY)}, nil
	case "rect":
		return flattenPath(fmt.Sprintf("M%g %gH%gA%g %g 0 0 1 %g %gV%gA%g %g 0 0 1 %g %gH%gA%g %g 0 0 1 %g %gV%gA%g %g 0 0 1 %g %gZ",
			s.X+s.RX, s.Y, s.X+s.W-s.RX, s.RX, s.RX, s.X+s.W, s.Y+s.RX,
			s.Y+s.H-s.RX, s.RX, s.RX, s.X+s.W-s.RX, s.Y+s.H,
			s.X+s.RX, s.RX, s.RX, s.X, s.Y+s.H-s.RX,
			s.Y+s.RX, s.RX, s.RX, s.X+s.RX, s.Y))
	}
	return nil, fmt.Errorf("no rule for <%s>", s.XMLName.Local)
}

func oval(cx, cy, rx, ry float64) polyline {
	l := polyline{closed: true}
	for i := range 4 * curveSteps {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / (4 * curveSteps))
		l.points = append(l.points, point{cx + rx*cos, cy + ry*sin})
	}
	return l
}

// stroke writes the area a round pen of the given radius covers: a capsule for
// every piece, all wound the same way, so that they melt into one.
func (l polyline) stroke(d *strings.Builder, radius float64) {
	n := len(l.points)
	for i := 1; i < n; i++ {
		writeArea(d, capsule(l.points[i-1], l.points[i], radius))
	}
	if l.closed && n > 1 {
		writeArea(d, capsule(l.points[n-1], l.points[0], radius))
	}
}

func capsule(a, b point, radius float64) []point {
	const steps = 8
	along := math.Atan2(b.y-a.y, b.x-a.x)
	out := make([]point, 0, 2*steps+2)
	for i := 0; i <= steps; i++ {
		sin, cos := math.Sincos(along - math.Pi/2 + math.Pi*float64(i)/steps)
		out = append(out, point{b.x + radius*cos, b.y + radius*sin})
	}
	for i := 0; i <= steps; i++ {
		sin, cos := math.Sincos(along + math.Pi/2 + math.Pi*float64(i)/steps)
		out = append(out, point{a.x + radius*cos, a.y + radius*sin})
	}
	return out
}

// writeArea appends a closed area, always clockwise: areas of opposite turn
// would cut holes into each other.
func writeArea(d *strings.Builder, points []point) {
	area := 0.0
	for i, p := range points {
		q := points[(i+1)%len(points)]
		area += p.x*q.y - q.x*p.y
	}
	for i := range points {
		p := points[i]
		if area < 0 {
			p = points[len(points)-1-i]
		}
		verb := byte('L')
		if i == 0 {
			verb = 'M'
		}
		d.WriteByte(verb)
		d.WriteString(strconv.FormatFloat(p.x, 'f', 3, 64))
		d.WriteByte(' ')
		d.WriteString(strconv.FormatFloat(p.y, 'f', 3, 64))
	}
	d.WriteByte('Z')
}
