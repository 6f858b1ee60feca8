package board

// Part is one of the parts that designs of ML systems are made of.
type Part struct {
	ID   string // "feature-store"
	Name string // what it is labelled: "Feature store"
	Kind Kind
	W, H float64
	// Style is how the part looks; Drop takes letters and roughness from it
	// too, so that a caller may set them to the user's.
	Style Style
}

// Parts are all of them, in the order of a palette. The slice is the caller's.
func Parts() []Part {
	const blue, green, red, yellow, violet, grey, teal, orange = "#1971c2", "#2f9e44", "#e03131", "#f08c00", "#6741d9", "#343a40", "#0c8599", "#e8590c"
	part := func(id, name string, kind Kind, w, h float64, stroke, background string) Part {
		style := DefaultStyle()
		style.Stroke, style.Background = stroke, background
		return Part{id, name, kind, w, h, style}
	}
	dashed := func(p Part) Part {
		p.Style.StrokeStyle = "dashed"
		return p
	}
	return []Part{
		part("client", "Client", Ellipse, 140, 80, grey, "#e9ecef"),
		part("service", "Service", Rectangle, 160, 80, blue, "#a5d8ff"),
		part("queue", "Queue", Rectangle, 180, 60, orange, "#ffd8a8"),
		part("stream", "Stream", Rectangle, 220, 50, teal, "#99e9f2"),
		part("database", "Database", Cylinder, 130, 110, green, "#b2f2bb"),
		part("feature-store", "Feature store", Cylinder, 160, 110, violet, "#d0bfff"),
		part("model", "Model", Diamond, 180, 120, red, "#ffc9c9"),
		part("cache", "Cache", Cylinder, 120, 80, yellow, "#ffec99"),
		dashed(part("batch-job", "Batch job", Rectangle, 160, 80, blue, "#d0ebff")),
		dashed(part("human-review", "Human review", Ellipse, 210, 90, yellow, "#fff3bf")),
	}
}

// Drop places a part with its label, its middle at the point, on top of
// everything. The shape comes first in the edit.
func Drop(s *Scene, part Part, at Point) Edit {
	d := newDraft(s)
	e := d.add(part.Kind, part.Style, Rect{at.X - part.W/2, at.Y - part.H/2, part.W, part.H}, part.Name)
	d.reroute([]*Element{e}, nil)
	return d.edit()
}

// add places a new shape with text in it, if any, on top of all; the shape
// grows around its middle where the text needs more room. It returns the shape.
func (d *draft) add(kind Kind, style Style, box Rect, text string) *Element {
	e := NewElement(kind, style)
	e.X, e.Y, e.W, e.H = box.X, box.Y, box.W, box.H
	e.Index = d.above()
	d.set(e)
	if text == "" {
		return e
	}
	t := NewElement(Text, style)
	t.Stroke = DefaultStyle().Stroke // coloured letters on a coloured ground are hard to read
	t.Align, t.VAlign = "center", "middle"
	t.Container, t.Text, t.Index = e.ID, text, d.above()
	placedText, grown := LayoutText(t, e)
	if grown != e {
		grown.Y -= (grown.H - e.H) / 2
		placedText, grown = LayoutText(t, grown)
		d.set(grown)
	}
	d.bindings(placedText)
	return d.change(e.ID)
}

// above is an order key above everything, what it was asked for before included.
func (d *draft) above() string {
	if d.top == "" {
		d.top = d.scene.topKey()
	}
	d.top = KeyBetween(d.top, "")
	return d.top
}
