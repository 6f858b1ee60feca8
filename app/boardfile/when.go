package boardfile

import (
	"fmt"
	"time"
)

// sizeWords is a file's size as people read it.
func sizeWords(bytes int64) string {
	switch {
	case bytes < 1000:
		return fmt.Sprintf("%d B", bytes)
	case bytes < 1_000_000:
		return fmt.Sprintf("%.0f kB", float64(bytes)/1e3)
	case bytes < 1_000_000_000:
		return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
	}
	return fmt.Sprintf("%.1f GB", float64(bytes)/1e9)
}

// dateWords is when a file was changed last: the time today, else the day.
func dateWords(at, now time.Time) string {
	at = at.In(now.Location())
	if y, m, d := now.Date(); at.Year() == y && at.Month() == m && at.Day() == d {
		return at.Format("15:04")
	}
	return at.Format("2 Jan 2006")
}
