package today

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
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
			full.Show(everyState(), brokenBank(t), nil)
			looktest.Shoot(t, open(t, full, size).Canvas(), fmt.Sprintf("today-%s-%.0f", word, size.Width), size)
		}
	}
}
