package insight

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

func span(start, end float64, why string, kind Kind) Span {
	return Span{at(start), at(end), why, kind}
}

func wantSpans(t *testing.T, want, got []Span) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("highlights (-want +got):\n%s", diff)
	}
}

func TestHighlightsAreAroundWhatHappened(t *testing.T) {
	a := attemptOf(start,
		event(5, session.Marked{Kind: session.Good}),
		event(300, session.Entered{Phase: "task"}),
		event(400, session.Paused{}), // 100 s that are on no clock
		event(500, session.Resumed{}),
		event(700, session.Marked{Kind: session.Unclear, Word: "why MAP"}),
		event(1000, session.CurveballThrown{Phase: "task", Say: "The labels are wrong."}),
		event(1045, session.CurveballJudged{Phase: "task", Verdict: session.BallAnswered}),
		event(1300, session.Entered{Phase: "model"}),
		event(1400, session.CurveballThrown{Phase: "model", Say: "Why not trees?"}),
		event(1700, session.CurveballJudged{Phase: "model", Verdict: session.BallLater}),
		end(2500),
	)
	voice := speaking(0, 0.5, 1500, 1508, 1700, 1760, 1900, 1904.9, 2390, 2400)
	wantSpans(t, []Span{
		span(0, 20, "Marked as good", Mark),
		span(295, 310, "From Clarify to Task", PhaseChange),
		span(585, 615, "Marked as unclear: why MAP", Mark),
		span(898, 945, "Curveball: The labels are wrong. (answered)", Curveball),
		span(1195, 1210, "From Task to Model", PhaseChange),
		span(1298, 1330, "Curveball: Why not trees?", Curveball),
		span(1495, 1513, "A silence of 8 s", Silence),
		span(1695, 1705, "A silence of 1:00", Silence),
		span(1755, 1765, "A silence of 1:00", Silence),
		// The silence of 2390 to 2400 ends the recording: nothing is heard after it.
	}, Highlights(a, voice))
}

func TestHighlightsThatTouchAreOne(t *testing.T) {
	a := attemptOf(start,
		event(300, session.Entered{Phase: "task"}),
		event(310, session.Marked{Kind: session.Good}),
		event(320, session.Marked{Kind: session.Good}),
		event(352, session.Entered{Phase: "data"}),   // begins 347, 12 s after: apart
		event(368.9, session.Entered{Phase: "task"}), // begins 363.9, 1.9 s after
		event(385.9, session.Entered{Phase: "data"}), // begins 380.9, 2 s after: apart
		end(2400),
	)
	wantSpans(t, []Span{
		span(295, 335, "From Clarify to Task; Marked as good", Mark),
		span(347, 378.9, "From Task to Data; From Data to Task", PhaseChange),
		span(380.9, 395.9, "From Task to Data", PhaseChange),
	}, Highlights(a, nil))
}

// Thirty marks are fifteen minutes: the first twenty fill the ten, and nothing
// else has room.
func TestMarksGoFirstWhereThereIsTooMuch(t *testing.T) {
	events := []session.Event{start}
	var want []Span
	for i := range 30 {
		events = append(events, event(60+float64(i)*60, session.Marked{Kind: session.Good, Word: fmt.Sprint(i)}))
		if i < 20 {
			want = append(want, span(45+float64(i)*60, 75+float64(i)*60, fmt.Sprint("Marked as good: ", i), Mark))
		}
	}
	events = append(events, event(2000, session.Entered{Phase: "model"}), end(2400))
	wantSpans(t, want, Highlights(attemptOf(events...), speaking(2100, 2110)))
}

func replayed(seconds float64, kind review.MarkKind, word string) review.Mark {
	return review.Mark{At: at(seconds), Kind: kind, Word: word}
}

// A recording from elsewhere has nothing but what is marked while replaying it.
func TestMarksSetWhileReplayingAreHighlights(t *testing.T) {
	a := attemptOf(start, end(2400))
	wantSpans(t, []Span{
		span(85, 115, "Marked as good", Mark),
		span(985, 1025, "Marked as unclear: why MAP; Marked as good", Mark),
		span(1495, 1513, "A silence of 8 s", Silence),
		span(2383, 2400, "Marked as unclear", Mark),
	}, Highlights(a, speaking(1500, 1508),
		replayed(100, review.GoodMark, ""), replayed(1000, review.UnclearMark, "why MAP"), replayed(1010, review.GoodMark, ""), replayed(2398, review.UnclearMark, "")))
}

