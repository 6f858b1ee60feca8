package session

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"talkthrough/internal/sound"
)

// Who switched the recording off may think better of it in the room.
func TestAMicrophoneChosenLaterRecords(t *testing.T) {
	s := newStage()
	mock, err := startMock(t.TempDir(), testMeta(), nil, s.clock())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { mock.End() })
	mock.Do(Note{Ins: "a note"})
	m := newMic(s, sounds(2*second))
	m.mock = mock
	close(m.begun)
	mock.Use(m.source)
	m.heard(t)
	if mock.Silent() != nil || mock.Voice() == nil {
		t.Errorf("it is still said that nothing is recorded: %v", mock.Silent())
	}
	a := ended(t, mock)
	if got := samplesOf(t, a.Take(1)); !slices.Equal(got, m.given) {
		t.Errorf("the take holds %d samples, want %d", len(got), len(m.given))
	}
	if a.End().Sound.State != "" {
		t.Errorf("at the end the recording is said to be %+v", a.End().Sound)
	}
}

func TestAMicrophoneChosenInAPauseRecordsFromItsEnd(t *testing.T) {
	s := newStage()
	mock, err := startMock(t.TempDir(), testMeta(), nil, s.clock())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { mock.End() })
	mock.Pause()
	m := newMic(s, sounds(second), does((*Mock).Resume), sounds(2*second))
	m.mock = mock
	mock.Use(m.source)
	close(m.begun)
	m.heard(t)
	a := ended(t, mock)
	if got := samplesOf(t, a.Take(1)); !slices.Equal(got, m.given[micRate:]) {
		t.Errorf("the take holds %d samples, want the %d since the pause", len(got), 2*micRate)
	}
}

func TestAMicrophoneChosenThatDoesNotOpenIsSaid(t *testing.T) {
	busy := errors.New("it is busy")
	mock, err := StartMock(t.TempDir(), testMeta(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { mock.End() })
	mock.Use(func() (sound.Source, error) { return nil, busy })
	becomes(t, func() bool { return errors.Is(mock.Silent(), busy) })
}

func TestAnotherMicrophoneThatDoesNotOpenIsSaid(t *testing.T) {
	mock, err := StartMock(t.TempDir(), testMeta(), func() (sound.Source, error) { return steady{}, nil })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { mock.End() })
	<-mock.Opened()
	becomes(t, func() bool { return mock.Voice().Meter().Level().Peak > sound.Floor })
	mock.Use(func() (sound.Source, error) { return nil, errors.New("it is busy") })
	becomes(t, func() bool {
		s := mock.Voice().State()
		return s.State == "lost" && strings.Contains(s.Why, "it is busy")
	})
	mock.Use(func() (sound.Source, error) { return steady{}, nil })
	becomes(t, func() bool { return mock.Voice().State().State == "" })
	if a := ended(t, mock); len(a.Takes()) != 2 {
		t.Errorf("there are takes %v, want one of each microphone that recorded", a.Takes())
	}
}

func TestAfterTheEndNoMicrophoneBegins(t *testing.T) {
	mock, err := StartMock(t.TempDir(), testMeta(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := mock.End(); err != nil {
		t.Fatal(err)
	}
	mock.Use(func() (sound.Source, error) {
		t.Error("a microphone is opened")
		return nil, errUnplugged
	})
	if mock.Voice() != nil {
		t.Error("it records")
	}
}

// steady is a microphone that hums in real time.
type steady struct{}

func (steady) Read(time.Duration) (sound.Block, error) {
	at := <-time.After(period)
	samples := make([]int16, micRate/int(time.Second/period))
	for i := range samples {
		samples[i] = int16(i + 1)
	}
	return sound.Block{Samples: samples, At: at}, nil
}
func (steady) Close() error    { return nil }
func (steady) SampleRate() int { return micRate }

// becomes waits until something is so.
func becomes(t *testing.T, so func() bool) {
	t.Helper()
	look := time.NewTicker(10 * ms)
	defer look.Stop()
	for deadline := time.After(20 * time.Second); !so(); {
		select {
		case <-look.C:
		case <-deadline:
			t.Fatal("it never becomes so")
		}
	}
}
