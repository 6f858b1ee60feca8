package board

import "talkthrough/internal/board/layers"

// Tidy lays the elements out from left to right by the arrows between them:
// layers 80 apart, 40 between neighbours, few crossings; the upper left corner
// stays. A group counts as one. Arrows between them lose their bends and aim at
// the middles anew. What no arrow joins stays where it is, or moves beneath the
// rest, all together, where it would be in the way.
func Tidy(s *Scene, ids []string) Edit {
	list := s.objects(ids)
	owner := map[string]int{} // by id: the place in list of the object it is part of
	for i, o := range list {
		for _, e := range s.selection(idsOf(o.elements)) {
			owner[e.ID] = i
		}
	}
	arrows := s.between(owner)
	joined := make([]int, len(list)) // place among the nodes, plus one
	var nodes []layers.Node
	var members []int
	var edges []layers.Edge
	node := func(i int) int {
		if joined[i] == 0 {
			r := list[i].extent
			nodes = append(nodes, layers.Node{W: r.W, H: r.H, At: layers.Point(r.Centre())})
			members = append(members, i)
			joined[i] = len(nodes)
		}
		return joined[i] - 1
	}
	for _, a := range arrows {
		edge := layers.Edge{From: node(owner[a.Start.ElementID]), To: node(owner[a.End.ElementID])}
		if pointsBack(a) {
			edge.From, edge.To = edge.To, edge.From
		}
		if t := s.LabelOf(a); t != nil {
			edge.Label = t.W
		}
		edges = append(edges, edge)
	}
	if len(nodes) < 2 {
		return Edit{}
	}
	ways := placed(list, members, layers.Layout(nodes, edges))
	d := newDraft(s)
	for _, a := range arrows {
		d.unbend(a)
	}
	by := map[string]Point{}
	for id, i := range owner {
		by[id] = ways[i]
	}
	d.shift(by)
	for _, a := range arrows {
		d.resolve(a.ID)
	}
	return d.edit()
}

// between lists the arrows that join two different objects.
func (s *Scene) between(owner map[string]int) []*Element {
	return s.chosen(func(e *Element) bool {
		if e.Kind != Arrow || e.Deleted || e.Start == nil || e.End == nil {
			return false
		}
		from, ok := owner[e.Start.ElementID]
		to, ok2 := owner[e.End.ElementID]
		return ok && ok2 && from != to
	})
}

// pointsBack reports whether the arrow's only head is at its start.
func pointsBack(a *Element) bool { return a.StartHead != "" && a.EndHead == "" }

// placed is how far each object moves: those of the layout, members, to the
// corners given; the others beneath, all by the same way, if one is in the way.
func placed(list []object, members []int, corners []layers.Point) []Point {
	ways := make([]Point, len(list))
	in := make([]bool, len(list))
	var before, after Rect
	for _, i := range members {
		before = before.Union(list[i].extent)
		in[i] = true
	}
	for k, i := range members {
		r := list[i].extent
		to := Point{before.X + corners[k].X, before.Y + corners[k].Y}
		ways[i] = to.Sub(Point{r.X, r.Y})
		after = after.Union(Rect{to.X, to.Y, r.W, r.H})
	}
	var rest Rect
	inTheWay := false
	for i, o := range list {
		if !in[i] {
			rest = rest.Union(o.extent)
			inTheWay = inTheWay || after.Inset(-layers.NodeGap/2).Intersects(o.extent)
		}
	}
	if inTheWay {
		for i := range list {
			if !in[i] {
				ways[i] = Point{0, after.Bottom() + layers.NodeGap - rest.Y}
			}
		}
	}
	return ways
}

// unbend takes the points between an arrow's ends out and lets both ends aim
// at the middles.
func (d *draft) unbend(a *Element) {
	c := Migrate(d, a).Clone()
	c.Version = a.Version + 1
	for _, end := range [2]End{AtStart, AtEnd} {
		b := c.Binding(end)
		b.Mode, b.FixedPoint = Orbit, Point{0.5001, 0.5001}
	}
	if c.Elbowed {
		c.fix(nil)
	}
	points := c.Vertices()
	if n := len(points); n > 1 {
		c.setVertices([]Point{points[0], points[n-1]})
	}
	d.set(c)
}
