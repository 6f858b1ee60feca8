package waveform

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/app/keys"
)

var (
	_ desktop.Mouseable  = (*Waveform)(nil)
	_ desktop.Hoverable  = (*Waveform)(nil)
	_ desktop.Cursorable = (*Waveform)(nil)
	_ fyne.Draggable     = (*Waveform)(nil)
	_ fyne.Scrollable    = (*Waveform)(nil)
	_ fyne.Focusable     = (*Waveform)(nil)
)

// MouseDown is called by the toolkit. It takes the keyboard, so that arrows and
// Space work after a click.
func (w *Waveform) MouseDown(ev *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(w); c != nil {
		c.Focus(w)
	}
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	if w.sliding = w.onOverview(ev.Position); w.sliding {
		w.showAround(ev.Position.X)
		return
	}
	w.seekTo(ev.Position)
}

// MouseUp is called by the toolkit.
func (w *Waveform) MouseUp(*desktop.MouseEvent) {}

// Dragged is called by the toolkit.
func (w *Waveform) Dragged(ev *fyne.DragEvent) {
	if w.sliding {
		w.showAround(ev.Position.X)
		return
	}
	w.point(ev.Position)
	w.seek(min(max(w.view().at(ev.Position.X), w.from), w.to))
}

// DragEnd is called by the toolkit.
func (w *Waveform) DragEnd() { w.sliding = false }

// MouseIn is called by the toolkit.
func (w *Waveform) MouseIn(ev *desktop.MouseEvent) { w.point(ev.Position) }

// MouseMoved is called by the toolkit.
func (w *Waveform) MouseMoved(ev *desktop.MouseEvent) { w.point(ev.Position) }

// MouseOut is called by the toolkit.
func (w *Waveform) MouseOut() { w.point(fyne.NewPos(-1, 0)) }

func (w *Waveform) point(at fyne.Position) {
	w.pointer = at
	if w.onOverview(at) {
		at.X = -1
	}
	if w.renderer != nil {
		w.renderer.movePointer(at)
	}
}

// Cursor is called by the toolkit.
func (w *Waveform) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Scrolled is called by the toolkit: Ctrl and the wheel zoom at the pointer,
// the wheel alone moves along.
func (w *Waveform) Scrolled(ev *fyne.ScrollEvent) {
	if w.to <= w.from {
		return
	}
	if modifiers()&fyne.KeyModifierShortcutDefault != 0 {
		w.Zoom(math.Pow(1.01, -float64(ev.Scrolled.DY)), w.view().at(ev.Position.X))
		return
	}
	by := ev.Scrolled.DX
	if abs(ev.Scrolled.DY) > abs(by) {
		by = ev.Scrolled.DY
	}
	if w.zoomed() {
		shift := w.view().at(by) - w.from
		w.SetView(w.from-shift, w.to-shift)
	}
}

// FocusGained is called by the toolkit.
func (w *Waveform) FocusGained() {
	w.focused = true
	w.Refresh()
}

// FocusLost is called by the toolkit.
func (w *Waveform) FocusLost() {
	w.focused = false
	w.Refresh()
}

// TypedRune is called by the toolkit.
func (w *Waveform) TypedRune(rune) {}

// TypedKey is called by the toolkit.
func (w *Waveform) TypedKey(ev *fyne.KeyEvent) {
	if id, ok := keys.Match(ev.Name, modifiers(), keys.Review); ok {
		w.Do(id)
	} else if w.OnUnused != nil {
		w.OnUnused(ev)
	}
}

// steps are how far the keys that move in time go.
var steps = map[string]time.Duration{
	keys.StepBack: -100 * time.Millisecond, keys.StepForward: 100 * time.Millisecond,
	keys.Back5: -5 * time.Second, keys.Forward5: 5 * time.Second,
	keys.Back10: -10 * time.Second, keys.Forward10: 10 * time.Second,
	keys.Back30: -30 * time.Second, keys.Forward30: 30 * time.Second,
}

// Do carries out a binding of the review group, as the menu does too.
func (w *Waveform) Do(id string) {
	if step, ok := steps[id]; ok {
		w.seek(w.position + step)
		return
	}
	switch id {
	case keys.PlayPause:
		if w.OnPlayPause != nil {
			w.OnPlayPause()
		}
	case keys.ReviewStart:
		w.seek(0)
	case keys.ReviewFinish:
		w.seek(w.data.Length)
	case keys.ReviewNext:
		w.seek(w.nextBand())
	case keys.ReviewPrev:
		w.seek(w.previousBand())
	case keys.MarkNext:
		w.stepMark(1)
	case keys.MarkPrevious:
		w.stepMark(-1)
	case keys.WaveIn:
		w.Zoom(0.5, w.centre())
	case keys.WaveOut:
		w.Zoom(2, w.centre())
	case keys.WaveAll:
		w.SetView(0, w.data.Length)
	default:
		if w.OnOther != nil {
			w.OnOther(id)
		}
	}
}

// centre is what the keyboard zooms at: the playhead where it can be seen.
func (w *Waveform) centre() time.Duration {
	if w.visible(w.position) {
		return w.position
	}
	return (w.from + w.to) / 2
}

// nextBand is where the next phase begins, or the end.
func (w *Waveform) nextBand() time.Duration {
	for _, b := range w.data.Bands {
		if b.From > w.position {
			return b.From
		}
	}
	return w.data.Length
}

// previousBand is where this phase began, or the one before it when it has only
// just begun, as skip-back does in every player.
func (w *Waveform) previousBand() time.Duration {
	const justBegun = 2 * time.Second
	to := time.Duration(0)
	for _, b := range w.data.Bands {
		if b.From < w.position-justBegun {
			to = b.From
		}
	}
	return to
}

func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
