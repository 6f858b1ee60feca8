package interview

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"talkthrough/internal/question"
)

// decks has two cards for each phase at each level in the question's deck, and
// one in the general one.
func decks() (own, general []question.Curveball) {
	for _, p := range Phases {
		for _, l := range Levels {
			for n := range 3 {
				c := question.Curveball{Phases: []string{p.ID}, Level: string(l), Say: fmt.Sprintf("%s %s %d", p.ID, l, n), Good: []string{" Answers. "}}
				if n < 2 {
					own = append(own, c)
				} else {
					general = append(general, c)
				}
			}
		}
	}
	return own, general
}

func deal(seed uint64, level Level, style Style, count int) Hand {
	own, general := decks()
	return Deal(seed, style.Plan(40), level, style, count, own, general)
}

func TestAHandIsFairAndTheSameForTheSameSeed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		level := rapid.SampledFrom(Levels).Draw(t, "level")
		style := rapid.SampledFrom(Styles).Draw(t, "style")
		count := rapid.IntRange(0, 3).Draw(t, "count")
		h := deal(seed, level, style, count)
		if !reflect.DeepEqual(h, deal(seed, level, style, count)) {
			t.Fatal("the same seed dealt two hands")
		}
		if count == 0 && len(h.Balls) > 0 || count > 0 && len(h.Balls) != PhaseCount-1 {
			t.Fatalf("%d balls for a count of %d", len(h.Balls), count)
		}
		seen := map[string]bool{}
		for _, b := range h.Balls {
			var phase, of string
			var n int
			fmt.Sscanf(b.Say, "%s %s %d", &phase, &of, &n)
			if phase != b.Phase || slices.Index(Levels, Level(of)) > slices.Index(Levels, level) || seen[phase] || phase == "clarify" {
				t.Fatalf("%+v in the hand of a %s", b, level)
			}
			if b.After < 0.3 || b.After > 0.75 || b.Good[0] != "Answers." {
				t.Fatalf("%+v", b)
			}
			seen[phase] = true
		}
	})
}

func TestStylesPressWhatTheyCareFor(t *testing.T) {
	first := map[Style]map[string]int{}
	for _, style := range Styles {
		first[style] = map[string]int{}
		for seed := range uint64(400) {
			first[style][deal(seed, Senior, style, 1).Balls[0].Phase]++
		}
	}
	for style, phase := range map[Style]string{Product: "experiment", Modelling: "model", Architecture: "deploy"} {
		if got, even := first[style][phase], first[Balanced][phase]; got < even*3/2 {
			t.Errorf("%s: %s comes first %d times of 400, balanced %d", style, phase, got, even)
		}
	}
}

func TestTheQuestionsOwnCurveballsComeMoreOften(t *testing.T) {
	own, all := 0, 0
	for seed := range uint64(200) {
		for _, b := range deal(seed, Staff, Balanced, 3).Balls {
			all++
			if b.Say[len(b.Say)-1] != '2' {
				own++
			}
		}
	}
	if own < all*3/4 { // two of three cards are own ones
		t.Errorf("%d of %d", own, all)
	}
}

// thrown plays an interview in which phases are entered at times, and returns
// when which curveball came.
func thrown(h Hand, plan Plan, steps []Event, until time.Duration) (times []time.Duration, phases []int) {
	clock, balls := NewClock(plan), Balls{}
	clock.Do(Event{Kind: Start})
	for at := time.Duration(0); at < until; at += 5 * time.Second {
		for len(steps) > 0 && steps[0].At <= at {
			clock.Do(steps[0])
			steps = steps[1:]
		}
		r := clock.At(at)
		if i := h.Due(&r, &balls); i >= 0 {
			times, phases = append(times, r.Elapsed), append(phases, r.Phase)
			if h.Balls[i].Phase != Phases[r.Phase].ID {
				panic("the curveball of another phase")
			}
			balls.Phases[r.Phase], balls.Count, balls.Last = true, balls.Count+1, r.Elapsed
		}
	}
	return times, phases
}

func byPlan(p Plan) (steps []Event) {
	at := time.Duration(0)
	for i, d := range p {
		steps = append(steps, Event{At: at, Kind: Enter, Phase: i})
		at += d
	}
	return steps
}

