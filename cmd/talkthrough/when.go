package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// when is a time on an attempt's clock: "12:30", "1:02:30", "75", "75s" or
// "12m30s".
type when struct{ time.Duration }

// UnmarshalText reads a time.
func (w *when) UnmarshalText(text []byte) error {
	s := string(text)
	if d, err := time.ParseDuration(s); err == nil && d >= 0 {
		w.Duration = d
		return nil
	}
	total := 0.0
	parts := strings.Split(s, ":")
	for i, part := range parts {
		v, err := strconv.ParseFloat(part, 64)
		if err != nil || len(parts) > 3 || !(v >= 0 && v < 1e6) || i > 0 && v >= 60 {
			return fmt.Errorf("%q is no time: expected minutes and seconds like 12:30, or seconds like 75", s)
		}
		total = total*60 + v
	}
	w.Duration = time.Duration(total * float64(time.Second))
	return nil
}
