package phasebar

import (
	"time"

	"talkthrough/app/look"
)

// light is how a phase stands against its minutes.
type light int

const (
	waiting light = iota // not begun
	past                 // left: what it took can no longer be changed
	onTime               // the current one, below 85 % of its minutes
	nearly               // from 85 %
	over                 // from 100 %
)

// nearlyAt is the share of the minutes at which the light turns amber.
const nearlyAt = 0.85

func lightOf(s Segment) light {
	switch {
	case s.Spent <= 0 && !s.Current:
		return waiting
	case !s.Current:
		return past
	case s.Spent >= s.Planned:
		return over
	case float64(s.Spent) >= nearlyAt*float64(s.Planned):
		return nearly
	}
	return onTime
}

// word says the light aloud, since colour alone must not.
func (l light) word(s Segment) string {
	switch {
	case l == waiting:
		return "not begun"
	case l == onTime:
		return "on time"
	case l == nearly:
		return "nearly up"
	case l == over || s.Spent >= s.Planned+time.Second:
		return "over by " + look.Time(s.Spent-s.Planned)
	case 2*s.Spent < s.Planned:
		return "begun"
	}
	return "done"
}

func (l light) tint() look.Name {
	switch l {
	case onTime:
		return look.Ahead
	case nearly:
		return look.Behind
	case over:
		return look.Over
	}
	return look.Faint
}

// share is how full the segment is, 0 to 1.
func share(s Segment) float32 {
	if s.Planned <= 0 {
		return min(float32(s.Spent/time.Second), 1)
	}
	return min(max(float32(s.Spent)/float32(s.Planned), 0), 1)
}
