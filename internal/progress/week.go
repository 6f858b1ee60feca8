package progress

import "time"

// Weekly is how the week stands.
type Weekly struct {
	Done   int // mocks this week
	Goal   int // mocks a week
	Streak int // weeks in a row with a mock, this one included once it has one
}

// Met reports whether the week's goal is reached.
func (w Weekly) Met() bool { return w.Done >= w.Goal }

// Week counts the mocks of the week of now, Monday to Sunday, and the weeks in
// a row with at least one. A week that is not over yet breaks no row. A goal
// under 1 counts as 1. Warm-ups, what was broken off before LeastMock, and what
// began after now do not count.
func Week(now time.Time, attempts []Attempt, goal int) Weekly {
	this := monday(now, now.Location())
	counts := map[time.Time]int{}
	for _, a := range attempts {
		if a.mock() && !a.Started.After(now) {
			counts[monday(a.Started, now.Location())]++
		}
	}
	w := Weekly{Done: counts[this], Goal: max(goal, 1)}
	week := this
	if counts[week] == 0 {
		week = before(week)
	}
	for ; counts[week] > 0; week = before(week) {
		w.Streak++
	}
	return w
}

// monday is the day with which a moment's week begins, as a date in UTC: there
// every day has 24 hours.
func monday(t time.Time, zone *time.Location) time.Time {
	day := date(t, zone)
	return day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
}

func before(week time.Time) time.Time { return week.AddDate(0, 0, -7) }

// date is a moment's day in a zone, as a date in UTC.
func date(t time.Time, zone *time.Location) time.Time {
	y, m, d := t.In(zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
