package setup

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
)

var window = fyne.NewSize(1280, 800)

func TestEnterBeginsWithWhatIsUsual(t *testing.T) {
	d := usual(t, newMicrophones(builtIn))
	d.press(fyne.KeyReturn)
	got := d.onlyChoice()
	if got.Question.ID != bank(t).Questions[0].ID || got.Level != interview.Senior || got.Minutes != 40 || !got.Record {
		t.Errorf("begun with %+v, want the first question, senior, 40 minutes, recording", got)
	}
}

func TestEnterBeginsWithTheLastSettings(t *testing.T) {
	last := Choice{Question: question.Question{ID: "face-swap-lens"}, Level: interview.Staff, Minutes: 30, DeviceID: "yeti", DeviceName: "Blue Yeti"}
	d := sit(t, bank(t), last, newMicrophones(builtIn, yeti), look.Light, window)
	d.show()
	d.press(fyne.KeyReturn)
	got := d.onlyChoice()
	if got.Question.ID != "face-swap-lens" || got.Question.Prompt == "" || got.Level != interview.Staff || got.Minutes != 30 || got.Record || got.DeviceID != "yeti" || got.DeviceName != "Blue Yeti" {
		t.Errorf("begun with %+v, want the last settings", got)
	}
}

func TestEverythingByKeyboard(t *testing.T) {
	d := usual(t, newMicrophones(builtIn, yeti))
	d.untilOpen("")
	d.press(fyne.KeyDown, fyne.KeyDown)
	next := d.window.Canvas().FocusNext
	next() // from the questions to interview or warm-up
	next()
	d.press(fyne.KeyRight, fyne.KeyRight) // level: to staff, and no further
	next()
	d.press(fyne.KeyLeft) // minutes
	next()
	d.press(fyne.KeyLeft) // curveballs: one less than is usual
	next()                // what is folded away
	next()
	d.press(fyne.KeySpace, fyne.KeySpace) // recording off and on
	d.untilOpen("")
	next()
	d.press(fyne.KeyDown, fyne.KeyDown) // microphone: to the last
	d.untilOpen("yeti")
	next()
	if d.window.Canvas().Focused() != fyne.Focusable(d.microphone.try) {
		t.Fatalf("the keyboard is at %T, want the button that records and plays", d.window.Canvas().Focused())
	}
	next()
	next()
	if d.window.Canvas().Focused() != fyne.Focusable(d.begin) {
		t.Fatalf("the keyboard is at %T, want the big button", d.window.Canvas().Focused())
	}
	d.press(fyne.KeySpace)
	got := d.onlyChoice()
	if got.Question.ID != bank(t).Questions[2].ID || got.Level != interview.Staff || got.Minutes != 35 || !got.Record || got.DeviceID != "yeti" || got.DeviceName != "Blue Yeti" || got.Curveballs() != 2 {
		t.Errorf("begun with %+v", got)
	}
}

func TestEscapeGoesBackFromEverywhere(t *testing.T) {
	d := usual(t, newMicrophones(builtIn))
	d.untilOpen("")
	for i := range 8 {
		d.press(fyne.KeyEscape)
		if d.backs != i+1 {
			t.Fatalf("Escape at %T did not go back", d.window.Canvas().Focused())
		}
		at := d.window.Canvas().Focused()
		d.show()
		d.window.Canvas().Focus(at)
		d.window.Canvas().FocusNext()
	}
	d.window.Canvas().Unfocus()
	d.press(fyne.KeyEscape)
	if d.backs != 9 {
		t.Error("Escape with nobody having the keyboard did not go back")
	}
}

func TestControlEnterBeginsWhileTyping(t *testing.T) {
	last := Choice{Question: question.Custom("One")}
	d := sit(t, bank(t), last, newMicrophones(), look.Light, window)
	d.show()
	d.window.Canvas().Focus(d.own)
	d.own.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	d.press(fyne.KeyReturn)
	test.Type(d.own, "Two")
	if len(d.begun) != 0 {
		t.Fatal("Enter began while the question was being typed")
	}
	enter := &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}
	d.own.TypedShortcut(enter)
	d.own.TypedShortcut(enter) // a key that repeats begins once
	if got := d.onlyChoice().Question; got.ID != question.OwnID || got.Prompt != "One\nTwo" {
		t.Errorf("begun with %+v", got)
	}
}

func TestOwnQuestion(t *testing.T) {
	d := usual(t, newMicrophones())
	if d.own.Visible() {
		t.Error("the field for the own question is shown beside another question")
	}
	d.press(fyne.KeyHome, fyne.KeyDown) // below the blind draw
	if !d.own.Visible() || d.asked.quote.Visible() {
		t.Fatal("walking to the own question does not show its field")
	}
	if d.window.Canvas().Focused() != fyne.Focusable(d.picker) {
		t.Error("walking past the own question lost the keyboard")
	}
	d.press(fyne.KeyReturn)
	if len(d.begun) != 0 || d.window.Canvas().Focused() != fyne.Focusable(d.own) {
		t.Fatal("Enter on the own question, still empty, does not go to its field")
	}
	test.Type(d.own, "Design a radio that picks songs. It is for drivers.")
	d.window.Canvas().Focus(d.picker)
	d.press(fyne.KeyReturn)
	got := d.onlyChoice().Question
	if got.ID != question.OwnID || got.Title != "Design a radio that picks songs" && got.Title != "Design a radio that picks songs." || !strings.HasSuffix(got.Prompt, "for drivers.") {
		t.Errorf("begun with %+v", got)
	}
}

