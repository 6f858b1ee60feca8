package session

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"talkthrough/internal/interview"
	"talkthrough/internal/recording"
)

// attemptOf is an attempt with these events and a folder of its own.
func attemptOf(t testing.TB, events []Event) *Attempt {
	t.Helper()
	return &Attempt{Folder: Folder{Dir: t.TempDir()}, Player: NewPlayer(interview.PlanFor(40), events), History: History{Events: events}}
}

// speak writes take n of a as samples.
func speak(t testing.TB, a *Attempt, n, rate int, samples []int16) {
	t.Helper()
	take, err := recording.Create(a.Take(n), rate, recording.Tags{})
	if err != nil {
		t.Fatal(err)
	}
	if err := take.Write(samples); err != nil {
		t.Fatal(err)
	}
	if err := take.Finish(recording.Tags{}); err != nil {
		t.Fatal(err)
	}
}

// ramp is n samples, each telling where it stands.
func ramp(n int, value func(i int) int) []int16 {
	out := make([]int16, n)
	for i := range out {
		out[i] = int16(value(i))
	}
	return out
}

// heardAfter is the elapsed time reached when so many samples were heard since from.
func heardAfter(t *Track, from time.Duration, samples int64) time.Duration {
	return t.elapsed(t.position(from) + samples)
}

func readFeed(f *Feed, chunk int) []int16 {
	var out []int16
	buf := make([]int16, chunk)
	for {
		n := f.Fill(buf)
		if n == 0 {
			return out
		}
		out = append(out, buf[:n]...)
	}
}

// twoTakes is an attempt of ten seconds on the clock: a second before the
// microphone opens, two seconds of speech, a pause of ten seconds, one more of
// speech, two seconds without a device, two of a second take at twice the rate,
// two without anything. want is what is to be heard.
func twoTakes(t testing.TB) (a *Attempt, want []int16) {
	a = attemptOf(t, []Event{
		{0, Started{}},
		{0, TakeBegan{Take: 1, Rate: 8000}},
		{1 * second, Anchor{1, 0}},
		{2 * second, Anchor{1, 8000}},
		{3 * second, Paused{}},
		{3 * second, Anchor{1, 16000}},
		{13 * second, Resumed{}},
		{13 * second, Anchor{1, 16000}},
		{14 * second, Anchor{1, 24000}},
		{15 * second, TakeBegan{Take: 2, Rate: 16000}},
		{16 * second, Anchor{2, 0}},
		{18 * second, Anchor{2, 32000}},
		{20 * second, Ended{}},
	})
	one := ramp(24000, func(i int) int { return 1 + i%3000 })
	two := ramp(32000, func(i int) int { return i / 2 })
	speak(t, a, 1, 8000, one)
	speak(t, a, 2, 16000, two)
	want = make([]int16, 80000)
	copy(want[8000:], one)
	for i := range 16000 {
		want[48000+i] = int16(i) // every second sample of the take
	}
	return a, want
}

func wantSound(t rapid.TB, got, want []int16) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d samples, want %d", len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("sample %d is %d, want %d", i, got[i], want[i])
		}
	}
}

func TestATrackIsTheTakesAndSilenceBetweenThem(t *testing.T) {
	a, want := twoTakes(t)
	track := NewTrack(a)
	if track.Rate() != 8000 || track.Length() != 10*second || !track.HasSound() {
		t.Fatalf("rate %d, length %v, sound %v", track.Rate(), track.Length(), track.HasSound())
	}
	feed := track.NewFeed()
	defer feed.Close()
	wantSound(t, readFeed(feed, 777), want)
	if p := track.Problems(); len(p) > 0 {
		t.Errorf("problems: %q", p)
	}
}

func TestAFeedPlaysOnFromWhereItWasPut(t *testing.T) {
	a, want := twoTakes(t)
	feed := NewTrack(a).NewFeed()
	defer feed.Close()
	rapid.Check(t, func(t *rapid.T) {
		ms := rapid.IntRange(-500, 12000).Draw(t, "ms")
		feed.SeekElapsed(time.Duration(ms) * time.Millisecond)
		buf := make([]int16, rapid.IntRange(1, 9000).Draw(t, "chunk"))
		n := feed.Fill(buf)
		rest := want[min(max(ms, 0)*8, len(want)):]
		wantSound(t, buf[:n], rest[:min(len(rest), len(buf))])
	})
}

