package board

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"time"
)

// LaserFades is how long after the pointer was at a place its trail there can
// still be seen.
const LaserFades = time.Second

// Laser is a stretch of the trail that a laser pointer drew: it changes nothing
// on the board. A stretch begins where the one before it ended, at the same
// point, unless the button was released in between.
type Laser struct {
	Points []LaserPoint `json:"points"`
}

// LaserPoint is where the pointer was, in scene units, and how long before the
// stretch was told. In JSON it is [x, y, milliseconds].
type LaserPoint struct {
	At     Point
	Before time.Duration
}

// LongestLaser is the longest time that a stretch may take; those recorded here
// take a quarter of a second.
const LongestLaser = 5 * time.Second

// mostLaserPoints is more than a hand makes in that time.
const mostLaserPoints = 4096

// MarshalJSON writes the place to a tenth of a unit.
func (p LaserPoint) MarshalJSON() ([]byte, error) {
	if !finite(p.At) {
		return nil, fmt.Errorf("a laser pointer cannot be at %v", p.At)
	}
	out := []byte{'['}
	for _, f := range [2]float64{p.At.X, p.At.Y} {
		tenths := math.Round(f*10) / 10
		if tenths == 0 {
			tenths = 0 // no minus
		}
		out = append(strconv.AppendFloat(out, tenths, 'f', -1, 64), ',')
	}
	return append(strconv.AppendInt(out, p.Before.Milliseconds(), 10), ']'), nil
}

// UnmarshalJSON reads what MarshalJSON writes. The error says what is wrong.
func (p *LaserPoint) UnmarshalJSON(raw []byte) error {
	var n []float64
	if err := json.Unmarshal(raw, &n); err != nil {
		return fmt.Errorf("a point must be [x, y, milliseconds]: %w", err)
	}
	if len(n) != 3 {
		return fmt.Errorf("a point must be [x, y, milliseconds], not %d numbers", len(n))
	}
	at, ms := Point{n[0], n[1]}, n[2]
	if !finite(at) || !(ms >= 0 && ms <= float64(LongestLaser.Milliseconds())) {
		return fmt.Errorf("no laser pointer was at %s", bytes.TrimSpace(raw))
	}
	p.At, p.Before = at, time.Duration(ms)*time.Millisecond
	return nil
}

// UnmarshalJSON refuses stretches that no hand has made.
func (l *Laser) UnmarshalJSON(raw []byte) error {
	var read struct {
		Points []LaserPoint `json:"points"`
	}
	if err := json.Unmarshal(raw, &read); err != nil {
		return fmt.Errorf("points: %w", err)
	}
	if len(read.Points) > mostLaserPoints {
		return errors.New("points: more than a hand makes")
	}
	l.Points = read.Points
	return nil
}
