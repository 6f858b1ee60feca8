package session

import (
	"syscall"
	"testing"
	"time"

	"talkthrough/internal/sound"
	"talkthrough/internal/sound/soundtest"
)

// BenchmarkRecording records ten seconds of a real sound server a round and
// reports how much of one core that takes.
func BenchmarkRecording(b *testing.B) {
	server := soundtest.Start(b)
	server.Use()
	sys, err := sound.Open()
	if err != nil {
		b.Fatal(err)
	}
	defer sys.Close()
	mock, err := StartMock(b.TempDir(), testMeta(), func() (sound.Source, error) {
		return sys.Capture(sound.CaptureConfig{SampleRate: micRate})
	})
	if err != nil {
		b.Fatal(err)
	}
	<-mock.Opened()
	if err := mock.Silent(); err != nil {
		b.Fatal(err)
	}
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
