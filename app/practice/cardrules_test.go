package practice

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"talkthrough/app/keys"
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// whatHandsDo are the actions of an interview that touch cards, plan and phases.
var whatHandsDo = []string{
	keys.Stuck, keys.CardFirst, keys.CardSecond, keys.CardAway, keys.FoldPanel, keys.FoldNotes, keys.End,
	keys.NextPhase, keys.Phase8, keys.Phase4, keys.Phase1, keys.Replan, keys.UndoReplan, keys.FocusBoard, keys.FocusNotes,
	keys.Agenda, keys.MarkGood, keys.MarkUnclear, keys.MarkWord, keys.Ask, keys.Pause, keys.PrevPhase,
}

// Whatever is pressed and however long it takes: at most one card is on the
// screen, it is the one that the journal has there or what follows from its
// choice, it can be seen, no dialog is open, and somebody has the keyboard.
func TestAnyRoomShowsOneCardAndTheRightOne(t *testing.T) {
	outer := t
	rapid.Check(t, func(t *rapid.T) {
		hand := interview.Hand{Count: 3}
		for _, p := range interview.Phases[1:] {
			hand.Balls = append(hand.Balls, interview.Ball{Phase: p.ID, After: 0.4, Say: "What about " + p.ID + "?"})
		}
		m := newMocked(outer, hand, Actions{})
		for range rapid.IntRange(1, 15).Draw(t, "steps") {
			switch id := rapid.SampledFrom(append(whatHandsDo, "wait", "wait", "silence", "escape", "pause", "resume")).Draw(t, "do"); id {
			case "wait":
				m.pass(time.Duration(rapid.IntRange(1, 400).Draw(t, "seconds"))*time.Second, 8*time.Second)
			case "silence":
				m.hearing = -90 - m.hearing // from speech to silence and back
			case "escape":
				if m.focused() != nil {
					m.press(fyne.KeyEscape)
				}
			case "pause":
				m.record(session.Paused{})
			case "resume":
				m.record(session.Resumed{})
			default:
				m.Do(id)
			}
			m.Tick()
			holdOneCard(t, m)
		}
	})
}

func holdOneCard(t *rapid.T, m *mocked) {
	var open interview.Card
	m.mock.Read(func(s *session.State) { open = s.Card() })
	shown := m.cards.shown
	switch {
	case (shown != nil) != (open != interview.NoCard || m.cards.turn != nil):
		t.Fatalf("%q is shown; the journal has %q on the screen, a turn %v", m.card(), open.ID(), m.cards.turn != nil)
	case open != interview.NoCard && m.cards.turn != nil:
		t.Fatalf("%q of the journal and a turn at once", open.ID())
	}
	inPanel, floats := len(m.side.cardSlot.Objects), len(m.cards.float.holder.Objects)
	switch {
	case shown == nil && inPanel+floats > 0, shown != nil && inPanel+floats != 1:
		t.Fatalf("%q is shown, %d in the panel, %d floating", m.card(), inPanel, floats)
	case shown != nil && (floats == 1) != m.right.Folded():
		t.Fatalf("folded %v, %d floating", m.right.Folded(), floats)
	}
	if sum := m.mock.Clock().Planned.Total(); sum != 40*time.Minute {
		t.Fatalf("planned %v", sum)
	}
	if top := fyne.CurrentApp().Driver().CanvasForObject(m.Object()).Overlays().Top(); top != nil {
		t.Fatalf("%T lies over the room", top)
	}
	if m.focused() == nil {
		t.Fatalf("nobody has the keyboard; so far %q", m.log())
	}
}
