package today

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
)

// button finds the n-th visible button with that word.
func button(t *testing.T, s *Screen, word string, n int) *look.Button {
	t.Helper()
	var found []*look.Button
	looktest.Walk(s.content, func(o fyne.CanvasObject) {
		if b, ok := o.(*look.Button); ok && b.Text() == word {
			found = append(found, b)
		}
	})
	if n >= len(found) {
		t.Fatalf("there are %d buttons %q, want more than %d", len(found), word, n)
	}
	return found[n]
}

// lineWith finds the row in which that text is shown.
func lineWith(t *testing.T, s *Screen, text string) *look.Row {
	t.Helper()
	var found *look.Row
	looktest.Walk(s.content, func(o fyne.CanvasObject) {
		if l, ok := o.(*look.Row); ok && found == nil && strings.Contains(looktest.Words(l), text) {
			found = l
		}
	})
	if found == nil {
		t.Fatalf("no row says %q in:\n%s", text, looktest.Words(s.content))
	}
	return found
}

func TestDatesAreSaidAsNearAsTheyAre(t *testing.T) {
	now := noon()
	for _, c := range []struct {
		t    time.Time
		want string
	}{
		{now.Add(-5 * time.Minute), "Today 11:55"},
		{time.Date(2026, 11, 23, 0, 0, 1, 0, time.UTC), "Today 00:00"},
		{time.Date(2026, 11, 22, 23, 59, 59, 0, time.UTC), "Yesterday"},
		{time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), "Yesterday"},
		{time.Date(2026, 11, 21, 23, 0, 0, 0, time.UTC), "21 Nov"},
		{time.Date(2026, 1, 1, 10, 0, 0, 0, time.UTC), "1 Jan"},
		{time.Date(2025, 12, 31, 10, 0, 0, 0, time.UTC), "31 Dec 2025"},
		{time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC), "24 Nov"}, // a clock that was set back
		{time.Time{}, ""},
	} {
		if got := when(c.t, now); got != c.want {
			t.Errorf("%v is said %q, want %q", c.t, got, c.want)
		}
	}
}

// The day is the user's, wherever the clock that stamped it stood, and a night
// on which the clocks change is still one night.
func TestDaysAreThoseOfTheUsersClock(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Zurich")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 10, 25, 23, 30, 0, 0, zone) // 25 hours long
	for _, c := range []struct {
		t    time.Time
		want string
	}{
		{time.Date(2026, 10, 24, 22, 5, 0, 0, time.UTC), "Today 00:05"},
		{time.Date(2026, 10, 24, 21, 55, 0, 0, time.UTC), "Yesterday"},
		{time.Date(2026, 10, 24, 0, 0, 0, 0, zone), "Yesterday"},
		{time.Date(2026, 10, 23, 23, 59, 0, 0, zone), "23 Oct"},
	} {
		if got := when(c.t, now); got != c.want {
			t.Errorf("%v is said %q, want %q", c.t, got, c.want)
		}
	}
}
