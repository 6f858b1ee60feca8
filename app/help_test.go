package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
)

// window is an app with nothing but a window of that size.
func window(t *testing.T, mode look.Mode, size fyne.Size) *App {
	t.Helper()
	a := &App{app: test.NewTempApp(t)}
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
