package interview

import (
	"testing"
	"time"
)

// scene is a moment of an interview on the 40-minute plan: clarify 5, task 4,
// architecture 4, data 6, features 4, model 9, experiment 3, deploy 5.
type scene struct {
	name  string
	spent [PhaseCount]time.Duration // the last that is not nought is current
	set   func(*Snapshot)
	want  Card
}

const sec = time.Second

// inTime is an interview that reached phase i as planned, so far into it.
func inTime(i int, into time.Duration) (spent [PhaseCount]time.Duration) {
	copy(spent[:i], PlanFor(40).slice())
	spent[i] = into
	return spent
}

func (p Plan) slice() []time.Duration { return p[:] }

// late is inTime with so much more taken in the first phase.
func late(i int, into, by time.Duration) [PhaseCount]time.Duration {
	spent := inTime(i, into)
	spent[0] += by
	return spent
}

// at makes the snapshot: somebody is talking, has notes and a drawing.
func (sc scene) at() *Snapshot {
	r := Reading{Running: true, Planned: PlanFor(40), Total: PlanFor(40).Total(), Spent: sc.spent}
	for i, d := range sc.spent {
		r.Elapsed += d
		if d > 0 {
			r.Phase = i
		}
	}
	s := &Snapshot{Clock: r, Now: r.Elapsed, Hears: true, Voice: r.Elapsed, Input: r.Elapsed, Written: true, Typed: 10}
	s.Drawn[0] = 1
	if sc.set != nil {
		sc.set(s)
	}
	return s
}

func nothing(s *Snapshot)    { s.Written, s.Drawn, s.Asked = false, [PhaseCount]int{}, 0 }
func emptyBoard(s *Snapshot) { s.Drawn = [PhaseCount]int{} }
func silentFor(d time.Duration) func(*Snapshot) {
	return func(s *Snapshot) { s.Voice, s.Input = s.Now-d, s.Now-d }
}

// shown has the card shown ago, and gone since.
func shown(c Card, ago time.Duration) func(*Snapshot) {
	return func(s *Snapshot) {
		s.Cards[c] = Tally{Shown: 1, Dismissed: 1, Last: s.Clock.Elapsed - ago}
		s.Gone = s.Clock.Elapsed - ago + sec
	}
}

// open has the card on the screen since then.
func open(c Card, ago time.Duration) func(*Snapshot) {
	return func(s *Snapshot) {
		s.Cards[c] = Tally{Shown: 1, Last: s.Clock.Elapsed - ago}
		s.Open, s.Since = c, s.Clock.Elapsed-ago
	}
}

func both(all ...func(*Snapshot)) func(*Snapshot) {
	return func(s *Snapshot) {
		for _, f := range all {
			f(s)
		}
	}
}

func holds(phase string) func(*Snapshot) {
	return func(s *Snapshot) { s.Hand = Hand{Count: 1, Balls: []Ball{{Phase: phase, After: 0.5, Say: "Why?"}}} }
}

