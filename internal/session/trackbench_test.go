package session

import (
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"talkthrough/internal/recording"
)

const fortyMinutes = 40 * time.Minute

// longAttempt is forty minutes of something like speech, with an anchor each
// second.
func longAttempt(b *testing.B) *Attempt {
	b.Helper()
	events := []Event{{0, Started{}}, {0, TakeBegan{Take: 1, Rate: micRate}}}
	for at := time.Duration(0); at <= fortyMinutes; at += second {
		events = append(events, Event{at, Anchor{1, int64(at.Seconds() * micRate)}})
	}
	a := attemptOf(b, append(events, Event{fortyMinutes, Ended{}}))
	var words [][2]float64
	for at := 0.5; at < 59; at += 2.3 {
		words = append(words, [2]float64{at, at + 1.6})
	}
	minute := buzz(60, micRate, words...)
	take, err := recording.Create(a.Take(1), micRate, recording.Tags{})
	if err != nil {
		b.Fatal(err)
	}
	for range 40 {
		if err := take.Write(minute); err != nil {
			b.Fatal(err)
		}
	}
	if err := take.Finish(recording.Tags{}); err != nil {
		b.Fatal(err)
	}
	return a
}

// BenchmarkFortyMinutes tells how long one waits with an attempt of forty
// minutes.
func BenchmarkFortyMinutes(b *testing.B) {
	a := longAttempt(b)
	ctx := b.Context()
	b.Run("peaks from the file", func(b *testing.B) {
		for b.Loop() {
			NewTrack(a).LoadPeaks(ctx, nil)
		}
	})
	b.Run("peaks from the take", func(b *testing.B) {
		for b.Loop() {
			os.Remove(a.Peaks(1))
			NewTrack(a).LoadPeaks(ctx, nil)
		}
	})
	b.Run("speech from the take", func(b *testing.B) {
		for b.Loop() {
			os.Remove(a.Speech(1))
			NewTrack(a).LoadSpeech(ctx, nil)
		}
	})
	b.Run("speech from the file", func(b *testing.B) {
		for b.Loop() {
			NewTrack(a).LoadSpeech(ctx, nil)
		}
	})
	track := NewTrack(a)
	track.LoadPeaks(ctx, nil)
	track.LoadSpeech(ctx, nil)
	b.Run("columns of the whole", func(b *testing.B) {
		for b.Loop() {
			track.Columns(0, track.Length(), 640)
		}
	})
	b.Run("seek", func(b *testing.B) { benchmarkSeek(b, track.NewPlayback()) })
	b.Run("seek at 1.5 without silences", func(b *testing.B) {
		p := track.NewPlayback()
		p.SetSpeed(1.5)
		p.PlayOnly(track.Skipping().Parts())
		benchmarkSeek(b, p)
	})
	b.Run("a second at 1.5 without silences", func(b *testing.B) {
		p := track.NewPlayback()
		defer p.Close()
		p.SetSpeed(1.5)
		p.PlayOnly(track.Skipping().Parts())
		buf := make([]int16, micRate)
		for b.Loop() {
			if p.Fill(buf) == 0 {
				p.Seek(0)
			}
		}
	})
}

// benchmarkSeek goes to any place and has the first sound of there, of which it
// tells the longest wait.
func benchmarkSeek(b *testing.B, p *Playback) {
	defer p.Close()
	buf := make([]int16, micRate/50)
	r := rand.New(rand.NewPCG(4, 4))
	p.Fill(buf)
	longest := time.Duration(0)
	for b.Loop() {
		began := time.Now()
		p.Seek(time.Duration(r.Int64N(int64(fortyMinutes))))
		p.Fill(buf)
		longest = max(longest, time.Since(began))
	}
	b.ReportMetric(float64(longest.Microseconds())/1000, "longest-ms")
}
