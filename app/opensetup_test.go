package app

import (
	"reflect"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/setup"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
	"talkthrough/internal/question"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
	"talkthrough/questions"
)

func builtIn(t *testing.T) question.Bank {
	t.Helper()
	bank := question.Load(questions.FS, "")
	if len(bank.Questions) < 2 || len(bank.Deck) == 0 {
		t.Fatal("there are no built-in questions, or no deck")
	}
	return bank
}

func TestWhatAnAttemptIsThatBegins(t *testing.T) {
	bank := builtIn(t)
	c := setup.Choice{
		Question: bank.Questions[1], Level: interview.Staff, Style: interview.Modelling, Minutes: 45,
		Plan: interview.Modelling.Plan(45).With(0, 9*time.Minute),
	}
	meta := metaOf(c, bank.Deck, 7, "1.2")
	if meta.Question.ID != c.Question.ID || meta.Level != c.Level || meta.Style != c.Style || meta.App != "1.2" {
		t.Errorf("it is %+v", meta)
	}
	if interview.Plan(meta.Plan) != c.Plan || meta.Hand.Seed != 7 || meta.Hand.Count != 3 || len(meta.Hand.Balls) < 3 {
		t.Errorf("plan %v, hand of %d with %d cards from seed %d", meta.Plan, meta.Hand.Count, len(meta.Hand.Balls), meta.Hand.Seed)
	}
	if again := metaOf(c, bank.Deck, 7, "1.2"); !reflect.DeepEqual(again.Hand, meta.Hand) {
		t.Error("the same seed deals another hand")
	}
	said := map[string]bool{}
	for seed := range uint64(20) {
		for _, b := range metaOf(c, bank.Deck, seed, "").Hand.Balls {
			said[b.Say] = true
		}
	}
	own, general := 0, 0
	for _, card := range c.Question.Curveballs {
		if said[card.Say] {
			own++
		}
	}
	for _, card := range bank.Deck {
		if said[card.Say] {
			general++
		}
	}
	if own == 0 || general == 0 {
		t.Errorf("twenty hands hold %d of the question's own curveballs and %d of the deck", own, general)
	}
	c.OwnBalls, c.Balls = true, 0
	if hand := metaOf(c, bank.Deck, 7, "").Hand; hand.Count != 0 || len(hand.Balls) != 0 {
		t.Errorf("no curveballs are wanted, and the hand is %+v", hand)
	}
}

