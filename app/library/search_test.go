package library

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"talkthrough/app/look"
)

// A letter more in the search field is answered at once among a thousand
// attempts with long notes.
func TestSearchAnswersAtOnce(t *testing.T) {
	root := t.TempDir()
	notes := strings.Repeat("- two towers for retrieval, then a ranker with 100 features\n", 100)
	for i := range 1000 {
		plant(t, root, attempt{name: fmt.Sprintf("x%04d", i), question: fmt.Sprint(i), notes: notes, started: day1(1).Add(-time.Duration(i) * time.Hour), length: time.Minute})
	}
	g := open(t, root, look.Light, usual)
	g.search.SetText("z") // what is searched is made
	best := time.Hour
	for range 5 {
		for _, words := range []string{"t", "towers", "towers ranker"} {
			began := time.Now()
			g.search.SetText(words)
			best = min(best, time.Since(began))
			g.want(t, "found "+words, len(g.titles()), 1000)
		}
	}
	t.Logf("a letter takes %v", best)
	if best > 150*time.Millisecond {
		t.Errorf("a letter takes %v", best)
	}
}
