package progress

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestTheWeekAndTheWeeksInARow(t *testing.T) {
	days := func(ago ...int) []Attempt {
		var out []Attempt
		for _, d := range ago {
			out = append(out, mock("a", d, Summary{}))
		}
		return out
	}
	// now is a Wednesday: 0 to 2 days ago is this week, 3 to 9 the last.
	for name, c := range map[string]struct {
		attempts []Attempt
		goal     int
		want     Weekly
		met      bool
	}{
		"none":                    {nil, 1, Weekly{0, 1, 0}, false},
		"no goal is one":          {days(0), 0, Weekly{1, 1, 1}, true},
		"Monday is in":            {days(2), 1, Weekly{1, 1, 1}, true},
		"Sunday is out":           {days(3), 1, Weekly{0, 1, 1}, false},
		"this week may be empty":  {days(5, 12), 1, Weekly{0, 1, 2}, false},
		"and counts when it's in": {days(0, 1, 5, 12, 19), 3, Weekly{2, 3, 4}, false},
		"a gap ends the row":      {days(0, 5, 19, 26), 1, Weekly{1, 1, 2}, true},
		"last week none":          {days(12, 19), 1, Weekly{0, 1, 0}, false},
		"what is to come":         {days(-1), 1, Weekly{0, 1, 0}, false},
	} {
		if got := Week(now, c.attempts, c.goal); got != c.want || got.Met() != c.met {
			t.Errorf("%s: %+v, met %v; want %+v", name, got, got.Met(), c.want)
		}
	}
}

// Days begin where the user is: late on Sunday there is early on Monday in UTC.
func TestTheWeekBeginsWhereTheUserIs(t *testing.T) {
	west := time.FixedZone("west", -8*3600)
	a := mock("a", 0, Summary{})
	a.Started = time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC)
	if got := Week(now, []Attempt{a}, 1).Done; got != 1 {
		t.Errorf("in UTC this week has %d", got)
	}
	if got := Week(now.In(west), []Attempt{a}, 1).Done; got != 0 {
		t.Errorf("in the west this week has %d", got)
	}
}

// A mock in each of n weeks without a gap makes a row of n, across changes of
// the clock and of the year.
func TestARowIsAsLongAsItIs(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		zone = time.UTC
	}
	rapid.Check(t, func(t *rapid.T) {
		at := time.Date(2026, 1, 1, 0, 0, 0, 0, zone).Add(time.Duration(rapid.IntRange(0, 500*24).Draw(t, "hour")) * time.Hour)
		weeks := rapid.IntRange(0, 80).Draw(t, "weeks")
		weekday := (int(at.Weekday()) + 6) % 7
		var attempts []Attempt
		for i := range weeks {
			day := rapid.IntRange(0, 6).Draw(t, "day")
			if i == 0 {
				day = min(day, weekday) // not after now
			}
			y, m, d := at.Date()
			a := mock("a", 0, Summary{})
			a.Started = time.Date(y, m, d-weekday-7*i+day, 0, 0, 0, 0, zone)
			attempts = append(attempts, a)
		}
		if got := Week(at, attempts, 1).Streak; got != weeks {
			t.Fatalf("at %v the row is %d weeks, want %d", at, got, weeks)
		}
	})
}