func TestThePromptIsShownAndWhatWasTypedStays(t *testing.T) {
	d := usual(t, newMicrophones())
	first, second := bank(t).Questions[0], bank(t).Questions[1]
	if d.asked.prompt.Text() != first.Prompt || d.asked.title.Text() != first.Title {
		t.Errorf("shown is %q", d.asked.prompt.Text())
	}
	d.press(fyne.KeyUp)
	test.Type(d.own, "Mine")
	d.press(fyne.KeyDown, fyne.KeyDown)
	if d.asked.prompt.Text() != second.Prompt {
		t.Errorf("shown is %q, want the second question", d.asked.prompt.Text())
	}
	d.press(fyne.KeyUp, fyne.KeyUp)
	if d.own.Text != "Mine" {
		t.Errorf("the own question is now %q", d.own.Text)
	}
}

func TestSearchKeepsTheChoiceUntilAHitIsTaken(t *testing.T) {
	d := usual(t, newMicrophones())
	d.window.Canvas().Focus(d.filters.search)
	test.Type(d.filters.search, "face swap")
	if len(d.picker.found) != 1 || d.picker.chosen.ID != bank(t).Questions[0].ID {
		t.Fatalf("found %d questions, chosen is %q; want 1, and the choice unchanged", len(d.picker.found), d.picker.chosen.ID)
	}
	d.press(fyne.KeyReturn)
	if d.picker.chosen.ID != "face-swap-lens" || d.window.Canvas().Focused() != fyne.Focusable(d.picker) {
		t.Fatalf("Enter took %q, the keyboard is at %T", d.picker.chosen.ID, d.window.Canvas().Focused())
	}
	d.window.Canvas().Focus(d.filters.search)
	d.press(fyne.KeyEscape)
	if d.filters.search.Text != "" || d.backs != 0 || d.picker.chosen.ID != "face-swap-lens" {
		t.Error("the first Escape in the search field should only empty it")
	}
	d.press(fyne.KeyDown, fyne.KeyReturn)
	if got := d.onlyChoice().Question.ID; got != "face-swap-lens" {
		t.Errorf("begun with %q", got)
	}
}

func TestControlEnterDoesNotBeginBehindASheet(t *testing.T) {
	d := usual(t, newMicrophones())
	look.Inform(d.window.Canvas(), "Keyboard shortcuts", "Enter begins.")
	d.shortcut(keys.For(keys.SetupBegin).Shortcut())
	if len(d.begun) != 0 {
		t.Fatal("it began behind the sheet")
	}
	d.press(fyne.KeyEscape)
	if d.backs != 0 {
		t.Error("Escape went past the sheet to the screen")
	}
	d.shortcut(keys.For(keys.SetupBegin).Shortcut())
	d.onlyChoice()
}

func TestASearchWithoutAHitChangesNothing(t *testing.T) {
	d := usual(t, newMicrophones())
	d.window.Canvas().Focus(d.filters.search)
	test.Type(d.filters.search, "zebra")
	d.press(fyne.KeyReturn, fyne.KeyReturn)
	if got := d.onlyChoice().Question.ID; got != bank(t).Questions[0].ID {
		t.Errorf("begun with %q, want the question that was chosen before", got)
	}
}

func TestWithoutAnyQuestionTheOwnOneIsChosen(t *testing.T) {
	d := sit(t, question.Bank{}, Choice{Question: question.Question{ID: "gone"}}, newMicrophones(), look.Light, window)
	d.show()
	if !d.own.Visible() {
		t.Error("the field for the own question is not shown")
	}
}

func TestOtherMinutesAreOfferedToo(t *testing.T) {
	d := sit(t, bank(t), Choice{Minutes: 20, Level: interview.Junior}, newMicrophones(), look.Light, window)
	d.show()
	d.press(fyne.KeyReturn)
	if got := d.onlyChoice(); got.Minutes != 20 || got.Level != interview.Junior {
		t.Errorf("begun with %+v, want 20 minutes", got)
	}
}

func TestTheMouseChoosesSegmentsAndRows(t *testing.T) {
	d := usual(t, newMicrophones())
	for i, level := range interview.Levels {
		test.TapAt(d.terms.level, fyne.NewPos(d.terms.level.Size().Width*(float32(i)+0.5)/3, 10))
		if d.choice.Level != level {
			t.Errorf("tapping segment %d chose %s, want %s", i, d.choice.Level, level)
		}
	}
	test.TapAt(d.terms.minutes, fyne.NewPos(d.terms.minutes.Size().Width-1, 10))
	if d.choice.Minutes != 45 || d.terms.strip.plan != interview.PlanFor(45) {
		t.Errorf("tapping the last segment chose %d minutes, and the strip shows %v", d.choice.Minutes, d.terms.strip.plan.Total())
	}
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(d.picker)
	test.TapCanvas(d.window.Canvas(), top.AddXY(60, 80)) // the second row: the own question
	if d.window.Canvas().Focused() != fyne.Focusable(d.own) {
		t.Errorf("clicking the own question gives the keyboard to %T, want its field", d.window.Canvas().Focused())
	}
}
