package board

import (
	"cmp"
	"math"
	"slices"
)

// The room between a shape and those grown from it, and between siblings.
const (
	growGap    = 100
	siblingGap = 40
)

// Grow places n shapes like the one with that id beside it in the direction,
// 100 away and side by side, at the nearest place where they cover nothing, and
// an elbow arrow to each. They look like the shape and have no text yet. The
// new shapes come first in the edit, then the arrows; their ids are fresh at
// every call, so the edit that was shown is the one to apply. It does nothing
// for what is no shape.
func Grow(s *Scene, id string, dir Direction, n int) Edit {
	const most = 20
	e := s.Get(id)
	if e == nil || e.Deleted || !e.IsShape() || n < 1 || n > most {
		return Edit{}
	}
	d := newDraft(s)
	keys := KeysBetween(s.topKey(), "", 2*n)
	first := s.freeBlock(e, dir, n)
	nodes := make([]*Element, n)
	for i := range nodes {
		c := sibling(e)
		step := across(dir).Mul(float64(i) * (sizeAcross(dir, first) + siblingGap))
		c.X, c.Y, c.W, c.H = first.X+step.X, first.Y+step.Y, first.W, first.H
		c.Index = keys[i]
		nodes[i] = c
		d.set(c)
	}
	for i, node := range nodes {
		a := NewElement(Arrow, StyleOf(e))
		ShapeArrow(a, ElbowArrow)
		a.EndHead = "arrow"
		a.Index, a.Frame = keys[n+i], e.Frame
		a.Start = &Binding{ElementID: e.ID, Mode: Orbit, FixedPoint: dir.side()}
		a.End = &Binding{ElementID: node.ID, Mode: Orbit, FixedPoint: dir.opposite().side()}
		a.setVertices([]Point{e.Centre(), node.Centre()})
		d.bindings(Resolve(d, a))
	}
	return d.edit()
}

// sibling is a new shape that looks like e.
func sibling(e *Element) *Element {
	c := NewElement(e.Kind, StyleOf(e))
	c.Frame = e.Frame
	if e.Roundness != nil {
		r := *e.Roundness
		c.Roundness = &r
	}
	return c
}

func across(dir Direction) Point {
	if dir == Rightward || dir == Leftward {
		return Point{0, 1}
	}
	return Point{1, 0}
}

func sizeAcross(dir Direction, r Rect) float64 {
	return dot(Point{r.W, r.H}, across(dir))
}

// freeBlock is the first of n boxes of e's size: their row lies beside e, and
// from there as far along itself as it takes to cover nothing.
func (s *Scene) freeBlock(e *Element, dir Direction, n int) Rect {
	b := e.Extent()
	side := across(dir)
	long := float64(n)*sizeAcross(dir, b) + float64(n-1)*siblingGap
	way := dir.Unit()
	block := Rect{
		b.X + way.X*(b.W+growGap) + side.X*(b.W-long)/2, b.Y + way.Y*(b.H+growGap) + side.Y*(b.H-long)/2,
		b.W + side.X*(long-b.W), b.H + side.Y*(long-b.H),
	}
	at := func(offset float64) Rect {
		return Rect{block.X + side.X*offset, block.Y + side.Y*offset, block.W, block.H}
	}
	// Only what lies in the band that the block can slide along matters.
	reach := Point{side.Y, side.X}.Mul(siblingGap / 2)
	band := Rect{block.X - reach.X, block.Y - reach.Y, block.W + 2*reach.X, block.H + 2*reach.Y}
	var taken []Rect
	offsets := []float64{0}
	start, size := dot(Point{block.X, block.Y}, side), dot(Point{block.W, block.H}, side)
	for o := range s.obstructions() {
		r := o.box
		if r.Encloses(b) && o.id != e.ID {
			continue // what holds e holds its siblings
		}
		if sideways := (Rect{band.X*side.Y + r.X*side.X, band.Y*side.X + r.Y*side.Y, band.W, band.H}); !sideways.Intersects(r) {
			continue
		}
		taken = append(taken, r)
		from, to := dot(Point{r.X, r.Y}, side), dot(Point{r.Right(), r.Bottom()}, side)
		offsets = append(offsets, to+siblingGap-start, from-siblingGap-size-start)
	}
	slices.SortStableFunc(offsets, func(a, b float64) int { return cmp.Compare(math.Abs(a), math.Abs(b)) })
	for _, offset := range offsets {
		r := at(offset).Inset(-siblingGap/2 + 1)
		if !slices.ContainsFunc(taken, r.Intersects) {
			block = at(offset)
			break
		}
	}
	return Rect{block.X, block.Y, b.W, b.H}
}
