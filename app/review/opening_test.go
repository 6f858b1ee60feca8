package review

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/internal/session"
)

// BenchmarkOpenFortyMinutes tells how long it takes from the folder of an
// attempt to the window with its waveform drawn, when the peaks lie beside the
// take.
func BenchmarkOpenFortyMinutes(b *testing.B) {
	s := newScribe(b)
	s.speaks()
	for range 60 {
		for range 2 {
			s.types("- a line of notes about features, and why they matter\n")
		}
		for range 33 {
			s.waits(1)
		}
		s.rec.Do(session.Marked{Kind: session.Good})
	}
	s.rec.Do(session.Ended{})
	a := s.opens()
	session.NewTrack(a).LoadSpeech(b.Context(), nil)
	test.NewTempApp(b).Settings().SetTheme(look.Theme{Mode: look.Light})
	length := a.Timeline().Length()
	b.ResetTimer()
	var read, drawn time.Duration
	for range b.N {
		began := time.Now()
		a, err := session.Open(a.Dir)
		if err != nil {
			b.Fatal(err)
		}
		posted := make(chan func(), 10)
		s := build(a, session.NewTrack(a), Actions{}, func(f func()) { posted <- f }, parts{
			board: newViewer(), transport: newWallClock(length, time.Now, ""),
			beat: func(func()) func() { return func() {} }, kept: fyne.CurrentApp().Preferences(),
		})
		read += time.Since(began)
		window := test.NewTempWindow(b, look.NewStage(s.Object()))
		window.SetPadded(false)
		window.Resize(fyne.NewSize(1280, 800))
		(<-posted)()              // the peaks are there
		window.Canvas().Capture() // the whole window, by the slow painter of tests
		drawn += time.Since(began)
		s.Leave()
		drain(&s.work, posted)
	}
	b.ReportMetric(length.Minutes(), "minutes")
	b.ReportMetric(float64(read.Milliseconds())/float64(b.N), "read-ms")
	b.ReportMetric(float64(drawn.Milliseconds())/float64(b.N), "drawn-ms")
}
