package session

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talkthrough/internal/interview"
	"talkthrough/internal/journal"
	"talkthrough/internal/sound"
)

// room is an interview that is played against a clock of its own.
type room struct {
	*Recorder
	*Coach
	now   time.Time
	level float64 // what the microphone hears, in dBFS
	path  string
}

func newRoom(t testing.TB, plan interview.Plan, hand interview.Hand) *room {
	t.Helper()
	r := &room{now: time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC), level: -20, path: filepath.Join(t.TempDir(), "journal.jsonl")}
	log, err := journal.Create(r.path)
	if err != nil {
		t.Fatal(err)
	}
	r.Recorder = NewRecorder(plan, log, func() time.Time { return r.now })
	t.Cleanup(func() { _ = r.Recorder.Close() })
	r.Coach = NewCoach(r.Recorder, hand, func() (sound.Level, bool) { return sound.Level{RMS: r.level}, true })
	return r
}

// wait lets time pass, a tick a second, and returns the card that is shown then.
func (r *room) wait(d time.Duration) interview.Card {
	card := interview.NoCard
	for end := r.now.Add(d); r.now.Before(end); {
		r.now = r.now.Add(second)
		card = r.Tick()
	}
	return card
}

// log is what the journal says of cards and curveballs.
func (r *room) log(t testing.TB) []string {
	t.Helper()
	if err := r.Sync(); err != nil {
		t.Fatal(err)
	}
	h, err := ReadHistory(r.path)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range h.Events {
		switch b := e.Body.(type) {
		case Coached:
			out = append(out, strings.TrimSpace(b.Card+" "+b.Is+" "+b.Choice))
		case CurveballThrown:
			out = append(out, "thrown in "+b.Phase)
		case CurveballJudged:
			out = append(out, b.Phase+" "+b.Verdict)
		case Replanned:
			out = append(out, "plan "+b.Why)
		}
	}
	return out
}

func (r *room) expect(t *testing.T, when string, got, want interview.Card) {
	t.Helper()
	if got != want {
		t.Fatalf("%s: %q is shown, want %q; so far %q", when, got.ID(), want.ID(), r.log(t))
	}
}

func TestAnInterviewIsCoachedAndItsJournalSaysSo(t *testing.T) {
	hand := interview.Hand{Count: 1, Balls: []interview.Ball{{Phase: "data", After: 0.5, Say: "Labels come late.", Good: []string{"Asks how late."}}}}
	r := newRoom(t, interview.PlanFor(40), hand)
	r.expect(t, "the start", r.wait(19*second), interview.NoCard)
	r.expect(t, "nothing put down", r.wait(second), interview.BlankPage)
	r.Dismiss()
	r.Do(Note{Ins: "users"})
	r.expect(t, "talking", r.wait(2*time.Minute), interview.NoCard)
	r.level = -70
	r.expect(t, "14 s of silence", r.wait(14*second), interview.NoCard)
	r.expect(t, "15 s of silence", r.wait(second), interview.Stuck)
	r.Answer(interview.ChooseMoveOn)
	r.Do(Entered{"task"})
	r.expect(t, "silent on", r.wait(4*time.Minute), interview.NoCard)
	r.level = -20
	r.Do(Entered{"architecture"})
	r.expect(t, "architecture", r.wait(second), interview.Medium)
	r.Answer(interview.ChooseNotes)
	r.wait(60 * second)
	r.Do(Entered{"data"})
	r.expect(t, "data, on paper", r.wait(2*time.Minute), interview.NoCard)
	r.expect(t, "half of data", r.wait(61*second), interview.Thrown)
	r.Read(func(s *State) {
		if len(s.Curveballs) != 1 || s.Curveballs[0].Say != "Labels come late." || s.Curveballs[0].Verdict != "" {
			t.Errorf("%+v", s.Curveballs)
		}
	})
	r.Answer(interview.ChooseDodged)
	r.expect(t, "far over", r.wait(10*time.Minute), interview.BehindPlan)
	before := r.Replan(r.Clock().Replan(-1), "behind")
	r.Answer(interview.ChooseSummary)
	if r.Clock().Planned == before || r.Clock().Planned.Total() != 40*time.Minute {
		t.Errorf("planned %v", r.Clock().Planned)
	}
	if r.Replan(before, "undo"); r.Clock().Planned != before {
		t.Errorf("undone to %v, want %v", r.Clock().Planned, before)
	}
	want := []string{
		"blank shown", "blank dismissed", "stuck shown", "stuck answered move-on", "medium shown", "medium answered notes",
		"thrown in data", "data dodged", "behind shown", "plan behind", "behind answered summarise", "plan undo",
	}
	if diff := cmp.Diff(want, r.log(t)); diff != "" {
		t.Error(diff)
	}
}

