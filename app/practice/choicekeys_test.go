package practice

import (
	"slices"
	"strings"
	"testing"

	"talkthrough/app/keys"
	"talkthrough/app/look/looktest"
	"talkthrough/internal/interview"
)

// Whatever a card offers, its key stands on the card and does it.
func TestEveryChoiceOfEveryCardHasItsKey(t *testing.T) {
	for _, c := range dealt {
		if c.name == "floating" {
			continue // a card as any other
		}
		for i := 0; ; i++ {
			m := newMocked(t, interview.Hand{Count: 3}, Actions{})
			c.bring(m)
			if i >= len(m.labels()) {
				break
			}
			if i >= len(choiceKeys) {
				t.Fatalf("%s: nothing presses %q", c.name, m.labels()[i])
			}
			if hint := keys.Hint(choiceKeys[i]); !strings.Contains(looktest.Words(m.cards.shown.object), hint) {
				t.Errorf("%s: the card does not say that %s is its key", m.labels()[i], hint)
			}
			before, words, ended := m.log(), m.card(), m.ended
			if !m.Do(choiceKeys[i]) {
				t.Errorf("%s: its key says that it did nothing", c.name)
			}
			if m.ended == ended && words == m.card() && slices.Equal(before, m.log()) {
				t.Errorf("%s: the key of choice %d did nothing", c.name, i)
			}
		}
		m := newMocked(t, interview.Hand{Count: 3}, Actions{})
		c.bring(m)
		words := m.card()
		if m.Do(keys.CardAway); m.card() == words {
			t.Errorf("%s: it cannot be put away by key", c.name)
		}
	}
}
