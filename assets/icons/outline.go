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
		for _, contour := range l.stroke(width/2, s.Fill != "" && s.Fill != "none") {
			writeContour(d, contour)
		}
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

// writeContour appends a closed contour.
func writeContour(d *strings.Builder, points []point) {
	verb := byte('M')
	for _, p := range points {
		d.WriteByte(verb)
		d.WriteString(strconv.FormatFloat(p.x, 'f', 3, 64))
		d.WriteByte(' ')
		d.WriteString(strconv.FormatFloat(p.y, 'f', 3, 64))
		verb = 'L'
	}
	d.WriteByte('Z')
}
