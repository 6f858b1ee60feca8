package session

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"talkthrough/internal/board"
	"talkthrough/internal/interview"
)

const second = time.Second

// drawEvents makes a journal such as neither a user nor a crash would make:
// any event after any other.
func drawEvents(t *rapid.T) []Event {
	at := time.Duration(0)
	one := rapid.Custom(func(t *rapid.T) Event {
		at += time.Duration(rapid.IntRange(-50, 3000).Draw(t, "ms")) * time.Millisecond
		at = max(at, 0)
		id := rapid.SampledFrom([]string{"a", "b", "c"})
		return Event{At: at, Body: rapid.OneOf(
			rapid.Just[Body](Started{}),
			rapid.Custom(func(t *rapid.T) Body {
				return Entered{rapid.SampledFrom([]string{"clarify", "model", "deploy", "lunch"}).Draw(t, "phase")}
			}),
			rapid.Custom(func(t *rapid.T) Body {
				return Note{rapid.IntRange(-5, 60).Draw(t, "pos"), rapid.IntRange(-5, 60).Draw(t, "del"), rapid.String().Draw(t, "ins")}
			}),
			rapid.Custom(func(t *rapid.T) Body {
				e := &board.Element{ID: id.Draw(t, "id"), Kind: board.Rectangle, X: float64(rapid.IntRange(0, 99).Draw(t, "x")), Index: "a0", Opacity: 100}
				return Drew{board.Edit{Put: []*board.Element{e}}}
			}),
			rapid.Custom(func(t *rapid.T) Body { return Drew{board.Edit{Remove: []string{id.Draw(t, "id")}}} }),
			rapid.Custom(func(t *rapid.T) Body { return Marked{Kind: Good, Word: rapid.String().Draw(t, "word")} }),
			rapid.Custom(func(t *rapid.T) Body { return drawPicture(t) }),
			rapid.Just[Body](TakeBegan{Take: 1, Rate: 24000}),
			rapid.Custom(func(t *rapid.T) Body {
				return Sounded{State: rapid.SampledFrom([]string{"off", "lost", "back", "failed", "odd"}).Draw(t, "state")}
			}),
			rapid.Custom(func(t *rapid.T) Body { return Anchor{1, rapid.Int64Range(0, 1e6).Draw(t, "sample")} }),
			rapid.Custom(func(t *rapid.T) Body { return drawAside(t) }),
			rapid.Just[Body](Paused{}), rapid.Just[Body](Resumed{}), rapid.Just[Body](Continued{}), rapid.Just[Body](Ended{}),
		).Draw(t, "body")}
	})
	return rapid.SliceOfN(one, 0, 600).Draw(t, "events")
}

// drawAside is something that interviewer or coach does, or that is done to them.
func drawAside(t *rapid.T) Body {
	phase := rapid.SampledFrom([]string{"clarify", "model", "lunch"})
	return rapid.OneOf(
		rapid.Custom(func(t *rapid.T) Body {
			return Asked{Words: rapid.String().Draw(t, "words"), Answer: rapid.SampledFrom([]string{"", "load"}).Draw(t, "answer")}
		}),
		rapid.Custom(func(t *rapid.T) Body {
			return Coached{
				Card: rapid.SampledFrom([]string{"stuck", "blank", "curveball", "odd"}).Draw(t, "card"),
				Is:   rapid.SampledFrom([]string{CardShown, CardAnswered, CardDismissed, CardPassed}).Draw(t, "is"),
			}
		}),
		rapid.Custom(func(t *rapid.T) Body { return CurveballThrown{Phase: phase.Draw(t, "phase"), Say: "Why?"} }),
		rapid.Custom(func(t *rapid.T) Body {
			return CurveballJudged{phase.Draw(t, "phase"), rapid.SampledFrom([]string{BallAnswered, BallDodged, BallLater}).Draw(t, "verdict")}
		}),
		rapid.Just[Body](Pointed{board.Laser{Points: []board.LaserPoint{{}}}}),
		rapid.Just[Body](Replanned{Plan: interview.PlanFor(40).With(0, 8*time.Minute)}),
	).Draw(t, "aside")
}

