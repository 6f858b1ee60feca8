package review

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/review"
)

// scoring opens the score page of a mock in a window.
func scoring(t *testing.T) (*rig, *scorePage, fyne.Canvas) {
	t.Helper()
	r := rigFor(t, quietMock(t), nil)
	c := r.inWindow()
	r.settle()
	r.Do(keys.PageScore)
	r.settle()
	return r, r.shown.page.(*scorePage), c
}

// kept is the review as it lies on the disk.
func (r *rig) kept() *review.Review {
	r.t.Helper()
	r.settle()
	kept, err := review.Load(r.attempt.Dir)
	if err != nil {
		r.t.Fatal(err)
	}
	return &kept
}

func TestScoresAreGivenByKeyboard(t *testing.T) {
	r, p, c := scoring(t)
	keyed(c, "2", fyne.KeyDown, fyne.KeyDown, "4", fyne.KeyUp, "3", "3")
	kept := r.kept()
	if got := fmt.Sprint(kept.Values()); got != fmt.Sprint(map[string]int{"navigation": 2, "features": 4}) {
		t.Errorf("kept %s", got)
	}
	if p.at != 1 || c.Focused() != p.list {
		t.Errorf("row %d is chosen, the keyboard is with %T", p.at, c.Focused())
	}
	for range 20 {
		keyed(c, fyne.KeyDown)
	}
	if p.at != interview.DimensionCount-1 {
		t.Errorf("the last row is %d", p.at)
	}
}

func TestOtherKeysReachTheReplayFromTheScores(t *testing.T) {
	r, _, c := scoring(t)
	keyed(c, fyne.KeyRight, fyne.KeyRight)
	if got := r.parts.transport.Position(); got != 10*second {
		t.Errorf("two arrows go to %v", got)
	}
	keyed(c, fyne.KeySpace)
	if !r.parts.transport.Playing() {
		t.Error("Space does not play")
	}
}

func TestTheChosenRowSaysWhatTheScoresLookLike(t *testing.T) {
	_, p, c := scoring(t)
	for i, d := range interview.Rubric {
		words := said(p.object())
		for _, row := range d.Rows {
			for _, behaviour := range row {
				if !strings.Contains(words, behaviour) {
					t.Errorf("%s does not say %q", d.ID, behaviour)
				}
			}
		}
		for _, flag := range d.RedFlags {
			if !strings.Contains(words, flag) {
				t.Errorf("%s does not say the red flag %q", d.ID, flag)
			}
		}
		if other := interview.Rubric[(i+1)%interview.DimensionCount]; strings.Contains(words, other.RedFlags[0]) {
			t.Errorf("with %s unfolded %s is too", d.ID, other.ID)
		}
		keyed(c, fyne.KeyDown)
	}
}

func TestBothGoingsThroughAreKeptAndShown(t *testing.T) {
	r, p, c := scoring(t)
	keyed(c, "2", fyne.KeyDown, "3")
	if err := r.ledger.change(func(v *review.Review) error { return v.OpenReference(time.Now()) }); err != nil {
		t.Fatal(err)
	}
	if p.cells[1].value != 3 || p.cells[1].earlier != 0 {
		t.Errorf("before it is scored again it shows %d, earlier %d", p.cells[1].value, p.cells[1].earlier)
	}
	keyed(c, "3", fyne.KeyUp, "1")
	kept := r.kept()
	if first := fmt.Sprint(kept.First.Values()); first != "map[data:3 navigation:2]" {
		t.Errorf("the first time is %s", first)
	}
	if second := fmt.Sprint(kept.Second.Values()); second != "map[data:3 navigation:1]" {
		t.Errorf("the second time is %s", second)
	}
	if cells := p.cells[0]; cells.value != 1 || cells.earlier != 2 || cells.target != 3 {
		t.Errorf("it shows %d, earlier %d, target %d", cells.value, cells.earlier, cells.target)
	}
	if cells := p.cells[1]; cells.value != 3 || cells.earlier != 0 {
		t.Errorf("where both are alike it shows %d, earlier %d", cells.value, cells.earlier)
	}
}

func TestAScoreWithoutEvidenceIsMarked(t *testing.T) {
	r, p, c := scoring(t)
	if strings.Contains(strings.Join(pageLines(p), "\n"), "no evidence yet") {
		t.Error("a row without a score misses evidence")
	}
	keyed(c, "3")
	if !slices.Contains(pageLines(p), "no evidence yet") {
		t.Errorf("it says %q", pageLines(p))
	}
	keyed(c, fyne.KeyE)
	r.settle()
	if slices.Contains(pageLines(p), "no evidence yet") || !slices.Contains(pageLines(p), "1 piece of evidence") {
		t.Errorf("with evidence it says %q", pageLines(p))
	}
}

// pageLines are the lines of the page.
func pageLines(p *scorePage) []string { return strings.Split(said(p.object()), "\n") }

