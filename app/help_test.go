package app

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
)

// window is an app with nothing but a window of that size.
//
// What other goroutines post is dropped: the test's own is the UI thread, and
// the toolkit's test driver would run it on theirs.
func window(t *testing.T, mode look.Mode, size fyne.Size) *App {
	t.Helper()
	a := &App{app: test.NewTempApp(t), post: func(func()) {}}
	a.app.Settings().SetTheme(look.Theme{Mode: mode})
	a.window = test.NewTempWindow(t, look.NewStage(look.NewPanel(look.NewRule())))
	a.window.SetPadded(false)
	a.window.Resize(size)
	return a
}

// labels lists the words on top of the window.
func labels(a *App) []string {
	var out []string
	for _, o := range test.LaidOutObjects(a.window.Canvas().Overlays().Top()) {
		if l, ok := o.(*look.Label); ok {
			out = append(out, l.Text())
		}
	}
	return out
}

func TestTheHelpSheetFitsAndIsWhole(t *testing.T) {
	for _, c := range []struct {
		name string
		mode look.Mode
		size fyne.Size
	}{
		{"help-small", look.Light, fyne.NewSize(1024, 612)},
		{"help-usual", look.Light, fyne.NewSize(1280, 772)},
		{"help-wide-dark", look.Dark, fyne.NewSize(1920, 1052)},
	} {
		a := window(t, c.mode, c.size)
		a.help()
		looktest.Shoot(t, a.window.Canvas(), c.name, c.size)
		said := "\n" + strings.Join(labels(a), "\n") + "\n"
		for _, b := range keys.Sheet() {
			for _, l := range b.Lines {
				if !strings.Contains(said, "\n"+l.Label+"\n") || !strings.Contains(said, "\n"+l.Keys+"\n") {
					t.Errorf("%s: %s %s is not there", c.name, l.Label, l.Keys)
				}
			}
		}
	}
}

// The keys that the README names are those of the table.
func TestTheReadmeNamesTheRightKeys(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(readme), "\n## Keys\n")
	section, _, _ = strings.Cut(section, "\n## ")
	groups := map[string][]keys.Group{
		"everywhere": {keys.App}, "interview": {keys.Interview}, "replay": {keys.Review},
		"board, tools": {keys.Board}, "board, editing": {keys.Board}, "board, style": {keys.Board},
		"review": {keys.Review}, "all attempts": {keys.Attempts},
	}
	// What is held with the mouse or with arrow keys, or ends a range.
	held := map[string]bool{"Ctrl": true, "Alt": true, "Shift": true, "Space": true, "1": true, "4": true, "8": true}
	quoted := regexp.MustCompile("`([^`]+)`")
	for where, in := range groups {
		named := map[string]bool{}
		for _, g := range in {
			for _, b := range keys.In(g) {
				for _, c := range b.Chords() {
					named[c.Words(false)] = true
				}
			}
		}
		_, row, found := strings.Cut(section, "\n| "+where+" | ")
		row, _, _ = strings.Cut(row, "\n")
		if !found || len(quoted.FindAllString(row, -1)) < 3 {
			t.Errorf("the README has no row of keys for %s", where)
		}
		for _, m := range quoted.FindAllStringSubmatch(row, -1) {
			if !named[m[1]] && !held[m[1]] {
				t.Errorf("%s: the README names %s, which does nothing there", where, m[1])
			}
		}
	}
}
