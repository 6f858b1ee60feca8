package review

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
)

// said is all text that an object shows, one piece a line.
func said(o fyne.CanvasObject) string { return looktest.Words(o) }

func TestNumbersSayWhatIsKnownAndNothingElse(t *testing.T) {
	a, _ := wholeMock(t)
	r := rigFor(t, a, nil)
	r.settle()
	r.Do(keys.PageNumbers)
	r.settle()
	words := said(r.shown.page.object())
	for _, want := range []string{"Minutes a phase", "Talking", "First word", "First box on the board", "Agenda in the notes", "Notes typed", "Loudness"} {
		if !strings.Contains(words, want) {
			t.Errorf("it does not say %q:\n%s", want, words)
		}
	}
	for _, not := range []string{"Curveballs", "NaN", "Counting"} {
		if strings.Contains(words, not) {
			t.Errorf("it says %q:\n%s", not, words)
		}
	}

	s := newScribe(t)
	s.waits(30)
	silent := rigFor(t, s.opens(), nil)
	silent.Do(keys.PageNumbers)
	silent.settle()
	for _, not := range []string{"Talking", "First word", "Pace", "Loudness", "silence"} {
		if words := said(silent.shown.page.object()); strings.Contains(words, not) {
			t.Errorf("without sound it says %q:\n%s", not, words)
		}
	}
}

func TestAFactOfTheNumbersIsHeardWhenPressed(t *testing.T) {
	a, _ := wholeMock(t)
	r := rigFor(t, a, nil)
	r.Do(keys.PageNumbers)
	r.settle()
	page := r.shown.page.(*numbersPage)
	at := *page.numbers.FirstBox
	row := page.firstRows()[1].(*look.Row)
	row.Tapped(&fyne.PointEvent{})
	if got := r.parts.transport.Position(); got != at-runUp {
		t.Errorf("it plays from %v, the first box came at %v", got, at)
	}
}

func TestChartsAreSavedAsPicturesAndDrawings(t *testing.T) {
	a, _ := wholeMock(t)
	r := rigFor(t, a, nil)
	r.settle()
	r.Do(keys.PageNumbers)
	r.settle()
	page := r.shown.page.(*numbersPage)
	page.saveCharts()
	r.settle()
	for name, begins := range map[string]string{
		"chart-minutes.png": "\x89PNG", "chart-minutes.svg": "<svg", "chart-talking.png": "\x89PNG", "chart-talking.svg": "<svg",
	} {
		data, err := os.ReadFile(filepath.Join(a.Dir, "export", name))
		if err != nil || !strings.HasPrefix(string(data), begins) {
			t.Errorf("%s: %v, begins with %.20q", name, err, data)
		}
	}
	if !strings.Contains(page.told.Text(), filepath.Join(a.Dir, "export")) {
		t.Errorf("it says %q", page.told.Text())
	}
}
