package setup

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/internal/question"
)

// small is a bank of four questions of which the user tried two.
func small() Facts {
	day := func(d int) time.Time { return time.Date(2026, time.November, d, 18, 30, 0, 0, time.UTC) }
	return Facts{
		Bank: question.Bank{Questions: []question.Question{
			{ID: "ads", Title: "Design ads", Domain: "Ads", Prompt: "Which ad comes next?"},
			{ID: "feed", Title: "Design a feed", Domain: "Recommendation", Prompt: "Which post comes next?"},
			{ID: "lens", Title: "Design a lens", Domain: "Computer vision", Prompt: "Swap two faces."},
			{ID: "songs", Title: "Design songs", Domain: "recommendation", Prompt: "Which song comes next?"},
		}},
		Past: map[string]Standing{
			"ads":  {Tried: 1, Last: day(20), Due: day(23)},
			"feed": {Tried: 2, Last: day(21), Due: day(24)},
		},
		Field: []string{"Recommendation"},
	}
}

func ids(found []question.Question) []string {
	var out []string
	for _, q := range found {
		out = append(out, q.ID)
	}
	return out
}

func TestWhatEachFilterLeaves(t *testing.T) {
	morning := time.Date(2026, time.November, 23, 7, 0, 0, 0, time.UTC) // before the hour of the due date
	for _, c := range []struct {
		name   string
		filter Filter
		want   []string
	}{
		{"none", Filter{}, []string{"ads", "feed", "lens", "songs"}},
		{"words of the prompt", Filter{Words: "post next"}, []string{"feed"}},
		{"a domain, in whatever case", Filter{Domain: "recommendation"}, []string{"feed", "songs"}},
		{"never tried", Filter{New: true}, []string{"lens", "songs"}},
		{"due, from the morning of the day on", Filter{Due: true}, []string{"ads"}},
		{"not my field", Filter{Abroad: true}, []string{"ads", "lens"}},
		{"several", Filter{New: true, Abroad: true}, []string{"lens"}},
		{"all", Filter{Words: "next", Domain: "Ads", Due: true, Abroad: true}, []string{"ads"}},
		{"too many", Filter{New: true, Due: true}, nil},
	} {
		if got := ids(small().Find(c.filter, morning)); !slices.Equal(got, c.want) {
			t.Errorf("%s: found %v, want %v", c.name, got, c.want)
		}
	}
}

func TestFindChangesNoBank(t *testing.T) {
	facts := small()
	before := ids(facts.Bank.Questions)
	facts.Find(Filter{New: true}, time.Now())
	if after := ids(facts.Bank.Questions); !slices.Equal(after, before) {
		t.Errorf("the bank was %v, and is %v after a search", before, after)
	}
}

// seat is a desk with other facts than a bank.
func seat(t *testing.T, facts Facts, last Choice) *desk {
	t.Helper()
	d := sitWith(t, facts, last, newMicrophones(builtIn), look.Light, window, func(*Actions) {})
	d.filters.now = func() time.Time { return time.Date(2026, time.November, 23, 7, 0, 0, 0, time.UTC) }
	d.filters.show()
	d.show()
	return d
}

func TestPillsAndDomainNarrowTheList(t *testing.T) {
	d := seat(t, small(), Choice{})
	test.Tap(d.filters.fresh)
	if got := ids(d.picker.found); !slices.Equal(got, []string{"lens", "songs"}) {
		t.Errorf("never tried lists %v", got)
	}
	if d.picker.chosen.ID != "ads" {
		t.Errorf("a filter changed what is chosen to %q", d.picker.chosen.ID)
	}
	d.window.Canvas().Focus(d.filters.domain)
	d.press(fyne.KeyDown, fyne.KeyDown) // past Ads to Computer vision
	if got := ids(d.picker.found); !slices.Equal(got, []string{"lens"}) {
		t.Errorf("never tried of computer vision lists %v", got)
	}
	d.press(fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	if len(d.begun) != 0 || d.window.Canvas().Focused() != fyne.Focusable(d.picker) {
		t.Errorf("Enter goes from the domains to %T", d.window.Canvas().Focused())
	}
	d.window.Canvas().Focus(d.filters.fresh)
	d.press(fyne.KeySpace)
	if len(d.picker.found) != 4 {
		t.Errorf("without filters %v are listed", ids(d.picker.found))
	}
}

func TestNothingFoundSaysWhatToDo(t *testing.T) {
	d := seat(t, small(), Choice{})
	if d.filters.note.Visible() {
		t.Error("there is a note though questions are listed")
	}
	test.Tap(d.filters.due)
	test.Tap(d.filters.fresh)
	if !d.filters.note.Visible() || d.filters.nothing.Text() == "" {
		t.Fatal("an empty list says nothing")
	}
	test.Tap(d.filters.clear)
	if d.filters.note.Visible() || len(d.picker.found) != 4 || d.filters.due.on || d.filters.fresh.on {
		t.Errorf("after showing all, %v are listed", ids(d.picker.found))
	}
	facts := small()
	facts.Past = nil
	said := map[string]bool{}
	for _, filter := range []Filter{{Words: "zebra"}, {Due: true}, {New: true}, {Abroad: true}, {New: true, Due: true}} {
		said[facts.nothing(filter)] = true
	}
	if len(said) != 5 {
		t.Errorf("five reasons are told in %d ways", len(said))
	}
}

func TestTheFieldIsAskedOnceAndKept(t *testing.T) {
	facts := small()
	facts.Field = nil
	d := seat(t, facts, Choice{})
	var kept []string
	d.filters.keep = func(field []string) { kept = field }
	test.Tap(d.filters.abroad)
	if d.window.Canvas().Overlays().Top() == nil || d.filters.filter.Abroad {
		t.Fatal("with no field marked the filter does not ask for it")
	}
	d.press(fyne.KeySpace) // Ads, the first of the alphabet
	d.press(fyne.KeyReturn)
	if !slices.Equal(kept, []string{"Ads"}) || !d.filters.abroad.on {
		t.Fatalf("kept is %v, and the filter is on: %v", kept, d.filters.abroad.on)
	}
	if got := ids(d.picker.found); !slices.Equal(got, []string{"feed", "lens", "songs"}) {
		t.Errorf("outside of ads there are %v", got)
	}
	test.Tap(d.filters.abroad)
	test.Tap(d.filters.abroad)
	if d.window.Canvas().Overlays().Top() != nil || !d.filters.filter.Abroad {
		t.Error("a field that is known is asked for again")
	}
}

func TestRowsSayHowTheUserStands(t *testing.T) {
	d := seat(t, small(), Choice{})
	for id, want := range map[string]string{
		"ads": "Ads · due · tried 20 Nov", "feed": "Recommendation · tried 21 Nov (2×)", "lens": "Computer vision",
	} {
		q, _ := d.facts.Bank.Find(id)
		if got := d.picker.below(q); got != want {
			t.Errorf("%s reads %q, want %q", id, got, want)
		}
	}
	if d.filters.due.text != "Due 1" {
		t.Errorf("the filter says %q", d.filters.due.text)
	}
	d.SetPast(map[string]Standing{"lens": {Tried: 1, Last: time.Date(2025, time.March, 1, 0, 0, 0, 0, time.UTC)}})
	q, _ := d.facts.Bank.Find("lens")
	if got := d.picker.below(q); got != "Computer vision · tried Mar 2025" || d.filters.due.text != "Due" {
		t.Errorf("a question tried last year reads %q", got)
	}
}
