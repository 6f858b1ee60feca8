package session

import (
	"testing"
	"time"

	"talkthrough/internal/sound"
	"talkthrough/internal/sound/soundtest"
)

// glideTop is a pitch in Hz below which miniaudio, which converts between the
// card's rate and the take's, leaves the strength of a tone as it is.
const glideTop = 3000

// likeGlide is how like the glide a sound at a rate is, at its best place to an
// eighth of a sample and without a break.
func likeGlide(heard []int16, rate int) float64 {
	best := 0.0
	for part := range 8 {
		wanted := soundtest.Glide(glideTop, rate, float64(part)/8)
		_, likeness := soundtest.Likeness(heard, wanted[rate/50:rate*49/50])
		best = max(best, likeness)
	}
	return best
}

// Without any sound server a mock is recorded at its own rate from a card that
// has another, and played to it, each in one piece. On a machine too busy for
// it the pretended card stands still now and then, which the replay fills with
// silence as it should: once in five times it must come through.
func TestAnAttemptIsRecordedAndPlayedByABareCard(t *testing.T) {
	card := soundtest.StartCard(t)
	card.Use(t)
	for range 5 {
		a := spokenTo(t, card)
		if takes := a.Takes(); len(takes) != 1 {
			t.Fatalf("takes %v, want one", takes)
		}
		take := likeGlide(samplesOf(t, a.Take(1)), micRate)
		from := len(card.Heard())
		listens(t, a)
		heard := likeGlide(card.Heard()[from:], soundtest.Rate)
		t.Logf("correlation of the take %.6f, of what is heard of it %.6f", take, heard)
		if take >= 0.999 && heard >= 0.999 {
			return
		}
	}
	t.Error("five times out of five the correlation is below 0.999")
}

// spokenTo is an attempt in which the card heard the glide.
func spokenTo(t *testing.T, card *soundtest.Card) *Attempt {
	t.Helper()
	mock := recorded(t, "")
	becomes(t, func() bool { return flows(mock, 0) })
	card.SpeakSamples(soundtest.Glide(glideTop, soundtest.Rate, 0))
	became := mock.Elapsed()
	becomes(t, func() bool { return mock.Elapsed() > became+second })
	return ended(t, mock)
}

// listens plays an attempt to its end.
func listens(t *testing.T, a *Attempt) {
	t.Helper()
	feed := NewTrack(a).NewFeed()
	defer feed.Close()
	sys, err := sound.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer sys.Close()
	player, err := sys.NewPlayer(micRate, "")
	if err != nil {
		t.Fatal(err)
	}
	defer player.Close()
	player.Play(feed)
	select {
	case <-player.Done():
	case <-time.After(time.Minute):
		t.Fatal("the replay does not end")
	}
}