func TestStuckComesByKeyHoweverOften(t *testing.T) {
	r := newRoom(t, interview.PlanFor(40), interview.Hand{})
	r.Do(Note{Ins: "x"})
	for range 2 {
		r.Call(interview.Stuck)
		r.expect(t, "called", r.wait(second), interview.Stuck)
		r.Dismiss()
		r.expect(t, "put away", r.wait(second), interview.NoCard)
	}
	r.Read(func(s *State) {
		if got := s.Cards()[interview.Stuck]; got.Shown != 2 || got.Dismissed != 2 {
			t.Errorf("%+v", got)
		}
	})
}

func TestACurveballPutAwayCanStillBeJudged(t *testing.T) {
	r := newRoom(t, interview.PlanFor(40), interview.Hand{Count: 1, Balls: []interview.Ball{{Phase: "deploy", After: 0.5, Say: "Why?"}}})
	r.Do(Note{Ins: "x"})
	r.Do(Entered{"deploy"})
	if r.wait(200 * second); r.Extra() {
		t.Fatal("one came in the first four minutes")
	}
	r.wait(40 * second)
	if card := r.wait(second); card != interview.Thrown && !r.Extra() {
		t.Fatal("none after four minutes")
	}
	r.Dismiss()
	if r.Extra() {
		t.Error("a second one in the phase")
	}
	r.Judge(7, BallAnswered)
	r.Read(func(s *State) {
		if s.Card() != interview.NoCard || s.Curveballs[0].Verdict != BallAnswered {
			t.Errorf("%q is shown, %+v", s.Card().ID(), s.Curveballs)
		}
	})
}

func TestTypingCountsWhatHandsTypeAndForgets(t *testing.T) {
	words := func(r *room) int {
		var w interview.Snapshot
		r.watch(&w)
		return w.Typed
	}
	r := newRoom(t, interview.PlanFor(40), interview.Hand{})
	r.Do(Note{Ins: interview.Agenda()})
	if words(r) != 0 {
		t.Errorf("the agenda counts as %d typed words", words(r))
	}
	for range 100 { // 100 s, 3 runes a second: 60 words
		r.Do(Note{Ins: "abc"})
		r.wait(second)
	}
	if got := words(r); got != 60 {
		t.Errorf("%d words, want 60", got)
	}
	r.Do(Paused{})
	r.now = r.now.Add(time.Hour)
	r.Do(Resumed{})
	if got := words(r); got != 60 {
		t.Errorf("%d words after a pause, want 60", got)
	}
	r.wait(70 * second) // what is older than two minutes is 40-55 s of typing
	if got := words(r); got < 27 || got > 36 {
		t.Errorf("%d words, want about 30", got)
	}
	r.wait(2 * time.Minute)
	if got := words(r); got != 0 {
		t.Errorf("%d words, want none", got)
	}
}

func TestAPauseIsNoSilence(t *testing.T) {
	r := newRoom(t, interview.PlanFor(40), interview.Hand{})
	r.Do(Note{Ins: "x"})
	r.wait(30 * second)
	r.Do(Paused{})
	r.level = -70
	r.expect(t, "in the pause", r.wait(time.Minute), interview.NoCard)
	r.Do(Resumed{})
	r.expect(t, "after it", r.wait(14*second), interview.NoCard)
	r.Touched()
	r.expect(t, "the view was moved", r.wait(14*second), interview.NoCard)
	r.expect(t, "and nothing since", r.wait(second), interview.Stuck)
}

func TestAWarmUpBeginsInItsPhase(t *testing.T) {
	r := newRoom(t, interview.WarmUp(5, 5), interview.Hand{})
	if c := r.Clock(); c.Phase != 5 || !c.Running {
		t.Errorf("%+v", c)
	}
}

func TestACoachAtRestAllocatesNothing(t *testing.T) {
	r := newRoom(t, interview.PlanFor(40), interview.Hand{Count: 3, Balls: []interview.Ball{{Phase: "model", After: 0.5}, {Phase: "data", After: 0.5}}})
	r.Do(Note{Ins: "x"})
	r.wait(30 * second)
	if n := testing.AllocsPerRun(100, func() { r.Tick() }); n != 0 {
		t.Errorf("%v allocations a tick", n)
	}
}

