package today

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
	"talkthrough/internal/progress"
	"talkthrough/internal/question"
)

func TestFitsEveryWindow(t *testing.T) {
	modes := map[string]look.Mode{"light": look.Light, "dark": look.Dark}
	for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
		for word, mode := range modes {
			first := fresh(t, Actions{}, mode)
			first.Show(nil, question.Bank{Questions: builtIn(t)}, nil)
			looktest.Shoot(t, open(t, first, size).Canvas(), fmt.Sprintf("today-first-%s-%.0f", word, size.Width), size)
			full := fresh(t, Actions{}, mode)
			full.SetPractice([]progress.Attempt{
				practised("today", "place-recommendation", 0, 0), practised("yesterday", "bank-fraud", 7, 3),
				practised("earlier", "instagram-stories", 11, 2), practised("lastyear", "face-swap", 300, 1),
			})
			full.Show(everyState(), brokenBank(t), nil)
			looktest.Shoot(t, open(t, full, size).Canvas(), fmt.Sprintf("today-%s-%.0f", word, size.Width), size)
		}
	}
}