func TestADriftingDeviceIsPlayedAsItIsAndTheClockFollowsIt(t *testing.T) {
	a := attemptOf(t, []Event{
		{0, Started{}},
		{0, TakeBegan{Take: 1, Rate: 8000}},
		{0, Anchor{1, 0}},
		{10 * second, Anchor{1, 80800}}, // 1 % fast
		{20 * second, Anchor{1, 160800}},
		{20 * second, Ended{}},
	})
	speech := ramp(160800, func(i int) int { return i % 5000 })
	speak(t, a, 1, 8000, speech)
	track := NewTrack(a)
	feed := track.NewFeed()
	defer feed.Close()
	wantSound(t, readFeed(feed, 4000), speech)
	for samples, want := range map[int64]time.Duration{0: 0, 40400: 5 * second, 80800: 10 * second, 120800: 15 * second, 999999: 20 * second} {
		if got := heardAfter(track, 0, samples); got != want {
			t.Errorf("after %d samples: %v, want %v", samples, got, want)
		}
	}
	if got := heardAfter(track, 5*second, 40400); got != 10*second {
		t.Errorf("40400 samples after 5s: %v, want 10s", got)
	}
}

// A pause is anchored at its command, a moment later than what was last
// written; the anchor after it then names an earlier sample and is dropped.
func TestSoundStaysInStepAfterAPauseWhoseAnchorsOverlap(t *testing.T) {
	a := attemptOf(t, []Event{
		{0, Started{}},
		{0, TakeBegan{Take: 1, Rate: 8000}},
		{0, Anchor{1, 0}},
		{10 * second, Paused{}},
		{10 * second, Anchor{1, 80200}},
		{70 * second, Resumed{}},
		{70 * second, Anchor{1, 80000}},
		{71 * second, Anchor{1, 88000}},
		{80 * second, Anchor{1, 160000}},
		{80 * second, Ended{}},
	})
	speak(t, a, 1, 8000, ramp(160000, func(i int) int { return i / 8 })) // in milliseconds
	track := NewTrack(a)
	feed := track.NewFeed()
	defer feed.Close()
	for _, at := range []time.Duration{5 * second, 10200 * time.Millisecond, 10900 * time.Millisecond, 15 * second} {
		buf := make([]int16, 1)
		feed.SeekElapsed(at)
		feed.Fill(buf)
		if off := math.Abs(float64(buf[0]) - float64(at.Milliseconds())); off > 30 {
			t.Errorf("at %v sound of %d ms is heard", at, buf[0])
		}
	}
}

func TestAnAttemptWithoutSoundIsSilenceOfItsLength(t *testing.T) {
	a := attemptOf(t, []Event{{0, Started{}}, {2 * second, Paused{}}, {9 * second, Resumed{}}, {10 * second, Ended{}}})
	track := NewTrack(a)
	if track.HasSound() || track.Rate() != 24000 || track.Length() != 3*second {
		t.Fatalf("sound %v, rate %d, length %v", track.HasSound(), track.Rate(), track.Length())
	}
	feed := track.NewFeed()
	defer feed.Close()
	wantSound(t, readFeed(feed, 5000), make([]int16, 72000))
	track.LoadPeaks(t.Context(), nil)
	for _, c := range track.Columns(0, 3*second, 10) {
		if c != (Column{}) {
			t.Fatalf("a column of silence is %+v", c)
		}
	}
	if got := heardAfter(track, second, 24000); got != 2*second {
		t.Errorf("one second after 1s it is %v", got)
	}
}

