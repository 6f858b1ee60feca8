package paint

import (
	"bytes"
	"image"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

// handDrawn is the gallery and a few more at a roughness, each with a seed of
// its own.
func handDrawn(roughness int) []*board.Element {
	s := sketch{elements: gallery()}
	for i, style := range []string{"hachure", "cross-hatch", "zigzag"} {
		s.add(board.Rectangle, float64(i)*110, 240, 90, 60, filled("#b2f2bb", func(e *board.Element) { e.FillStyle = style }))
	}
	s.line(board.Arrow, 350, 260, round(2), board.Point{}, board.Point{X: 60, Y: -30}, board.Point{X: 130, Y: 10}, board.Point{X: 200})
	s.line(board.Line, 620, 260, nil, board.Point{}, board.Point{X: 120, Y: 30})
	s.add(board.Ellipse, 580, 240, 8, 8, nil)
	for i, e := range s.elements {
		e.Roughness, e.Seed = roughness, int64(1000+i*7919)
	}
	return s.elements
}

// TestHandDrawnLinesStayInTheModelsBounds: the model tells what is damaged by
// a change before anything is painted.
func TestHandDrawnLinesStayInTheModelsBounds(t *testing.T) {
	kinds := []board.Kind{board.Rectangle, board.Ellipse, board.Diamond, board.Arrow, board.Line}
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.Float64Range(0, 900)
		e := &board.Element{
			Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), W: size.Draw(t, "w"), H: size.Draw(t, "h"),
			Angle: rapid.Float64Range(0, 6).Draw(t, "angle"), Stroke: "#000", Background: "#f00",
			StrokeWidth: rapid.Float64Range(0.5, 8).Draw(t, "pen"), Opacity: 100,
			Roughness: rapid.IntRange(1, 2).Draw(t, "roughness"), Seed: rapid.Int64().Draw(t, "seed"),
			FillStyle:   rapid.SampledFrom([]string{"solid", "hachure", "zigzag"}).Draw(t, "fill"),
			StrokeStyle: rapid.SampledFrom([]string{"solid", "dashed", "dotted"}).Draw(t, "style"),
			Roundness:   rapid.SampledFrom([]*board.Roundness{nil, {Type: 2}, {Type: 3}}).Draw(t, "round"),
		}
		if e.IsLinear() {
			e.Points = []board.Point{{}, {X: size.Draw(t, "x1"), Y: size.Draw(t, "y1")}, {X: size.Draw(t, "x2"), Y: size.Draw(t, "y2")}}
		}
		if ink, b := inkOf(Of(e, nil, Light)), e.Bounds(); !b.Encloses(ink) {
			t.Fatalf("ink in %+v, bounds %+v", ink, b)
		}
	})
}

// inkOf is the box around what the list paints. List.Bounds may be larger: it
// encloses the curves' controls.
func inkOf(l *List) board.Rect {
	var all board.Rect
	for _, op := range l.Ops {
		for _, line := range flatten(op.Path, 0.05) {
			straight := Op{Path: &typeset.Path{}, Pen: op.Pen}
			polygonal(straight.Path, line.points)
			straight.measure()
			all = all.Union(straight.Bounds)
		}
	}
	return all
}

// TestHandDrawnLinesFollowTheClean: a hand-drawn line is where the clean one
// is, give or take, and not the same.
func TestHandDrawnLinesFollowTheClean(t *testing.T) {
	for _, kind := range []board.Kind{board.Rectangle, board.Ellipse, board.Diamond} {
		var s sketch
		clean := s.add(kind, 0, 0, 180, 120, round(3))
		rough := clean.Clone()
		rough.Roughness, rough.Seed = 1, 42
		truth := flatten(Of(clean, nil, Light).Ops[0].Path, 0.05)[0].points
		drawn := flatten(Of(rough, nil, Light).Ops[0].Path, 0.05)
		if len(drawn) < 2 {
			t.Fatalf("%s is drawn in %d strokes, want two", kind, len(drawn))
		}
		far := 0.0
		for _, l := range drawn {
			for _, p := range l.points {
				far = max(far, nearest(truth, p))
			}
		}
		if far < 0.3 || far > 5 {
			t.Errorf("%s strays %.2f units from its outline", kind, far)
		}
	}
}

