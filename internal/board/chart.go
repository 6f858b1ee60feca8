package board

import (
	"fmt"
	"math"

	"talkthrough/internal/board/layers"
	"talkthrough/internal/board/mermaid"
)

// FromMermaid makes labelled shapes and bound arrows of a Mermaid flowchart,
// laid out as it says, the upper left corner at the point. Subgraphs become
// frames, those within them boxes around their nodes. The error is
// mermaid.ErrOther for text that is no flowchart, else it says what is wrong
// with it and where.
func FromMermaid(s *Scene, text string, at Point) (Edit, error) {
	graph, err := mermaid.Parse(text)
	if err != nil {
		return Edit{}, fmt.Errorf("read the flowchart: %w", err)
	}
	c := &chart{Graph: graph, d: newDraft(s), upright: graph.Direction == mermaid.TopDown || graph.Direction == mermaid.BottomUp}
	c.measure()
	c.arrange(-1)
	c.settle(-1, at)
	c.draw()
	return c.d.edit(), nil
}

// chart is a flowchart on its way to the board.
type chart struct {
	mermaid.Graph
	d       *draft
	upright bool   // layers lie one beneath the other
	boxes   []Rect // of nodes, relative to the group around them until settled
	frames  []Rect // of groups, likewise
	shapes  []*Element
	holders []*Element
}

// The room around what a subgraph holds; above it stands its name.
const (
	groupPadding = 30
	groupName    = 30
)

var chartKinds = map[mermaid.Shape]Kind{
	mermaid.Box: Rectangle, mermaid.Round: Rectangle, mermaid.Stadium: Rectangle,
	mermaid.Circle: Ellipse, mermaid.Diamond: Diamond, mermaid.Cylinder: Cylinder,
}

// measure gives every node the size that its text asks for.
func (c *chart) measure() {
	const narrowest, widest, lowest, margin = 100, 260, 60, 40
	c.boxes = make([]Rect, len(c.Nodes))
	c.frames = make([]Rect, len(c.Groups))
	for i, n := range c.Nodes {
		kind := chartKinds[n.Shape]
		t := NewElement(Text, DefaultStyle())
		t.Text = n.Text
		t, _ = LayoutText(t, nil)
		w := t.W + margin
		switch kind {
		case Ellipse:
			w *= math.Sqrt2
		case Diamond:
			w *= 2
		}
		box := Rect{W: math.Round(min(max(w, narrowest), widest)), H: lowest}
		shape := NewElement(kind, DefaultStyle())
		shape.W, shape.H = box.W, box.H
		_, grown := LayoutText(t, shape)
		box.H = math.Ceil(grown.H)
		c.boxes[i] = box
	}
}

// item is what one level of subgraphs lays out: a node or a subgraph.
type item struct {
	group bool
	at    int
}

// arrange lays out what a group holds, its subgraphs first, and gives the group
// its size.
func (c *chart) arrange(group int) {
	var items []item
	place := map[item]int{}
	add := func(it item) {
		place[it] = len(items)
		items = append(items, it)
	}
	for g := range c.Groups {
		if c.Groups[g].Parent == group {
			c.arrange(g)
			add(item{true, g})
		}
	}
	for n := range c.Nodes {
		if c.Nodes[n].Group == group {
			add(item{false, n})
		}
	}
	nodes := make([]layers.Node, len(items))
	for i, it := range items {
		r := c.rect(it)
		nodes[i] = layers.Node{W: r.W, H: r.H, At: layers.Point{Y: float64(i)}}
		if c.upright {
			nodes[i].W, nodes[i].H = r.H, r.W
		}
	}
	var edges []layers.Edge
	for _, e := range c.Edges {
		from, ok := place[c.within(e.From, group)]
		to, ok2 := place[c.within(e.To, group)]
		if ok && ok2 {
			edges = append(edges, layers.Edge{From: from, To: to, Label: c.labelRoom(e.Text)})
		}
	}
	var all Rect
	for i, p := range layers.Layout(nodes, edges) {
		r := c.rect(items[i])
		r.X, r.Y = p.X, p.Y
		if c.upright {
			r.X, r.Y = p.Y, p.X
		}
		*c.place(items[i]) = r
		all = all.Union(r)
	}
	c.mirror(items, all)
	if group >= 0 {
		c.frames[group] = Rect{W: all.W + 2*groupPadding, H: all.H + 2*groupPadding + groupName}
	}
}

// mirror turns a layout round that runs leftwards or upwards.
func (c *chart) mirror(items []item, all Rect) {
	for _, it := range items {
		r := c.place(it)
		switch c.Direction {
		case mermaid.RightLeft:
			r.X = all.W - r.X - r.W
		case mermaid.BottomUp:
			r.Y = all.H - r.Y - r.H
		}
	}
}

func (c *chart) place(it item) *Rect {
	if it.group {
		return &c.frames[it.at]
	}
	return &c.boxes[it.at]
}

func (c *chart) rect(it item) Rect { return *c.place(it) }

// within is what stands for a node among the items of a group: the node, or
// the subgraph that it is in.
func (c *chart) within(node, group int) item {
	it, parent := item{false, node}, c.Nodes[node].Group
	for parent != group && parent >= 0 {
		it, parent = item{true, parent}, c.Groups[parent].Parent
	}
	return it
}

// labelRoom is how much a label takes between two layers.
func (c *chart) labelRoom(text string) float64 {
	if text == "" {
		return 0
	}
	t := NewElement(Text, DefaultStyle())
	t.Text = text
	t, _ = LayoutText(t, nil)
	if c.upright {
		return t.H
	}
	return min(t.W, 11*t.FontSize)
}

// settle moves what a group holds to where the group lies.
func (c *chart) settle(group int, origin Point) {
	for n := range c.Nodes {
		if c.Nodes[n].Group == group {
			c.boxes[n].X, c.boxes[n].Y = c.boxes[n].X+origin.X, c.boxes[n].Y+origin.Y
		}
	}
	for g := range c.Groups {
		if c.Groups[g].Parent == group {
			r := &c.frames[g]
			r.X, r.Y = r.X+origin.X, r.Y+origin.Y
			c.settle(g, Point{r.X + groupPadding, r.Y + groupPadding + groupName})
		}
	}
}
