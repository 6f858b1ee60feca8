package waveform

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/look"
)

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
