package whiteboard

import (
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// How far the arrow keys move the selection, in scene units: with Shift wide,
// on the grid from line to line.
const (
	nudgeStep = 1
	nudgeWide = 5
)

// nudgeRest is how long the arrow keys must be left alone for the way so far to
// be one step of undo and one event.
const nudgeRest = time.Second

// nudging is a way that the selection goes by the arrow keys, shown and not yet
// recorded.
type nudging struct {
	ids  []string
	way  board.Point
	stop func() // of the wait for the end
}

var arrowKeys = map[fyne.KeyName]board.Point{
	fyne.KeyLeft: {X: -1}, fyne.KeyRight: {X: 1}, fyne.KeyUp: {Y: -1}, fyne.KeyDown: {Y: 1},
}

// nudge moves the selection one step in the direction, which is of length 1.
func (b *Board) nudge(dir board.Point, wide bool) {
	if len(b.selected) == 0 || b.gesture != nil {
		return
	}
	step := float64(nudgeStep)
	switch {
	case b.grid && !wide:
		step = gridStep
	case !b.grid && wide:
		step = nudgeWide
	}
	n := b.nudged
	if n == nil {
		n = &nudging{ids: b.Selected()}
	} else {
		n.stop()
	}
	n.way = n.way.Add(dir.Mul(step))
	n.stop = b.later(nudgeRest, b.finishNudge)
	b.nudged = n
	b.preview(board.Move(b.doc.Scene(), n.ids, n.way.X, n.way.Y))
	b.OnChange()
}

// finishNudge records the way that the arrow keys have moved the selection.
func (b *Board) finishNudge() {
	n := b.nudged
	if n == nil {
		return
	}
	n.stop()
	b.nudged = nil
	b.clearPreview()
	b.place(board.Move(b.doc.Scene(), n.ids, n.way.X, n.way.Y), n.ids...)
}

// finishKeys records what keys have begun: shapes that grow, and nudges.
func (b *Board) finishKeys() {
	b.finishNudge()
	b.finishGrowth()
}

// later has do called on the UI thread after d, unless it is stopped before.
func later(d time.Duration, do func()) (stop func()) {
	stopped := false // read and written on the UI thread
	timer := time.AfterFunc(d, func() {
		fyne.Do(func() {
			if !stopped {
				do()
			}
		})
	})
	return func() {
		stopped = true
		timer.Stop()
	}
}
