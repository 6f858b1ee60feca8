package review

import (
	"slices"
	"testing"
	"time"

	"talkthrough/app/waveform"
	"talkthrough/internal/session"
)

func TestWhereTheMicrophoneWasGoneIsMarkedAlongElapsedTime(t *testing.T) {
	s := newScribe(t)
	s.speaks()
	s.waits(2)
	s.rec.Do(session.Sounded{State: "lost"})
	s.waits(1)
	s.pauses(5, func() {})
	s.waits(1)
	s.rec.Do(session.Sounded{State: "back"})
	s.waits(2)
	s.rec.Do(session.Sounded{State: "lost"})
	s.waits(3)
	got := newMoments(s.opens()).losses()
	want := []waveform.Span{{From: 2 * time.Second, To: 4 * time.Second}, {From: 6 * time.Second, To: 9 * time.Second}}
	if !slices.Equal(got, want) {
		t.Errorf("marked are %v, want %v", got, want)
	}
}
