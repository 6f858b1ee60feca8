package setup

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
)

func TestTooLittleRoomOnTheDiskIsSaid(t *testing.T) {
	d := sit(t, bank(t), Choice{}, newMicrophones(builtIn), look.Light, fyne.NewSize(1280, 800))
	d.room = func(minutes int) string {
		if minutes <= 30 {
			return ""
		}
		return fmt.Sprintf("no room for %d", minutes)
	}
	space := d.microphone.space
	d.show()
	d.until("it is said", func() bool { return space.box.Visible() && space.text.Text() == "no room for 40" })
	d.terms.minutes.choose(0) // a shorter one has room
	d.until("it is said no more", func() bool { return !space.box.Visible() })
	d.terms.minutes.choose(len(d.terms.lengths) - 1)
	last := fmt.Sprintf("no room for %d", d.terms.lengths[len(d.terms.lengths)-1])
	d.until("it is said of the longest", func() bool { return space.box.Visible() && space.text.Text() == last })
	test.Tap(d.microphone.record)
	d.settle()
	if space.box.Visible() {
		t.Error("nothing is to be recorded, and the disk is said to be too small")
	}
	test.Tap(d.microphone.record)
	d.until("it is said again", space.box.Visible)
}
