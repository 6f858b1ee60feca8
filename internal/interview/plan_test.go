package interview

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"talkthrough/internal/question"
)

func TestEveryStyleShiftsMinutesAndKeepsTheSum(t *testing.T) {
	for _, style := range Styles {
		for _, length := range Lengths {
			p := style.Plan(length)
			if p.Total() != time.Duration(length)*minute {
				t.Errorf("%s, %d minutes: adds up to %v", style, length, p.Total())
			}
			for i, d := range p {
				if d < 2*minute || d%minute != 0 {
					t.Errorf("%s, %d minutes: %s has %v", style, length, Phases[i].Name, d)
				}
			}
			if style != Balanced && p == PlanFor(length) {
				t.Errorf("%s, %d minutes: nothing shifted", style, length)
			}
		}
		if style.Name() == "" || style.About() == "" {
			t.Errorf("%s has no name", style)
		}
	}
	if m := Modelling.Plan(40); m[3]+m[4] != 10*minute || m[5] <= PlanFor(40)[5] {
		t.Errorf("modelling: ten minutes on data and features and more on the model, got %v", m)
	}
	if Style("haunted").Plan(40) != PlanFor(40) {
		t.Error("an unknown style is not balanced")
	}
}

func TestOwnMinutesKeepTheSum(t *testing.T) {
	p := PlanFor(40).With(5, 16*minute)
	if p[5] != 16*minute || p.Total() != 40*minute {
		t.Errorf("%v", p)
	}
	for i, d := range p {
		if d%minute != 0 || d < minute {
			t.Errorf("%s has %v", Phases[i].Name, d)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		minutes := rapid.IntRange(8, 120).Draw(t, "minutes")
		p := rapid.SampledFrom(Styles).Draw(t, "style").Plan(minutes)
		for range rapid.IntRange(1, 12).Draw(t, "changes") {
			i := rapid.IntRange(0, 7).Draw(t, "phase")
			d := time.Duration(rapid.IntRange(-10, 150).Draw(t, "own")) * minute
			p = p.With(i, d)
			if want := min(max(d, minute), time.Duration(minutes-7)*minute); p[i] != want {
				t.Fatalf("%s got %v, want %v", Phases[i].Name, p[i], want)
			}
			if p.Total() != time.Duration(minutes)*minute {
				t.Fatalf("%v adds up to %v", p, p.Total())
			}
			for i, d := range p {
				if d < LeastMinutes {
					t.Fatalf("%s has %v", Phases[i].Name, d)
				}
			}
		}
	})
}

func TestAWarmUpIsOnePhaseAlone(t *testing.T) {
	for given, want := range map[int]int{1: 5, 5: 5, 8: 8, 10: 10, 45: 10} {
		p := WarmUp(5, given)
		if p.Total() != time.Duration(want)*minute || p[5] != p.Total() || p.First() != 5 || !p.Alone() {
			t.Errorf("%d minutes: %v", given, p)
		}
	}
	if PlanFor(40).Alone() || WarmUp(5, 5).With(5, minute) != WarmUp(5, 5) {
		t.Error("a warm-up is one phase, and stays as long as it is")
	}
	if agenda := WarmUp(5, 5).Agenda(); agenda != "## Model\n\n" {
		t.Errorf("its agenda is %q", agenda)
	}
}

