package review

import (
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/internal/session"
)

// page is something that lies beside the replay, or over it: the notes, the
// reference, the scores. Its methods run on the UI thread.
type page interface {
	// object is what is shown.
	object() fyne.CanvasObject
	// follow brings the page to a moment. It is called while the page is in
	// sight, and as it comes into sight.
	follow(m moment)
	// focus is what gets the keyboard as the page comes into sight; nil leaves
	// it to the waveform.
	focus() fyne.Focusable
}

// moment is where the replay is.
type moment struct {
	elapsed time.Duration  // along the recording, pauses left out
	at      time.Duration  // session time
	state   *session.State // what there was then; does not change
	fresh   bool           // state is another than at the last moment
	phase   int
}

// tab is a page and the way to it.
type tab struct {
	id    string // the binding that opens it
	label string
	wide  bool // lies over the board too
	page  page // nil: not opened yet
	make  func() page
	word  *flatButton
}

// doer is a page that carries out bindings of the review beyond those of the
// time and the sound; it reports whether it knew this one.
type doer interface{ do(id string) bool }

// guest is a page that changes how the attempt is played while it is in sight.
type guest interface {
	enters() // it came into sight
	leaves() // another page is to come
}
