package practice

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// dealt brings a card onto the screen.
var dealt = []struct {
	name  string
	bring func(*mocked)
}{
	{"blank", func(m *mocked) { m.wait(20 * time.Second) }},
	{"medium", func(m *mocked) { m.write("users\n"); m.Do(keys.Phase3); m.wait(time.Second) }},
	{"behind", func(m *mocked) { m.write("users\n"); m.wait(6 * time.Minute) }},
	{"priority", func(m *mocked) { m.write("users\n"); m.wait(6 * time.Minute); m.Do(keys.CardFirst) }},
	{"round-off", func(m *mocked) {
		m.write("users\n")
		m.wait(6 * time.Minute)
		m.Do(keys.CardSecond)
		m.wait(9 * time.Second)
	}},
	{"stuck", func(m *mocked) {
		m.write("## Clarify\n- goal: long-term value of the home page, not clicks alone\n- 100M users a day, 10 loads each\n- 200 ms for the whole page\n- new videos within the hour\n")
		m.Do(keys.Stuck)
	}},
	{"ahead", func(m *mocked) {
		m.write("users\n")
		m.box()
		m.Do(keys.Phase8)
		m.wait(5 * time.Minute)
		m.Do(keys.CardAway)
		m.wait(15 * time.Second)
		m.coach.Call(interview.AheadOfPlan)
		m.Tick()
	}},
	{"typing", func(m *mocked) {
		for range 100 {
			m.write("abc")
			m.wait(time.Second)
		}
	}},
	{"empty-board", func(m *mocked) { m.write("users\n"); m.Do(keys.Phase4); m.wait(20 * time.Second) }},
	{"last-minute", func(m *mocked) { m.write("users\n"); m.coach.Call(interview.LastMinute); m.Tick() }},
	{"summary", func(m *mocked) { m.write("users\n"); m.Do(keys.End) }},
	{"summing-up", func(m *mocked) { m.write("users\n"); m.Do(keys.End); m.Do(keys.CardFirst); m.wait(18 * time.Second) }},
	{"curveball", func(m *mocked) {
		m.write("users\n")
		m.box()
		m.mock.Do(session.CurveballThrown{Phase: "data", Say: "A quarter of your labels turn out to be from bots, and nobody knows which quarter. The launch is in three weeks. What do you do?"})
		m.Tick()
	}},
	{"floating", func(m *mocked) { m.Do(keys.FoldPanel); m.wait(20 * time.Second) }},
}

// Every card fits every window, in light and dark.
func TestTheRoomWithEveryCard(t *testing.T) {
	for _, c := range dealt {
		t.Run(c.name, func(t *testing.T) {
			m := newMocked(t, interview.Hand{Count: 3, Balls: []interview.Ball{{Phase: "deploy", After: 0.99, Say: "Why?"}}}, Actions{})
			m.board.Reload()
			c.bring(m)
			if m.cards.shown == nil {
				t.Fatalf("no card is shown; so far %q", m.log())
			}
			canvas := fyne.CurrentApp().Driver().CanvasForObject(m.Object())
			for name, mode := range map[string]look.Mode{"": look.Light, "-dark": look.Dark} {
				fyne.CurrentApp().Settings().SetTheme(look.Theme{Mode: mode})
				for size, at := range map[string]fyne.Size{"small": fyne.NewSize(1024, 612), "wide": fyne.NewSize(1280, 772)} {
					for _, w := range fyne.CurrentApp().Driver().AllWindows() {
						w.Resize(at)
					}
					m.Tick()
					looktest.Shoot(t, canvas, "card-"+c.name+"-"+size+name, at)
				}
			}
		})
	}
}