// same compares what a user could see of two states.
func same(a, b *State) string {
	seen := func(s *State) any {
		return struct {
			At     time.Duration
			Clock  []interview.Event
			Notes  string
			Lines  []time.Duration
			Board  []*board.Element
			Marks  []Mark
			Files  []PictureKept
			Losses []Loss
			Asks   []Ask
			Balls  []Curveball
			Card   interview.Card
			Cards  [interview.CardCount]interview.Tally
			Closed bool
		}{s.At, s.Clock, s.Notes.Text(), s.Notes.LineMoments(), s.Scene().Elements(), s.Marks, s.Pictures, s.Losses, s.Asks, s.Curveballs, s.Card(), s.Cards(), s.Closed}
	}
	return cmp.Diff(seen(a), seen(b), cmpopts.EquateEmpty())
}

func TestPlayerAtAnyTimeIsThePlainFoldUpToIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := drawEvents(t)
		p := NewPlayer(interview.PlanFor(40), events)
		at := time.Duration(rapid.Int64Range(0, 2_000_000).Draw(t, "at")) * time.Millisecond
		want := NewState(interview.PlanFor(40))
		for _, e := range events {
			if max(want.At, e.At) > at {
				break
			}
			want.Apply(e)
		}
		if diff := same(want, p.At(at)); diff != "" {
			t.Fatalf("at %v (-fold +player):\n%s", at, diff)
		}
	})
}

func TestAStateTakenFromThePlayerCanBeChangedFreely(t *testing.T) {
	events := []Event{{0, Started{}}, {second, Note{0, 0, "a"}}, {2 * second, Marked{Kind: Good}}}
	p := NewPlayer(interview.PlanFor(40), events)
	mine := p.At(2 * second)
	mine.Apply(Event{3 * second, Note{0, 1, "changed"}})
	mine.Apply(Event{3 * second, Marked{Kind: Unclear}})
	mine.Scene().Apply(board.Edit{Put: []*board.Element{{ID: "x"}}})
	if s := p.At(2 * second); s.Notes.Text() != "a" || len(s.Marks) != 1 || s.Scene().Len() != 0 {
		t.Errorf("the player's own state changed: %q, %d marks, %d elements", s.Notes.Text(), len(s.Marks), s.Scene().Len())
	}
}

func TestJournalLinesSayWhatDesignSays(t *testing.T) {
	for want, e := range map[string]Event{
		`{"at":0,"do":"start"}`:                                        {0, Started{}},
		`{"at":1204,"do":"phase","phase":"clarify"}`:                   {1204 * time.Millisecond, Entered{"clarify"}},
		`{"at":8410,"do":"note","pos":0,"del":0,"ins":"## Clarify\n"}`: {8410 * time.Millisecond, Note{0, 0, "## Clarify\n"}},
		`{"at":61233,"do":"board","remove":["id"]}`:                    {61233 * time.Millisecond, Drew{board.Edit{Remove: []string{"id"}}}},
		`{"at":63110,"do":"mark","kind":"unclear"}`:                    {63110 * time.Millisecond, Marked{Kind: Unclear}},
		`{"at":70001,"do":"anchor","take":1,"sample":1680024}`:         {70001 * time.Millisecond, Anchor{1, 1680024}},
		`{"at":64000,"do":"picture","id":"ab","type":"image/png"}`:     {64 * second, PictureKept{ID: "ab", Type: "image/png"}},
		`{"at":90500,"do":"pause"}`:                                    {90500 * time.Millisecond, Paused{}},
	} {
		line, err := json.Marshal(e)
		if err != nil || string(line) != want {
			t.Errorf("wrote %s (%v), want %s", line, err, want)
		}
	}
}

func TestEventsComeBackFromTheirLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var back []Event
		events := drawEvents(t)
		for _, e := range events {
			line, err := json.Marshal(e)
			if err != nil {
				t.Fatal(err)
			}
			got, err := ParseEvent(line)
			if err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			back = append(back, got)
		}
		a, b := &State{}, &State{}
		for i := range events {
			a.Apply(events[i])
			b.Apply(back[i])
		}
		// Elements gain defaults on the way, which the codec's own tests hold.
		a.Board, b.Board = nil, nil
		if diff := same(a, b); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestAnEventOfANewerVersionIsKeptAndChangesNothing(t *testing.T) {
	line := []byte(`{"at":5,"do":"holler","loud":[1,2]}`)
	e, err := ParseEvent(line)
	if err != nil {
		t.Fatal(err)
	}
	out, _ := json.Marshal(e)
	if string(out) != string(line) {
		t.Errorf("went out as %s", out)
	}
	s := &State{}
	s.Apply(e)
	if diff := same(&State{At: 5 * time.Millisecond}, s); diff != "" {
		t.Error(diff)
	}
}

