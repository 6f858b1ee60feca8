package session

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"talkthrough/internal/interview"
)

func TestLossesAreSpansOfTheState(t *testing.T) {
	lost, back := Sounded{State: "lost", Why: "gone"}, Sounded{State: "back"}
	take := func(n int) TakeBegan { return TakeBegan{Take: n, Rate: micRate} }
	for name, c := range map[string]struct {
		events []Event
		want   []Loss
	}{
		"none":             {[]Event{{0, Started{}}, {second, take(1)}, {5 * second, Ended{}}}, nil},
		"back":             {[]Event{{second, lost}, {3 * second, back}}, []Loss{{second, 3 * second}}},
		"said twice":       {[]Event{{second, lost}, {2 * second, lost}, {3 * second, back}, {4 * second, back}}, []Loss{{second, 3 * second}}},
		"in a new take":    {[]Event{{second, lost}, {3 * second, take(2)}, {4 * second, back}}, []Loss{{second, 3 * second}}},
		"at once":          {[]Event{{second, lost}, {second, back}}, nil},
		"to the end":       {[]Event{{second, lost}, {9 * second, Ended{}}}, []Loss{{second, 9 * second}}},
		"it lasts":         {[]Event{{second, lost}, {9 * second, Note{Ins: "x"}}}, []Loss{{second, 0}}},
		"two":              {[]Event{{second, lost}, {2 * second, back}, {3 * second, lost}, {4 * second, back}}, []Loss{{second, 2 * second}, {3 * second, 4 * second}}},
		"no microphone":    {[]Event{{second, Sounded{State: "off"}}, {2 * second, back}}, nil},
		"the disk is full": {[]Event{{second, Sounded{State: "failed"}}, {2 * second, back}}, nil},
	} {
		if got := NewPlayer(interview.PlanFor(40), c.events).End().Losses; !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestLossesAreInOrderAndWithinTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		state := NewPlayer(interview.PlanFor(40), drawEvents(t)).End()
		for i, l := range state.Losses {
			open := l.To == 0
			if l.From < 0 || l.To > state.At || !open && l.To <= l.From || open && i != len(state.Losses)-1 || i > 0 && l.From < state.Losses[i-1].To {
				t.Fatalf("loss %d of %v, at %v", i, state.Losses, state.At)
			}
		}
	})
}

func TestALoosePlugMakesManyLossesAndNotTooMany(t *testing.T) {
	var s State
	end := 6 * maxLosses * second
	for at := second; at <= end; at += 2 * second {
		s.Apply(Event{at, Sounded{State: "lost"}})
		s.Apply(Event{at + second, Sounded{State: "back"}})
	}
	if n := len(s.Losses); n != maxLosses || s.Losses[0] != (Loss{second, 2 * second}) || s.Losses[n-1].To != end {
		t.Errorf("%d losses, the first %v, the last %v", n, s.Losses[0], s.Losses[n-1])
	}
}
