package whiteboard

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/internal/board"
)

const (
	snapReach = 8  // how far from its place, in window units, something snaps
	gridStep  = 20 // in scene units
	mostLines = 24 // of which guides are made
	gapTick   = 4  // half the bar at a gap's end, in window units
)

// snapped is how far a box that is dragged must go on to lie well, and the
// guides that say why: nothing while Ctrl is held.
func (b *Board) snapped(moving board.Rect, exclude []string) (board.Point, []board.Guide) {
	return b.snappedTo(b.doc.Scene(), moving, exclude)
}

// snappedTo is snapped beside what is in that scene.
func (b *Board) snappedTo(scene *board.Scene, moving board.Rect, exclude []string) (board.Point, []board.Guide) {
	if b.mods()&fyne.KeyModifierShortcutDefault != 0 {
		return board.Point{}, nil
	}
	grid := 0.0
	if b.grid {
		grid = gridStep
	}
	switch {
	case b.snaps:
		dx, dy, guides := board.Snap(scene, moving, exclude, snapReach/b.view.zoom, grid)
		return board.Point{X: dx, Y: dy}, guides
	case b.grid:
		at := board.Point{X: moving.X, Y: moving.Y}
		return onGrid(at).Sub(at), nil
	}
	return board.Point{}, nil
}

// drawnAt is where a shape being drawn begins or ends when the hand is at p.
func (b *Board) drawnAt(p board.Point) board.Point {
	if b.grid && b.mods()&fyne.KeyModifierShortcutDefault == 0 {
		return onGrid(p)
	}
	return p
}

func onGrid(p board.Point) board.Point {
	return board.Point{X: math.Round(p.X/gridStep) * gridStep, Y: math.Round(p.Y/gridStep) * gridStep}
}

// SnapsToGrid reports whether what is moved and drawn lies on the grid.
func (b *Board) SnapsToGrid() bool { return b.grid }

// SnapsToOthers reports whether what is moved snaps to its neighbours.
func (b *Board) SnapsToOthers() bool { return b.snaps }

// newLines are the lines that guides are shown by.
func newLines() []*canvas.Line {
	lines := make([]*canvas.Line, mostLines)
	for i := range lines {
		lines[i] = canvas.NewLine(color.Transparent)
		lines[i].StrokeWidth = 1
		lines[i].Hide()
	}
	return lines
}

// showGuides draws the guides of the drag under way: a line along what is level
// with each other, a measure with bars at its ends in each of equal gaps.
func (m *marks) showGuides(accent color.Color) {
	drawn := 0
	draw := func(from, to fyne.Position) {
		if drawn < len(m.lines) {
			l := m.lines[drawn]
			l.Position1, l.Position2, l.StrokeColor = from, to, accent
			l.Show()
			l.Refresh()
			drawn++
		}
	}
	for _, g := range m.b.guides {
		from, to := m.b.view.toWindow(g.From), m.b.view.toWindow(g.To)
		draw(from, to)
		if !g.Gap {
			continue
		}
		bar := fyne.NewPos(0, gapTick)
		if from.X == to.X {
			bar = fyne.NewPos(gapTick, 0)
		}
		draw(from.Subtract(bar), from.Add(bar))
		draw(to.Subtract(bar), to.Add(bar))
	}
	for _, l := range m.lines[drawn:] {
		if l.Visible() {
			l.Hide()
		}
	}
}