func TestAWrongLineSaysWhatIsWrong(t *testing.T) {
	for line, want := range map[string]string{
		`{"at":"x","do":"start"}`:          "at",
		`{"at":1}`:                         "do is missing",
		`{"at":-1,"do":"start"}`:           "no time in a session",
		`{"at":1,"do":"note","pos":"one"}`: "note",
	} {
		if _, err := ParseEvent([]byte(line)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want it to mention %q", line, err, want)
		}
	}
}

// Notes against the plainest model: a list of runes, each with its moment.
func TestNotesKnowWhenEachLineWasWritten(t *testing.T) {
	type typed struct {
		r  rune
		at time.Duration
	}
	rapid.Check(t, func(t *rapid.T) {
		var notes Notes
		var model []typed
		for i := range rapid.IntRange(0, 30).Draw(t, "edits") {
			at := time.Duration(i) * second
			pos := rapid.IntRange(0, len(model)).Draw(t, "pos")
			del := rapid.IntRange(0, len(model)-pos).Draw(t, "del")
			ins := rapid.StringOf(rapid.RuneFrom([]rune("ab é\n漢"))).Draw(t, "ins")
			notes = notes.Splice(Note{pos, del, ins}, at)
			var added []typed
			for _, r := range ins {
				added = append(added, typed{r, at})
			}
			model = slices.Replace(model, pos, pos+del, added...)
		}
		text := ""
		var moments []time.Duration
		lineAt, lineEmpty, breakAt := time.Duration(0), true, time.Duration(0)
		end := func() {
			if lineEmpty {
				lineAt = breakAt
			}
			moments = append(moments, lineAt)
		}
		for _, r := range model {
			text += string(r.r)
			if r.r == '\n' {
				end()
				lineEmpty, breakAt = true, r.at
				continue
			}
			if lineEmpty || r.at < lineAt {
				lineAt = r.at
			}
			lineEmpty = false
		}
		end()
		if notes.Text() != text {
			t.Fatalf("text %q, want %q", notes.Text(), text)
		}
		if diff := cmp.Diff(moments, notes.LineMoments()); diff != "" {
			t.Fatalf("moments of %q (-want +got):\n%s", text, diff)
		}
	})
}

func TestChangeTurnsOneTextIntoTheOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("aab é漢\n")))
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		c := Change(a, b)
		if got := (Notes{}).Splice(Note{Ins: a}, 0).Splice(c, 1).Text(); got != b {
			t.Fatalf("%q + %+v = %q, want %q", a, c, got, b)
		}
		if len([]rune(c.Ins)) > len([]rune(b)) || a == b && (c.Del != 0 || c.Ins != "") {
			t.Fatalf("%q → %q writes %+v: more than changed", a, b, c)
		}
	})
}

func TestTimelineLeavesPausesOut(t *testing.T) {
	clock := []interview.Event{
		{At: 0, Kind: interview.Start},
		{At: 10 * second, Kind: interview.Pause},
		{At: 70 * second, Kind: interview.Resume},
		{At: 100 * second, Kind: interview.End},
	}
	line := NewTimeline(clock, 100*second)
	if line.Length() != 40*second {
		t.Fatalf("length %v, want 40s", line.Length())
	}
	for at, want := range map[time.Duration]time.Duration{0: 0, 5: 5, 10: 10, 40: 10, 70: 10, 80: 20, 100: 40, 200: 40} {
		if got := line.Elapsed(at * second); got != want*second {
			t.Errorf("session time %ds: elapsed %v, want %ds", at, got, want)
		}
	}
	for elapsed, want := range map[time.Duration]time.Duration{0: 0, 9: 9, 10: 70, 11: 71, 40: 100, 99: 100} {
		if got := line.At(elapsed * second); got != want*second {
			t.Errorf("elapsed %ds: session time %v, want %ds", elapsed, got, want)
		}
	}
}

func TestBandsTellWhichPhaseWasWhen(t *testing.T) {
	p := NewPlayer(interview.PlanFor(40), []Event{
		{0, Started{}},
		{10 * second, Entered{"task"}},
		{20 * second, Paused{}},
		{50 * second, Resumed{}},
		{60 * second, Entered{"clarify"}},
		{65 * second, Ended{}},
	})
	want := []Band{{0, 0, 10 * second}, {1, 10 * second, 30 * second}, {0, 30 * second, 35 * second}}
	if diff := cmp.Diff(want, p.Bands()); diff != "" {
		t.Error(diff)
	}
}

