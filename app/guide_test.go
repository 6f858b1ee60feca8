package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/guide"
	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/session"
)

// The guide is for before and after: nothing covers an interview under way.
func TestTheGuideStaysShutDuringAMock(t *testing.T) {
	for _, during := range []bool{true, false} {
		a := window(t, look.Light, fyne.NewSize(1024, 640))
		a.stage = look.NewStage(look.NewPanel(look.NewRule()))
		if during {
			a.mock = &session.Mock{}
		}
		for _, m := range a.menu().Items {
			eachItem(m, func(i *fyne.MenuItem) {
				if look.MenuLabel(i) == keys.For(keys.Guide).Label && i.Disabled != during {
					t.Errorf("mock %v: the menu's guide is disabled: %v", during, i.Disabled)
				}
			})
		}
		a.openGuide("trouble#stuck")
		if g, open := a.screen.(*guide.Screen); open == during || open && g.Place() != "trouble#stuck" {
			t.Errorf("mock %v: the guide is open: %v", during, open)
		}
	}
}