var scenes = []scene{
	{"somebody talks and writes", inTime(0, 60*sec), nil, NoCard},

	{"the prompt is being read", inTime(0, 19*sec), nothing, NoCard},
	{"nothing put down", inTime(0, 20*sec), nothing, BlankPage},
	{"silent over the prompt", inTime(0, 19*sec), both(nothing, silentFor(19*sec)), NoCard},
	{"nothing put down, and silent", inTime(0, 40*sec), both(nothing, silentFor(30*sec)), BlankPage},
	{"a question asked is a beginning", inTime(0, 20*sec), both(nothing, func(s *Snapshot) { s.Asked = 1 }), NoCard},
	{"a note is a beginning", inTime(0, 20*sec), func(s *Snapshot) { emptyBoard(s) }, NoCard},
	{"blank goes as something is written", inTime(0, 40*sec), both(emptyBoard, open(BlankPage, 15*sec)), NoCard},
	{"blank stays while there is nothing", inTime(0, 40*sec), both(nothing, open(BlankPage, 15*sec)), BlankPage},
	{"blank only at the start", inTime(0, 120*sec), nothing, NoCard},
	{"blank only once", inTime(0, 100*sec), both(nothing, shown(BlankPage, 60*sec)), NoCard},

	{"architecture begins", inTime(2, sec), emptyBoard, Medium},
	{"architecture begins with a drawing there", inTime(2, sec), nil, NoCard},
	{"architecture is under way", inTime(2, 61*sec), emptyBoard, NoCard},
	{"notes or drawing only once", inTime(2, 30*sec), both(emptyBoard, shown(Medium, 20*sec)), NoCard},

	{"a minute late", late(3, sec, 60*sec), nil, BehindPlan},
	{"not quite a minute late", late(3, sec, 59*sec), nil, NoCard},
	{"late in the last phase", late(7, sec, 120*sec), nil, NoCard},
	{"late, said four minutes ago", late(3, sec, 120*sec), shown(BehindPlan, 299*sec), NoCard},
	{"late, said five minutes ago", late(3, sec, 120*sec), shown(BehindPlan, 300*sec), BehindPlan},
	{"behind goes when it no longer holds", inTime(3, 60*sec), open(BehindPlan, 10*sec), NoCard},

	{"through with two minutes to spare", [PhaseCount]time.Duration{5 * minute, 4 * minute, 4 * minute, 6 * minute, 4 * minute, 6 * minute, 3 * minute, 4 * minute}, nil, AheadOfPlan},
	{"early, but the last phase has just begun", [PhaseCount]time.Duration{5 * minute, 4 * minute, 4 * minute, 6 * minute, 4 * minute, 6 * minute, 3 * minute, 1 * minute}, nil, NoCard},
	{"early, with phases to come", [PhaseCount]time.Duration{3 * minute, 2 * minute, 2 * minute, 3 * minute, 2 * minute, 5 * minute}, nil, NoCard},
	{"in time in the last phase", inTime(7, 3*minute), nil, NoCard},

	{"fifteen seconds of nothing", inTime(1, 60*sec), silentFor(15 * sec), Stuck},
	{"fourteen seconds of nothing", inTime(1, 60*sec), silentFor(14900 * time.Millisecond), NoCard},
	{"silent, but typing", inTime(1, 60*sec), func(s *Snapshot) { s.Voice -= 40 * sec }, NoCard},
	{"talking, hands still", inTime(1, 60*sec), func(s *Snapshot) { s.Input -= 40 * sec }, NoCard},
	{"without a microphone silence says nothing", inTime(1, 60*sec), both(silentFor(60*sec), func(s *Snapshot) { s.Hears = false }), NoCard},
	{"stuck again within five minutes", inTime(3, 2*minute), both(silentFor(20*sec), shown(Stuck, 4*minute)), NoCard},
	{"stuck again after five minutes", inTime(3, 2*minute), both(silentFor(20*sec), shown(Stuck, 5*minute)), Stuck},
	{"stuck stays while one begins to talk", inTime(3, 2*minute), open(Stuck, 20*sec), Stuck},
	{"stuck goes after a minute", inTime(3, 2*minute), open(Stuck, 60*sec), NoCard},

	{"fifty words in two minutes", inTime(1, 60*sec), func(s *Snapshot) { s.Typed = 50 }, NoCard},
	{"more than fifty", inTime(1, 60*sec), func(s *Snapshot) { s.Typed = 51 }, Typing},
	{"typing and late: the plan first", late(3, sec, 60*sec), func(s *Snapshot) { s.Typed = 51 }, BehindPlan},

	{"fourth phase, empty board", inTime(3, 20*sec), emptyBoard, NothingDrawn},
	{"fourth phase, just begun", inTime(3, 19*sec), emptyBoard, NoCard},
	{"fourth phase, one element", inTime(3, 20*sec), nil, NoCard},
	{"the interviewer wanted notes", inTime(3, 20*sec), both(emptyBoard, func(s *Snapshot) { s.Cards[Medium] = Tally{Shown: 1, Answered: 1, Choice: ChooseNotes} }), NoCard},
	{"a drawing puts the hint away", inTime(3, 30*sec), open(NothingDrawn, 5*sec), NoCard},

	{"a minute and a bit left", inTime(7, 4*minute-sec), nil, NoCard},
	{"one minute left", inTime(7, 4*minute), nil, LastMinute},
	{"one minute left, another card open", inTime(7, 4*minute), open(Typing, 10*sec), LastMinute},
	{"the last minute runs", inTime(7, 4*minute+50*sec), open(LastMinute, 50*sec), LastMinute},
	{"the last minute put away", inTime(7, 4*minute+50*sec), shown(LastMinute, 40*sec), NoCard},
	{"time is up", inTime(7, 5*minute), nil, Summary},
	{"time is up during the last minute's card", inTime(7, 5*minute), open(LastMinute, minute), Summary},
	{"the summary waits", inTime(7, 9*minute), open(Summary, 4*minute), Summary},
	{"the summary is offered once", inTime(7, 9*minute), shown(Summary, 4*minute), NoCard},

	{"a curveball is due", inTime(5, 5*minute), holds("model"), Thrown},
	{"a curveball, not yet", inTime(5, 4*minute), holds("model"), NoCard},
	{"a curveball comes before a hint", inTime(5, 5*minute), both(holds("model"), func(s *Snapshot) { s.Typed = 90 }), Thrown},
	{"not onto another card", inTime(5, 5*minute), both(holds("model"), open(Stuck, 5*sec)), Stuck},
	{"in the first four minutes", [PhaseCount]time.Duration{30 * sec, 3 * minute}, holds("task"), NoCard},
	{"after four minutes", [PhaseCount]time.Duration{90 * sec, 150 * sec}, holds("task"), Thrown},
	{"for another phase", inTime(5, 5*minute), holds("deploy"), NoCard},
	{"in the last two minutes", inTime(7, 3*minute+time.Millisecond), holds("deploy"), NoCard},
	{"a curveball stands for three minutes", inTime(5, 8*minute), both(holds("model"), open(Thrown, 2*minute), func(s *Snapshot) { s.Balls = Balls{Phases: [PhaseCount]bool{5: true}, Count: 1, Last: s.Since} }), Thrown},
	{"and is then put aside", inTime(5, 8*minute), both(holds("model"), open(Thrown, 3*minute), func(s *Snapshot) { s.Balls = Balls{Phases: [PhaseCount]bool{5: true}, Count: 1, Last: s.Since} }), NoCard},

	{"a breath between two cards", late(3, sec, 60*sec), shown(Typing, 10*sec), NoCard},
	{"paused: nothing new", late(3, sec, 60*sec), func(s *Snapshot) { s.Clock.Running, s.Clock.Paused = false, true }, NoCard},
	{"paused: what is there stays", late(3, sec, 60*sec), both(open(Typing, 5*minute), func(s *Snapshot) { s.Clock.Running, s.Clock.Paused = false, true }), Typing},
	{"ended", late(3, sec, 60*sec), both(open(Typing, sec), func(s *Snapshot) { s.Clock.Running, s.Clock.Ended = false, true }), NoCard},
}

