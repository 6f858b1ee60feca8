package board

import "talkthrough/internal/board/mermaid"

// draw puts the chart down: boxes around inner subgraphs, nodes, edges, and
// frames on top.
func (c *chart) draw() {
	c.holders = make([]*Element, len(c.Groups))
	for g, group := range c.Groups {
		if group.Parent < 0 {
			e := NewElement(Frame, DefaultStyle())
			e.Name = group.Title
			c.holders[g] = e
			continue
		}
		style := DefaultStyle()
		style.StrokeStyle = "dashed"
		e := c.d.add(Rectangle, style, c.frames[g], group.Title)
		if t := labelOf(c.d, e); t != nil {
			t.VAlign = "top"
			c.d.layoutLabel(e)
		}
		c.holders[g] = e
	}
	c.shapes = make([]*Element, len(c.Nodes))
	for i, n := range c.Nodes {
		style := DefaultStyle()
		style.Round = n.Shape != mermaid.Box
		c.shapes[i] = c.d.add(chartKinds[n.Shape], style, c.boxes[i], n.Text)
	}
	arrows := make([]*Element, len(c.Edges))
	for i, e := range c.Edges {
		arrows[i] = c.arrow(e)
	}
	for g, e := range c.holders {
		if e.IsFrame() {
			r := c.frames[g]
			e.X, e.Y, e.W, e.H = r.X, r.Y, r.W, r.H
			e.Index = c.d.above()
			c.d.set(e)
		}
	}
	c.enframe(arrows)
}

// arrow joins two nodes. In large charts arrows run straight: so many ways
// around so many boxes would take long and help little.
func (c *chart) arrow(edge mermaid.Edge) *Element {
	const routed = 60
	style := DefaultStyle()
	style.StartHead, style.EndHead = edge.StartHead, edge.EndHead
	switch edge.Line {
	case mermaid.Dotted:
		style.StrokeStyle = "dashed"
	case mermaid.Thick:
		style.StrokeWidth = 4
	}
	a := NewElement(Arrow, style)
	kind := StraightArrow
	if len(c.Edges) <= routed || edge.From == edge.To {
		kind = ElbowArrow
	}
	ShapeArrow(a, kind)
	a.Index = c.d.above()
	from, to := c.shapes[edge.From], c.shapes[edge.To]
	centre := Point{0.5001, 0.5001}
	a.Start = &Binding{ElementID: from.ID, Mode: Orbit, FixedPoint: centre}
	a.End = &Binding{ElementID: to.ID, Mode: Orbit, FixedPoint: centre}
	a.setVertices([]Point{from.Centre(), to.Centre()})
	a = Resolve(c.d, a)
	c.d.bindings(a)
	if edge.Text != "" {
		t := NewElement(Text, style)
		t.Align, t.VAlign = "center", "middle"
		t.Container, t.Text, t.Index = a.ID, edge.Text, c.d.above()
		c.d.bindings(t)
		c.d.layoutLabel(c.d.Get(a.ID))
	}
	return a
}

// enframe writes down in which frame everything lies.
func (c *chart) enframe(arrows []*Element) {
	put := func(e *Element, group int) {
		if group = c.outermost(group); group < 0 {
			return
		}
		frame := c.holders[group].ID
		c.d.change(e.ID).Frame = frame
		if t := labelOf(c.d, c.d.Get(e.ID)); t != nil {
			c.d.change(t.ID).Frame = frame
		}
	}
	for i, n := range c.Nodes {
		put(c.shapes[i], n.Group)
	}
	for g, group := range c.Groups {
		if group.Parent >= 0 {
			put(c.holders[g], group.Parent)
		}
	}
	for i, e := range c.Edges {
		if g := c.outermost(c.Nodes[e.From].Group); g == c.outermost(c.Nodes[e.To].Group) {
			put(arrows[i], g)
		}
	}
}

// outermost is the subgraph that is a frame, around a group; -1 for none.
func (c *chart) outermost(group int) int {
	for group >= 0 && c.Groups[group].Parent >= 0 {
		group = c.Groups[group].Parent
	}
	return group
}
