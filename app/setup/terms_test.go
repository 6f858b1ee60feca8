package setup

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
)

func TestTheStyleShiftsTheMinutes(t *testing.T) {
	d := usual(t, newMicrophones())
	d.steer(keys.For(keys.SetupMore).Shortcut())
	for i, style := range interview.Styles {
		d.terms.style.choose(i)
		if d.terms.strip.plan != style.Plan(40) || d.terms.about.Text() != style.About() {
			t.Errorf("%s: the strip shows %v, the line says %q", style, d.terms.strip.plan, d.terms.about.Text())
		}
	}
	d.press(fyne.KeyReturn)
	got := d.onlyChoice()
	if last := interview.Styles[len(interview.Styles)-1]; got.Style != last || got.Planned() != last.Plan(40) {
		t.Errorf("begun with %s and %v", got.Style, got.Planned())
	}
}

func TestStyleAndMinutesAreFoldedAndOneKeyAway(t *testing.T) {
	d := usual(t, newMicrophones())
	if d.terms.unfolded.Visible() {
		t.Fatal("what few need is not folded away")
	}
	d.window.Canvas().Focus(d.filters.search)
	d.filters.search.TypedShortcut(keys.For(keys.SetupMore).Shortcut())
	if !d.terms.unfolded.Visible() || d.window.Canvas().Focused() != fyne.Focusable(d.terms.shares) {
		t.Fatalf("the key unfolds: %v, the keyboard is at %T", d.terms.unfolded.Visible(), d.window.Canvas().Focused())
	}
	d.press(fyne.KeyRight, fyne.KeyUp) // a minute more for the second phase
	d.steer(keys.For(keys.SetupMore).Shortcut())
	if d.terms.unfolded.Visible() || d.terms.summary.Text() != "Balanced, own minutes" {
		t.Errorf("folded it says %q", d.terms.summary.Text())
	}
}

func TestOwnMinutesKeepTheSumAndShowWhatMoves(t *testing.T) {
	d := usual(t, newMicrophones())
	d.steer(keys.For(keys.SetupMore).Shortcut())
	before := d.terms.shares.plan
	for range 5 {
		d.press(fyne.KeyUp) // clarify
	}
	plan := d.terms.shares.plan
	if plan[0] != before[0]+5*time.Minute || plan.Total() != 40*time.Minute || d.terms.strip.plan != plan {
		t.Fatalf("after five more for the first phase it is %v, in all %v", plan, plan.Total())
	}
	if plan[5] >= before[5] {
		t.Errorf("the longest of the others gave nothing: %v", plan)
	}
	for range 3 {
		d.press(fyne.KeyDown)
	}
	if got := d.terms.shares.plan; got != before.With(0, before[0]+2*time.Minute) {
		t.Errorf("five forth and three back are %v", got)
	}
	test.Tap(d.terms.reset)
	if d.terms.shares.plan != before || d.terms.reset.Visible() {
		t.Errorf("reset gives %v", d.terms.shares.plan)
	}
	width := (d.terms.shares.Size().Width + 8) / interview.PhaseCount
	test.TapAt(d.terms.shares, fyne.NewPos(7*width+width*0.8, 40)) // the last one's plus
	test.TapAt(d.terms.shares, fyne.NewPos(2*width+width*0.1, 40)) // the third one's minus
	test.TapAt(d.terms.shares, fyne.NewPos(2*width+width*0.45, 40))
	if got := d.terms.shares.plan; got[7] != 6*time.Minute || got[2] != 3*time.Minute || got.Total() != 40*time.Minute {
		t.Errorf("the mouse made %v of %v", got, before)
	}
	d.window.Canvas().Focus(d.picker)
	d.press(fyne.KeyReturn)
	if got := d.onlyChoice(); got.Planned() != d.terms.shares.plan || got.Minutes != 40 {
		t.Errorf("begun with %v", got.Planned())
	}
}

// Whatever is pressed, the interview stays as long as its minutes say.
func TestAnyStepsKeepTheSum(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		minutes := rapid.IntRange(8, 60).Draw(r, "minutes")
		style := rapid.SampledFrom(interview.Styles).Draw(r, "style")
		c := Choice{Minutes: minutes, Style: style, Record: true}.filled()
		for range rapid.IntRange(1, 30).Draw(r, "steps") {
			phase := rapid.IntRange(0, interview.PhaseCount-1).Draw(r, "phase")
			by := rapid.SampledFrom([]time.Duration{-time.Minute, time.Minute}).Draw(r, "by")
			c.Plan = c.whole().With(phase, c.whole()[phase]+by)
			plan := c.filled().Planned()
			if plan != c.Plan || plan.Total() != time.Duration(minutes)*time.Minute {
				r.Fatalf("of %v became %v, in all %v", c.Plan, plan, plan.Total())
			}
		}
	})
}

func TestAnotherLengthOrStyleDropsOwnMinutes(t *testing.T) {
	d := usual(t, newMicrophones())
	d.steer(keys.For(keys.SetupMore).Shortcut())
	d.press(fyne.KeyUp)
	d.terms.minutes.choose(0)
	if d.terms.shares.plan != interview.PlanFor(30) {
		t.Errorf("at 30 minutes the plan is %v", d.terms.shares.plan)
	}
	own := interview.PlanFor(40).With(0, 9*time.Minute)
	if got := (Choice{Minutes: 30, Plan: own}).Planned(); got != interview.PlanFor(30) {
		t.Errorf("a plan of another length counts: %v", got)
	}
	if got := (Choice{Minutes: 40, Plan: own}).Planned(); got != own {
		t.Errorf("own minutes do not count: %v", got)
	}
}