// Both kinds of marks are heard in order of time, whichever was set first: of
// those that are too many the last are left out. A pause counts for none.
func TestMarksOfBothTimesGoInOrder(t *testing.T) {
	events := []session.Event{start, event(10, session.Paused{}), event(110, session.Resumed{})}
	var later []review.Mark
	var want []Span
	for i := range 24 {
		from := 100 + float64(i)*60
		at := 100 + from + 15 // the session is 100 s ahead of the clock
		if i%2 == 0 {
			later = append(later, replayed(at, review.GoodMark, fmt.Sprint(i)))
		} else {
			events = append(events, event(at, session.Marked{Kind: session.Good, Word: fmt.Sprint(i)}))
		}
		if i < 20 {
			want = append(want, span(from, from+30, fmt.Sprint("Marked as good: ", i), Mark))
		}
	}
	wantSpans(t, want, Highlights(attemptOf(append(events, end(2500))...), nil, later...))
}

// Nineteen marks and a half leave fifteen seconds: too few for the curveball,
// enough for the shorter silence, and then for no phase change.
func TestWhatDoesNotFitIsLeftOutAndWhatFitsComes(t *testing.T) {
	events := []session.Event{start, event(0, session.Marked{Kind: session.Good, Word: "first"})}
	want := []Span{span(0, 15, "Marked as good: first", Mark)}
	for i := range 19 {
		from := 100 + float64(i)*60
		events = append(events, event(from+15, session.Marked{Kind: session.Good, Word: fmt.Sprint(i)}))
		want = append(want, span(from, from+30, fmt.Sprint("Marked as good: ", i), Mark))
	}
	events = append(events,
		event(1500, session.CurveballThrown{Phase: "clarify", Say: "No."}),
		event(1600, session.Entered{Phase: "model"}),
		end(2400))
	want = append(want, span(1695, 1710, "A silence of 5 s", Silence))
	wantSpans(t, want, Highlights(attemptOf(events...), speaking(1700, 1705, 1800, 1806)))
}

func TestLongerSilencesGoBeforeShorter(t *testing.T) {
	var silences []float64
	for i := range 15 {
		from := 100 * float64(i+1)
		silences = append(silences, from, from+6+float64(i%2)) // each second one is longer
	}
	got := Highlights(attemptOf(start, end(2400)), speaking(silences...))
	var starts []float64
	for _, s := range got {
		starts = append(starts, s.Start.Seconds())
	}
	// The seven longer ones, and the first three of the others.
	if diff := cmp.Diff([]float64{95, 195, 295, 395, 495, 595, 795, 995, 1195, 1395}, starts); diff != "" {
		t.Error(diff)
	}
}

func TestAShortAttemptIsHeardWhole(t *testing.T) {
	whole := []Span{span(0, 600, "The whole attempt: it is short", Whole)}
	wantSpans(t, whole, Highlights(attemptOf(start, event(30, session.Marked{Kind: session.Good}), end(600)), speaking()))
	wantSpans(t, whole, Highlights(attemptOf(start, end(600)), nil))
	wantSpans(t, nil, Highlights(attemptOf(), nil))
}

func TestALongAttemptWithNothingInItIsHeardAtBothEnds(t *testing.T) {
	wantSpans(t, []Span{
		span(0, 120, "The opening", Opening),
		span(2280, 2400, "The close", Closing),
	}, Highlights(attemptOf(start, end(2400)), speaking()))
}

// Neither a lost microphone nor the interviewer's own words are a silence.
func TestOnlyTheUsersOwnSilenceCounts(t *testing.T) {
	a := attemptOf(start,
		event(1000, session.Spoken{Text: session.SpokenPrompt, From: 1_000_000}),
		event(1030, session.Spoken{Text: session.SpokenPrompt, From: 1_000_000, To: 1_030_000}),
		end(2400))
	voice := speaking(500, 540, 1000, 1038)
	voice.unheard = spans(500, 534)
	wantSpans(t, []Span{
		span(529, 545, "A silence of 6 s", Silence),
		span(1025, 1043, "A silence of 8 s", Silence),
	}, Highlights(a, voice))
}

