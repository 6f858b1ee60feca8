//go:build linux

package e2e

import (
	"bytes"
	"os"
)

// What the start screen offers behind its big button, in the order of the Tab
// key. Before the first of them stands "same as last time", once there was one.
const (
	_ = 1 + iota // a blind draw
	toWarmUp
	toReviewSaved // of the attempt that was cut off last
	toContinue
)

// choose goes on the start screen from the big button, which has the keyboard
// there, to one of what it offers and presses it.
func (p *running) choose(place int) {
	p.t.Helper()
	if p.d.beganBefore() {
		place++
	}
	for range place {
		p.d.hands.key("Tab")
	}
	p.d.hands.key("Return")
}

// beganBefore tells whether the program remembers an interview that was begun.
func (d *desk) beganBefore() bool {
	d.t.Helper()
	preferences, err := os.ReadFile(d.path("config", "fyne", "org.talkthrough.app", "preferences.json"))
	if err != nil && !os.IsNotExist(err) {
		d.t.Fatal(err)
	}
	return bytes.Contains(preferences, []byte(`"level"`))
}
