package interview

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

const minute = time.Minute

func TestPresetsAreThoseOfTheFramework(t *testing.T) {
	want := map[int][]int{
		30: {4, 3, 3, 4, 3, 7, 2, 4},
		35: {5, 3, 3, 5, 4, 8, 3, 4},
		40: {5, 4, 4, 6, 4, 9, 3, 5},
		45: {6, 4, 4, 7, 5, 10, 4, 5},
	}
	for _, length := range Lengths {
		p := PlanFor(length)
		for i, m := range want[length] {
			if p[i] != time.Duration(m)*minute {
				t.Errorf("%d minutes: %s has %v, want %d min", length, Phases[i].Name, p[i], m)
			}
		}
	}
}

func TestAnyPlanAddsUpToItsMinutes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		minutes := rapid.IntRange(1, 240).Draw(t, "minutes")
		p := PlanFor(minutes)
		if p.Total() != time.Duration(minutes)*minute {
			t.Fatalf("%d minutes add up to %v", minutes, p.Total())
		}
		for i, d := range p {
			if d <= 0 {
				t.Fatalf("%s has no time", Phases[i].Name)
			}
		}
	})
}

func TestPauseStopsTheClockAndJumpsCountWhereTimeWasSpent(t *testing.T) {
	p := PlanFor(40)
	events := []Event{
		{At: 0, Kind: Start, Phase: 0},
		{At: 2 * minute, Kind: Enter, Phase: 5},
		{At: 3 * minute, Kind: Pause, Phase: 0},
		{At: 10 * minute, Kind: Resume, Phase: 0},
		{At: 11 * minute, Kind: Enter, Phase: 0},
	}
	r := p.Read(events, 15*minute)
	if r.Elapsed != 8*minute || r.Spent[0] != 6*minute || r.Spent[5] != 2*minute {
		t.Errorf("elapsed %v, clarify %v, model %v; want 8m, 6m, 2m", r.Elapsed, r.Spent[0], r.Spent[5])
	}
	if r.Left() != 32*minute || r.PhaseLeft() != -1*minute {
		t.Errorf("left %v, of the phase %v; want 32m and a minute over", r.Left(), r.PhaseLeft())
	}
	if r.Light(0) != Red || r.Light(5) != Green {
		t.Errorf("lights %v and %v, want red and green", r.Light(0), r.Light(5))
	}
	if mid := p.Read(events, 9*minute); !mid.Paused || mid.Elapsed != 3*minute || mid.Phase != 5 {
		t.Errorf("during the pause: %+v", mid)
	}
}

func TestLightTurnsAmberAt85PercentAndRedAt100(t *testing.T) {
	p := PlanFor(40) // clarify: 300 s
	for _, c := range []struct {
		at   time.Duration
		want Light
	}{{254 * time.Second, Green}, {255 * time.Second, Amber}, {299 * time.Second, Amber}, {300 * time.Second, Red}} {
		if got := p.Read([]Event{{At: 0, Kind: Start, Phase: 0}}, c.at).Light(0); got != c.want {
			t.Errorf("at %v the light is %q, want %q", c.at, got.Name(), c.want.Name())
		}
	}
}

func TestNothingMovesTheClockAfterTheEnd(t *testing.T) {
	p := PlanFor(30)
	r := p.Read([]Event{{At: 0, Kind: Start, Phase: 0}, {At: minute, Kind: End, Phase: 0}, {At: 2 * minute, Kind: Resume, Phase: 0}, {At: 2 * minute, Kind: Enter, Phase: 3}}, 9*minute)
	if !r.Ended || r.Elapsed != minute || r.Phase != 0 {
		t.Errorf("after the end: %+v", r)
	}
}

// Time is neither lost nor invented: what was spent in the phases is the time
// elapsed, which never exceeds now and never goes back as now goes on.
func TestTimeSpentAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := PlanFor(rapid.SampledFrom(Lengths).Draw(t, "length"))
		ms := rapid.Int64Range(0, 3_600_000)
		var events []Event
		times := rapid.SliceOfN(ms, 0, 30).Draw(t, "times")
		slices.Sort(times)
		for _, at := range times {
			events = append(events, Event{
				At:    time.Duration(at) * time.Millisecond,
				Kind:  Kind(rapid.IntRange(0, 4).Draw(t, "kind")),
				Phase: rapid.IntRange(-1, 9).Draw(t, "phase"),
			})
		}
		a, b := ms.Draw(t, "a"), ms.Draw(t, "b")
		early := p.Read(events, time.Duration(min(a, b))*time.Millisecond)
		late := p.Read(events, time.Duration(max(a, b))*time.Millisecond)
		for _, r := range []Reading{early, late} {
			var sum time.Duration
			for _, d := range r.Spent {
				sum += d
			}
			if sum != r.Elapsed {
				t.Fatalf("phases add up to %v, elapsed %v", sum, r.Elapsed)
			}
		}
		if early.Elapsed > late.Elapsed || late.Elapsed > time.Duration(max(a, b))*time.Millisecond {
			t.Fatalf("elapsed %v at the earlier moment, %v at %d ms", early.Elapsed, late.Elapsed, max(a, b))
		}
	})
}

func TestAgendaHasEveryPhaseInOrder(t *testing.T) {
	rest := Agenda()
	for _, p := range Phases {
		heading := "## " + p.Title + "\n"
		_, after, found := strings.Cut(rest, heading)
		if !found {
			t.Fatalf("the agenda lacks %q, or has it out of order", heading)
		}
		rest = after
	}
}
