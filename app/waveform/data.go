package waveform

import "time"

// Column is the lowest and the highest sample of a stretch of sound, and the
// root of the mean of their squares, 0 where it is not known yet.
type Column struct{ Min, Max, RMS int16 }

// Band is the time spent in one phase; a phase that was visited twice has two.
type Band struct {
	From, To time.Duration
	Phase    int // from 0, gives the hue
	Name     string
}

// Mark is a moment that something happened at. Each of the kinds below has a
// shape of its own; any other kind is drawn as a disc.
type Mark struct {
	At    time.Duration
	Kind  string
	Label string
}

// The kinds of marks: what the user marked while talking, and what went on
// between user, interviewer and coach.
const (
	Good      = "good"
	Unclear   = "unclear"
	Ask       = "ask"
	Curveball = "curveball"
	Card      = "card"
)

// Span is a stretch of time, such as a silence.
type Span struct{ From, To time.Duration }

// Data is what the widget shows. It is only read.
type Data struct {
	// Length is the whole attempt's.
	Length time.Duration
	// Columns returns n columns that share the time between from and to
	// evenly. It is called on the UI thread and must not wait; nil means that
	// there is no sound.
	Columns func(from, to time.Duration, n int) []Column
	Bands   []Band
	Marks   []Mark // in order of time
	// Silences are drawn as faint bands and as bars in the row of marks, Losses,
	// where the microphone was gone, as hatched bands.
	Silences []Span
	Losses   []Span
}

// view is the stretch of time that is visible and the width it has.
type view struct {
	from, to time.Duration
	width    float32
}

// x is where a moment lies; outside the view it lies outside 0 to width.
func (v view) x(t time.Duration) float32 {
	if v.to <= v.from {
		return 0
	}
	return float32(float64(t-v.from) / float64(v.to-v.from) * float64(v.width))
}

// at is the moment that lies at x.
func (v view) at(x float32) time.Duration {
	if v.width <= 0 {
		return v.from
	}
	return v.from + time.Duration(float64(x)/float64(v.width)*float64(v.to-v.from))
}

// least is the shortest stretch that can fill the widget.
const least = 5 * time.Second

// clampView keeps from and to inside length, keeping their distance where it
// can be kept.
func clampView(from, to, length time.Duration) (time.Duration, time.Duration) {
	span := min(max(to-from, min(least, length)), length)
	from = min(max(from, 0), length-span)
	return from, from + span
}