func TestAtThisTimeInThisStateThisCard(t *testing.T) {
	seen := [CardCount]bool{}
	for _, sc := range scenes {
		s := sc.at()
		got, _ := Coach(s)
		if got != sc.want {
			t.Errorf("%s: %q, want %q", sc.name, got.ID(), sc.want.ID())
		}
		seen[sc.want] = true
	}
	for c := range CardCount {
		if !seen[c] {
			t.Errorf("no scene asks for %q", c.ID())
		}
	}
}

func TestAWarmUpHasNoCardOfThePhasesItLeavesOut(t *testing.T) {
	for i := range Phases {
		r := NewClock(WarmUp(i, 5))
		r.Do(Event{Kind: Start})
		r.Do(Event{Kind: Enter, Phase: i})
		for at := time.Duration(0); at <= 4*minute; at += sec {
			s := &Snapshot{Clock: r.At(at), Now: at, Hears: true, Voice: at, Input: at, Written: true}
			card, _ := Coach(s)
			want := NoCard
			if i == drawPhase && at < mediumUntil {
				want = Medium
			} else if at >= 4*minute {
				want = LastMinute
			}
			if card != want {
				t.Fatalf("warm-up of %s at %v: %q, want %q", Phases[i].Name, at, card.ID(), want.ID())
			}
		}
	}
}

func TestEveryCardSaysSomethingShort(t *testing.T) {
	ids := map[string]bool{}
	for c := NoCard + 1; c < CardCount; c++ {
		text := c.Text()
		if CardByID(text.ID) != c || ids[text.ID] {
			t.Errorf("%q does not lead back to its card", text.ID)
		}
		ids[text.ID] = true
		if text.Title == "" || len(text.Title) > 30 || len(text.Body) > 90 || len(text.Steps) > 4 || len(text.Choices) > 2 {
			t.Errorf("%q is not short", text.ID)
		}
	}
	if CardByID("nonsense") != NoCard || CardByID("") != NoCard {
		t.Error("a card that there is none of")
	}
}

func TestTheCoachAllocatesNothing(t *testing.T) {
	s := scene{spent: inTime(5, 4*minute)}.at()
	s.Hand = deal(1, Staff, Modelling, 3)
	if n := testing.AllocsPerRun(100, func() { Coach(s) }); n != 0 {
		t.Errorf("%v allocations a look", n)
	}
}
