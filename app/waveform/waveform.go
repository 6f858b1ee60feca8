// Package waveform shows a recording as a picture that time runs through: the
// phases as bands, marks and silences, the sound, and a playhead.
package waveform

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// Waveform is the widget. Time comes from outside: whoever plays calls
// SetPlayhead, which moves two objects and draws nothing anew.
//
// A press or a drag seeks, Ctrl with the wheel zooms at the pointer, the wheel
// alone moves along. With the keyboard: arrows seek (Shift for further), Home
// and End, Page keys from phase to phase, Space plays.
type Waveform struct {
	widget.BaseWidget
	data     Data
	from, to time.Duration
	position time.Duration
	pointer  float32 // x of the pointer, below 0 when it is elsewhere
	focused  bool
	version  int // of data, for the cached picture
	gain     float64
	renderer *renderer

	// OnSeek is called with the moment that was asked for, within the length.
	OnSeek func(to time.Duration)
	// OnPlayPause is called when Space is pressed.
	OnPlayPause func()
}

// gainColumns is how finely a recording is looked through for its loudest sample.
const gainColumns = 1000

// New returns an empty waveform.
func New() *Waveform {
	w := &Waveform{pointer: -1}
	w.ExtendBaseWidget(w)
	return w
}

// SetData shows another recording from its start, in full.
func (w *Waveform) SetData(data Data) {
	w.data, w.from, w.to, w.position = data, 0, data.Length, 0
	w.version++
	w.gain = 1
	if data.Columns != nil && data.Length > 0 {
		// One gain for the whole recording, so that zooming changes no heights.
		w.gain = gainOf(data.Columns(0, data.Length, gainColumns))
	}
	w.Refresh()
}

// Playhead returns where the playhead is.
func (w *Waveform) Playhead() time.Duration { return w.position }

// SetPlayhead moves the playhead. When the view is zoomed and the playhead
// leaves it, the view turns a page.
func (w *Waveform) SetPlayhead(at time.Duration) {
	w.position = min(max(at, 0), w.data.Length)
	if w.zoomed() && (w.position < w.from || w.position > w.to) {
		w.SetView(w.position, w.position+w.to-w.from)
		return
	}
	if w.renderer != nil {
		w.renderer.movePlayhead()
	}
}

// View returns the stretch that is visible.
func (w *Waveform) View() (from, to time.Duration) { return w.from, w.to }

// SetView shows the stretch between from and to, at least two seconds of it and
// no more than there is.
func (w *Waveform) SetView(from, to time.Duration) {
	w.from, w.to = clampView(from, to, w.data.Length)
	w.Refresh()
}

// Zoom makes the view shorter (factor below 1) or longer, keeping the given
// moment where it is.
func (w *Waveform) Zoom(factor float64, around time.Duration) {
	span := w.to - w.from
	next := min(max(time.Duration(float64(span)*factor), min(least, w.data.Length)), w.data.Length)
	if span <= 0 || next == span {
		return
	}
	left := time.Duration(float64(around-w.from) / float64(span) * float64(next))
	w.SetView(around-left, around-left+next)
}

func (w *Waveform) zoomed() bool { return w.to-w.from < w.data.Length }

func (w *Waveform) view() view { return view{from: w.from, to: w.to, width: w.Size().Width} }

// seek asks for a moment and shows it at once; the player's own position
// follows.
func (w *Waveform) seek(to time.Duration) {
	to = min(max(to, 0), w.data.Length)
	w.SetPlayhead(to)
	if w.OnSeek != nil {
		w.OnSeek(to)
	}
}

// seekTo seeks to what lies at a point: a mark when one is under it, otherwise
// the moment.
func (w *Waveform) seekTo(at fyne.Position) {
	if m, ok := w.markAt(at); ok {
		w.seek(m.At)
		return
	}
	w.seek(w.view().at(at.X))
}

// markReach is how near to a mark the pointer must be.
const markReach = 7

// markAt finds the mark under a point in the row of marks.
func (w *Waveform) markAt(at fyne.Position) (Mark, bool) {
	if at.Y < marksTop || at.Y >= waveTop {
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

// caption is what the label at the pointer says.
func (w *Waveform) caption(at fyne.Position) string {
	if m, ok := w.markAt(at); ok {
		word := m.Kind
		if m.Label != "" {
			word += ": " + m.Label
		}
		return look.Time(m.At) + "  " + word
	}
	moment := min(max(w.view().at(at.X), 0), w.data.Length)
	text := look.Time(moment)
	for _, b := range w.data.Bands {
		if moment >= b.From && moment < b.To {
			text += "  " + b.Name
		}
	}
	for _, s := range w.data.Silences {
		if at.Y >= marksTop && at.Y < waveTop && moment >= s.From && moment < s.To {
			text += ", silent for " + look.Time(s.To-s.From)
		}
	}
	return text
}

func abs(v float32) float32 { return max(v, -v) }
