package session

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talkthrough/internal/interview"
)

func TestLinesOfAVoiceThatIsNotTheUsersSayWhatTheyMean(t *testing.T) {
	for want, body := range map[string]Body{
		`{"at":1000,"do":"spoken","text":"prompt","from":990}`:                                           Spoken{Text: SpokenPrompt, From: 990},
		`{"at":9000,"do":"spoken","text":"curveball:model","from":990,"to":9000}`:                        Spoken{Text: SpokenCurveball + "model", From: 990, To: 9000},
		`{"at":1000,"do":"card","card":"stuck","is":"answered","choice":"move-on","phase":"experiment"}`: Coached{Card: "stuck", Is: CardAnswered, Choice: interview.ChooseMoveOn, Phase: "experiment"},
	} {
		e, err := ParseEvent([]byte(want))
		if diff := cmp.Diff(body, e.Body); err != nil || diff != "" {
			t.Errorf("%s: %v %s", want, err, diff)
		}
		if line, err := json.Marshal(e); err != nil || string(line) != want {
			t.Errorf("wrote %s (%v), want %s", line, err, want)
		}
	}
	// What a version knows nothing of comes out as it went in.
	const later = `{"at":1000,"do":"whispered","text":"prompt","from":990}`
	e, err := ParseEvent([]byte(later))
	if line, _ := json.Marshal(e); err != nil || string(line) != later {
		t.Errorf("an unknown line became %s (%v)", line, err)
	}
}

func TestWhenAnotherVoiceSpokeIsKnown(t *testing.T) {
	prompt := Spoken{Text: SpokenPrompt, From: 100}
	done := func(to int64) Spoken { return Spoken{Text: SpokenPrompt, From: 100, To: to} }
	for name, c := range map[string]struct {
		events []Event
		want   []Utterance
	}{
		"begun": {[]Event{{second, prompt}}, []Utterance{{SpokenPrompt, 100 * time.Millisecond, 0}}},
		"ended": {[]Event{{second, prompt}, {9 * second, done(8500)}}, []Utterance{{SpokenPrompt, 100 * time.Millisecond, 8500 * time.Millisecond}}},
		"cut off": {
			[]Event{{second, prompt}, {4 * second, Note{Ins: "x"}}, {4 * second, Continued{}}, {9 * second, done(8500)}},
			[]Utterance{{SpokenPrompt, 100 * time.Millisecond, 4 * second}},
		},
		"the interview ended": {[]Event{{second, prompt}, {5 * second, Ended{}}}, []Utterance{{SpokenPrompt, 100 * time.Millisecond, 5 * second}}},
		"another begun": {
			[]Event{{second, prompt}, {3 * second, Spoken{Text: "curveball:data", From: 2990}}, {4 * second, done(4000)}},
			[]Utterance{{SpokenPrompt, 100 * time.Millisecond, 3 * second}, {"curveball:data", 2990 * time.Millisecond, 0}},
		},
		"an end alone":   {[]Event{{9 * second, done(8500)}}, nil},
		"no time at all": {[]Event{{second, prompt}, {second, done(100)}}, []Utterance{}},
	} {
		state := NewState(interview.PlanFor(40))
		state.Apply(Event{0, Started{}})
		for _, e := range c.events {
			state.Apply(e)
		}
		if diff := cmp.Diff(c.want, state.Utterances); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// Whatever a journal says: stretches lie within the attempt, have a length, only
// the last may be open, and the replay knows them at any time.
func TestUtterancesLieWithinTheAttempt(t *testing.T) {
	ms := rapid.OneOf(rapid.Int64Range(-100, 20_000), rapid.SampledFrom([]int64{math.MinInt64, math.MaxInt64, 1 << 62}))
	rapid.Check(t, func(t *rapid.T) {
		var events []Event
		at := time.Duration(0)
		for range rapid.IntRange(0, 300).Draw(t, "events") {
			at += time.Duration(rapid.IntRange(0, 500).Draw(t, "ms")) * time.Millisecond
			body := rapid.OneOf(
				rapid.Custom(func(t *rapid.T) Body {
					return Spoken{Text: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "text"), From: ms.Draw(t, "from"), To: rapid.OneOf(rapid.Just[int64](0), ms).Draw(t, "to")}
				}),
				rapid.Just[Body](Continued{}), rapid.Just[Body](Paused{}), rapid.Just[Body](Ended{}),
			).Draw(t, "body")
			events = append(events, Event{at, body})
		}
		state := NewState(interview.PlanFor(40))
		for _, e := range events {
			state.Apply(e)
		}
		if len(state.Utterances) > maxUtterances {
			t.Fatalf("%d are kept", len(state.Utterances))
		}
		for i, u := range state.Utterances {
			open := u.To == 0 && i == len(state.Utterances)-1
			if u.From < 0 || u.To > state.At || !open && u.To <= u.From {
				t.Fatalf("%d of %d is %+v, at %v", i, len(state.Utterances), u, state.At)
			}
		}
		until := time.Duration(rapid.Int64Range(0, at.Milliseconds()).Draw(t, "until")) * time.Millisecond
		want := NewState(interview.PlanFor(40))
		for _, e := range events {
			if e.At <= until {
				want.Apply(e)
			}
		}
		if diff := cmp.Diff(want.Utterances, NewPlayer(interview.PlanFor(40), events).At(until).Utterances); diff != "" {
			t.Fatalf("at %v (-fold +player):\n%s", until, diff)
		}
	})
}

func TestAChoiceSaysWhereItLeads(t *testing.T) {
	r := newRoom(t, interview.PlanFor(40), interview.Hand{})
	r.Do(Note{Ins: "x"})
	r.Call(interview.Stuck)
	r.AnswerWith(interview.ChooseMoveOn, 4)
	if err := r.Sync(); err != nil {
		t.Fatal(err)
	}
	h, err := ReadHistory(r.path)
	if err != nil {
		t.Fatal(err)
	}
	want := Coached{Card: "stuck", Is: CardAnswered, Choice: interview.ChooseMoveOn, Phase: "features"}
	if diff := cmp.Diff(Body(want), h.Events[len(h.Events)-1].Body); diff != "" {
		t.Error(diff)
	}
}
