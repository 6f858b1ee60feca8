package practice

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"talkthrough/app/keys"
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

var lateLabels = interview.Hand{Count: 1, Balls: []interview.Ball{{Phase: "data", After: 0.5, Say: "Labels come a week late.", Good: []string{"Asks how late."}}}}

// thrown is a room in which the curveball has just come.
func thrown(t *testing.T, do Actions) *mocked {
	m := newMocked(t, lateLabels, do)
	m.write("users")
	m.box()
	m.wait(4*time.Minute + time.Second)
	m.Do(keys.Phase4)
	m.wait(3*time.Minute + time.Second)
	m.expect("half of data", "The interviewer", "Answered", "Dodged")
	return m
}

func TestACurveballIsTheInterviewersWordsAndJudgedByKey(t *testing.T) {
	for key, want := range map[string]string{keys.CardFirst: session.BallAnswered, keys.CardSecond: session.BallDodged, keys.CardAway: session.BallLater} {
		m := thrown(t, Actions{})
		if !strings.Contains(m.cards.shown.content, "“Labels come a week late.”") || strings.Contains(m.cards.shown.content, "how late") {
			t.Errorf("it says %q", m.cards.shown.content)
		}
		m.Do(key)
		m.expect("judged", "")
		if log := m.log(); !slices.Equal(log[len(log)-2:], []string{"thrown in data", "data " + want}) {
			t.Errorf("the journal says %q", log)
		}
	}
}

// pretended is a voice that speaks until the test says so.
type pretended struct {
	mu    sync.Mutex
	said  []string
	begun chan string
	done  chan error
}

func newPretended() *pretended {
	return &pretended{begun: make(chan string, 10), done: make(chan error)}
}

func (p *pretended) say(ctx context.Context, text string) error {
	p.mu.Lock()
	p.said = append(p.said, text)
	p.mu.Unlock()
	p.begun <- text
	select {
	case err := <-p.done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (m *mocked) utterances() []session.Utterance {
	var all []session.Utterance
	m.mock.Read(func(s *session.State) { all = s.Utterances })
	return all
}

func TestPromptAndCurveballsAreReadOutAndTheJournalSaysWhen(t *testing.T) {
	p := newPretended()
	m := newMocked(t, lateLabels, Actions{Say: p.say})
	if got := <-p.begun; got != m.mock.Question.Prompt {
		t.Errorf("at the start it says %q", got)
	}
	if got := m.utterances(); len(got) != 1 || got[0].Text != session.SpokenPrompt || got[0].To != 0 {
		t.Errorf("while it speaks the journal says %+v", got)
	}
	m.since.Add(int64(8 * time.Second))
	p.done <- nil
	<-m.voice.done
	if got := m.utterances(); len(got) != 1 || got[0].To-got[0].From != 8*time.Second {
		t.Errorf("afterwards the journal says %+v", got)
	}
	m.write("users")
	m.box()
	m.wait(4*time.Minute + time.Second)
	m.Do(keys.Phase4)
	m.wait(3*time.Minute + time.Second)
	m.expect("half of data", "The interviewer", "Answered", "Dodged")
	if got := <-p.begun; got != "Labels come a week late." {
		t.Errorf("thrown, it says %q", got)
	}
	m.wait(10 * time.Second)
	m.record(session.Paused{})
	<-m.voice.done
	if got := m.utterances(); len(got) != 2 || got[1].Text != session.SpokenCurveball+"data" || got[1].To <= got[1].From {
		t.Errorf("in a pause the voice is silent, and the journal says %+v", got)
	}
	m.record(session.Resumed{})
	m.wait(10 * time.Second)
	if p.mu.Lock(); len(p.said) != 2 {
		t.Errorf("it has said %q", p.said)
	}
	p.mu.Unlock()
}

func TestAVoiceIsSilentWhenTheRoomIsLeft(t *testing.T) {
	p := newPretended()
	m := newMocked(t, interview.Hand{}, Actions{Say: p.say})
	<-p.begun
	m.since.Add(int64(time.Second))
	m.voice.leave()
	if got := m.utterances(); len(got) != 1 || got[0].To == 0 {
		t.Errorf("the journal says %+v", got)
	}
}

func TestAVoiceThatFailsIsNoHarm(t *testing.T) {
	p := newPretended()
	m := newMocked(t, interview.Hand{}, Actions{Say: p.say})
	told := make(chan error, 1)
	m.voice.failed = func(err error) { told <- err }
	<-p.begun
	p.done <- errors.New("no sound card")
	if err := <-told; err == nil || err.Error() != "no sound card" {
		t.Errorf("told %v", err)
	}
	<-m.voice.done
	m.wait(20 * time.Second)
	m.expect("it runs on", "Begin small")
}

func TestWithoutAVoiceNothingIsReadOutNorJournaled(t *testing.T) {
	m := thrown(t, Actions{})
	if got := m.utterances(); len(got) != 0 {
		t.Errorf("the journal says %+v", got)
	}
}