func TestOfALongSilenceBothEndsAreHeard(t *testing.T) {
	wantSpans(t, []Span{
		span(35, 45, "A silence of 40 s", Silence), // nothing was said before it
		span(95, 105, "A silence of 21 s", Silence),
		span(116, 126, "A silence of 21 s", Silence),
		span(195, 225, "A silence of 20 s", Silence),
	}, Highlights(attemptOf(start, end(2400)), speaking(0, 40, 100, 121, 200, 220)))
}

func TestACurveballIsHeardForThreeMinutesAtMost(t *testing.T) {
	a := attemptOf(start,
		event(1000, session.CurveballThrown{Phase: "clarify", Say: "No."}),
		event(1001, session.CurveballJudged{Phase: "clarify", Verdict: session.BallLater}),
		event(2300, session.CurveballJudged{Phase: "clarify", Verdict: session.BallDodged}),
		end(2400))
	wantSpans(t, []Span{span(998, 1180, "Curveball: No. (dodged)", Curveball)}, Highlights(a, nil))
}

func TestHighlightsAreSortedApartInsideAndShortEnough(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, voice := drawAttempt(t)
		var later []review.Mark
		for _, s := range rapid.SliceOfN(rapid.Float64Range(0, 9000), 0, 30).Draw(t, "replayed") {
			later = append(later, replayed(s, review.UnclearMark, ""))
		}
		got := Highlights(a, voice, later...)
		length := a.Timeline().Length()
		if length > 0 && len(got) == 0 {
			t.Fatalf("of %v nothing is left", length)
		}
		last, sum := time.Duration(0), time.Duration(0)
		for i, s := range got {
			if s.Start < last || i > 0 && s.Start == last || s.End <= s.Start || s.End > length {
				t.Fatalf("span %d of %v: %+v, after %v", i, length, s, last)
			}
			if s.Why == "" || s.Kind == "" {
				t.Fatalf("no reason: %+v", s)
			}
			last = s.End
			sum += s.End - s.Start
		}
		if sum > Limit {
			t.Fatalf("%v in all", sum)
		}
	})
}

// drawAttempt makes an attempt in which anything happens, and a sound.
func drawAttempt(t *rapid.T) (*session.Attempt, Voice) {
	now := 0.0
	phase := rapid.SampledFrom([]string{"clarify", "data", "model", "deploy"})
	one := rapid.Custom(func(t *rapid.T) session.Event {
		now += rapid.Float64Range(0, 90).Draw(t, "seconds")
		return event(now, rapid.OneOf(
			rapid.Just[session.Body](session.Marked{Kind: session.Good}),
			rapid.Custom(func(t *rapid.T) session.Body { return session.Entered{Phase: phase.Draw(t, "phase")} }),
			rapid.Custom(func(t *rapid.T) session.Body {
				return session.CurveballThrown{Phase: phase.Draw(t, "ball"), Say: "Why?"}
			}),
			rapid.Custom(func(t *rapid.T) session.Body {
				return session.CurveballJudged{Phase: phase.Draw(t, "judged"), Verdict: rapid.SampledFrom([]string{session.BallAnswered, session.BallLater}).Draw(t, "verdict")}
			}),
			rapid.Just[session.Body](session.Paused{}), rapid.Just[session.Body](session.Resumed{}),
			rapid.Just[session.Body](session.Note{Ins: "a"}),
		).Draw(t, "body"))
	})
	events := append([]session.Event{start}, rapid.SliceOfN(one, 0, 80).Draw(t, "events")...)
	a := attemptOf(append(events, end(now+rapid.Float64Range(0, 2000).Draw(t, "rest")))...)
	var silences, unheard []float64
	for from := 0.0; from < a.Timeline().Length().Seconds(); {
		to := from + rapid.Float64Range(0.25, 120).Draw(t, "silence")
		silences = append(silences, from, to)
		if rapid.Bool().Draw(t, "unheard") {
			unheard = append(unheard, from, to)
		}
		from = to + rapid.Float64Range(0.1, 200).Draw(t, "words")
	}
	voice := speaking(silences...)
	voice.unheard = spans(unheard...)
	voice.unknown = rapid.Bool().Draw(t, "unknown")
	return a, voice
}