func TestAsManyCurveballsComeAsWereChosen(t *testing.T) {
	for _, style := range Styles {
		for count := range 4 {
			for seed := range uint64(100) {
				times, _ := thrown(deal(seed, Staff, style, count), style.Plan(40), byPlan(style.Plan(40)), 40*minute)
				if len(times) > count || len(times) < count-1 || count == 1 && len(times) != 1 {
					t.Errorf("%s, seed %d: %d of %d came", style, seed, len(times), count)
				}
			}
		}
	}
}

// Whatever way somebody jumps, and however often they pause.
func TestCurveballsKeepTheirRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := rapid.SampledFrom(Styles).Draw(t, "style").Plan(rapid.SampledFrom(Lengths).Draw(t, "length"))
		count := rapid.IntRange(0, 3).Draw(t, "count")
		h := deal(rapid.Uint64().Draw(t, "seed"), Staff, Balanced, count)
		var steps []Event
		at := time.Duration(0)
		for range rapid.IntRange(0, 40).Draw(t, "steps") {
			at += time.Duration(rapid.IntRange(0, 240).Draw(t, "wait")) * time.Second
			kind := rapid.SampledFrom([]Kind{Enter, Enter, Enter, Pause, Resume, Replan}).Draw(t, "kind")
			e := Event{At: at, Kind: kind, Phase: rapid.IntRange(0, 7).Draw(t, "phase"), Plan: plan}
			steps = append(steps, e)
		}
		times, phases := thrown(h, plan, steps, time.Hour)
		again, _ := thrown(h, plan, steps, time.Hour)
		if !slices.Equal(times, again) {
			t.Fatal("another schedule the second time")
		}
		if len(times) > count {
			t.Fatalf("%d came of %d", len(times), count)
		}
		seen := map[int]bool{}
		for i, at := range times {
			if at < 4*minute || plan.Total()-at < 2*minute || seen[phases[i]] || i > 0 && at-times[i-1] < 3*minute {
				t.Fatalf("at %v in %v", times, phases)
			}
			seen[phases[i]] = true
		}
	})
}

func TestAPhaseJumpedOverHandsItsCurveballOn(t *testing.T) {
	plan := PlanFor(40)
	h := Hand{Count: 1, Balls: []Ball{{Phase: "data", After: 0.5}, {Phase: "model", After: 0.5}, {Phase: "deploy", After: 0.5}}}
	_, phases := thrown(h, plan, byPlan(plan), 40*minute)
	if !slices.Equal(phases, []int{3}) {
		t.Errorf("in order: in %v, want the preferred one", phases)
	}
	// Data is looked at, too short for its curveball, and the user goes on.
	_, phases = thrown(h, plan, []Event{{At: 6 * minute, Kind: Enter, Phase: 3}, {At: 7 * minute, Kind: Enter, Phase: 5}}, 40*minute)
	if !slices.Equal(phases, []int{5}) {
		t.Errorf("jumped on: in %v, want the model", phases)
	}
	// It is jumped over altogether: it may still come, so the turn waits for it
	// until the user comes back.
	_, phases = thrown(h, plan, []Event{{At: 6 * minute, Kind: Enter, Phase: 5}, {At: 16 * minute, Kind: Enter, Phase: 3}}, 40*minute)
	if !slices.Equal(phases, []int{3}) {
		t.Errorf("jumped back: in %v, want data", phases)
	}
}

func TestAnExtraCurveballKeepsTheRulesToo(t *testing.T) {
	h := deal(1, Staff, Balanced, 1)
	r := NewClock(PlanFor(40))
	r.Do(Event{Kind: Start})
	r.Do(Event{At: sec, Kind: Enter, Phase: 7})
	early, later := r.At(4*minute-time.Millisecond), r.At(4*minute)
	if h.Extra(&early, &Balls{}) >= 0 {
		t.Error("one came in the first four minutes")
	}
	if i := h.Extra(&later, &Balls{Count: 1}); i < 0 || h.Balls[i].Phase != "deploy" {
		t.Errorf("%d of %+v", i, h)
	}
	if h.Extra(&later, &Balls{Count: 1, Phases: [PhaseCount]bool{7: true}}) >= 0 {
		t.Error("a second one in the phase")
	}
}