func TestReplanningSharesWhatIsLeftInProportion(t *testing.T) {
	// Clarifying took 13 of the 5 minutes; the user is 2 minutes into the task.
	r := Reading{Running: true, Phase: 1, Planned: PlanFor(40), Total: 40 * minute, Elapsed: 15 * minute}
	r.Spent[0], r.Spent[1] = 13*minute, 2*minute
	if r.Need() != 33*minute || r.Behind() != 8*minute {
		t.Fatalf("need %v, behind %v; want 33 and 8 minutes", r.Need(), r.Behind())
	}
	p := r.Replan(-1)
	if p.Total() != 40*minute || p[0] != 13*minute || p[1] != 2*minute+30*time.Second {
		t.Fatalf("%v", p)
	}
	// 24:30 for what was 31 minutes: each gets 0.79 of what it had.
	for i := 2; i < PhaseCount; i++ {
		if got, want := float64(p[i]), float64(PlanFor(40)[i])*24.5/31; got < want-1e9 || got > want+1e9 {
			t.Errorf("%s has %v, want about %v", Phases[i].Name, p[i], time.Duration(want))
		}
	}
	r.Planned = p
	r.Phase = 2
	if b := r.Behind(); b < -31*time.Second || b > time.Second {
		t.Errorf("after it still behind by %v", b)
	}
	first := r.Replan(5)
	if first[5] != p[5] || first.Total() != 40*minute {
		t.Errorf("the named phase has %v, want all of its %v", first[5], p[5])
	}
	if got := Modelling.Priority(r); got != 5 {
		t.Errorf("a modelling house asks for %d", got)
	}
	if got := Architecture.Priority(r); got != 7 {
		t.Errorf("an architecture house asks for %d", got)
	}
	if got := r.NextPhase(); got != 3 {
		t.Errorf("next is %d", got)
	}
}

func TestReplanningChangesNothingWhereNothingIsLeft(t *testing.T) {
	r := Reading{Running: true, Phase: 7, Planned: PlanFor(40), Total: 40 * minute, Elapsed: 39 * minute}
	for i := range r.Spent {
		r.Spent[i] = r.Planned[i]
	}
	r.Spent[7] -= minute
	if r.Replan(-1) != r.Planned || r.NextPhase() != -1 || Balanced.Priority(r) != -1 {
		t.Error("replanned with nothing to come")
	}
}

// However somebody jumps, pauses and replans, with undoing in between and
// plans of another length thrown in: the sum is the length, and what is to come
// has its least where there is time for it.
func TestPlannedMinutesAlwaysSumToTheLength(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		begun := rapid.SampledFrom(Styles).Draw(t, "style").Plan(rapid.IntRange(8, 60).Draw(t, "minutes"))
		clock, at := NewClock(begun), time.Duration(0)
		clock.Do(Event{Kind: Start})
		before := begun
		var events []Event
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			at += time.Duration(rapid.IntRange(0, 400_000).Draw(t, "ms")) * time.Millisecond
			r := clock.At(at)
			e := Event{At: at, Kind: rapid.SampledFrom([]Kind{Enter, Enter, Pause, Resume, Replan, Replan}).Draw(t, "kind"), Phase: rapid.IntRange(0, 7).Draw(t, "phase")}
			if e.Kind == Replan {
				switch rapid.IntRange(0, 4).Draw(t, "plan") {
				case 0:
					e.Plan = before // undo
				case 1:
					e.Plan = PlanFor(61) // not of this interview
				case 2:
					e.Plan = begun
					e.Plan[0], e.Plan[1] = e.Plan[0]+time.Hour, e.Plan[1]-time.Hour
				default:
					e.Plan = r.Replan(rapid.IntRange(-1, 7).Draw(t, "first"))
					checkLeast(t, r, e.Plan)
					before = r.Planned
				}
			}
			clock.Do(e)
			events = append(events, e)
			now := clock.At(at)
			if now.Planned.Total() != begun.Total() || now.Total != begun.Total() {
				t.Fatalf("planned %v, begun with %v", now.Planned, begun.Total())
			}
			for i, d := range now.Planned {
				if d < 0 {
					t.Fatalf("%s has %v", Phases[i].Name, d)
				}
			}
		}
		if got := begun.Read(append([]Event{{Kind: Start}}, events...), at+minute); got != clock.At(at+minute) {
			t.Fatalf("read at once %+v, one by one %+v", got, clock.At(at+minute))
		}
	})
}

func checkLeast(t *rapid.T, r Reading, p Plan) {
	if p == r.Planned {
		return
	}
	count := time.Duration(1)
	for i := range Phases {
		if r.ToCome(i) {
			count++
		}
	}
	enough := r.Left() >= (count+1)*LeastLeft+PhaseCount*time.Second
	for i := range Phases {
		if r.ToCome(i) && (p[i]-r.Spent[i] < 0 || enough && p[i]-r.Spent[i] < LeastLeft-time.Second) {
			t.Fatalf("%s is left %v of %v", Phases[i].Name, p[i]-r.Spent[i], r.Left())
		}
		if !r.ToCome(i) && p[i] < r.Spent[i] {
			t.Fatalf("%s took %v and has %v", Phases[i].Name, r.Spent[i], p[i])
		}
	}
}

