// Package waveform shows a recording as a picture that time runs through: the
// phases as bands, marks and silences, the sound, and a playhead.
package waveform

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Waveform is the widget. Time comes from outside: whoever plays calls
// SetPlayhead, which moves two objects and draws nothing anew.
//
// A press or a drag seeks; a press on a mark, a phase or the bar of a silence
// goes to where that begins. Ctrl with the wheel zooms at the pointer, the wheel
// alone moves along, as does the strip below that stands for the whole. The
// keyboard does what the Review group of app/keys says.
type Waveform struct {
	widget.BaseWidget
	data     Data
	from, to time.Duration
	position time.Duration
	pointer  fyne.Position // X is below 0 when it is elsewhere
	focused  bool
	sliding  bool // the overview is being dragged
	version  int  // of data, for the cached picture
	gain     float64
	shaded   bool // the RMS is known
	note     string
	asked    int // the mark that a key went to last
	renderer *renderer

	// RunUp is how long before a thing that was clicked, or asked for by key, the
	// seek goes: what was said as it came about began before it.
	RunUp time.Duration

	// OnSeek is called with the moment that was asked for, within the length.
	OnSeek func(to time.Duration)
	// OnPlayPause is called when Space is pressed.
	OnPlayPause func()
	// OnOther is called with the other bindings of the review group that come by
	// the keyboard or Do, and are not about time or view.
	OnOther func(id string)
	// OnUnused is called with the keys that are none of the review group; may be
	// nil.
	OnUnused func(ev *fyne.KeyEvent)
}

// gainColumns is how finely a recording is looked through for its loudest sample.
const gainColumns = 1000

// New returns an empty waveform.
func New() *Waveform {
	w := &Waveform{pointer: fyne.NewPos(-1, 0)}
	w.ExtendBaseWidget(w)
	return w
}

// SetData shows another recording from its start, in full.
func (w *Waveform) SetData(data Data) {
	w.from, w.to, w.position = 0, data.Length, 0
	w.Renew(data)
}

// Renew shows more of the same recording, where the view is and the playhead.
func (w *Waveform) Renew(data Data) {
	w.data = data
	w.version++
	w.gain, w.shaded = 1, false
	if data.Columns != nil && data.Length > 0 {
		// One gain for the whole recording, so that zooming changes no heights.
		columns := data.Columns(0, data.Length, gainColumns)
		w.gain, w.shaded = gainOf(columns), measured(columns)
	}
	w.Refresh()
}

// SetNote says something across the sound, such as that it is being read; empty
// takes it away.
func (w *Waveform) SetNote(note string) {
	if note != w.note {
		w.note = note
		w.Refresh()
	}
}

// said is what stands across the sound.
func (w *Waveform) said() string {
	if w.data.Columns == nil {
		return noSound
	}
	return w.note
}

// Playhead returns where the playhead is.
func (w *Waveform) Playhead() time.Duration { return w.position }

// SetPlayhead moves the playhead, as time passes. When the view is zoomed and
// the playhead goes out of it, the view turns a page; a view that the user moved
// away from the playhead stays.
func (w *Waveform) SetPlayhead(at time.Duration) {
	followed := w.visible(w.position)
	w.position = min(max(at, 0), w.data.Length)
	if followed && !w.visible(w.position) {
		w.reveal()
		return
	}
	if w.renderer != nil {
		w.renderer.movePlayhead()
	}
}

// visible reports whether a moment is in the view.
func (w *Waveform) visible(at time.Duration) bool { return at >= w.from && at <= w.to }

// reveal moves the view to the playhead, and leaves something of what was before
// it to be seen.
func (w *Waveform) reveal() {
	span := w.to - w.from
	w.SetView(w.position-span/10, w.position-span/10+span)
}

// View returns the stretch that is visible.
func (w *Waveform) View() (from, to time.Duration) { return w.from, w.to }

// SetView shows the stretch between from and to, at least five seconds of it
// and no more than there is.
func (w *Waveform) SetView(from, to time.Duration) {
	w.from, w.to = clampView(from, to, w.data.Length)
	w.Refresh()
	if w.pointer.X >= 0 {
		w.point(w.pointer) // what lies under it is another moment now
	}
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
	if !w.visible(to) {
		w.reveal()
	}
	if w.OnSeek != nil {
		w.OnSeek(to)
	}
}
