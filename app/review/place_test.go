package review

import (
	"testing"
	"time"

	"talkthrough/app/keys"
)

func TestOneComesBackToWhereOneWas(t *testing.T) {
	a := longSilent(t)
	r := rigFor(t, a, nil)
	r.Do(keys.PageTen)
	r.seek(700 * time.Second)
	place := r.Place()
	again := rigFor(t, a, nil)
	again.Go(place)
	if again.shown.id != keys.PageTen || again.parts.transport.Position() != 700*time.Second {
		t.Errorf("back on %s at %v", again.shown.id, again.parts.transport.Position())
	}
	again.Go(Place{})
	if again.shown.id != keys.PageTen || again.elapsed != 0 {
		t.Errorf("a place without a page leads to %s at %v", again.shown.id, again.elapsed)
	}
}
