package review

import (
	"errors"
	"testing"
	"time"

	"talkthrough/internal/sound"
	"talkthrough/internal/speech"
)

func TestAtAnotherSpeedTheVoiceIsWhereItsSamplesAre(t *testing.T) {
	s := newStage(t)
	s.Seek(4 * second)
	s.SetSpeed(1.5)
	s.Play()
	s.answered()
	s.player.hears(4 * rate)
	if at := s.Position(); (at - 10*second).Abs() > 20*time.Millisecond {
		t.Errorf("after four seconds at 1.5× it is at %v, want 10s", at)
	}
	s.SetSpeed(0.5)
	s.player.hears(2 * rate)
	if at := s.Position(); (at - 11*second).Abs() > 60*time.Millisecond {
		t.Errorf("after two more at 0.5× it is at %v, want 11s", at)
	}
	s.SetSpeed(1)
	s.Seek(2 * second)
	want := babble(20 * rate)
	for i, v := range s.player.hears(rate) {
		if v != want[2*rate+i] {
			t.Fatalf("back at 1×, sample %d is %d, want %d", i, v, want[2*rate+i])
		}
	}
}

// withoutSilences leaves out all from two to five seconds, but for two tenths.
func withoutSilences() *speech.Skipping {
	return speech.SkipSilences([]speech.Span{{Start: 2 * second, End: 5 * second}}, 20*second, speech.KeptSilence)
}

func TestSilencesAreLeftOutAndTheMomentIsStillRight(t *testing.T) {
	s := newStage(t)
	s.Skip(withoutSilences())
	s.Play()
	s.answered()
	s.player.hears(2 * rate)
	if at := s.Position(); at != 2*second {
		t.Errorf("after two seconds it is at %v", at)
	}
	got, want := s.player.hears(rate), babble(20*rate)
	if at := s.Position(); (at - 5800*time.Millisecond).Abs() > time.Millisecond {
		t.Errorf("a second later, with three left out but for 200 ms, it is at %v", at)
	}
	for i := rate / 2; i < rate; i++ {
		if at := 4900*rate/1000 + i - rate/10; got[i] != want[at] {
			t.Fatalf("sample %d is %d, want %d", i, got[i], want[at])
		}
	}
	s.Skip(nil)
	s.Seek(0)
	s.player.hears(4 * rate)
	if at := s.Position(); at != 4*second {
		t.Errorf("with nothing left out it is at %v after four seconds", at)
	}
}

func TestWithoutADeviceSpeedAndSilencesCountAsWell(t *testing.T) {
	s := newStage(t)
	s.refuse = errors.New("nothing is connected")
	s.SetSpeed(2)
	s.Skip(withoutSilences())
	s.Play()
	s.answered()
	s.now = s.now.Add(2 * second)
	if at := s.Position(); at != 6800*time.Millisecond {
		t.Errorf("after two seconds at 2× it is at %v, want 6.8s", at)
	}
	s.SetSpeed(1)
	s.now = s.now.Add(second)
	if at := s.Position(); at != 7800*time.Millisecond {
		t.Errorf("a second at 1× later it is at %v, want 7.8s", at)
	}
	s.now = s.now.Add(time.Minute)
	if s.Playing() || s.Position() != 20*second {
		t.Errorf("at the end: playing %v at %v", s.Playing(), s.Position())
	}
}

func TestTheVolumeHoldsForEveryDevice(t *testing.T) {
	s := newStage(t)
	s.SetVolume(0.25)
	s.Play()
	s.answered()
	if s.player.volume != 0.25 {
		t.Errorf("the device opened later plays at %v", s.player.volume)
	}
	s.SetVolume(0.5)
	if s.player.volume != 0.5 {
		t.Errorf("the device that plays stays at %v", s.player.volume)
	}
}

func TestAnotherOutputPlaysOnFromWhereTheFirstStopped(t *testing.T) {
	s := newStage(t)
	s.SetOutput(output{ID: "one", Name: "Headset"})
	if len(s.asked) != 0 {
		t.Fatal("a device was opened before anything is to be heard")
	}
	s.Play()
	s.answered()
	first := s.player
	first.hears(3 * rate)
	s.player = newFakePlayer()
	s.SetOutput(output{})
	if at := s.Position(); at != 3*second || !s.Playing() {
		t.Errorf("while the other opens it is at %v, playing %v", at, s.Playing())
	}
	s.answered()
	if !first.wasClosed() {
		t.Error("the first device stays open")
	}
	if len(s.asked) != 2 || s.asked[0].ID != "one" || s.asked[1].ID != "" {
		t.Errorf("asked for %v", s.asked)
	}
	want := babble(20 * rate)
	for i, v := range s.player.hears(rate) {
		if v != want[3*rate+i] {
			t.Fatalf("on the other, sample %d is %d, want %d", i, v, want[3*rate+i])
		}
	}
	s.Pause()
	s.missing, s.player = "Headset", newFakePlayer()
	s.SetOutput(output{ID: "one", Name: "Headset"})
	s.answered()
	if got := s.Notice(); got != "Headset is not connected: replaying on the default output" {
		t.Errorf("it says %q", got)
	}
	if s.Playing() || s.Position() != 4*second {
		t.Errorf("paused, it is at %v, playing %v", s.Position(), s.Playing())
	}
}

// While one device opens, which may take seconds, another is chosen.
func TestTheOutputChosenLastIsTheOneThatPlays(t *testing.T) {
	s := newStage(t)
	s.Play()
	s.SetOutput(output{ID: "slow"})
	s.gate <- struct{}{} // whatever is being asked for,
	s.gate <- struct{}{} // and once more where that was the default
	s.opening.Wait()
	if last := s.asked[len(s.asked)-1]; last.ID != "slow" {
		t.Errorf("asked for %v", s.asked)
	}
}

func TestAnOutputIsFoundByItsIDOrElseByItsName(t *testing.T) {
	devices := []sound.Device{{ID: "a", Name: "Built-in", Default: true}, {ID: "b", Name: "Headset"}}
	for _, c := range []struct {
		chosen output
		id     string
		found  bool
	}{
		{output{}, "", true},
		{output{ID: "b", Name: "Something"}, "b", true},
		{output{ID: "other port", Name: "Headset"}, "b", true},
		{output{ID: "gone", Name: "Speakers"}, "", false},
	} {
		if id, found := c.chosen.find(devices); id != c.id || found != c.found {
			t.Errorf("%+v is %q, %v", c.chosen, id, found)
		}
	}
	if _, found := (output{ID: "b"}).find(nil); found {
		t.Error("a device is found among none")
	}
}
