package session

import (
	"sort"
	"time"
)

// VoiceMap maps between session time and samples: piecewise linear through the
// anchors of each take. The zero value knows no sound.
type VoiceMap struct{ takes []takeMap }

type takeMap struct {
	take    int
	anchors []anchorPoint // both times and samples never go back
}

type anchorPoint struct {
	at     time.Duration
	sample int64
}

func (m *VoiceMap) add(a Anchor, at time.Duration) {
	i := sort.Search(len(m.takes), func(i int) bool { return m.takes[i].take >= a.Take })
	if i == len(m.takes) || m.takes[i].take != a.Take {
		m.takes = append(m.takes, takeMap{})
		copy(m.takes[i+1:], m.takes[i:])
		m.takes[i] = takeMap{take: a.Take}
	}
	points := &m.takes[i].anchors
	if n := len(*points); n > 0 && (a.Sample < (*points)[n-1].sample || at < (*points)[n-1].at) {
		return // a journal in which sound runs backwards: keep what makes sense
	}
	*points = append(*points, anchorPoint{at, a.Sample})
}

// Takes lists the numbers of the takes that have sound, in order.
func (m VoiceMap) Takes() []int {
	var out []int
	for _, t := range m.takes {
		out = append(out, t.take)
	}
	return out
}

// Sample finds the take and the sample heard at a session time. ok is false
// where no sound was recorded.
func (m VoiceMap) Sample(at time.Duration) (take int, sample int64, ok bool) {
	for i := len(m.takes) - 1; i >= 0; i-- {
		points := m.takes[i].anchors
		if at < points[0].at {
			continue
		}
		if at > points[len(points)-1].at {
			return 0, 0, false
		}
		k := sort.Search(len(points), func(k int) bool { return points[k].at > at })
		if k == len(points) {
			return m.takes[i].take, points[k-1].sample, true
		}
		a, b := points[k-1], points[k]
		part := float64(at-a.at) / float64(b.at-a.at)
		return m.takes[i].take, a.sample + int64(part*float64(b.sample-a.sample)), true
	}
	return 0, 0, false
}

// Time is the session time at which a sample of a take was heard; samples
// outside the anchors give the nearest. In a pause, which no sample fills, it
// is the end of the pause.
func (m VoiceMap) Time(take int, sample int64) (time.Duration, bool) {
	for _, t := range m.takes {
		if t.take != take {
			continue
		}
		points := t.anchors
		k := sort.Search(len(points), func(k int) bool { return points[k].sample > sample })
		if k == 0 {
			return points[0].at, true
		}
		if k == len(points) {
			return points[k-1].at, true
		}
		a, b := points[k-1], points[k]
		part := float64(sample-a.sample) / float64(b.sample-a.sample)
		return a.at + time.Duration(part*float64(b.at-a.at)), true
	}
	return 0, false
}

// firstAnchor is the first anchor of a take.
func (m VoiceMap) firstAnchor(take int) (at time.Duration, sample int64, ok bool) {
	for _, t := range m.takes {
		if t.take == take {
			return t.anchors[0].at, t.anchors[0].sample, true
		}
	}
	return 0, 0, false
}

// lastAnchor is the last anchor of a take.
func (m VoiceMap) lastAnchor(take int) (at time.Duration, sample int64, ok bool) {
	for _, t := range m.takes {
		if t.take == take {
			last := t.anchors[len(t.anchors)-1]
			return last.at, last.sample, true
		}
	}
	return 0, 0, false
}
