//go:build linux

package e2e

import (
	"bytes"
	"image"
	"math"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"talkthrough/app/keys"
	"talkthrough/internal/sound/soundtest"
)

const (
	// sleepFor is how long the program sleeps.
	sleepFor = 15 * time.Second
	// inStep is how far sound and clock may be apart after a sleep.
	inStep = 50 * time.Millisecond
	// looked is the longest time between two of the program's looks at the clock,
	// and some for being late at it.
	looked = 1200 * time.Millisecond
)

// asleep is a mock during which the program is stopped, as a sleeping laptop
// stops it, and what the test knows of that.
type asleep struct {
	spoken
	mark          int64     // session time in ms of the last thing done before
	before, after time.Time // between them the program recorded it
	asked, halted time.Time // between them the program was stopped
}

// The program sleeps in the midst of an interview: that is a pause from the last
// moment awake until the user goes on, for clock and sound alike.
func TestSleepIsAPause(t *testing.T) {
	need(t, desktop...)
	need(t, audio...)
	server := soundtest.Start(t)
	s := &asleep{spoken: spoken{t: t, server: server, d: newDesk(t, server.Env())}}
	feed(t, server.Env(), hush(180))
	s.ears = listen(t, server.Env(), soundtest.MicID)

	s.p = s.d.open()
	s.begin()
	s.beepsUntil(1)
	s.sleep()
	s.goOn()
	s.beepsUntil(3)
	s.end()
	s.p.quit()

	s.journal = readJournal(t, s.dir)
	s.take = decode(t, s.dir+"/take-1.flac")
	t.Run("pause", s.checkPause)
	t.Run("sound", s.checkSound)
	t.Run("step", s.checkStep)
}

// beepsUntil beeps and sets marks until n beeps were heard as they were made.
func (s *asleep) beepsUntil(n int) {
	s.t.Helper()
	for number := len(readJournal(s.t, s.dir).all("mark")); len(s.beeps) < n; number++ {
		if number == n+tries {
			s.t.Fatal("the sound server breaks every beep up")
		}
		if b, ok := s.beep(number); ok {
			s.beeps = append(s.beeps, b)
		}
	}
}

// notice is where the room says that something is wrong.
var notice = image.Rect(screenWidth/2-200, screenHeight-220, screenWidth/2+200, screenHeight-120)

// sleep stops the program for a while and waits for it to notice.
func (s *asleep) sleep() {
	s.t.Helper()
	marks := readJournal(s.t, s.dir).all("mark")
	s.before = time.Now()
	s.d.hands.press(keys.MarkGood)
	s.until("the last mark is in the journal", func(j journal) bool { return len(j.all("mark")) == len(marks)+1 })
	s.after = time.Now()
	all := readJournal(s.t, s.dir).all("mark")
	s.mark = all[len(all)-1].At
	awake := s.d.display.look()

	s.asked = time.Now()
	s.signal(syscall.SIGSTOP)
	await(s.t, "the program was stopped", s.stands)
	s.halted = time.Now()
	<-time.After(sleepFor)
	s.signal(syscall.SIGCONT)
	s.p.await("session", "state", "slept")
	s.until("the sleep is in the journal", func(j journal) bool { return len(j.all("pause")) == 1 })
	s.p.until("the room says that it slept", func() bool { return differ(awake, s.d.display.look(), notice) })
	s.d.display.keep("slept")
}

func (s *asleep) signal(which syscall.Signal) {
	s.t.Helper()
	if err := s.p.cmd.Process.Signal(which); err != nil {
		s.t.Fatal(err)
	}
}

// stands tells whether the program is stopped.
func (s *asleep) stands() bool {
	status, err := os.ReadFile(filepath.Join("/proc", s.p.pid(), "status"))
	if err != nil {
		s.t.Fatal(err)
	}
	return bytes.Contains(status, []byte("\nState:\tT"))
}

// goOn resumes, after a beep that is no part of the interview.
func (s *asleep) goOn() {
	s.t.Helper()
	from := len(s.ears.all())
	feed(s.t, s.server.Env(), chirp(unheard, 48000))
	s.p.until("the beep in the pause was over", func() bool {
		onset, ok := s.ears.onset(from)
		return ok && len(s.ears.all()) > onset+voiceRate
	})
	s.d.hands.press(keys.Pause)
	s.until("the interview goes on", func(j journal) bool { return len(j.all("resume")) == 1 })
	s.until("the recording goes on", func(j journal) bool {
		anchors := j.all("anchor")
		return anchors[len(anchors)-1].At > j.all("resume")[0].At
	})
}

// unheard is the number of the beep in the pause.
const unheard = 7

func (s *asleep) checkPause(t *testing.T) {
	pauses, resumes := s.journal.all("pause"), s.journal.all("resume")
	if len(pauses) != 1 || len(resumes) != 1 {
		t.Fatalf("%d pauses and %d resumes, want one of each", len(pauses), len(resumes))
	}
	paused := time.Duration(pauses[0].At-s.mark) * time.Millisecond
	least, most := s.asked.Sub(s.after)-looked, s.halted.Sub(s.before)+inStep
	t.Logf("the pause begins %v after the last mark, the program was stopped %v to %v after it", paused, least+looked, most-inStep)
	if paused < least || paused > most {
		t.Errorf("the pause begins %v after the last mark, want %v to %v", paused, least, most)
	}
	end := s.journal.all("end")[0].At
	want := float64(end-resumes[0].At+pauses[0].At) / 1000
	if got := s.d.list()[0].Length; math.Abs(got-want) > 0.002 || float64(end)/1000-got < sleepFor.Seconds() {
		t.Errorf("the interview lasts %.3f s, want %.3f s of the %.3f s that passed", got, want, float64(end)/1000)
	}
	for _, e := range s.journal {
		if e.Do == "sound" || e.Do == "gap" || e.Do == "take" && e.Take != 1 {
			t.Errorf("the journal says %s", e.line)
		}
	}
}

func (s *asleep) checkSound(t *testing.T) {
	pause, resume := s.journal.all("pause")[0].At, s.journal.all("resume")[0].At
	end := s.journal.all("end")[0].At
	length := time.Duration(end-resume+pause) * time.Millisecond
	if off := duration(len(s.take)) - length; off < -time.Second || off > inStep {
		t.Errorf("the take has %v of sound, the interview lasts %v", duration(len(s.take)), length)
	}
	if _, likeness := soundtest.Likeness(s.take, chirp(unheard, voiceRate)); likeness >= alike {
		t.Errorf("what was to be heard in the pause only is in the take: correlation %.3f", likeness)
	}
}

// checkStep holds each beep against its mark, as the clock of the whole mock
// does, and the beeps after the sleep against those before it.
func (s *asleep) checkStep(t *testing.T) {
	s.checkClock(t)
	var delays []time.Duration // of a beep's sample behind the test's own clock
	for _, b := range s.beeps {
		sample, _ := soundtest.Likeness(s.take, chirp(b.number, voiceRate))
		at, ok := s.journal.timeOf(1, int64(sample))
		if !ok {
			t.Fatalf("no anchors around sample %d", sample)
		}
		delays = append(delays, time.Duration(at*float64(time.Millisecond))-b.sounded.Sub(s.beeps[0].sounded))
	}
	for i, d := range delays {
		if off := d - delays[0]; off < -inStep || off > inStep {
			t.Errorf("beep %d is heard %v off from where the one before the sleep puts it", i, off)
		}
	}
	t.Logf("by the anchors the beeps after the sleep are %v and %v off", delays[1]-delays[0], delays[2]-delays[0])
}
