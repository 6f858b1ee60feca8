package setup

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/sound"
)

// scenes are states of the screen that are worth a look.
var scenes = []struct {
	name string
	last Choice
	act  func(d *desk)
}{
	{"usual", Choice{Question: question.Question{ID: "video-ranking"}}, func(*desk) {}},
	{"unfolded", Choice{Style: interview.Product}, func(d *desk) {
		d.steer(keys.For(keys.SetupMore).Shortcut())
		d.press(fyne.KeyRight, fyne.KeyUp, fyne.KeyUp)
	}},
	{"blind", Choice{Blind: true, Filter: Filter{New: true, Abroad: true}}, func(*desk) {}},
	{"warm-up", Choice{WarmUp: WarmUp{On: true, Phase: 3, Minutes: 8}}, func(*desk) {}},
	{"nothing", Choice{}, func(d *desk) {
		test.Tap(d.filters.due)
		test.Tap(d.filters.fresh)
	}},
	{"field", Choice{}, func(d *desk) { d.filters.askField() }},
}

// much is everything that the screen can be told.
func much(t *testing.T) Facts {
	day := time.Date(2026, time.November, 2, 19, 0, 0, 0, time.UTC)
	return Facts{
		Bank: bank(t), CanSpeak: true, Field: []string{"Recommendation", "Ads"},
		Past: map[string]Standing{
			"bank-transaction-fraud": {Tried: 2, Last: day, Due: day.AddDate(0, 0, 7)},
			"face-swap-lens":         {Tried: 1, Last: day.AddDate(0, 0, 4)},
		},
	}
}

func TestFitsEveryWindow(t *testing.T) {
	modes := map[string]look.Mode{"light": look.Light, "dark": look.Dark}
	for n, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
		for word, mode := range modes {
			for i, scene := range scenes {
				if i > 0 && (n > 0 || i%2 == 0 == (mode == look.Dark)) {
					continue // the usual is seen in both modes at every size, the others at the smallest
				}
				d := sitWith(t, much(t), scene.last, newMicrophones(builtIn, yeti, speaker), mode, size, func(do *Actions) { do.Again = func() {} })
				d.show()
				d.untilOpen("")
				d.hear("", sound.Level{Peak: -14, RMS: -24, PeakHold: -8})
				scene.act(d)
				looktest.Shoot(t, d.window.Canvas(), fmt.Sprintf("setup-%s-%s-%.0f", scene.name, word, size.Width), size)
				d.Leave()
			}
			d := sit(t, bank(t), Choice{Question: question.Custom("Design a system that finds lost pets.")}, newMicrophones(), mode, size)
			d.show()
			d.until("no microphone is found", func() bool { return d.microphone.again.Visible() })
			looktest.Shoot(t, d.window.Canvas(), fmt.Sprintf("setup-own-%s-%.0f", word, size.Width), size)
		}
	}
}
