//go:build !race

// The race detector makes everything several times slower.

package practice

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
)

// A letter typed must not wait for the search.
func TestAKeystrokeOfAskIsQuick(t *testing.T) {
	s, _ := asking(t)
	s.Do(keys.Ask)
	const words = "how many daily active users do we have at peak"
	test.Type(s.side.ask.field, words) // glyphs are measured once
	s.side.ask.field.SetText("")
	best := time.Hour
	for range 3 {
		began := time.Now()
		test.Type(s.side.ask.field, words)
		best = min(best, time.Since(began)/time.Duration(len(words)))
		s.side.ask.field.SetText("")
	}
	t.Logf("%v a keystroke", best)
	if best > 5*time.Millisecond {
		t.Errorf("a keystroke takes %v", best)
	}
}

// The room looks for the heading five times a second.
func TestMarkingTheHeadingOfLongNotesIsCheap(t *testing.T) {
	s, _, _ := room(t)
	s.notes.entry.SetText(strings.Repeat("- a line of notes that says something\n", 300) + "## Deployment\n")
	s.Do(keys.Phase8)
	began := time.Now()
	const looks = 100
	for range looks {
		s.notes.mark.place()
	}
	if took := time.Since(began) / looks; took > 2*time.Millisecond {
		t.Errorf("a look at 11,000 characters takes %v", took)
	}
}
