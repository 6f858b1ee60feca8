package speech

import "time"

// Span is a stretch of a recording, counted from the recording's start. End is
// not part of it.
type Span struct{ Start, End time.Duration }

// Length is how long the span lasts.
func (s Span) Length() time.Duration { return s.End - s.Start }

// within is the part of s inside o; its length is not positive when there is
// none.
func (s Span) within(o Span) Span {
	return Span{max(s.Start, o.Start), min(s.End, o.End)}
}

// clip returns the parts of spans inside o.
func clip(spans []Span, o Span) []Span {
	var parts []Span
	for _, s := range spans {
		if p := s.within(o); p.Length() > 0 {
			parts = append(parts, p)
		}
	}
	return parts
}

// join merges neighbours of sorted spans that are less than gap apart.
func join(spans []Span, gap time.Duration) []Span {
	var joined []Span
	for _, s := range spans {
		if last := len(joined) - 1; last >= 0 && s.Start-joined[last].End < gap {
			joined[last].End = max(joined[last].End, s.End)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// between returns what lies between sorted, disjoint spans, if it lasts at
// least shortest.
func between(spans []Span, shortest time.Duration) []Span {
	var gaps []Span
	for i := 1; i < len(spans); i++ {
		if gap := (Span{spans[i-1].End, spans[i].Start}); gap.Length() >= shortest {
			gaps = append(gaps, gap)
		}
	}
	return gaps
}

// total is the summed length of spans.
func total(spans []Span) time.Duration {
	var sum time.Duration
	for _, s := range spans {
		sum += s.Length()
	}
	return sum
}
