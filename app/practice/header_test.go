package practice

import (
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

// The level belongs to the title, and stays beside it whatever the recording's
// word is.
func TestTheLevelStandsBehindTheTitle(t *testing.T) {
	for _, title := range []string{"Short", "A question whose title is so long that no window of a laptop will ever have the room to show the whole of it, level and clock included"} {
		s, _ := open(t, session.Meta{
			Question: question.Question{ID: "own", Title: title}, Level: interview.Staff, Plan: session.PlanMinutes(interview.PlanFor(40)),
		}, nil)
		driver := fyne.CurrentApp().Driver()
		level, lamp := driver.AbsolutePositionForObject(s.header.level), driver.AbsolutePositionForObject(s.header.lamp)
		end := look.Space16 + look.Lead.Strong().Width(title)
		if gap := level.X - end; title == "Short" && (gap < look.Space12 || gap > look.Space16) {
			t.Errorf("the level is %g behind the title", gap)
		}
		if level.X+s.header.level.MinSize().Width > lamp.X {
			t.Errorf("the level at %v runs into the recording's word at %v", level, lamp)
		}
		s.Do(keys.Pause)
		s.Tick()
		driver.CanvasForObject(s.header.level).Content().Refresh()
		if now := driver.AbsolutePositionForObject(s.header.level); title == "Short" && now != level {
			t.Errorf("a pause moves the level from %v to %v", level, now)
		}
	}
}
