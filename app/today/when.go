package today

import "time"

// when says a moment in words, as near to now as it deserves: the time of day
// for today, the day alone before that, the year only where it is another one.
func when(t, now time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(now.Location())
	day := func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, now.Location())
	}
	switch days := int(day(now).Sub(day(t)).Round(24*time.Hour) / (24 * time.Hour)); {
	case days == 0:
		return "Today " + t.Format("15:04")
	case days == 1:
		return "Yesterday"
	case t.Year() == now.Year():
		return t.Format("2 Jan")
	}
	return t.Format("2 Jan 2006")
}