func TestAnOvershotPhaseThatIsLeftOutOfThePlanHasNoLight(t *testing.T) {
	r := Reading{Planned: WarmUp(5, 5), Phase: 5}
	if r.Light(0) != Green {
		t.Errorf("a phase without time is %q", r.Light(0).Name())
	}
	r.Spent[0] = sec
	if r.Light(0) != Red {
		t.Errorf("time spent in it is %q", r.Light(0).Name())
	}
}

func TestHeadingsOfTheAgendaAreFound(t *testing.T) {
	notes := "scale first\n" + Agenda()
	lines := strings.Split(notes, "\n")
	for i, p := range Phases {
		if at := HeadingLine(notes, i); at < 0 || lines[at] != "## "+p.Title {
			t.Errorf("%s: line %d", p.Name, at)
		}
	}
	if HeadingLine("### data  \r\n", 3) != 0 || HeadingLine("Data\n## Database\n", 3) != -1 || HeadingLine("", 3) != -1 {
		t.Error("what is a heading of data")
	}
}

func TestNotesAreReadBackWithoutWhatIsOnlyFrame(t *testing.T) {
	notes := "## Clarify\n- 10 M users\n\n* 200 ms\n## Data\n\nclicks are labels\n\n"
	if got := ReadBack(notes, 2); !slices.Equal(got, []string{"200 ms", "clicks are labels"}) {
		t.Errorf("%q", got)
	}
	if got := ReadBack(notes, 9); len(got) != 3 || len(ReadBack("", 3)) != 0 || len(ReadBack(Agenda(), 3)) != 0 {
		t.Errorf("%q", got)
	}
}

func TestAsksAreJudgedByWhatTheLevelIsExpectedToAsk(t *testing.T) {
	prepared := []question.Clarification{{ID: "dau"}, {ID: "latency"}, {ID: "cost-of-a-miss", Level: "staff"}, {ID: "labels", Level: "senior"}, {ID: "x"}, {ID: "y"}}
	for _, c := range []struct {
		level Level
		asks  []string
		want  Asking
		says  string
	}{
		{Staff, nil, Asking{}, "asked nothing"},
		{Staff, []string{"cost-of-a-miss", "labels"}, Asking{Count: 2, Answered: 2, Targeted: 2, Fits: true}, "to the point: 2"},
		{Staff, []string{"dau"}, Asking{Count: 1, Answered: 1, Fits: true}, "none of them"},
		{Staff, []string{"dau", "latency", "x", "y", "", "labels"}, Asking{Count: 6, Answered: 5, Assumed: 1, Targeted: 1}, "staff level"},
		{Senior, []string{"dau", "dau", "nowhere"}, Asking{Count: 3, Answered: 1, Assumed: 1, Fits: true}, "about as many"},
		{Senior, []string{"dau"}, Asking{Count: 1, Answered: 1}, "3 to 8"},
		{Junior, slices.Repeat([]string{"dau"}, 13), Asking{Count: 13, Answered: 1}, "more than 12"},
	} {
		got := JudgeAsks(c.level, c.asks, prepared)
		if !strings.Contains(got.Remark, c.says) {
			t.Errorf("%s, %v: %q", c.level, c.asks, got.Remark)
		}
		got.Remark = ""
		if got != c.want {
			t.Errorf("%s, %v: %+v, want %+v", c.level, c.asks, got, c.want)
		}
	}
}

func TestLevelsHaveOneTwoOrThreeCurveballs(t *testing.T) {
	for level, want := range map[Level]int{Junior: 1, Senior: 2, Staff: 3} {
		if got := level.UsualBalls(); got != want {
			t.Errorf("%s: %d", level, got)
		}
	}
}
