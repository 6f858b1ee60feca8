package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
	"talkthrough/internal/sound"
)

// humming is a microphone in a silent room, or one that is gone.
type humming struct{ gone bool }

func (h humming) Read(time.Duration) (sound.Block, error) {
	if h.gone {
		return sound.Block{}, sound.ErrLost
	}
	const period = 10 * time.Millisecond
	return sound.Block{Samples: make([]int16, 240), At: <-time.After(period)}, nil
}
func (humming) Close() error    { return nil }
func (humming) SampleRate() int { return 24000 }

func startMock(t *testing.T, open session.OpenSource) *session.Mock {
	t.Helper()
	m, err := session.StartMock(t.TempDir(), session.Meta{
		Question: question.Custom("Design something for a test."), Level: interview.Senior,
		Plan: session.PlanMinutes(interview.PlanFor(30)), Started: time.Now(),
	}, open)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.End() })
	<-m.Opened()
	return m
}

func TestAMissingMicrophoneIsToldOnce(t *testing.T) {
	m := startMock(t, func() (sound.Source, error) { return nil, sound.ErrNoDevice })
	var out bytes.Buffer
	news := &soundNews{out: &out, mock: m}
	news.tell()
	news.tell()
	if want := "Nothing is recorded: " + sound.ErrNoDevice.Error() + ".\n"; out.String() != want {
		t.Errorf("it told %q, want %q", out.String(), want)
	}
}

func TestALostMicrophoneAndItsReturnAreTold(t *testing.T) {
	back := make(chan struct{})
	first := true
	m := startMock(t, func() (sound.Source, error) {
		if first {
			first = false
			return humming{gone: true}, nil
		}
		<-back
		return humming{}, nil
	})
	var out bytes.Buffer
	news := &soundNews{out: &out, mock: m}
	becomes(t, m, "lost")
	news.tell()
	news.tell()
	close(back)
	becomes(t, m, "")
	news.tell()
	const want = "The microphone stopped delivering sound. The interview runs on; recording resumes when it is back.\nThe recording goes on.\n"
	if out.String() != want {
		t.Errorf("it told %q, want %q", out.String(), want)
	}
}

func TestTooLittleRoomIsToldBeforehand(t *testing.T) {
	for _, c := range []struct {
		free, need int64
		err        error
		says       string
	}{
		{5e6, 140e6, nil, "talkthrough: The disk has 5.0 MB left"},
		{140e6, 140e6, nil, ""},
		{0, 140e6, io.ErrUnexpectedEOF, ""},
	} {
		var out bytes.Buffer
		terminal{streams: streams{err: &out}}.warnOfRoom(c.free, c.need, c.err)
		if c.says == "" && out.Len() > 0 || !strings.HasPrefix(out.String(), c.says) {
			t.Errorf("%d of %d bytes, %v: it told %q", c.free, c.need, c.err, out.String())
		}
	}
}

// becomes waits until the recording fares so.
func becomes(t *testing.T, m *session.Mock, state string) {
	t.Helper()
	look := time.NewTicker(time.Millisecond)
	defer look.Stop()
	for deadline := time.After(20 * time.Second); m.Voice().State().State != state; {
		select {
		case <-look.C:
		case <-deadline:
			t.Fatalf("the recording never becomes %q", state)
		}
	}
}
