package session

import (
	"os"
	"syscall"
	"testing"
	"time"

	"talkthrough/internal/sound"
	"talkthrough/internal/sound/soundtest"
)

// BenchmarkRecording records ten seconds of a real sound server a round and
// reports how much of one core that takes. The source is one that gives its
// sound in the portions it is asked for, as a sound card does: the tests'
// microphone gives 400 a second, for the sake of its short delay, and half the
// cost would be the server's client waking up for those.
func BenchmarkRecording(b *testing.B) {
	server := soundtest.Start(b)
	server.Use()
	server.Control("load-module", "module-null-sink", "sink_name=steady", "rate=48000")
	server.Control("load-module", "module-sine", "sink=steady")
	// A sink that nobody listened to looks 2 s late at what it is asked for,
	// which would be a loss of the microphone.
	awake := server.HearFrom("steady.monitor")
	sys, err := sound.Open()
	if err != nil {
		b.Fatal(err)
	}
	defer sys.Close()
	mock, err := StartMock(b.TempDir(), testMeta(), func() (sound.Source, error) {
		return sys.Capture(sound.CaptureConfig{DeviceID: "steady.monitor", SampleRate: micRate})
	})
	if err != nil {
		b.Fatal(err)
	}
	<-mock.Opened()
	if err := mock.Silent(); err != nil {
		b.Fatal(err)
	}
	awake.Stop()
	const round = 10 * time.Second
	before := processorTime(b)
	b.ResetTimer()
	for range b.N {
		<-time.After(round)
	}
	b.StopTimer()
	used := processorTime(b) - before
	b.ReportMetric(100*used.Seconds()/(round.Seconds()*float64(b.N)), "%core")
	if err := mock.End(); err != nil {
		b.Fatal(err)
	}
	h, err := ReadHistory(mock.Journal())
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range h.Events {
		if said, ok := e.Body.(Sounded); ok {
			b.Fatalf("at %v the microphone is %s", e.At, said.State)
		}
	}
	if takes := mock.Folder.Takes(); len(takes) != 1 {
		b.Fatalf("recorded %d takes", len(takes))
	}
	info, err := os.Stat(mock.Folder.Take(1))
	if err != nil {
		b.Fatal(err)
	}
	// A take of silence has some 100 bytes a second.
	if least := int64(b.N) * 10 * 1000; info.Size() < least {
		b.Fatalf("the take has %d bytes of at least %d: what was recorded is not the tone", info.Size(), least)
	}
}

// processorTime is how long this process has kept processors busy.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