func TestATakeThatIsGoneOrCutShortIsSilentAndSaid(t *testing.T) {
	a, want := twoTakes(t)
	if err := os.Remove(a.Take(2)); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(a.Take(1)); err != nil {
		t.Fatal(err)
	}
	speak(t, a, 1, 8000, ramp(12000, func(i int) int { return 1 + i%3000 }))
	clear(want[8000+12000:])
	for name, look := range map[string]func(*Track){
		"loading peaks": func(track *Track) { track.LoadPeaks(t.Context(), nil) },
		"playing": func(track *Track) {
			feed := track.NewFeed()
			defer feed.Close()
			wantSound(t, readFeed(feed, 1000), want)
		},
	} {
		track := NewTrack(a)
		look(track)
		look(track) // a problem is said once
		problems := track.Problems()
		if len(problems) != 2 || !strings.Contains(problems[0], "take-1.flac ends 1.5s early") || !strings.Contains(problems[1], "take-2.flac") {
			t.Errorf("after %s: %q", name, problems)
		}
	}
}

func TestColumnsShowWhereTheVoiceWas(t *testing.T) {
	a, _ := twoTakes(t)
	burst := make([]int16, 24000)
	for i := 17600; i < 18400; i++ { // 3.2 s to 3.3 s on the clock
		burst[i] = int16(8000 * (1 - 2*(i%2)))
	}
	for _, n := range []int{1, 2} {
		os.Remove(a.Take(n))
		os.Remove(a.Peaks(n))
	}
	speak(t, a, 1, 8000, burst)
	speak(t, a, 2, 16000, make([]int16, 32000))
	look := func(t *testing.T, track *Track) {
		t.Helper()
		for i, c := range track.Columns(0, 10*second, 100) {
			switch {
			case i == 32 && (c.Min != -8000 || c.Max != 8000):
				t.Errorf("the burst is drawn as %+v", c)
			case (i < 31 || i > 33) && c != (Column{}): // a peak covers 32 ms
				t.Errorf("column %d is %+v, want silence", i, c)
			}
		}
		if whole := track.Columns(3*second, 4*second, 1); whole[0] != (Column{Min: -8000, Max: 8000}) {
			t.Errorf("the second with the burst is drawn as %+v", whole)
		}
		if after := track.Columns(4*second, 10*second, 3); after[0] != (Column{}) || after[2] != (Column{}) {
			t.Errorf("what follows is drawn as %+v", after)
		}
	}
	t.Run("from the kept peaks", func(t *testing.T) {
		track := NewTrack(a)
		if c := track.Columns(0, 10*second, 1); c[0] != (Column{}) {
			t.Errorf("before loading: %+v", c)
		}
		track.LoadPeaks(t.Context(), nil)
		look(t, track)
	})
	t.Run("from the takes", func(t *testing.T) {
		os.Remove(a.Peaks(1))
		if err := os.WriteFile(a.Peaks(2), []byte("not peaks"), 0o600); err != nil {
			t.Fatal(err)
		}
		track := NewTrack(a)
		track.LoadPeaks(t.Context(), nil)
		look(t, track)
		if kept, err := recording.LoadPeaks(a.Peaks(1)); err != nil || kept.Samples() < 24000 {
			t.Errorf("the peaks were not kept: %v", err)
		}
	})
}

// Whatever is in a journal, a track is in step with the clock and of its
// length.
func TestAnyJournalGivesATrackInStep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := drawEvents(t)
		player := NewPlayer(interview.PlanFor(40), events)
		track := NewTrack(&Attempt{Player: player})
		if want := player.Timeline().Length(); track.Length() != want {
			t.Fatalf("length %v, want %v", track.Length(), want)
		}
		last := time.Duration(0)
		for i := range 50 {
			at := track.Length() * time.Duration(i) / 50
			got := heardAfter(track, at, 0)
			if off := (got - at).Abs(); off > time.Millisecond {
				t.Fatalf("put to %v it stands at %v", at, got)
			}
			if got < last {
				t.Fatalf("time runs back from %v to %v", last, got)
			}
			last = got
		}
		// A second heard is about a second on the clock; every piece may be off
		// by the slack.
		from := track.Length() / 3
		heard := heardAfter(track, from, int64(track.Rate())) - from
		slack := time.Duration(len(track.pieces))*anchorSlack + 200*time.Millisecond
		if from+second+slack < track.Length() && (heard-second).Abs() > slack {
			t.Fatalf("a second of sound moved the clock by %v (%s)", heard, fmt.Sprint(track.pieces))
		}
	})
}
