// Package waveform shows a recording as a picture that time runs through: the
// phases as bands, marks and silences, the sound, and a playhead.
package waveform

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// Waveform is the widget. Time comes from outside: whoever plays calls
// SetPlayhead, which moves two objects and draws nothing anew.
//
// A press or a drag seeks, Ctrl with the wheel zooms at the pointer, the wheel
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
	renderer *renderer

	// OnSeek is called with the moment that was asked for, within the length.
	OnSeek func(to time.Duration)
	// OnPlayPause is called when Space is pressed.
	OnPlayPause func()
	// OnOther is called with the other bindings of the review group that come by
	// the keyboard or Do, and are not about time or view.
	OnOther func(id string)
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
	text := w.precisely(moment)
	for _, b := range w.data.Bands {
		if moment >= b.From && moment < b.To {
			text += "  " + b.Name
		}
	}
	for _, l := range w.data.Losses {
		if moment >= l.From && moment < l.To {
			return text + ", no microphone for " + lasting(l.To-l.From)
		}
	}
	for _, s := range w.data.Silences {
		if moment >= s.From && moment < s.To {
			return text + ", silent for " + lasting(s.To-s.From)
		}
	}
	return text
}

// precisely writes a moment with tenths of a second where these can be pointed
// at.
func (w *Waveform) precisely(at time.Duration) string {
	text := look.Time(at)
	if w.to-w.from > time.Minute {
		return text
	}
	return fmt.Sprintf("%s.%d", text, at%time.Second/(100*time.Millisecond))
}

// lasting writes a length, a short one with tenths of a second.
func lasting(d time.Duration) string {
	if d >= 10*time.Second {
		return look.Time(d)
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}

func abs(v float32) float32 { return max(v, -v) }
