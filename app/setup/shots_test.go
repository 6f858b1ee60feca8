package setup

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
	"talkthrough/internal/question"
	"talkthrough/internal/sound"
)

func TestFitsEveryWindow(t *testing.T) {
	modes := map[string]look.Mode{"light": look.Light, "dark": look.Dark}
	for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
		for word, mode := range modes {
			d := sit(t, bank(t), Choice{Question: question.Question{ID: "video-ranking"}}, newMicrophones(builtIn, yeti, speaker), mode, size)
			d.show()
			d.untilOpen("")
			d.hear("", sound.Level{Peak: -14, RMS: -24, PeakHold: -8})
			looktest.Shoot(t, d.window.Canvas(), fmt.Sprintf("setup-%s-%.0f", word, size.Width), size)
			d.Leave()
			d = sit(t, bank(t), Choice{Question: question.Custom("Design a system that finds lost pets.")}, newMicrophones(), mode, size)
			d.show()
			d.until("no microphone is found", func() bool { return d.microphone.again.Visible() })
			looktest.Shoot(t, d.window.Canvas(), fmt.Sprintf("setup-own-%s-%.0f", word, size.Width), size)
		}
	}
}
