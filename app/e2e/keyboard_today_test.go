//go:build linux

package e2e

import (
	"bytes"
	"os"
	"testing"

	"talkthrough/app/keys"
)

// What the start screen offers behind its big button, in the order of the Tab
// key. Before the first of them stands "same as last time", once there was one.
const (
	toBlindDraw = 1 + iota
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

// A warm-up is one phase alone: chosen, begun and ended without the mouse.
func TestWarmUpByKeyboard(t *testing.T) {
	need(t, desktop...)
	d := newDesk(t, nil)
	p := d.open()
	p.screen("today")
	p.choose(toWarmUp)
	p.screen("setup")
	for range 3 { // from the questions over kind and level
		d.hands.key("Tab")
	}
	for range 5 { // from the first phase
		d.hands.key("Right")
	}
	d.display.keep("keyboard-warm-up-setup")
	d.hands.key("ctrl+Return")
	p.screen("practice")
	p.until("the attempt has its folder", func() bool { return len(d.attempts()) == 1 })
	k := &keyboardMock{t: t, d: d, p: p, dir: d.attempts()[0]}
	d.hands.write("who is it for?")
	k.until("the notes are in the journal", func(j journal) bool { return j.notes() == "who is it for?" })
	d.hands.press(keys.NextPhase)
	k.press(keys.End, "card summary shown asked")
	k.end()
	p.quit()
	t.Log(readJournal(t, k.dir).told(t))
}
