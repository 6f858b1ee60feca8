package session

import (
	"math/rand/v2"
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

// Whatever happens, and whenever one looks: each rune comes from the event that
// put it there. The model is a list of runes, each with its event.
func TestEveryRuneKnowsTheEventThatMadeIt(t *testing.T) {
	type typed struct {
		r     rune
		event int
	}
	rapid.Check(t, func(t *rapid.T) {
		events := drawEvents(t)
		p := NewPlayer(interview.PlanFor(40), events)
		at := time.Duration(rapid.Int64Range(0, 1_000_000).Draw(t, "at")) * time.Millisecond
		var model []typed
		now := time.Duration(0)
		for i, e := range events {
			if now = max(now, e.At); now > at {
				break
			}
			if n, ok := e.Body.(Note); ok {
				pos := min(max(n.Pos, 0), len(model))
				del := min(max(n.Del, 0), len(model)-pos)
				var put []typed
				for _, r := range n.Ins {
					put = append(put, typed{r, i})
				}
				model = slices.Replace(model, pos, pos+del, put...)
			}
		}
		text := []rune(p.At(at).Notes.Text())
		if len(text) != len(model) {
			t.Fatalf("%d runes, want %d", len(text), len(model))
		}
		for i, want := range model {
			o, ok := p.NoteOrigin(at, i)
			if !ok || o.Event != want.event || text[i] != want.r || o.At != p.times[want.event] {
				t.Fatalf("rune %d, %q, is of %+v (%v), want %q of event %d at %v", i, text[i], o, ok, want.r, want.event, p.times[want.event])
			}
		}
		for _, i := range []int{-1, len(model)} {
			if o, ok := p.NoteOrigin(at, i); ok {
				t.Fatalf("rune %d is of %+v", i, o)
			}
		}
	})
}

func TestLinesKnowTheirEarliestEvent(t *testing.T) {
	p := NewPlayer(interview.PlanFor(40), []Event{
		{0, Started{}},
		{second, Note{0, 0, "one\n\n"}},       // 1
		{second, Note{5, 0, "three"}},         // 2, of the same moment
		{2 * second, Marked{Kind: Good}},      // 3
		{3 * second, Note{3, 0, " and more"}}, // 4
		{4 * second, Note{0, 3, "ONE"}},       // 5
	})
	for at, want := range map[time.Duration][]Origin{
		0:          {{}},
		second:     {{second, 1}, {second, 1}, {second, 2}},
		3 * second: {{second, 1}, {second, 1}, {second, 2}},
		9 * second: {{3 * second, 4}, {second, 1}, {second, 2}},
	} {
		if diff := cmp.Diff(want, p.LineOrigins(at)); diff != "" {
			t.Errorf("at %v (-want +got):\n%s", at, diff)
		}
	}
}

// hands draws, changes, deletes, undoes and redoes at random, as the room does.
func hands(t *rapid.T) []Event {
	scene, history := board.NewScene(), board.History{}
	var events []Event
	put := func(e board.Edit) {
		at := time.Duration(len(events)) * time.Duration(rapid.IntRange(0, 1).Draw(t, "later")) * second
		events = append(events, Event{at, Drew{e}})
	}
	do := func(e board.Edit) {
		if !e.Empty() {
			history.Do(e, scene.Apply(e))
			put(e)
		}
	}
	for range rapid.IntRange(1, 60).Draw(t, "steps") {
		var ids []string
		for _, e := range scene.Elements() {
			if rapid.Bool().Draw(t, "pick") {
				ids = append(ids, e.ID)
			}
		}
		switch rapid.IntRange(0, 6).Draw(t, "step") {
		case 0, 1:
			e := board.NewElement(board.Rectangle, board.DefaultStyle())
			e.X, e.W, e.H = float64(rapid.IntRange(0, 500).Draw(t, "x")), 100, 50
			do(board.PutNew(scene, e))
		case 2:
			do(board.Move(scene, ids, 10, 0))
		case 3:
			do(board.Delete(scene, ids))
		case 4:
			if len(ids) > 0 {
				do(board.SetText(scene, ids[0], rapid.SampledFrom([]string{"a", "b", ""}).Draw(t, "text")))
			}
		case 5:
			if e, ok := history.Undo(); ok {
				scene.Apply(e)
				put(e)
			}
		case 6:
			if e, ok := history.Redo(); ok {
				scene.Apply(e)
				put(e)
			}
		}
	}
	return events
}

func TestEveryElementKnowsTheEventsThatMadeIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := hands(t)
		p := NewPlayer(interview.PlanFor(40), events)
		last := rapid.IntRange(0, max(len(events)-1, 0)).Draw(t, "last")
		if len(events) == 0 {
			return
		}
		at := p.times[last]
		first, latest := map[string]int{}, map[string]int{}
		for i, e := range events {
			for _, el := range e.Body.(Drew).Put {
				if _, seen := first[el.ID]; !seen {
					first[el.ID] = i
				}
				if p.times[i] <= at {
					latest[el.ID] = i
				}
			}
		}
		for _, el := range p.At(at).Scene().Elements() {
			if o, ok := p.ElementOrigin(el.ID); !ok || o != (Origin{p.times[first[el.ID]], first[el.ID]}) {
				t.Fatalf("%s comes from %+v (%v), want event %d", el.ID, o, ok, first[el.ID])
			}
			o, ok := p.ElementChange(at, el.ID)
			if !ok || o.Event != latest[el.ID] || !slices.Contains(events[o.Event].Body.(Drew).Put, el) {
				t.Fatalf("%s was made so by %+v (%v), want event %d", el.ID, o, ok, latest[el.ID])
			}
			checkHistory(t, p, el)
		}
	})
}

