package insight

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"talkthrough/assets/guide"
	"talkthrough/internal/board"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
	"talkthrough/internal/speech"
)

func box(id string, kind board.Kind) session.Drew {
	return session.Drew{Edit: board.Edit{Put: []*board.Element{{ID: id, Kind: kind, Index: "a0"}}}}
}

// mock is a mock of 1000 s: clarify 0-400, data 400-600, a pause of 100 s,
// clarify again 600-700, model 700-1000.
func mock() *session.Attempt {
	agenda := interview.Agenda()
	return attemptOf(start,
		event(50, session.Note{Ins: "hello"}),
		event(90, session.Note{Pos: 5, Ins: "\n" + agenda}),
		event(100, session.Asked{Words: "How many?", Answer: "load"}),
		event(110, session.Asked{Words: "Where?"}),
		event(200, box("line", board.Arrow)),
		event(250, box("word", board.Text)),
		event(400, session.Entered{Phase: "data"}),
		event(500, session.Paused{}),
		event(550, box("box", board.Rectangle)), // in the pause
		event(600, session.Resumed{}),
		event(650, session.CurveballThrown{Phase: "data", Say: "No."}),
		event(660, session.CurveballJudged{Phase: "data", Verdict: session.BallDodged}),
		event(700, session.Entered{Phase: "clarify"}),
		event(710, session.CurveballThrown{Phase: "clarify", Say: "No."}),
		event(800, session.Entered{Phase: "model"}),
		event(810, session.CurveballThrown{Phase: "model", Say: "No."}),
		event(820, session.CurveballJudged{Phase: "model", Verdict: session.BallAnswered}),
		end(1100),
	)
}

func TestNumbersOfASilentAttemptLeaveOutTheSound(t *testing.T) {
	a := mock()
	a.Question.Clarify = []question.Clarification{{ID: "load", Level: "senior"}}
	unknown := speaking()
	unknown.unknown = true
	for _, voice := range []Voice{nil, unknown} {
		n := Measure(a, voice)
		if n.TalkShare != nil || n.Silences != nil || n.FirstWord != nil || n.Pace != nil || n.LUFS != nil || n.Peak != nil || n.Clipped != nil {
			t.Errorf("there is no sound, and yet: %+v", n)
		}
		if n.Length != 1000*second || n.Planned != 40*minute {
			t.Errorf("length %v of %v", n.Length, n.Planned)
		}
		if *n.FirstBox != 500*second {
			t.Errorf("the first box came at %v, want it at the pause it was drawn in", *n.FirstBox)
		}
		if *n.Agenda != 90*second {
			t.Errorf("the agenda came at %v", *n.Agenda)
		}
		if diff := cmp.Diff(Curveballs{Thrown: 3, Answered: 1, Dodged: 1}, n.Curveballs); diff != "" {
			t.Error(diff)
		}
		if n.Asks.Count != 2 || n.Asks.Answered != 1 || n.Asks.Assumed != 1 || n.Asks.Targeted != 1 {
			t.Errorf("asks %+v", n.Asks)
		}
		spent := map[string]time.Duration{}
		for _, p := range n.Phases {
			spent[p.ID] = p.Spent
			if p.TalkShare != nil {
				t.Errorf("%s has a share of talk", p.ID)
			}
		}
		want := map[string]time.Duration{"clarify": 500 * second, "task": 0, "architecture": 0, "data": 200 * second, "features": 0, "model": 300 * second, "experiment": 0, "deploy": 0}
		if diff := cmp.Diff(want, spent); diff != "" {
			t.Error(diff)
		}
	}
}

// Of 1000 s 100 are not recorded and 50 are the interviewer's; of the 850 left
// 8 + 92 + 2 s are silent longer than two seconds.
func TestTalkingIsWhatTheUserSaidOfWhatWasRecorded(t *testing.T) {
	a := mock()
	events := append(a.History.Events[:len(a.History.Events)-1:len(a.History.Events)-1],
		event(1000, session.Spoken{Text: "prompt", From: 1_000_000}),
		event(1050, session.Spoken{Text: "prompt", From: 1_000_000, To: 1_050_000}),
		end(1100))
	a = attemptOf(events...)
	voice := speaking(0, 8, 20, 21.9, 100, 200, 300, 392, 500, 502, 904, 950)
	voice.unheard = spans(100, 200)
	voice.measured = session.Measured{Speaking: minute, Pace: 150, HasPace: true, LUFS: -20, HasLUFS: true, Peak: -3, Clipped: 7}
	n := Measure(a, voice)
	share := func(p *float64, want float64) {
		t.Helper()
		if p == nil || math.Abs(*p-want) > 1e-9 {
			t.Errorf("share %v, want %v", p, want)
		}
	}
	share(n.TalkShare, (850.0-102)/850)
	for _, p := range n.Phases {
		switch p.ID {
		case "clarify": // 0-400 without 100-200, and 600-700
			share(p.TalkShare, (400.0-100)/400)
		case "data":
			share(p.TalkShare, (200.0-2)/200)
		case "model": // 700-1000 without 900-950
			share(p.TalkShare, 1)
		default:
			if p.TalkShare != nil {
				t.Errorf("%s took no time and has a share", p.ID)
			}
		}
	}
	if diff := cmp.Diff(spans(300, 392, 0, 8), n.Silences); diff != "" {
		t.Error(diff)
	}
	if *n.FirstWord != 8*second || *n.Pace != (Pace{150, 30}) || *n.LUFS != -20 || *n.Peak != -3 || *n.Clipped != 7 {
		t.Errorf("first word %v, pace %v, loudness %v, peak %v, clipped %v", *n.FirstWord, *n.Pace, *n.LUFS, *n.Peak, *n.Clipped)
	}
}

