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
	if ev.Button == desktop.MouseButtonPrimary {
		w.seekTo(ev.Position)
	}
}

// MouseUp is called by the toolkit.
func (w *Waveform) MouseUp(*desktop.MouseEvent) {}

// Dragged is called by the toolkit.
func (w *Waveform) Dragged(ev *fyne.DragEvent) {
	w.point(ev.Position)
	w.seek(w.view().at(ev.Position.X))
}

// DragEnd is called by the toolkit.
func (w *Waveform) DragEnd() {}

// MouseIn is called by the toolkit.
func (w *Waveform) MouseIn(ev *desktop.MouseEvent) { w.point(ev.Position) }

// MouseMoved is called by the toolkit.
func (w *Waveform) MouseMoved(ev *desktop.MouseEvent) { w.point(ev.Position) }

// MouseOut is called by the toolkit.
func (w *Waveform) MouseOut() { w.point(fyne.NewPos(-1, 0)) }

func (w *Waveform) point(at fyne.Position) {
	w.pointer = at.X
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
	}
}

// Do carries out a binding of the review group, as the menu does too; others
// are ignored.
func (w *Waveform) Do(id string) {
	switch id {
	case keys.PlayPause:
		if w.OnPlayPause != nil {
			w.OnPlayPause()
		}
	case keys.Back5:
		w.seek(w.position - 5*time.Second)
	case keys.Forward5:
		w.seek(w.position + 5*time.Second)
	case keys.Back30:
		w.seek(w.position - 30*time.Second)
	case keys.Forward30:
		w.seek(w.position + 30*time.Second)
	case keys.ReviewStart:
		w.seek(0)
	case keys.ReviewFinish:
		w.seek(w.data.Length)
	case keys.ReviewNext:
		w.seek(w.nextBand())
	case keys.ReviewPrev:
		w.seek(w.previousBand())
	}
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
