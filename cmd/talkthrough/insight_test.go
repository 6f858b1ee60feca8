package main

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"talkthrough/internal/recording"
	"talkthrough/internal/review"
)

// A long attempt: a card, an ask and a curveball in the first two minutes, a
// mark at 6:40 on the clock after a pause of 100 s, the end at 40:00.
const longJournal = `{"at":0,"do":"start"}
{"at":20000,"do":"card","card":"stuck","is":"shown"}
{"at":30000,"do":"card","card":"stuck","is":"passed"}
{"at":40000,"do":"ask","words":"How many users?"}
{"at":300000,"do":"curveball","phase":"clarify","say":"The labels come late.","good":["Says what changes."]}
{"at":320000,"do":"judged","phase":"clarify","verdict":"answered"}
{"at":350000,"do":"pause"}
{"at":450000,"do":"resume"}
{"at":500000,"do":"mark","kind":"unclear","word":"metric"}
{"at":1000000,"do":"phase","phase":"model"}
{"at":2500000,"do":"end"}
`

func TestReplayListsTheHighlights(t *testing.T) {
	d := newDesk(t)
	d.plant("2026-11-02-1900-one", plantedMeta, longJournal)
	want := []highlight{
		{298, 320, "Curveball: The labels come late. (answered)"},
		{385, 415, "Marked as unclear: metric"},
		{895, 910, "From Clarify to Model"},
	}
	out := d.done("replay", "last", "--highlights", "--json")
	if diff := cmp.Diff(want, parsed[[]highlight](t, out)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	hasKeys(t, parsed[[]map[string]any](t, out)[0], "start_s", "end_s", "why")
	words := d.done("replay", "last", "--highlights")
	for _, line := range []string{"4:58 to    5:20  Curveball: The labels come late. (answered)\n", "6:25 to    6:55  Marked as unclear: metric\n", "1:07 of 40:00 in all\n"} {
		if !strings.Contains(words, line) {
			t.Errorf("%q lacks %q", words, line)
		}
	}
	for _, other := range [][]string{{"--at", "5"}, {"--board", "x.png"}, {"--notes", "x.md"}} {
		d.fails(exitMisuse, []string{"--highlights", other[0]}, append([]string{"replay", "last", "--highlights"}, other...)...)
	}
}

func TestMarksOfTheReviewAreHighlights(t *testing.T) {
	d := newDesk(t)
	one := d.plant("2026-11-02-1900-one", plantedMeta, longJournal)
	list := func(s string) (spans [][2]float64) {
		for _, h := range parsed[[]highlight](t, s) {
			spans = append(spans, [2]float64{h.Start, h.End})
		}
		return spans
	}
	plain := [][2]float64{{298, 320}, {385, 415}, {895, 910}}
	var r review.Review
	if err := errors.Join(
		r.AddMark(review.Mark{At: 2100 * time.Second, Kind: review.GoodMark, Word: "drift"}), // 100 s of it paused
		r.Save(one),
	); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(append(plain[:3:3], [2]float64{1985, 2015}), list(d.done("replay", "last", "--highlights", "--json"))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if words := d.done("replay", "last", "--highlights"); !strings.Contains(words, "33:05 to   33:35  Marked as good: drift\n") {
		t.Errorf("%q does not tell of the mark", words)
	}

	d.put(filepath.Join(one, "review.yaml"), "format: 1\nmarks: [{at: '2:00', kind: bad}]\n...\n")
	s := d.run("", "replay", "last", "--highlights", "--json")
	if diff := cmp.Diff(plain, list(s.out)); diff != "" || s.code != exitDone {
		t.Errorf("with a broken review: exit %d (-want +got):\n%s", s.code, diff)
	}
	if !strings.Contains(s.err, "left out") || !strings.Contains(s.err, filepath.Join(one, "review.yaml")+": line 2: marks.1.kind") {
		t.Errorf("it says %q", s.err)
	}
}

func TestReplayTellsWhatIsOnTheScreen(t *testing.T) {
	d := newDesk(t)
	d.plant("2026-11-02-1900-one", plantedMeta, longJournal)
	for at, want := range map[string]replayState{
		"19":   {},
		"25":   {Card: "stuck"},
		"1:00": {Ask: &replayAsk{At: 40, Words: "How many users?"}},
		"5:10": {Card: "curveball", Curveball: &replayCurveball{300, "The labels come late.", []string{"Says what changes."}}},
		"5:20": {},
	} {
		got := parsed[replayState](t, d.done("replay", "last", "--at", at, "--json"))
		got = replayState{Card: got.Card, Ask: got.Ask, Curveball: got.Curveball}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("at %s (-want +got):\n%s", at, diff)
		}
	}
	for at, want := range map[string]string{
		"25":   "The coach: A wall is fine\n",
		"1:00": "Asked: How many users? (no prepared answer; an assumption was made)\n",
		"5:10": "The interviewer: The labels come late.\n",
	} {
		if out := d.done("replay", "last", "--at", at); !strings.Contains(out, want) {
			t.Errorf("at %s: %q lacks %q", at, out, want)
		}
	}
}

func TestSessionsTellNumbersAndScores(t *testing.T) {
	d := newDesk(t)
	one := d.plant("2026-11-02-1900-one", plantedMeta, longJournal)
	var r review.Review
	now := time.Date(2026, 11, 2, 20, 0, 0, 0, time.UTC)
	if err := errors.Join(
		r.Predict(now, map[string]int{"navigation": 2, "pushback": 3}),
		r.SetScore(now, "navigation", review.Score{Value: 1}),
		r.OpenReference(now),
		r.SetScore(now, "data", review.Score{Value: 4}),
		r.Save(one),
	); err != nil {
		t.Fatal(err)
	}
	list := parsed[[]map[string]any](t, d.done("sessions", "--json"))
	numbers, _ := list[0]["numbers"].(map[string]any)
	for key, want := range map[string]any{"length_s": 2400.0, "planned_s": 2400.0} {
		if numbers[key] != want {
			t.Errorf("%s is %v, want %v", key, numbers[key], want)
		}
	}
	if diff := cmp.Diff(map[string]any{"thrown": 1.0, "answered": 1.0, "dodged": 0.0}, numbers["curveballs"]); diff != "" {
		t.Error(diff)
	}
	for _, unknown := range []string{"talk_share", "first_word_s", "first_box_s", "longest_silences", "pace", "lufs", "clipped_samples"} {
		if v, has := numbers[unknown]; has {
			t.Errorf("without sound or drawing %s is %v", unknown, v)
		}
	}
	want := map[string]any{
		"predicted": map[string]any{"navigation": 2.0, "pushback": 3.0},
		"first":     map[string]any{"navigation": 1.0},
		"second":    map[string]any{"data": 4.0},
		"final":     map[string]any{"navigation": 1.0, "data": 4.0},
	}
	if diff := cmp.Diff(any(want), list[0]["scores"]); diff != "" {
		t.Errorf("scores (-want +got):\n%s", diff)
	}

	d.put(filepath.Join(one, "review.yaml"), "format: [")
	s := d.run("", "sessions", "--json")
	list = parsed[[]map[string]any](t, s.out)
	if s.code != exitDone || list[0]["numbers"] == nil || !strings.Contains(s.err, filepath.Join(one, "review.yaml")) {
		t.Errorf("with a broken review: exit %d, %s%s", s.code, s.out, s.err)
	}
}

// The numbers of the sound come with the first list, and again from what is kept
// then beside the take.
func TestSessionsListenToTheRecordings(t *testing.T) {
	d := newDesk(t)
	one := d.plant("2026-11-02-1900-one", plantedMeta, `{"at":0,"do":"start"}
{"at":0,"do":"take","take":1,"rate":24000}
{"at":0,"do":"anchor","take":1,"sample":0}
{"at":20000,"do":"anchor","take":1,"sample":480000}
{"at":20000,"do":"end"}
`)
	samples := make([]int16, 480_000)
	for i := range 5 {
		samples[200_000+i] = math.MaxInt16
	}
	plantTake(t, one, 1, samples, recording.Tags{})
	for range 2 {
		list := parsed[[]map[string]any](t, d.done("sessions", "--json"))
		numbers, _ := list[0]["numbers"].(map[string]any)
		if numbers["talk_share"] != 0.0 || numbers["clipped_samples"] != 5.0 || numbers["first_word_s"] != nil {
			t.Errorf("of twenty silent seconds with a crack it tells %v", numbers)
		}
		if _, err := os.Stat(filepath.Join(one, "take-1.speech.json")); err != nil {
			t.Errorf("nothing is kept for the next time: %v", err)
		}
	}
}
