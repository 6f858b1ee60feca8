package setup

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/question"
)

// onTheRight is every word that the screen shows beside the list.
func (d *desk) onTheRight() string {
	var words []string
	for _, o := range test.LaidOutObjects(d.asked.box) {
		switch w := o.(type) {
		case *look.Label:
			words = append(words, w.Text())
		case *look.Paragraph:
			words = append(words, w.Text())
		}
	}
	return strings.Join(words, "\n")
}

func TestABlindDrawShowsNoQuestionUntilItBegins(t *testing.T) {
	d := seat(t, small(), Choice{})
	asked := 0
	d.pick = func(n int) int { asked = n; return n - 1 }
	d.window.Canvas().Focus(d.filters.search)
	d.filters.search.TypedShortcut(keys.For(keys.SetupDraw).Shortcut())
	if d.picker.chosen.ID != blindID || d.window.Canvas().Focused() != fyne.Focusable(d.picker) {
		t.Fatalf("the key for a blind draw chose %q", d.picker.chosen.ID)
	}
	test.Tap(d.filters.fresh)
	shown := d.onTheRight()
	for _, q := range d.facts.Bank.Questions {
		if strings.Contains(shown, q.Title) || strings.Contains(shown, q.Prompt) {
			t.Errorf("the draw gives %q away:\n%s", q.ID, shown)
		}
	}
	if !strings.Contains(shown, "One of 2 questions") {
		t.Errorf("it does not say from how many is drawn:\n%s", shown)
	}
	if asked != 0 {
		t.Error("it was drawn before the interview began")
	}
	d.window.Canvas().Focus(d.picker)
	d.press(fyne.KeyReturn)
	got := d.onlyChoice()
	if asked != 2 || got.Question.ID != "songs" || got.Question.Prompt == "" || !got.Blind || !got.Filter.New {
		t.Errorf("of %d drawn: %+v", asked, got)
	}
}

func TestNothingIsDrawnFromNothing(t *testing.T) {
	d := seat(t, small(), Choice{})
	d.press(fyne.KeyHome)
	d.window.Canvas().Focus(d.filters.search)
	test.Type(d.filters.search, "zebra")
	d.press(fyne.KeyReturn, fyne.KeyReturn)
	test.Tap(d.begin)
	d.shortcut(keys.For(keys.SetupBegin).Shortcut())
	if len(d.begun) != 0 || !d.begin.Disabled() {
		t.Fatalf("begun with %+v", d.begun)
	}
	d.filters.search.SetText("")
	d.shortcut(keys.For(keys.SetupBegin).Shortcut())
	d.onlyChoice()
}

func TestADrawOfLastTimeIsSetUpAgainByItsFilter(t *testing.T) {
	facts := small()
	drawn, _ := facts.Bank.Find("lens")
	d := seat(t, facts, Choice{Question: drawn, Blind: true, Filter: Filter{New: true, Words: "design"}, Minutes: 30})
	if !d.filters.fresh.on || d.filters.search.Text != "design" || d.picker.chosen.ID != blindID {
		t.Errorf("set up with filter %+v and %q", d.filters.filter, d.picker.chosen.ID)
	}
	if shown := d.onTheRight(); strings.Contains(shown, "lens") {
		t.Errorf("shown is %q", shown)
	}
	d.press(fyne.KeyReturn)
	if got := d.onlyChoice().Question.ID; got != "songs" {
		t.Errorf("drawn is %q, which was drawn the last time", got)
	}
}

// A draw takes what it may, and what was drawn last only where nothing else is.
func TestDrawing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		ids := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-d]{1,2}`), 1, 8, rapid.ID).Draw(r, "pool")
		var pool []question.Question
		in := map[string]bool{}
		for _, id := range ids {
			pool = append(pool, question.Question{ID: id})
			in[id] = true
		}
		avoid := rapid.SampledFrom(append(ids, "elsewhere")).Draw(r, "avoid")
		got := draw(pool, avoid, func(n int) int { return rapid.IntRange(0, n-1).Draw(r, "picked") })
		if !in[got.ID] || got.ID == avoid && len(pool) > 1 {
			r.Errorf("from %v, avoiding %q, it drew %q", ids, avoid, got.ID)
		}
	})
}

func TestAgain(t *testing.T) {
	facts, now := small(), time.Date(2026, time.November, 23, 7, 0, 0, 0, time.UTC)
	feed, _ := facts.Bank.Find("feed")
	for range 20 {
		got, ok := facts.Again(Choice{Question: feed, Blind: true, Filter: Filter{Domain: "Recommendation"}}, now)
		if !ok || got.Question.ID != "songs" || !got.Blind {
			t.Fatalf("drawn anew is %q", got.Question.ID)
		}
	}
	if _, ok := facts.Again(Choice{Blind: true, Filter: Filter{New: true, Due: true}}, now); ok {
		t.Error("it draws from nothing")
	}
	got, ok := facts.Again(Choice{Question: question.Question{ID: "feed"}, Minutes: 35}, now)
	if !ok || got.Question.Prompt != feed.Prompt || got.Minutes != 35 {
		t.Errorf("the same again is %+v", got)
	}
	if _, ok := facts.Again(Choice{Question: question.Question{ID: "gone"}}, now); ok {
		t.Error("it begins with a question that is gone")
	}
	if got, ok := facts.Again(Choice{Question: question.Custom("Design a radio.")}, now); !ok || got.Question.Prompt != "Design a radio." {
		t.Error("it does not ask the own question again")
	}
}