func TestWhereNobodyIsHeardTheShareIsNoughtAndThereIsNoWord(t *testing.T) {
	n := Measure(mock(), sounding{measured: session.Measured{Peak: math.Inf(-1)}})
	if n.TalkShare == nil || *n.TalkShare != 0 || n.FirstWord != nil || n.Pace != nil || n.Peak != nil || len(n.Silences) != 0 {
		t.Errorf("%+v", n)
	}
	if _, err := json.Marshal(n); err != nil {
		t.Error(err)
	}
}

func TestTypingIsCountedByStrokes(t *testing.T) {
	events := []session.Event{start}
	// 600 runes in the third minute, 60 in the tenth, a paste in between.
	for i := range 600 {
		events = append(events, event(120+float64(i)/10, session.Note{Ins: "x"}))
	}
	events = append(events, event(300, session.Note{Ins: strings.Repeat("pasted ", 10)}))
	for i := range 60 {
		events = append(events, event(600+float64(i), session.Note{Ins: "y"}))
	}
	events = append(events, event(700, session.Note{Del: 100}), end(1200))
	n := Measure(attemptOf(events...), nil)
	if want := (Notes{Typed: 132, WPM: 6.6, Busiest: 60}); !cmp.Equal(want, n.Notes) {
		t.Errorf("notes %+v, want %+v", n.Notes, want)
	}
	if n.Agenda != nil || n.FirstBox != nil {
		t.Errorf("agenda %v, box %v", n.Agenda, n.FirstBox)
	}
}

func TestAnAgendaTypedByHandCounts(t *testing.T) {
	events := []session.Event{start}
	for i, r := range "## Clarify\n## Data\nSomething.\n## model\nmore" {
		events = append(events, event(10+float64(i), session.Note{Pos: i, Ins: string(r)}))
	}
	n := Measure(attemptOf(append(events, end(1000))...), nil)
	if n.Agenda == nil || *n.Agenda != at(10+38) {
		t.Errorf("the agenda came at %v, want it with the break behind its third heading", n.Agenda)
	}
}

func TestNumbersInJSON(t *testing.T) {
	n := Numbers{
		Length: 90500 * time.Millisecond, Planned: 40 * minute,
		Phases:    []Phase{{ID: "data", Planned: 6 * minute, Replanned: 5 * minute, Spent: 30 * second, TalkShare: some(0.5)}},
		TalkShare: some(2.0 / 3), Silences: spans(1, 9.25), FirstWord: some(second),
		Asks: interview.Asking{Count: 1, Answered: 1, Fits: true}, Curveballs: Curveballs{Thrown: 2, Dodged: 1},
		Notes: Notes{Typed: 12, WPM: 1.25, Busiest: 3}, Pace: &Pace{150.4, 30.08}, Clipped: some(0), Peak: some(math.Inf(-1)),
	}
	got, err := json.Marshal(n)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"length_s":90.5,"planned_s":2400,"phases":[{"phase":"data","planned_s":360,"replanned_s":300,"spent_s":30,"talk_share":0.5}],` +
		`"talk_share":0.6667,"longest_silences":[{"start_s":1,"end_s":9.25}],"first_word_s":1,` +
		`"asks":{"count":1,"answered":1,"assumed":0,"targeted":0,"fits_level":true},"curveballs":{"thrown":2,"answered":0,"dodged":1},` +
		`"notes":{"typed_words":12,"wpm":1.3,"busiest_wpm":3},"pace":{"wpm_estimate":150,"error_wpm":30},"clipped_samples":0}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// fine is an attempt without anything to remark.
