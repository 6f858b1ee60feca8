package session

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"talkthrough/internal/board"
	"talkthrough/internal/interview"
)

func after(n int) time.Duration { return time.Duration(n) * ms }

// pointing is an event told at a time, of a pointer that went along x = the
// session's milliseconds for so long before.
func pointing(at, long int) Event {
	var l board.Laser
	for t := at - long; t <= at; t += 10 {
		l.Points = append(l.Points, board.LaserPoint{At: board.Point{X: float64(t)}, Before: after(at - t)})
	}
	return Event{At: after(at), Body: Pointed{l}}
}

func TestTheLaserIsSeenWhereItWas(t *testing.T) {
	p := NewPlayer(interview.Plan{}, []Event{
		{Body: Started{}}, pointing(1250, 250), pointing(1500, 250), pointing(9000, 200), {At: after(20000), Body: Ended{}},
	})
	head := func(at int) (x float64, ok bool) {
		least := board.LaserFades + 1
		for _, l := range p.Laser(after(at)) {
			for _, q := range l.Points {
				if q.Before < 0 || q.Before > board.LaserFades {
					t.Errorf("at %d ms a point is told of %v before", at, q.Before)
				}
				if q.Before < least {
					least, x, ok = q.Before, q.At.X, true
				}
			}
		}
		return x, ok
	}
	for _, c := range []struct {
		at   int
		want float64
		seen bool
	}{{900, 0, false}, {1000, 1000, true}, {1120, 1120, true}, {1400, 1400, true}, {2400, 1500, true}, {2501, 0, false}, {8850, 8850, true}, {11000, 0, false}} {
		if x, ok := head(c.at); ok != c.seen || x != c.want {
			t.Errorf("at %d ms the pointer is at %g (%v), want %g (%v)", c.at, x, ok, c.want, c.seen)
		}
	}
	if before, after := p.At(after(999)).Scene().Len(), p.End().Scene().Len(); before != 0 || after != 0 {
		t.Error("pointing changed the board")
	}
}

func TestLaserEventsReadAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var l board.Laser
		for range rapid.IntRange(0, 20).Draw(t, "points") {
			place := rapid.Float64Range(-1e6, 1e6)
			l.Points = append(l.Points, board.LaserPoint{
				At:     board.Point{X: place.Draw(t, "x"), Y: place.Draw(t, "y")},
				Before: after(rapid.IntRange(0, 1000).Draw(t, "before")),
			})
		}
		line, err := json.Marshal(Event{At: after(77), Body: Pointed{l}})
		if err != nil {
			t.Fatal(err)
		}
		back, err := ParseEvent(line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		got := back.Body.(Pointed).Points
		if len(got) != len(l.Points) {
			t.Fatalf("%d points came back of %d", len(got), len(l.Points))
		}
		for i, p := range got {
			if p.Before != l.Points[i].Before || p.At.Dist(l.Points[i].At) > 0.1 {
				t.Fatalf("%v came back as %v", l.Points[i], p)
			}
		}
	})
}

func TestLaserEventsThatMakeNoSenseAreRefused(t *testing.T) {
	for _, points := range []string{
		`[[1,2]]`, `[[1,2,3,4]]`, `[[1,2,-3]]`, `[[1e99,2,3]]`, `[[1,2,1e9]]`, `[{"x":1}]`, `"points"`,
		"[" + strings.Repeat("[0,0,0],", 5000) + "[0,0,0]]",
	} {
		if _, err := ParseEvent([]byte(`{"at":5,"do":"laser","points":` + points + `}`)); err == nil {
			t.Errorf("%.40s was accepted", points)
		}
	}
	if line, err := json.Marshal(Event{At: after(5), Body: Pointed{board.Laser{Points: []board.LaserPoint{{At: board.Point{X: 1.26, Y: -0.01}, Before: after(16)}}}}}); err != nil || string(line) != `{"at":5,"do":"laser","points":[[1.3,0,16]]}` {
		t.Errorf("written as %s (%v)", line, err)
	}
}