func TestCurveballsFollowTheLevelUntilChosenByHand(t *testing.T) {
	d := usual(t, newMicrophones())
	for i, level := range interview.Levels {
		d.terms.level.choose(i)
		if d.terms.balls.chosen != level.UsualBalls() {
			t.Errorf("%s: %d curveballs, want %d", level, d.terms.balls.chosen, level.UsualBalls())
		}
	}
	d.terms.balls.choose(0)
	d.terms.level.choose(0)
	if d.terms.balls.chosen != 0 {
		t.Errorf("the level changed what was chosen by hand to %d", d.terms.balls.chosen)
	}
	d.press(fyne.KeyReturn)
	if got := d.onlyChoice(); got.Curveballs() != 0 || !got.OwnBalls {
		t.Errorf("begun with %+v", got)
	}
}

func TestAWarmUpIsOnePhaseAlone(t *testing.T) {
	d := sit(t, bank(t), Choice{}, newMicrophones(), look.Light, window)
	asked := make(chan int, 10)
	d.room = func(minutes int) string { asked <- minutes; return "" }
	d.show()
	d.terms.kind.choose(1)
	if d.terms.whole.Visible() || !d.terms.alone.Visible() {
		t.Fatal("the controls are not those of a warm-up")
	}
	d.terms.phase.choose(5)
	d.terms.brief.choose(3)
	d.until("the disk is asked for 8 minutes", func() bool {
		select {
		case minutes := <-asked:
			return minutes == 8
		default:
			return false
		}
	})
	d.steer(keys.For(keys.SetupMore).Shortcut()) // there is no style to unfold
	if d.terms.unfolded.Visible() {
		t.Error("minutes per phase are shown for one phase")
	}
	d.press(fyne.KeyReturn)
	got := d.onlyChoice()
	plan := got.Planned()
	if !plan.Alone() || plan.First() != 5 || plan.Total() != 8*time.Minute || got.Minutes != 40 || got.Curveballs() != 1 {
		t.Errorf("begun with %v, %d curveballs", plan, got.Curveballs())
	}
}

func TestSpeakingIsOfferedOnlyWhereThereIsAVoice(t *testing.T) {
	mute := seat(t, small(), Choice{})
	if mute.terms.aloud.Visible() {
		t.Error("without a voice speaking is offered")
	}
	facts := small()
	facts.CanSpeak = true
	d := seat(t, facts, Choice{})
	test.Tap(d.terms.aloud)
	d.window.Canvas().Focus(d.picker)
	d.press(fyne.KeyReturn)
	if !d.onlyChoice().Aloud {
		t.Error("begun without a voice")
	}
}

func TestTheSameAgainIsOfferedWhereThereWasALastTime(t *testing.T) {
	d := usual(t, newMicrophones())
	if d.again.Visible() {
		t.Error("at the first time the same again is offered")
	}
	count := 0
	d.do.Again = func() { count++ }
	d.repeat()
	d.repeat() // a second press finds the screen gone
	if count != 1 {
		t.Errorf("begun again %d times", count)
	}
}

// What an older version of the program kept, or nobody, is what is usual.
func TestAChoiceOfFewFieldsIsUsual(t *testing.T) {
	c := Choice{Minutes: 35, Level: interview.Staff, Style: "brutal", WarmUp: WarmUp{Phase: 99, Minutes: 70}}.filled()
	if c.Style != interview.Balanced || c.Balls != 3 || c.Planned() != interview.PlanFor(35) || c.WarmUp != (WarmUp{Minutes: 10}) {
		t.Errorf("filled it is %+v", c)
	}
}

func TestPhasesAreCalledByTheirNamesWhereThereIsRoom(t *testing.T) {
	d := usual(t, newMicrophones())
	for i, p := range interview.Phases {
		if got := d.terms.phase.word(i, 200); got != p.Name {
			t.Errorf("with room phase %d is called %q", i, got)
		}
		if got := d.terms.phase.word(i, 10); got != p.Short {
			t.Errorf("without room phase %d is called %q", i, got)
		}
	}
	if got := nameFor(2, look.Caption, look.Caption.Width("Architecture")-1); got != "Arch" {
		t.Errorf("one unit too narrow it is called %q", got)
	}
}

// In a low window the keyboard goes to controls that are out of sight.
func TestTheKeyboardIsFollowedInALowWindow(t *testing.T) {
	d := sit(t, bank(t), Choice{}, newMicrophones(builtIn), look.Light, fyne.NewSize(1024, 480))
	d.show()
	d.untilOpen("")
	seen := func(o fyne.CanvasObject) bool {
		at, inside := placeIn(d.scroll.Content, o)
		return inside && at.Y >= d.scroll.Offset.Y && at.Y+o.Size().Height <= d.scroll.Offset.Y+d.scroll.Size().Height
	}
	if seen(d.microphone.try) {
		t.Fatal("the window is too high for this test")
	}
	d.window.Canvas().Focus(d.microphone.try)
	if !seen(d.microphone.try) {
		t.Error("the button that has the keyboard is out of sight")
	}
	d.window.Canvas().Focus(d.terms.kind)
	if !seen(d.terms.kind) {
		t.Error("going back the control is out of sight")
	}
	d.steer(keys.For(keys.SetupMore).Shortcut())
	if !seen(d.terms.shares) {
		t.Error("what was unfolded is out of sight")
	}
}