// checkHistory holds that a history begins with the drawing, goes forwards, and
// alternates between going and coming back.
func checkHistory(t *rapid.T, p *Player, el *board.Element) {
	there, last := false, -1
	for i, m := range p.ElementHistory(el.ID) {
		if i == 0 != (m.Did == Drawn) || m.Event <= last {
			t.Fatalf("history of %s: %+v", el.ID, p.ElementHistory(el.ID))
		}
		switch m.Did {
		case Drawn, Restored:
			if there {
				t.Fatalf("%s came twice: %+v", el.ID, p.ElementHistory(el.ID))
			}
			there = true
		case Removed:
			there = false
		default:
			if !there {
				t.Fatalf("%s was %s while it was away: %+v", el.ID, m.Did, p.ElementHistory(el.ID))
			}
		}
		last = m.Event
	}
	if there != (p.End().Scene().Get(el.ID) != nil) {
		t.Fatalf("the history of %s ends otherwise than it does", el.ID)
	}
}

// story is what happens to one box, event by event.
func story() []Event {
	scene := board.NewScene()
	var events []Event
	do := func(e board.Edit) board.Edit {
		events = append(events, Event{time.Duration(len(events)) * 10 * second, Drew{e}})
		return scene.Apply(e)
	}
	e := board.NewElement(board.Rectangle, board.DefaultStyle())
	e.ID, e.W, e.H = "box", 200, 100
	do(board.PutNew(scene, e))                   // 0
	do(board.SetText(scene, "box", "Ranker"))    // 1
	do(board.Move(scene, []string{"box"}, 5, 5)) // 2
	other := board.NewElement(board.Ellipse, board.DefaultStyle())
	other.ID, other.X, other.W, other.H = "other", 600, 50, 50
	do(board.PutNew(scene, other))                                                                                    // 3
	do(board.Edit{Put: []*board.Element{with(scene, "box", func(e *board.Element) { e.W = 300 })}})                   // 4
	do(board.Edit{Put: []*board.Element{with(scene, "box", func(e *board.Element) { e.Stroke = "#ff0000" })}})        // 5
	do(board.Edit{Put: []*board.Element{with(scene, "box", func(e *board.Element) { e.Version++; e.Updated = 77 })}}) // 6: nothing to see
	back := do(board.Delete(scene, []string{"box"}))                                                                  // 7
	do(back)                                                                                                          // 8
	do(board.SetText(scene, "box", "Re-ranker"))                                                                      // 9
	do(board.Lock(scene, []string{"box"}))                                                                            // 10
	return events
}

