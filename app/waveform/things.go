package waveform

import (
	"time"

	"fyne.io/fyne/v2"
)

// seekTo seeks to what lies at a point: where the mark, the phase or the silence
// under it begins, otherwise the moment.
func (w *Waveform) seekTo(at fyne.Position) {
	if m, ok := w.markAt(at); ok {
		w.hear(m.At)
		return
	}
	if from, ok := w.spanAt(at); ok {
		w.hear(from)
		return
	}
	w.seek(w.view().at(at.X))
}

// hear seeks to just before a thing.
func (w *Waveform) hear(thing time.Duration) { w.seek(thing - w.RunUp) }

// markReach is how near to a mark the pointer must be.
const markReach = 7

// markAt finds the mark under a point in the row of marks.
func (w *Waveform) markAt(at fyne.Position) (Mark, bool) {
	if !inMarkRow(at) {
		return Mark{}, false
	}
	v, found, best := w.view(), Mark{}, float32(markReach)
	ok := false
	for _, m := range w.data.Marks {
		if d := abs(v.x(m.At) - at.X); d <= best {
			found, best, ok = m, d, true
		}
	}
	return found, ok
}

func inMarkRow(at fyne.Position) bool { return at.Y >= marksTop && at.Y < waveTop }

// spanAt finds the phase under a point in the row of phases, or the silence
// under one in the row of marks, and tells where it begins.
func (w *Waveform) spanAt(at fyne.Position) (from time.Duration, ok bool) {
	v := w.view()
	moment := v.at(at.X)
	if at.Y < bandsHigh {
		for _, b := range w.data.Bands {
			if moment >= b.From && moment < b.To {
				return b.From, true
			}
		}
	}
	if inMarkRow(at) {
		for _, s := range w.data.Silences {
			if moment >= s.From && moment < s.To && pointable(s, v) {
				return s.From, true
			}
		}
	}
	return 0, false
}

// stepMark goes to the next mark of any kind, or to the one before. For a while
// after a mark was gone to, it is the one to go on from, however far the replay
// has come since.
func (w *Waveform) stepMark(by int) {
	const onIt = 2 * time.Second
	marks := w.data.Marks
	begins := func(i int) time.Duration { return max(marks[i].At-w.RunUp, 0) }
	here := w.position
	if i := w.asked; i < len(marks) && here >= begins(i) && here <= begins(i)+onIt {
		here = begins(i)
	}
	to := -1
	for i := range marks {
		at := begins(i)
		if by > 0 && at > here && to < 0 || by < 0 && at < here {
			to = i
		}
	}
	if to < 0 {
		return
	}
	w.asked = to
	w.hear(marks[to].At)
}
