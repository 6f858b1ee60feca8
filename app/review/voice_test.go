package review

import (
	"errors"
	"sync"
	"testing"
	"time"

	"talkthrough/internal/session"
	"talkthrough/internal/sound"
)

// fakePlayer is a loudspeaker that hears as many samples as it is told.
type fakePlayer struct {
	mu     sync.Mutex
	feed   sound.Feed
	heard  int64
	paused bool
	volume float64
	closed bool
	done   chan struct{}
	err    error
}

func newFakePlayer() *fakePlayer { return &fakePlayer{done: make(chan struct{})} }

func (p *fakePlayer) Play(f sound.Feed) { p.feed, p.heard = f, 0 }

func (p *fakePlayer) Flush(reposition func()) {
	reposition()
	p.heard, p.done = 0, make(chan struct{})
}

func (p *fakePlayer) Pause()                { p.paused = true }
func (p *fakePlayer) Resume()               { p.paused = false }
func (p *fakePlayer) Position() int64       { return p.heard }
func (p *fakePlayer) Done() <-chan struct{} { return p.done }
func (p *fakePlayer) Err() error            { return p.err }
func (p *fakePlayer) Volume(v float64)      { p.volume = v }

func (p *fakePlayer) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
}

func (p *fakePlayer) wasClosed() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.closed
}

// hears plays n samples and returns them.
func (p *fakePlayer) hears(n int) []int16 {
	buf := make([]int16, n)
	got := 0
	for got < n {
		k := p.feed.Fill(buf[got:])
		if k == 0 {
			close(p.done)
			break
		}
		got += k
	}
	p.heard += int64(got)
	return buf[:got]
}

// spoken is twenty seconds on the clock with a pause of a minute after ten.
func spoken(t testing.TB) *session.Attempt { return spokenAs(t, babble) }

func spokenAs(t testing.TB, sound func(samples int) []int16) *session.Attempt {
	s := newScribe(t)
	s.sound = sound
	s.speaks()
	s.waits(10)
	s.pauses(60, func() {})
	s.waits(10)
	s.rec.Do(session.Ended{})
	return s.opens()
}

type stage struct {
	*voice
	player  *fakePlayer
	now     time.Time
	refuse  error
	asked   []output
	missing string
	gate    chan struct{} // the device opens when something comes
}

func newStage(t testing.TB) *stage {
	st := &stage{player: newFakePlayer(), now: time.Unix(0, 0), gate: make(chan struct{}, 10)}
	st.voice = newVoice(session.NewTrack(spoken(t)), func(o output) (player, string, error) {
		<-st.gate
		st.asked = append(st.asked, o)
		if st.refuse != nil {
			return nil, "", st.refuse
		}
		return st.player, st.missing, nil
	}, func() time.Time { return st.now })
	t.Cleanup(func() {
		close(st.gate)
		st.Close()
	})
	return st
}

// answered lets the device open, or be refused, and waits for that.
func (s *stage) answered() {
	s.gate <- struct{}{}
	s.opening.Wait()
}

func TestTheVoiceIsWhereTheSamplesAre(t *testing.T) {
	s := newStage(t)
	s.Seek(8 * second)
	s.Play()
	s.now = s.now.Add(3 * second)
	if at := s.Position(); at != 8*second || !s.Playing() {
		t.Errorf("before the device is open it stands at %v", at)
	}
	s.answered()
	want := babble(20 * rate)
	got := s.player.hears(4 * rate)
	for i := range got {
		if got[i] != want[8*rate+i] {
			t.Fatalf("sample %d after eight seconds is %d, want %d", i, got[i], want[8*rate+i])
		}
	}
	if at := s.Position(); at != 12*second {
		t.Errorf("after four seconds of sound it is at %v, want 12s: the pause takes no time", at)
	}
	s.Seek(2 * second)
	if at := s.Position(); at != 2*second {
		t.Errorf("put to 2s it is at %v", at)
	}
	if got := s.player.hears(10); got[9] != want[2*rate+9] {
		t.Error("after seeking something else is heard")
	}
	s.Pause()
	s.player.heard += rate // what the device still had
	if at := s.Position(); s.Playing() || !s.player.paused || at > 2*second+10*time.Millisecond {
		t.Errorf("paused, it is at %v", at)
	}
	s.Play()
	if s.player.paused || s.player.heard != 0 {
		t.Error("it does not play on from where it was paused")
	}
}

func TestTheVoiceStopsAtTheEnd(t *testing.T) {
	s := newStage(t)
	s.Seek(19 * second)
	s.Play()
	s.answered()
	s.player.hears(2 * rate)
	if s.Playing() || s.Position() != 20*second {
		t.Errorf("at the end: playing %v at %v", s.Playing(), s.Position())
	}
	s.Play()
	if at := s.Position(); at != 0 || !s.Playing() {
		t.Errorf("play at the end begins at %v", at)
	}
}

func TestWithoutADeviceTheReplayIsSilentUntilThereIsOne(t *testing.T) {
	s := newStage(t)
	s.refuse = errors.New("nothing is connected")
	s.Play()
	s.answered()
	s.now = s.now.Add(3 * second)
	if at := s.Position(); at != 3*second || s.Notice() != noOutput {
		t.Errorf("three seconds later it is at %v and says %q", at, s.Notice())
	}
	s.Pause()
	s.refuse = nil
	s.Play()
	s.now = s.now.Add(2 * second)
	if at := s.Position(); at != 5*second {
		t.Errorf("while the device is asked for again it is at %v, want 5s", at)
	}
	s.answered()
	s.player.hears(rate)
	if at := s.Position(); at != 6*second || s.Notice() != "" {
		t.Errorf("with a device it is at %v and says %q", at, s.Notice())
	}
	s.player.err = errors.New("unplugged")
	if s.Notice() == "" {
		t.Error("a device that went away is not mentioned")
	}
}

func TestLeavingWhileTheDeviceOpensClosesIt(t *testing.T) {
	s := newStage(t)
	s.Play()
	s.Pause()
	closed := make(chan struct{})
	go func() {
		s.Close()
		close(closed)
	}()
	s.gate <- struct{}{}
	<-closed
	s.opening.Wait()
	// Close may have come before the device or after it: closed it is either way.
	if !s.player.wasClosed() {
		t.Error("the device stays open")
	}
}