func with(scene *board.Scene, id string, change func(*board.Element)) *board.Element {
	e := scene.Get(id).Clone()
	change(e)
	return e
}

func TestTheHistoryOfAShapeTellsItsStory(t *testing.T) {
	p := NewPlayer(interview.PlanFor(40), story())
	var got []string
	for _, m := range p.ElementHistory("box") {
		got = append(got, m.At.String()+" "+string(m.Did))
	}
	want := []string{"0s drawn", "10s worded", "20s moved", "40s resized", "50s restyled", "1m10s removed", "1m20s brought back", "1m30s worded", "1m40s arranged"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if h := p.ElementHistory("nobody"); h != nil {
		t.Errorf("what never was has a history: %v", h)
	}
	if at, ok := p.Made("other"); !ok || at != 30*second {
		t.Errorf("the other was made at %v (%v)", at, ok)
	}
	if o, ok := p.ElementChange(75*second, "box"); ok {
		t.Errorf("while it is away it was made so by %+v", o)
	}
}

func TestWhatChangedALittleWhileAgoIsKnown(t *testing.T) {
	events := append([]Event{{0, Started{}}}, story()...)
	events = append(events,
		Event{110 * second, Note{0, 0, "one three"}},
		Event{111 * second, Note{3, 0, " two"}},
		Event{112 * second, Note{0, 0, "zero "}},
		Event{130 * second, Ended{}},
	)
	p := NewPlayer(interview.PlanFor(40), events)
	changed := func(at, window time.Duration) Changed { return p.ChangedSince(p.At(at), at, window) }
	for _, c := range []struct {
		at, window time.Duration
		want       Changed
	}{
		{second, 2 * second, Changed{Elements: []string{"box"}}},
		{2 * second, 2 * second, Changed{}},
		{31 * second, 2 * second, Changed{Elements: []string{"other"}}},
		{61 * second, 2 * second, Changed{}}, // nothing to see
		{71 * second, 2 * second, Changed{}}, // it is gone
		{81 * second, 5 * second, Changed{Elements: []string{"box"}}},
		{111 * second, 2 * second, Changed{Notes: []RuneSpan{{0, 13}}}},
		{112 * second, 2 * second, Changed{Notes: []RuneSpan{{0, 5}, {8, 12}}}},
		{113500 * time.Millisecond, 2 * second, Changed{Notes: []RuneSpan{{0, 5}}}},
		{120 * second, 2 * second, Changed{}},
	} {
		got := changed(c.at, c.window)
		// The label's id is made up.
		got.Elements = slices.DeleteFunc(got.Elements, func(id string) bool { return id != "box" && id != "other" })
		if diff := cmp.Diff(c.want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("at %v (-want +got):\n%s", c.at, diff)
		}
	}
}

// What was done in a pause belongs to the moment the pause began, and is new as
// long as anything else.
func TestWhatWasDoneInAPauseIsNewAfterIt(t *testing.T) {
	p := NewPlayer(interview.PlanFor(40), []Event{
		{0, Started{}},
		{10 * second, Paused{}},
		{20 * second, Note{0, 0, "in the pause"}},
		{40 * second, Resumed{}},
		{60 * second, Ended{}},
	})
	for at, want := range map[time.Duration]int{25 * second: 1, 41 * second: 1, 43 * second: 0} {
		if got := p.ChangedSince(p.At(at), at, 2*second); len(got.Notes) != want {
			t.Errorf("at %v: %+v, want %d", at, got, want)
		}
	}
}

func TestWhatIsShownAtATimeIsInTheState(t *testing.T) {
	p := NewPlayer(interview.PlanFor(40), []Event{
		{0, Started{}},
		{10 * second, Coached{Card: "stuck", Is: CardShown}},
		{20 * second, Coached{Card: "stuck", Is: CardDismissed}},
		{30 * second, Asked{Words: "How many?", Answer: "load"}},
		{40 * second, Paused{}},
		{100 * second, Resumed{}},
		{300 * second, CurveballThrown{Phase: "clarify", Say: "No."}},
		{330 * second, CurveballJudged{Phase: "clarify", Verdict: BallDodged}},
		{400 * second, Ended{}},
	})
	for at, want := range map[time.Duration]string{
		0: "", 10: "stuck", 19: "stuck", 20: "", 30: "ask How many?", 39: "ask How many?", 105: "ask How many?", 119: "ask How many?", 120: "",
		300: "curveball No.", 329: "curveball No.", 330: "", 400: "",
	} {
		s := p.At(at * second).Showing(at * second)
		var got []string
		if s.Card != interview.NoCard {
			got = append(got, s.Card.ID())
		}
		if s.Curveball != nil {
			got = append(got, s.Curveball.Say)
		}
		if s.Ask != nil {
			got = append(got, "ask", s.Ask.Words)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("at %ds: %q, want %q", at, got, want)
		}
	}
}

// Thousands of keys make many blocks of notes; they are still one text, and what
// was taken of it earlier stays as it was.
func TestNotesOfThousandsOfKeysAreOneText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		var notes, earlier Notes
		var model, earlierModel []rune
		var made []int
		for i := range 1200 {
			pos := len(model)
			if r.IntN(3) == 0 {
				pos = r.IntN(len(model) + 1)
			}
			del, ins := 0, []rune{'a' + rune(i%26)}
			switch r.IntN(40) {
			case 0:
				del = min(r.IntN(300), len(model)-pos)
			case 1:
				ins = []rune(strings.Repeat("né\n", r.IntN(20)))
			case 2, 3, 4, 5, 6, 7:
				del, ins = min(1, len(model)-pos), nil
			}
			notes = notes.Splice(Note{pos, del, string(ins)}, time.Duration(i)*second)
			model = slices.Replace(model, pos, pos+del, ins...)
			made = slices.Replace(made, pos, pos+del, slices.Repeat([]int{i}, len(ins))...)
			if i == 700 {
				earlier, earlierModel = notes, slices.Clone(model)
			}
		}
		if notes.Text() != string(model) || earlier.Text() != string(earlierModel) {
			t.Fatal("the text is another")
		}
		if notes.Empty() != (len(model) == 0) || len(notes.LineMoments()) != strings.Count(string(model), "\n")+1 {
			t.Fatalf("%d moments", len(notes.LineMoments()))
		}
		i := 0
		for s := range notes.spans {
			for range s.runes {
				if int(s.edit) != made[i] || s.at != time.Duration(made[i])*second {
					t.Fatalf("rune %d was made by %+v, want %d", i, s, made[i])
				}
				i++
			}
		}
		if i != len(model) || len(model) > 700 && len(notes.blocks) < 2 {
			t.Fatalf("%d of %d runes in %d blocks", i, len(model), len(notes.blocks))
		}
	})
}

func TestTheEndTakesInWhatWasDoneInThePauseBeforeIt(t *testing.T) {
	p := NewPlayer(interview.PlanFor(40), []Event{
		{0, Started{}},
		{10 * second, Paused{}},
		{20 * second, Resumed{}},
		{30 * second, Paused{}},
		{50 * second, Note{0, 0, "late"}},
	})
	for elapsed, want := range map[time.Duration]time.Duration{0: 0, 9: 9, 10: 20, 19: 29, 20: 50, 99: 50} {
		if got := p.Session(elapsed * second); got != want*second {
			t.Errorf("elapsed %ds: %v, want %ds", elapsed, got, want)
		}
	}
}