func TestLinesOfTheInterviewerSayWhatTheyMean(t *testing.T) {
	for want, body := range map[string]Body{
		`{"at":1000,"do":"ask","words":"how many?","answer":"dau"}`:                                                                                          Asked{"how many?", "dau"},
		`{"at":1000,"do":"ask","words":"why?"}`:                                                                                                              Asked{Words: "why?"},
		`{"at":1000,"do":"card","card":"stuck","is":"shown","asked":true}`:                                                                                   Coached{Card: "stuck", Is: CardShown, Asked: true},
		`{"at":1000,"do":"card","card":"behind","is":"answered","choice":"summarise"}`:                                                                       Coached{Card: "behind", Is: CardAnswered, Choice: "summarise"},
		`{"at":1000,"do":"curveball","phase":"model","say":"Why?","good":["Says why."]}`:                                                                     CurveballThrown{"model", "Why?", []string{"Says why."}},
		`{"at":1000,"do":"judged","phase":"model","verdict":"dodged"}`:                                                                                       CurveballJudged{"model", BallDodged},
		`{"at":1000,"do":"plan","seconds":{"architecture":0,"clarify":0,"data":0,"deploy":0,"experiment":0,"features":0,"model":300,"task":0},"why":"undo"}`: Replanned{interview.WarmUp(5, 5), "undo"},
	} {
		line, err := json.Marshal(Event{second, body})
		if err != nil || string(line) != want {
			t.Errorf("wrote %s (%v), want %s", line, err, want)
		}
		back, err := ParseEvent([]byte(want))
		if diff := cmp.Diff(body, back.Body); err != nil || diff != "" {
			t.Errorf("%s: %v %s", want, err, diff)
		}
	}
	for _, line := range []string{`{"at":1,"do":"plan","seconds":{"lunch":3}}`, `{"at":1,"do":"plan","seconds":{"data":-3}}`, `{"at":1,"do":"plan","seconds":{"data":1e300}}`} {
		if _, err := ParseEvent([]byte(line)); err == nil {
			t.Errorf("%s was read", line)
		}
	}
}

// Whatever the user does: one card at a time, none that comes by itself twice
// within five minutes, curveballs by their rules, and the same again when the
// journal is folded, or the same hands play it a second time.
func TestAnyInterviewIsCoachedByTheRulesAndReplays(t *testing.T) {
	dir := t
	rapid.Check(t, func(t *rapid.T) {
		plan := interview.PlanFor(rapid.SampledFrom(interview.Lengths).Draw(t, "length"))
		hand := interview.Hand{Count: 3}
		for _, p := range interview.Phases {
			hand.Balls = append(hand.Balls, interview.Ball{Phase: p.ID, After: rapid.Float64Range(0, 1).Draw(t, "after"), Say: p.ID})
		}
		script := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) [3]int {
			return [3]int{rapid.IntRange(0, 200).Draw(t, "wait"), rapid.IntRange(0, 12).Draw(t, "do"), rapid.IntRange(0, 7).Draw(t, "which")}
		}), 1, 20).Draw(t, "script")
		one := playScript(dir, plan, hand, script)
		if diff := cmp.Diff(one, playScript(dir, plan, hand, script)); diff != "" {
			t.Fatalf("played a second time:\n%s", diff)
		}
		holdRules(t, plan, one)
	})
}

func playScript(t *testing.T, plan interview.Plan, hand interview.Hand, script [][3]int) []Event {
	r := newRoom(t, plan, hand)
	for _, step := range script {
		r.wait(time.Duration(step[0]) * second)
		switch phase := interview.Phases[step[2]].ID; step[1] {
		case 0, 1, 2:
			r.Do(Entered{phase})
		case 3:
			r.Do(Paused{})
		case 4, 5:
			r.Do(Resumed{})
		case 6:
			r.Dismiss()
		case 7:
			r.Answer(interview.ChooseAnswered)
		case 8:
			r.level = -20 - 10*float64(step[2])
		case 9:
			r.Replan(r.Clock().Replan(step[2]), "behind")
		case 10:
			r.Extra()
		case 11:
			r.Call(interview.Stuck)
		case 12:
			r.Recorder.Ask("how many?", "")
		}
	}
	if err := r.Sync(); err != nil {
		t.Fatal(err)
	}
	h, err := ReadHistory(r.path)
	if err != nil {
		t.Fatal(err)
	}
	_ = r.Recorder.Close()
	return h.Events
}

func holdRules(t *rapid.T, plan interview.Plan, events []Event) {
	state := NewState(plan)
	open, last, thrown := "", map[string]time.Duration{}, map[string]bool{}
	for _, e := range events {
		state.Apply(e)
		clock := state.coach.clock.At(e.At)
		elapsed := clock.Elapsed
		switch b := e.Body.(type) {
		case Coached:
			if b.Is != CardShown {
				if open != b.Card {
					t.Fatalf("%s went, %q was shown", b.Card, open)
				}
				open = ""
				continue
			}
			if open != "" {
				t.Fatalf("%s came onto %s", b.Card, open)
			}
			if at, before := last[b.Card]; before && !b.Asked && elapsed-at < 5*time.Minute {
				t.Fatalf("%s came at %v and at %v", b.Card, at, elapsed)
			}
			open, last[b.Card] = b.Card, elapsed
		case CurveballThrown:
			if open != "" || elapsed < 4*time.Minute || thrown[b.Phase] || interview.Phases[clock.Phase].ID != b.Phase {
				t.Fatalf("a curveball for %s at %v, with %q shown, before it %v", b.Phase, elapsed, open, thrown)
			}
			open, thrown[b.Phase] = "curveball", true
		case CurveballJudged:
			open = ""
		}
		if got := clock.Planned.Total(); got != plan.Total() {
			t.Fatalf("planned %v of %v", got, plan.Total())
		}
	}
	if got := NewPlayer(plan, events).End().Card().ID(); got != open {
		t.Fatalf("at the end the replay shows %q, want %q", got, open)
	}
}
