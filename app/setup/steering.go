package setup

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/internal/question"
)

// shortcuts are those of the screen.
func shortcuts() []fyne.Shortcut {
	var out []fyne.Shortcut
	for _, b := range keys.In(keys.Setup) {
		out = append(out, b.Shortcuts()...)
	}
	return out
}

// shortcut does what a shortcut means, unless a sheet above the screen waits
// for its answer first.
func (s *Screen) shortcut(shortcut fyne.Shortcut) {
	if s.canvas != nil && s.canvas.Overlays().Top() == nil {
		s.steer(shortcut)
	}
}

// steer does what a shortcut means and reports whether it is the screen's.
func (s *Screen) steer(shortcut fyne.Shortcut) bool {
	id, known := keys.MatchShortcut(shortcut, keys.Setup)
	if !known {
		return false
	}
	switch id {
	case keys.SetupBegin:
		s.start()
	case keys.SetupListen:
		s.microphone.startTrial()
	case keys.SetupSearch:
		s.give(s.filters.search)
	case keys.SetupDraw:
		s.picker.choose(blindPlace)
		s.give(s.picker)
	case keys.SetupMore:
		s.terms.unfold()
	}
	return true
}

// key is what a key does that the one who has the keyboard does not use.
func (s *Screen) key(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.picker.chosen.ID == question.OwnID && s.own.Text == "" {
			s.give(s.own) // there is nothing to begin with yet
			return
		}
		s.start()
	case fyne.KeyEscape:
		s.escape()
	}
}

// escape ends a trial of the microphone, or else leaves.
func (s *Screen) escape() {
	if !s.microphone.cancelTrial() {
		s.leave()
	}
}

// searchKey is key for the search field: Enter takes the first hit and Down
// goes to the list, so that searching and walking are one movement. Escape
// empties the field first.
func (s *Screen) searchKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		if s.filters.search.Text != "" && s.picker.place() < firstFound && len(s.picker.found) > 0 {
			s.picker.choose(firstFound)
		}
		s.give(s.picker)
	case fyne.KeyEscape:
		if s.filters.search.Text != "" {
			s.filters.search.SetText("")
			return
		}
		s.escape()
	}
}