// nearest is how far p is from the closed line through points.
func nearest(points []point, p point) float64 {
	least := math.Inf(1)
	for i, a := range points {
		b := points[(i+1)%len(points)]
		ab := point{X: b.X - a.X, Y: b.Y - a.Y}
		t := 0.0
		if n := ab.X*ab.X + ab.Y*ab.Y; n > 0 {
			t = min(max(((p.X-a.X)*ab.X+(p.Y-a.Y)*ab.Y)/n, 0), 1)
		}
		least = min(least, distance(p, lerp(a, b, t)))
	}
	return least
}

func TestTheSeedAloneSaysHowAHandDraws(t *testing.T) {
	for i, e := range handDrawn(2) {
		if e.Kind == board.Text {
			continue
		}
		first := Of(e, nil, Light)
		again, other := e.Clone(), e.Clone()
		again.ID, again.Version, again.Stroke = "another", 9, "#ff0000"
		other.Seed++
		if !samePaths(first, Of(again, nil, Dark)) {
			t.Errorf("element %d (%s) is drawn otherwise the next time", i, e.Kind)
		}
		if samePaths(first, Of(other, nil, Light)) {
			t.Errorf("element %d (%s) is drawn the same with another seed", i, e.Kind)
		}
	}
}

func samePaths(a, b *List) bool {
	return slices.EqualFunc(a.Ops, b.Ops, func(a, b Op) bool { return slices.Equal(a.Path.Points, b.Path.Points) })
}

// TestTurningDoesNotRedraw: a turned element is the upright one, turned.
func TestTurningDoesNotRedraw(t *testing.T) {
	for _, kind := range []board.Kind{board.Rectangle, board.Ellipse, board.Diamond} {
		var s sketch
		e := s.add(kind, 10, 20, 90, 70, filled("#ffc9c9", func(e *board.Element) {
			e.Roughness, e.Seed, e.FillStyle = 1, 7, "hachure"
		}))
		turned := e.Clone()
		turned.Angle = 1.1
		before, after := Of(e, nil, Light), Of(turned, nil, Light)
		for i, op := range before.Ops {
			for k, p := range op.Path.Points {
				want := board.Point(p).Rotate(e.Centre(), 1.1)
				if want.Dist(board.Point(after.Ops[i].Path.Points[k])) > 1e-6 {
					t.Fatalf("%s: point %d of operation %d moved by itself", kind, k, i)
				}
			}
		}
	}
}

// TestZigzagDoesNotLiftThePen: the fill of a box is one stroke that goes from
// side to side.
func TestZigzagDoesNotLiftThePen(t *testing.T) {
	box := &typeset.Path{}
	polygonal(box, []point{{}, {X: 80}, {X: 80, Y: 50}, {Y: 50}})
	box.Close()
	lines := hachure(box, 0, 4)
	stroke := zigzag(lines, 8)
	if moves := slices.Index(stroke.Verbs[1:], typeset.Move); moves >= 0 {
		t.Errorf("the pen is lifted after %d stretches", moves)
	}
	if len(stroke.Points) != len(lines.Points)/2 {
		t.Fatalf("%d points for %d lines", len(stroke.Points), len(lines.Points)/2)
	}
	for i, p := range stroke.Points {
		if side := float64(i%2) * 80; math.Abs(p.X-side) > 1e-9 {
			t.Errorf("point %d lies at %v, want side %v", i, p, side)
		}
	}
}

func TestHandDrawnScenesRepaintWithoutSeam(t *testing.T) {
	scene := append(handDrawn(1), handDrawn(2)...)
	rapid.Check(t, func(t *rapid.T) {
		v, size := anyView(t), image.Rect(0, 0, 240, 180)
		var p Painter
		whole := image.NewRGBA(size)
		Paper(whole, size, v, Light)
		p.Draw(whole, size, scene, v, Light)
		mended := image.NewRGBA(size)
		copy(mended.Pix, whole.Pix)
		damage := anyRect(t, size)
		Paper(mended, damage, v, Light)
		p.Draw(mended, damage, scene, v, Light)
		if !bytes.Equal(whole.Pix, mended.Pix) {
			t.Fatalf("repainting %v of %+v changes the image", damage, v)
		}
	})
}
