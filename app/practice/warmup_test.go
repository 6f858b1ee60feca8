package practice

import (
	"fmt"
	"strings"
	"testing"

	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
	"talkthrough/internal/sound"
)

// In a warm-up the phase is the whole: its time is said once, and the way to the
// other phases is by key alone.
func TestAWarmUpSaysItsTimeOnce(t *testing.T) {
	s, mock := open(t, session.Meta{
		Question: question.Question{ID: "video-ranking", Title: "Design a video ranking system"},
		Level:    interview.Senior, Plan: session.PlanMinutes(interview.WarmUp(5, 5)),
	}, nil)
	if mock.Clock().Phase != 5 {
		t.Fatalf("it begins in phase %d", mock.Clock().Phase)
	}
	if !s.side.phase.inAll.Hidden {
		t.Error("what is left in all is said beside what is left of the only phase")
	}
	s.enter(2)
	if s.side.phase.inAll.Hidden {
		t.Error("in another phase nobody says what is left of the warm-up")
	}
	s.enter(5)
	if !s.side.phase.inAll.Hidden {
		t.Error("back in the phase its time is said twice")
	}
}

func TestAnInterviewSaysWhatIsLeftInAll(t *testing.T) {
	if s, _, _ := room(t); s.side.phase.inAll.Hidden {
		t.Error("nobody says what is left of the whole")
	}
}

// What sound systems were asked in vain helps nobody who is about to talk.
func TestNoMicrophoneIsSaidInOneLine(t *testing.T) {
	got := whyNot(fmt.Errorf("%w answered: one\ntwo\nthree", sound.ErrNoSound))
	if strings.Contains(got, "\n") || strings.Contains(got, "two") {
		t.Errorf("it says %q", got)
	}
	if got := whyNot(sound.ErrNotResponding); got != sound.ErrNotResponding.Error() {
		t.Errorf("of a microphone that is there it says %q", got)
	}
}