func fine() Numbers {
	return Numbers{
		Length: 40 * minute, Planned: 40 * minute,
		TalkShare: some(0.9), Silences: spans(100, 115), FirstWord: some(10 * second),
		FirstBox: some(12 * minute), Agenda: some(2 * minute), Notes: Notes{Busiest: 25},
		Pace: &Pace{WPM: 190, Error: 38}, LUFS: some(-20.0), Peak: some(-24.0), Clipped: some(0),
	}
}

func TestRemarksAreOnlyOnWhatIsOutsideItsBand(t *testing.T) {
	for _, c := range []struct {
		change func(*Numbers)
		level  interview.Level
		want   string // part of the text; "" for no remark
		guide  string
	}{
		{func(*Numbers) {}, interview.Staff, "", ""},
		{func(n *Numbers) { *n = Numbers{Length: time.Hour} }, interview.Staff, "", ""},
		{func(n *Numbers) { n.Agenda = some(2*minute + second) }, interview.Staff, "agenda stood in the notes at 2:01", "notes-and-board#the-agenda"},
		{func(n *Numbers) { n.Agenda = nil }, interview.Staff, "No agenda", "notes-and-board#the-agenda"},
		{func(n *Numbers) { n.Agenda, n.FirstBox, n.Length = nil, nil, minute }, interview.Staff, "", ""},
		{func(n *Numbers) { n.Agenda, n.FirstBox, n.Alone = nil, nil, true }, interview.Staff, "", ""},
		{func(n *Numbers) { n.FirstBox = some(12*minute + second) }, interview.Staff, "first box came at 12:01", "notes-and-board#drawing-while-you-talk"},
		{func(n *Numbers) { n.FirstBox = nil }, interview.Staff, "no box", "notes-and-board#drawing-while-you-talk"},
		{func(n *Numbers) { n.FirstBox, n.Planned = some(9*minute+second), 30*minute }, interview.Staff, "first box came at 9:01", "notes-and-board#drawing-while-you-talk"},
		{func(n *Numbers) { n.FirstBox, n.Length = nil, 11*minute }, interview.Staff, "", ""},
		{func(n *Numbers) { n.Silences = spans(100, 115.5) }, interview.Staff, "A silence lasted 16 s", "trouble#stuck"},
		{func(n *Numbers) { n.Silences = spans(100, 200, 300, 320, 1, 8) }, interview.Staff, "2 silences were longer than 15 s, the longest 1:40", "trouble#stuck"},
		{func(n *Numbers) { n.TalkShare = some(0.84) }, interview.Staff, "84 %", "levels#staff"},
		{func(n *Numbers) { n.TalkShare = some(0.76) }, interview.Senior, "", ""},
		{func(n *Numbers) { n.TalkShare = some(0.74) }, interview.Senior, "74 %", "levels#senior"},
		{func(n *Numbers) { n.TalkShare = some(0.66) }, interview.Junior, "", ""},
		{func(n *Numbers) { n.TalkShare = some(0.6) }, interview.Junior, "60 %", "levels#junior"},
		{func(n *Numbers) { n.Notes.Busiest = 26 }, interview.Staff, "26 words a minute", "notes-and-board#what-to-write"},
		{func(n *Numbers) { n.Pace = &Pace{191, 38} }, interview.Staff, "right within 38", "judging#drive-and-communication"},
		{func(n *Numbers) { n.Pace = &Pace{109, 22} }, interview.Staff, "109 words", "judging#drive-and-communication"},
		{func(n *Numbers) { n.Clipped = some(3) }, interview.Staff, "too loud", ""},
		{func(n *Numbers) { n.Peak = some(-24.5) }, interview.Staff, "faint", ""},
	} {
		n := fine()
		c.change(&n)
		got := Remarks(n, c.level)
		switch {
		case c.want == "" && len(got) > 0:
			t.Errorf("remarked without need: %+v", got)
		case c.want == "":
		case len(got) != 1 || !strings.Contains(got[0].Text, c.want) || got[0].Why == "" || got[0].Guide != c.guide:
			t.Errorf("want one remark with %q and %q, got %+v", c.want, c.guide, got)
		}
		for _, r := range got {
			if _, _, ok := guide.Find(r.Guide); r.Guide != "" && !ok {
				t.Errorf("%q is no place in the guide", r.Guide)
			}
		}
	}
}

func TestThereAreThreeRemarksAtMostTheWeightiestFirst(t *testing.T) {
	bad := fine()
	bad.Agenda, bad.FirstBox, bad.Silences = nil, nil, []speech.Span{{Start: 0, End: minute}}
	bad.TalkShare, bad.Notes.Busiest, bad.Clipped = some(0.1), 80, some(100)
	got := Remarks(bad, interview.Staff)
	if len(got) != MostRemarks || !strings.Contains(got[0].Text, "agenda") || !strings.Contains(got[1].Text, "box") || !strings.Contains(got[2].Text, "silence") {
		t.Errorf("%+v", got)
	}
}