func TestTheNoteOnAScore(t *testing.T) {
	r, p, c := scoring(t)
	keyed(c, "3", fyne.KeyReturn)
	for _, letter := range "no goal at first" {
		c.Focused().TypedRune(letter)
	}
	keyed(c, fyne.KeyReturn)
	if note := r.kept().Score("navigation").Note; note != "no goal at first" || c.Focused() != p.list {
		t.Errorf("the note is %q, the keyboard with %T", note, c.Focused())
	}
	keyed(c, fyne.KeyReturn)
	c.Focused().TypedRune('!')
	keyed(c, fyne.KeyEscape)
	if note := r.kept().Score("navigation"); note.Note != "no goal at first" || note.Value != 3 {
		t.Errorf("after Escape: %+v", note)
	}
	keyed(c, fyne.KeyReturn)
	c.Focused().TypedRune('!')
	p.rows[2].Tapped(&fyne.PointEvent{})
	if note := r.kept().Score("navigation").Note; !strings.Contains(note, "!") || p.at != 2 {
		t.Errorf("going elsewhere keeps %q, row %d is chosen", note, p.at)
	}
}

func TestEvidenceIsHeardAndRemoved(t *testing.T) {
	r, p, c := scoring(t)
	r.seek(60 * second)
	keyed(c, fyne.KeyE)
	r.seek(100 * second)
	keyed(c, fyne.KeyE)
	r.seek(0)
	p.evidence[0].Tapped(&fyne.PointEvent{})
	if got := r.parts.transport.Position(); got != 60*second-reaction-runUp {
		t.Errorf("a piece of evidence plays from %v", got)
	}
	keyed(c, fyne.KeyDelete)
	if left := r.kept().Score("navigation").Evidence; len(left) != 1 || left[0].At != r.attempt.Session(98*second) {
		t.Errorf("left are %+v", left)
	}
	r.Do(keys.TakeBack)
	if n := len(r.kept().Score("navigation").Evidence); n != 2 {
		t.Errorf("%d are there after taking that back", n)
	}
}

func TestFailureModesAreTags(t *testing.T) {
	r, p, _ := scoring(t)
	r.write(func(v *review.Review) error { v.SetTag("spoke-too-fast", true); return nil })
	var chips []*tagChip
	visit(p.object(), func(o fyne.CanvasObject) {
		if chip, ok := o.(*tagChip); ok {
			chips = append(chips, chip)
		}
	})
	if len(chips) != len(interview.FailureModes)+1 || chips[len(chips)-1].text != "spoke too fast" || !chips[len(chips)-1].on {
		t.Fatalf("there are %d chips", len(chips))
	}
	chips[4].Tapped(&fyne.PointEvent{})
	if tags := r.kept().Tags; !slices.Contains(tags, interview.FailureModes[4].ID) {
		t.Errorf("the tags are %v", tags)
	}
}

// visit calls do with an object and all that it holds.
func visit(o fyne.CanvasObject, do func(fyne.CanvasObject)) {
	do(o)
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, child := range inside {
		visit(child, do)
	}
}

func TestTheRubricLeadsToTheGuide(t *testing.T) {
	r, p, c := scoring(t)
	keyed(c, fyne.KeyDown)
	visit(p.object(), func(o fyne.CanvasObject) {
		if b, ok := o.(*look.Button); ok && strings.Contains(b.Text(), "guide") {
			b.Tapped(&fyne.PointEvent{})
		}
	})
	if want := "guide " + interview.Rubric[1].Guide; !slices.Contains(r.did, want) {
		t.Errorf("did %v, want %s", r.did, want)
	}
}

func TestACellIsPressed(t *testing.T) {
	r, p, c := scoring(t)
	p.cells[3].Tapped(&fyne.PointEvent{Position: fyne.NewPos(cellLeft(2)+3, 5)})
	if v := r.kept().Values()["modelling"]; v != 2 || p.at != 3 || c.Focused() != p.list {
		t.Errorf("modelling has %d, row %d is chosen", v, p.at)
	}
	p.cells[3].Tapped(&fyne.PointEvent{Position: fyne.NewPos(cellLeft(2)+cellEdge+1, 5)})
	if v := r.kept().Values()["modelling"]; v != 2 {
		t.Errorf("a press between two cells gives %d", v)
	}
}

func TestTheScoresTakeTheKeyboardAgain(t *testing.T) {
	r, p, c := scoring(t)
	c.Unfocus()
	r.Typed(&fyne.KeyEvent{Name: fyne.Key3})
	if v := r.kept().Values()["navigation"]; v != 3 || c.Focused() != p.list {
		t.Errorf("it has %d, the keyboard is with %T", v, c.Focused())
	}
	r.Do(keys.PageReplay)
	c.Unfocus()
	r.Typed(&fyne.KeyEvent{Name: fyne.KeyRight})
	if got := r.parts.transport.Position(); got != 5*second {
		t.Errorf("without a list the arrow goes to %v", got)
	}

	asks := rigFor(t, unseenMock(t), nil)
	c = asks.inWindow()
	c.Unfocus()
	asks.Typed(&fyne.KeyEvent{Name: fyne.Key2})
	if asks.prediction.scores["navigation"] != 2 || c.Focused() != asks.prediction.list {
		t.Errorf("predicted %v, the keyboard is with %T", asks.prediction.scores, c.Focused())
	}
}
