package paint

import (
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

// svgReader paints the part of SVG that the writer uses, read from its text
// alone.
type svgReader struct {
	dst    *image.RGBA
	view   View
	clips  map[string]board.Rect
	clip   string // the clipPath being read
	group  *List
	window board.Rect
}

func renderSVG(text string, scale float64) (*image.RGBA, error) {
	r := &svgReader{view: View{Zoom: scale}, clips: map[string]board.Rect{}}
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return r.dst, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			attributes := map[string]string{}
			for _, a := range t.Attr {
				attributes[a.Name.Local] = a.Value
			}
			if err := r.open(t.Name.Local, attributes); err != nil {
				return nil, err
			}
		case xml.EndElement:
			if t.Name.Local == "clipPath" {
				r.clip = ""
			}
			if t.Name.Local == "g" && r.group != nil {
				r.paint(r.group)
				r.group, r.window = nil, board.Rect{}
			}
		}
	}
}

func (r *svgReader) open(name string, a map[string]string) error {
	get := func(key string, otherwise float64) float64 {
		if v, err := strconv.ParseFloat(a[key], 64); err == nil {
			return v
		}
		return otherwise
	}
	switch name {
	case "svg":
		r.dst = image.NewRGBA(image.Rect(0, 0, int(math.Round(get("width", 0))), int(math.Round(get("height", 0)))))
	case "clipPath":
		r.clip = "url(#" + a["id"] + ")"
	case "rect":
		if r.clip != "" {
			r.clips[r.clip] = board.Rect{X: get("x", 0), Y: get("y", 0), W: get("width", 0), H: get("height", 0)}
			return nil
		}
		c, ok := parseColour(a["fill"])
		if !ok {
			return fmt.Errorf("unexpected rect %v", a)
		}
		flood(r.dst, r.view.Pixels(board.Rect{W: get("width", 0), H: get("height", 0)}).Intersect(r.dst.Rect), c)
	case "g":
		if a["opacity"] != "" || a["clip-path"] != "" {
			r.group = &List{Opacity: uint8(math.Round(255 * get("opacity", 1)))}
			r.window = r.clips[a["clip-path"]]
		}
	case "path":
		return r.path(a, get)
	}
	return nil
}

func (r *svgReader) path(a map[string]string, get func(string, float64) float64) error {
	p, err := parsePath(a["d"])
	if err != nil || r.clip != "" {
		return err
	}
	list := r.group
	if list == nil {
		list = &List{Opacity: 255}
	}
	ink := func(what string) (color.NRGBA, error) {
		c, ok := parseColour(a[what])
		if !ok {
			return c, fmt.Errorf("colour %q", a[what])
		}
		c.A = uint8(math.Round(255 * get(what+"-opacity", 1)))
		return c, nil
	}
	if a["fill"] == "none" {
		c, err := ink("stroke")
		if err != nil {
			return err
		}
		pen := Pen{Width: get("stroke-width", 1)}
		_, _ = fmt.Sscan(a["stroke-dasharray"], &pen.Dash, &pen.Gap)
		list.stroke(p, pen, c)
	} else {
		c, err := ink("fill")
		if err != nil {
			return err
		}
		list.fill(p, c)
	}
	if r.group == nil {
		r.paint(list)
	}
	return nil
}

func (r *svgReader) paint(list *List) {
	list.measure()
	s := &seen{list: list}
	s.bake(r.view.Zoom)
	window := r.view.Pixels(list.Bounds).Intersect(r.dst.Rect)
	if !r.window.Empty() {
		window = window.Intersect(r.view.inside(r.window))
	}
	var p Painter
	if !window.Empty() {
		p.element(r.dst, window, s, r.view)
	}
}

// parsePath reads path data by SVG's grammar, relative commands only.
func parsePath(d string) (*typeset.Path, error) {
	p := &typeset.Path{}
	var x, y, startX, startY float64
	command := byte(0)
	for d = strings.TrimLeft(d, " "); d != ""; d = strings.TrimLeft(d, " ") {
		if c := d[0]; c >= 'a' && c <= 'z' {
			command, d = c, d[1:]
			if command == 'z' {
				p.Close()
				x, y = startX, startY
				continue
			}
		}
		n := map[byte]int{'m': 2, 'l': 2, 'h': 1, 'v': 1, 'q': 4, 'c': 6}[command]
		if n == 0 {
			return nil, fmt.Errorf("command %q before %q", command, d)
		}
		var v [6]float64
		for i := range n {
			var err error
			if v[i], d, err = parseNumber(d); err != nil {
				return nil, err
			}
		}
		switch command {
		case 'm':
			startX, startY = x+v[0], y+v[1]
			p.MoveTo(startX, startY)
			command = 'l'
			x, y = startX, startY
			continue
		case 'h':
			v[1] = 0
			p.LineTo(x+v[0], y)
		case 'v':
			v[0], v[1] = 0, v[0]
			p.LineTo(x, y+v[1])
		case 'l':
			p.LineTo(x+v[0], y+v[1])
		case 'q':
			p.QuadTo(x+v[0], y+v[1], x+v[2], y+v[3])
			v[0], v[1] = v[2], v[3]
		case 'c':
			p.CubeTo(x+v[0], y+v[1], x+v[2], y+v[3], x+v[4], y+v[5])
			v[0], v[1] = v[4], v[5]
		}
		x, y = x+v[0], y+v[1]
	}
	return p, nil
}

// parseNumber reads the longest number at the start of d.
func parseNumber(d string) (v float64, rest string, err error) {
	d = strings.TrimLeft(d, " ")
	end, dot := 0, false
	for ; end < len(d); end++ {
		c := d[end]
		if c == '-' && end == 0 || c >= '0' && c <= '9' {
			continue
		}
		if c != '.' || dot {
			break
		}
		dot = true
	}
	v, err = strconv.ParseFloat(d[:end], 64)
	return v, d[end:], err
}
