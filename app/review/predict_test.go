package review

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
	"talkthrough/internal/interview"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

// unseenMock is a mock that nobody has looked at yet.
func unseenMock(t testing.TB) *session.Attempt {
	s := newScribe(t)
	s.unseen = true
	s.waits(1)
	s.types("## Clarify\n- goal\n")
	s.draws("rectangle", "Ranker", "transparent", 0, 0, 160, 80)
	s.waits(20)
	s.rec.Do(session.Ended{})
	return s.opens()
}

// inWindow puts the screen into a window, with the keyboard where it belongs.
func (r *rig) inWindow() fyne.Canvas {
	r.t.Helper()
	w := test.NewTempWindow(r.t, look.NewStage(r.Object()))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 800))
	r.Focus(w.Canvas())
	return w.Canvas()
}

// keyed types keys as somebody does, to whoever has the keyboard.
func keyed(c fyne.Canvas, names ...fyne.KeyName) {
	for _, name := range names {
		c.Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func TestNothingIsSeenOrHeardBeforeThePrediction(t *testing.T) {
	r := rigFor(t, unseenMock(t), nil)
	c := r.inWindow()
	words := said(r.Object())
	for _, not := range []string{"Replay", "Numbers", "Score", "Export", "Notes", "goal", "Clarify", "0:00"} {
		for line := range strings.Lines(words) {
			if strings.TrimSpace(line) == not {
				t.Errorf("%q can be seen:\n%s", not, words)
			}
		}
	}
	for _, b := range keys.In(keys.Review) {
		r.Do(b.ID)
		for _, chord := range b.Chords() {
			keyed(c, chord.Key)
		}
		r.settle()
		if r.prediction == nil {
			// Enter is no key of the review; the digits alone score rows.
			t.Fatalf("%s opens the replay", b.ID)
		}
		if r.parts.transport.Playing() || r.parts.transport.Position() != 0 || r.shown.id != keys.PageReplay {
			t.Fatalf("%s reaches the replay", b.ID)
		}
	}
}

func TestAMockIsPredictedByKeyboardAlone(t *testing.T) {
	a := unseenMock(t)
	r := rigFor(t, a, nil)
	c := r.inWindow()
	want := map[string]int{}
	for i, d := range interview.Rubric {
		want[d.ID] = 1 + i%4
		keyed(c, fyne.KeyName(fmt.Sprint(want[d.ID])))
		if text := r.prediction.says.Text(); !strings.Contains(text, d.At(want[d.ID])[0]) {
			t.Errorf("%s: it says %q", d.ID, text)
		}
		keyed(c, fyne.KeyDown)
	}
	keyed(c, fyne.KeyReturn)
	r.settle()
	if r.Predicting() || c.Focused() != r.wave || !slices.Contains(r.did, "opened") {
		t.Errorf("the replay is not open: the keyboard is with %T", c.Focused())
	}
	kept, err := review.Load(a.Dir)
	if err != nil || kept.Predicted == nil || fmt.Sprint(kept.Predicted.Scores) != fmt.Sprint(want) {
		t.Fatalf("kept %+v, %v, want %v", kept.Predicted, err, want)
	}
	keyed(c, fyne.KeySpace)
	if !r.parts.transport.Playing() {
		t.Error("it does not play now")
	}

	again := rigFor(t, a, nil)
	if again.prediction != nil {
		t.Error("it is asked a second time")
	}
}

func TestAWholeMockIsPredictedWhole(t *testing.T) {
	r := rigFor(t, unseenMock(t), nil)
	c := r.inWindow()
	keyed(c, "3", fyne.KeyDown, fyne.KeyDown, "2", fyne.KeyReturn)
	if r.prediction == nil || r.prediction.at != 1 || !strings.Contains(r.prediction.told.Text(), "6 rows") {
		t.Fatalf("with six rows open it goes on: %+v", r.prediction)
	}
}

func TestOneRowIsEnoughForAWarmUp(t *testing.T) {
	a := unseenMock(t)
	a.Plan = session.PlanMinutes(interview.WarmUp(2, 5))
	r := rigFor(t, a, nil)
	c := r.inWindow()
	keyed(c, fyne.KeyReturn)
	if r.prediction == nil {
		t.Fatal("it opens without any score")
	}
	keyed(c, fyne.KeyDown, "4", fyne.KeyReturn)
	r.settle()
	if r.prediction != nil || len(r.ledger.review.Predicted.Scores) != 1 {
		t.Errorf("it is still asked; predicted %+v", r.ledger.review.Predicted)
	}
}

func TestSkippingThePredictionNeedsAReason(t *testing.T) {
	a := unseenMock(t)
	r := rigFor(t, a, nil)
	c := r.inWindow()
	c.FocusNext() // the list has the keyboard: Tab goes to the button
	keyed(c, fyne.KeySpace)
	if c.Focused() != r.prediction.skip.field {
		t.Fatalf("the keyboard is with %T", c.Focused())
	}
	keyed(c, fyne.KeyReturn)
	c.Focused().TypedRune(' ')
	keyed(c, fyne.KeyReturn)
	if r.prediction == nil {
		t.Fatal("it opens without a reason")
	}
	keyed(c, fyne.KeyEscape)
	if c.Focused() != r.prediction.list || r.prediction.skip.line.Visible() {
		t.Errorf("Escape leaves the keyboard with %T", c.Focused())
	}
	r.prediction.skip.open()
	for _, letter := range "heard it live" {
		c.Focused().TypedRune(letter)
	}
	keyed(c, fyne.KeyReturn)
	r.settle()
	kept, err := review.Load(a.Dir)
	if err != nil || r.prediction != nil || kept.Predicted == nil || kept.Predicted.Skipped != "heard it live" {
		t.Errorf("kept %+v, %v", kept.Predicted, err)
	}
}

func TestAnImportedRecordingIsNotPredicted(t *testing.T) {
	a := unseenMock(t)
	a.Imported = &session.Imported{}
	if r := rigFor(t, a, nil); r.prediction != nil {
		t.Error("a recording made elsewhere asks for a prediction")
	}
}

func TestABrokenReviewIsToldAndLeftAlone(t *testing.T) {
	a := unseenMock(t)
	path := filepath.Join(a.Dir, review.FileName)
	const broken = "format: 1\npredicted:\n  at: yesterday\n"
	if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	r := rigFor(t, a, nil)
	c := r.inWindow()
	r.settle()
	if words := said(r.Object()); !strings.Contains(words, "review.yaml") || !strings.Contains(words, "line 3") {
		t.Errorf("it does not say what is wrong in which line:\n%s", words)
	}
	r.Do(keys.PageScore)
	keyed(c, "3")
	r.press(fyne.KeyE)
	r.settle()
	if now, _ := os.ReadFile(path); string(now) != broken {
		t.Errorf("the file reads %q now", now)
	}
	if text := r.evidence.strip.words.Text(); !strings.Contains(text, "line 3") {
		t.Errorf("scoring says %q", text)
	}
}

func TestThePredictionFitsEveryWindow(t *testing.T) {
	a := unseenMock(t)
	for word, mode := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
		for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
			test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: mode})
			track := session.NewTrack(a)
			s := build(a, track, Actions{}, func(func()) {}, parts{
				board: newViewer(), transport: transportFor(track, a),
				beat: func(func()) func() { return func() {} }, kept: fyne.CurrentApp().Preferences(),
			})
			w := test.NewTempWindow(t, look.NewStage(s.Object()))
			w.SetPadded(false)
			w.Resize(size)
			s.Focus(w.Canvas())
			keyed(w.Canvas(), "3", fyne.KeyDown, "2", fyne.KeyDown, "4")
			looktest.Shoot(t, w.Canvas(), fmt.Sprintf("review-predict-%s-%.0f", word, size.Width), size)
			s.Leave()
			<-s.Left()
		}
	}
}