func TestAWarmUpBeginsWithOnePhase(t *testing.T) {
	bank := builtIn(t)
	c := setup.Choice{Question: bank.Questions[0], Level: interview.Senior, Minutes: 40, WarmUp: setup.WarmUp{On: true, Phase: 5, Minutes: 7}}
	meta := metaOf(c, bank.Deck, 1, "")
	plan := interview.Plan(meta.Plan)
	if !plan.Alone() || plan.First() != 5 || plan.Total() != 7*time.Minute || meta.Hand.Count != 1 {
		t.Errorf("it begins with %v and %d curveballs", plan, meta.Hand.Count)
	}
	for _, b := range meta.Hand.Balls {
		if b.Phase != interview.Phases[5].ID {
			t.Errorf("a curveball waits for %s", b.Phase)
		}
	}
	mock, err := session.StartMock(t.TempDir(), meta, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := mock.Clock(); got.Phase != 5 || got.Total != 7*time.Minute {
		t.Errorf("the clock begins in phase %d of %v", got.Phase, got.Total)
	}
	if err := mock.End(); err != nil {
		t.Fatal(err)
	}
}

// What begins is written down, and read as it was.
func TestWhatBeginsIsKeptInTheAttempt(t *testing.T) {
	bank := builtIn(t)
	c := setup.Choice{Question: bank.Questions[0], Level: interview.Junior, Style: interview.Product, Minutes: 30}
	meta := metaOf(c, bank.Deck, 1<<63+5, "1.2")
	mock, err := session.StartMock(t.TempDir(), meta, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := mock.End(); err != nil {
		t.Fatal(err)
	}
	got, err := session.LoadMeta(mock.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if got.Style != interview.Product || got.Plan != meta.Plan || !reflect.DeepEqual(got.Hand, meta.Hand) {
		t.Errorf("read is style %q, plan %v, hand %+v", got.Style, got.Plan, got.Hand)
	}
}

func TestTheLastChoiceIsRemembered(t *testing.T) {
	bank := question.Bank{Questions: []question.Question{{ID: "ads", Prompt: "Which ad?"}, {ID: "feed", Prompt: "Which post?"}}}
	p := test.NewTempApp(t).Preferences()
	rapid.Check(t, func(r *rapid.T) {
		c := setup.Choice{
			Question: rapid.SampledFrom([]question.Question{bank.Questions[0], bank.Questions[1], question.Custom("Design a radio. It is for drivers.")}).Draw(r, "question"),
			Level:    rapid.SampledFrom(interview.Levels).Draw(r, "level"),
			Style:    rapid.SampledFrom(interview.Styles).Draw(r, "style"),
			Minutes:  rapid.IntRange(1, 240).Draw(r, "minutes"),
			Balls:    rapid.IntRange(0, interview.MaxBalls).Draw(r, "balls"), OwnBalls: rapid.Bool().Draw(r, "own"),
			WarmUp: setup.WarmUp{On: rapid.Bool().Draw(r, "warm"), Phase: rapid.IntRange(0, 7).Draw(r, "phase"), Minutes: rapid.IntRange(5, 10).Draw(r, "brief")},
			Aloud:  rapid.Bool().Draw(r, "aloud"), Record: rapid.Bool().Draw(r, "record"), Blind: rapid.Bool().Draw(r, "blind"),
			Filter: setup.Filter{Words: rapid.StringN(0, 8, -1).Draw(r, "words"), Domain: "Ads", New: rapid.Bool().Draw(r, "new"), Due: rapid.Bool().Draw(r, "due"), Abroad: true},
		}
		if rapid.Bool().Draw(r, "own plan") {
			c.Plan = c.Style.Plan(c.Minutes).With(2, 3*time.Minute)
		}
		keepIn(p, c)
		if got := choiceIn(p, bank); !reflect.DeepEqual(got, c) {
			r.Fatalf("kept %+v\nread %+v", c, got)
		}
	})
}

// A file from before there were styles and warm-ups is read as it was meant.
func TestOlderPreferencesAreRead(t *testing.T) {
	bank := builtIn(t)
	p := test.NewTempApp(t).Preferences()
	p.SetString("question", bank.Questions[1].ID)
	p.SetString("level", "staff")
	p.SetInt("minutes", 35)
	p.SetBool("record", false)
	p.SetString("device", "usb")
	p.SetString("device name", "Blue Yeti")
	c := choiceIn(p, bank)
	if c.Question.ID != bank.Questions[1].ID || c.Level != interview.Staff || c.Minutes != 35 || c.Record || c.DeviceID != "usb" || c.DeviceName != "Blue Yeti" {
		t.Errorf("read is %+v", c)
	}
	if c.Planned() != interview.PlanFor(35) || c.Curveballs() != 3 || c.WarmUp.On || c.Blind || c.Aloud {
		t.Errorf("what the file does not say is not the usual: %+v", c)
	}
}

func TestStandingsCountWholeAttempts(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, time.November, d, 12, 0, 0, 0, time.UTC) }
	attempt := func(id string, d int, plan interview.Plan, state library.State) library.Entry {
		return library.Entry{
			Folder: session.Folder{Dir: t.TempDir()}, Length: 38 * time.Minute, State: state,
			Meta: session.Meta{Question: question.Question{ID: id}, Level: interview.Senior, Started: day(d), Plan: session.PlanMinutes(plan)},
		}
	}
	whole := interview.PlanFor(40)
	reviewed, brief := attempt("ads", 12, whole, library.Finished), attempt("songs", 5, whole, library.Finished)
	brief.Length = 3 * time.Minute // broken off
	if err := (&review.Review{Due: review.Due{Next: time.Date(2026, time.November, 19, 0, 0, 0, 0, time.Local), Step: 1}}).Save(reviewed.Dir); err != nil {
		t.Fatal(err)
	}
	past := standings(attemptsIn([]library.Entry{
		attempt("ads", 9, whole, library.Finished), reviewed, attempt("ads", 3, whole, library.CutOff),
		attempt("feed", 4, interview.WarmUp(2, 5), library.Finished), attempt("lens", 4, whole, library.Damaged), brief,
	}), day(23))
	if len(past) != 1 || past["ads"].Tried != 3 || !past["ads"].Last.Equal(day(12)) {
		t.Errorf("the standings are %+v", past)
	}
	if got := past["ads"].Due.Format(time.DateOnly); got != "2026-11-19" {
		t.Errorf("it is due on %s, want the day of the latest review", got)
	}
}

// atStart is an app that shows the start screen, with an empty library.
func atStart(t *testing.T) *App {
	t.Helper()
	a := window(t, look.Light, fyne.NewSize(1280, 800))
	a.stage = look.NewStage(look.NewPanel(look.NewRule()))
	a.window.SetContent(a.stage)
	a.Library = library.Library{Dir: t.TempDir()}
	a.showToday(start{bank: builtIn(t)})
	return a
}

func TestSameAsLastTimeIsInTheMenuOnceThereWasOne(t *testing.T) {
	a := atStart(t)
	same := func() *fyne.MenuItem {
		var found *fyne.MenuItem
		for _, m := range a.menu().Items {
			eachItem(m, func(i *fyne.MenuItem) {
				if look.MenuLabel(i) == keys.For(keys.Again).Label {
					found = i
				}
			})
		}
		return found
	}
	if i := same(); i == nil || !i.Disabled || i.Shortcut.ShortcutName() != keys.For(keys.Again).Shortcut().ShortcutName() {
		t.Fatalf("at the first time the menu has %+v", i)
	}
	keepIn(a.app.Preferences(), setup.Choice{Question: a.bank.Questions[0], Level: interview.Senior, Minutes: 40})
	if same().Disabled {
		t.Error("after the first mock the menu cannot begin it again")
	}
	a.mock = &session.Mock{}
	if !same().Disabled {
		t.Error("during a mock another can be begun")
	}
}

func TestWhereItCannotBeginAgainSetUpOpens(t *testing.T) {
	a := atStart(t)
	keepIn(a.app.Preferences(), setup.Choice{Question: question.Question{ID: "gone"}, Level: interview.Staff, Minutes: 40})
	a.again()
	if _, open := a.screen.(*setup.Screen); !open || a.starting {
		t.Errorf("the window shows %T, and a mock begins: %v", a.screen, a.starting)
	}
	a.screen.Leave()
}