func TestVoiceMapFollowsTheAnchors(t *testing.T) {
	p := NewPlayer(interview.PlanFor(40), []Event{
		{0, Started{}},
		{second, Anchor{1, 0}},
		{11 * second, Anchor{1, 240_000}},
		{20 * second, Paused{}},
		{20 * second, Anchor{1, 456_000}},
		{50 * second, Resumed{}},
		{50 * second, Anchor{1, 456_000}},
		{60 * second, Anchor{1, 696_000}},
		{70 * second, Anchor{2, 0}},
		{80 * second, Anchor{2, 240_000}},
	})
	v := p.Voice()
	for at, want := range map[time.Duration]string{
		0: "0 0 false", 1: "1 0 true", 6: "1 120000 true", 30: "1 456000 true", 55: "1 576000 true", 65: "0 0 false", 75: "2 120000 true", 99: "0 0 false",
	} {
		take, sample, ok := v.Sample(at * second)
		if got := fmt.Sprint(take, sample, ok); got != want {
			t.Errorf("at %ds: %s, want %s", at, got, want)
		}
	}
	for sample, want := range map[int64]time.Duration{0: 1, 120_000: 6, 456_000: 50, 576_000: 55, 999_999: 60} {
		if got, _ := v.Time(1, sample); got != want*second {
			t.Errorf("sample %d was heard at %v, want %ds", sample, got, want)
		}
	}
}

func FuzzParseEvent(f *testing.F) {
	f.Add([]byte(`{"at":61233,"do":"board","put":[{"id":"a","type":"rectangle","x":1,"y":2,"width":3,"height":4}],"remove":["id"]}`))
	f.Add([]byte(`{"at":1,"do":"note","pos":-1,"del":99999999999,"ins":"\ud800"}`))
	f.Add([]byte(`{"at":70001,"do":"anchor","take":-1,"sample":-5}`))
	f.Add([]byte(`{"at":70001,"do":"laser","points":[[12.5,-3,240],[1e300,0,-1]]}`))
	f.Add([]byte(`{"at":500,"do":"laser","points":[[12.5,-3,240],[13,-3,0]]}`))
	f.Add([]byte(`{"at":9,"do":"picture","id":"../../x","type":"image/png","sha1":"../../../etc/passwd","keys":{"created":1}}`))
	f.Add([]byte(`{"at":9,"do":"picture","id":"da39a3ee5e6b4b0d3255bfef95601890afd80709","type":"image/svg+xml","keys":[]}`))
	f.Add([]byte(`{"at":9,"do":"plan","seconds":{"clarify":2400},"why":"undo"}`))
	f.Add([]byte(`{"at":9,"do":"ask","words":"\ud800","answer":"dau"}`))
	f.Add([]byte(`{"at":9,"do":"card","card":"stuck","is":"shown","asked":true}`))
	f.Add([]byte(`{"at":9,"do":"curveball","phase":"model","say":"Why?","good":["Says why."]}`))
	f.Add([]byte(`{"at":9,"do":"judged","phase":"model","verdict":"dodged"}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		e, err := ParseEvent(line)
		if err != nil {
			return
		}
		s := &State{}
		s.Apply(e)
		s.Apply(e)
		if _, err := json.Marshal(e); err != nil {
			t.Fatalf("%s was read and cannot be written: %v", line, err)
		}
		if k, is := e.Body.(PictureKept); is {
			if path := (Folder{"/attempt"}).Picture(k); path != "" && filepath.Dir(path) != "/attempt/pictures" {
				t.Fatalf("%s leads to %s", line, path)
			}
		}
		p := NewPlayer(interview.PlanFor(40), []Event{e, e})
		state := p.At(e.At)
		state.Showing(e.At)
		p.Laser(e.At)
		p.NoteOrigin(e.At, 0)
		p.LineOrigins(e.At)
		p.ChangedSince(state, e.At, time.Second)
		if drew, is := e.Body.(Drew); is {
			for _, el := range drew.Put {
				p.ElementHistory(el.ID)
			}
		}
	})
}

func FuzzMeta(f *testing.F) {
	f.Add([]byte("format: 1\nquestion: {id: a, title: b}\nlevel: senior\nplan: {clarify: 5}\nstarted: 2026-11-23T14:05:00Z\n"))
	f.Add([]byte("plan: [1"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := parseMeta(data)
		if err == nil && (m.Question.Title == "" || interview.Plan(m.Plan).Total() <= 0) {
			t.Fatalf("accepted %q as %+v", data, m)
		}
	})
}
