package session

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"talkthrough/internal/speech"
)

// swelling is an attempt of twenty seconds in which a tone grows evenly, so
// that how loud it is tells what moment is heard.
func swelling(t testing.TB) *Track {
	const n, tone = 20 * 8000, 200
	a := attemptOf(t, []Event{
		{0, Started{}},
		{0, TakeBegan{Take: 1, Rate: 8000}},
		{0, Anchor{1, 0}},
		{20 * second, Anchor{1, n}},
		{20 * second, Ended{}},
	})
	speak(t, a, 1, 8000, ramp(n, func(i int) int {
		return int(math.Round(loudness(time.Duration(i)*second/8000) * math.Sin(2*math.Pi*tone*(float64(i)+0.5)/8000)))
	}))
	return NewTrack(a)
}

// loudness is how loud the tone is at a moment, toldBy the moment at which it
// is as loud as these samples.
func loudness(at time.Duration) float64 { return 2000 + 1400*at.Seconds() }

func toldBy(samples []int16) time.Duration {
	sum := 0.0
	for _, v := range samples {
		sum += float64(v) * float64(v)
	}
	amplitude := math.Sqrt(2 * sum / float64(len(samples)))
	return time.Duration((amplitude - 2000) / 1400 * float64(second))
}

// everyOther are parts of a second with a second between them.
func everyOther() (parts []speech.Span) {
	for at := time.Duration(0); at < 20*second; at += 2 * second {
		parts = append(parts, speech.Span{Start: at, End: at + second})
	}
	return parts
}

func TestAPlaybackAtSpeedOneIsTheTrackBitByBit(t *testing.T) {
	a, want := twoTakes(t)
	p := NewTrack(a).NewPlayback()
	defer p.Close()
	var out []int16
	buf := make([]int16, 777)
	for {
		n := p.Fill(buf)
		if n == 0 {
			break
		}
		out = append(out, buf[:n]...)
	}
	wantSound(t, out, want)
	for _, samples := range []int64{0, 1, 7999, 8000, 40000, 79999} {
		if got, want := p.Elapsed(samples), time.Duration(samples)*second/8000; (got - want).Abs() > time.Microsecond {
			t.Errorf("after %d samples it is at %v, want %v", samples, got, want)
		}
	}
	p.Seek(5 * second)
	if n := p.Fill(buf); n != len(buf) {
		t.Fatalf("after seeking back from the end there are %d samples", n)
	}
	wantSound(t, buf, want[5*8000:][:len(buf)])
}

func TestAPlaybackLastsAsLongAsItsSpeedSays(t *testing.T) {
	track := swelling(t)
	for _, speed := range []float64{0.5, 0.75, 1, 1.25, 1.5, 1.75, 2} {
		for name, parts := range map[string][]speech.Span{"whole": nil, "parts": everyOther()} {
			p := track.NewPlayback()
			p.SetSpeed(speed)
			p.PlayOnly(parts)
			p.Seek(0)
			want := 20.0
			if parts != nil {
				want = 10
			}
			want /= speed
			n, buf := 0, make([]int16, 160)
			for got := p.Fill(buf); got > 0; got = p.Fill(buf) {
				n += got
			}
			if got := float64(n) / 8000; math.Abs(got-want) > want/100 {
				t.Errorf("%s at %g lasts %.2f s, want %.2f", name, speed, got, want)
			}
			if end := p.Elapsed(int64(n)); end < 19*second-50*time.Millisecond {
				t.Errorf("%s at %g ends at %v", name, speed, end)
			}
			p.Close()
		}
	}
}

// Whatever is changed while it plays, the moment that is shown is the moment
// that is heard.
func TestTheMomentShownIsTheMomentHeard(t *testing.T) {
	track := swelling(t)
	p := track.NewPlayback()
	defer p.Close()
	rapid.Check(t, func(t *rapid.T) {
		p.SetSpeed(rapid.SampledFrom([]float64{0.5, 1, 1.5, 2}).Draw(t, "speed"))
		p.PlayOnly(rapid.SampledFrom([][]speech.Span{nil, everyOther()}).Draw(t, "parts"))
		p.Seek(time.Duration(rapid.IntRange(0, 15000).Draw(t, "ms")) * time.Millisecond)
		var heard []int16
		buf := make([]int16, 160)
		for range rapid.IntRange(1, 5).Draw(t, "changes") {
			for range rapid.IntRange(1, 60).Draw(t, "chunks") {
				heard = append(heard, buf[:p.Fill(buf)]...)
			}
			switch rapid.IntRange(0, 2).Draw(t, "what") {
			case 0:
				p.SetSpeed(rapid.SampledFrom([]float64{0.5, 0.75, 1.25, 2}).Draw(t, "new speed"))
			case 1:
				p.PlayOnly(everyOther())
			case 2:
				p.PlayOnly(nil)
			}
		}
		const window = 160 // four waves
		last := time.Duration(0)
		for at := window; at+5*window < len(heard); at += window / 2 {
			before := p.Elapsed(int64(at))
			if before < last {
				t.Fatalf("time runs back from %v to %v", last, before)
			}
			last = before
			if nearSplice(p, int64(at), window) {
				continue
			}
			middle := p.Elapsed(int64(at + window/2))
			if off := toldBy(heard[at:at+window]) - middle; off.Abs() > 30*time.Millisecond {
				t.Fatalf("at sample %d of %d %v is shown and %v is heard", at, len(heard), middle, toldBy(heard[at:at+window]))
			}
		}
	})
}

// nearSplice reports whether two parts meet so near that the pieces of the
// stretcher, which overlap, may hold both.
func nearSplice(p *Playback, at, window int64) bool {
	for _, r := range p.runs[1:] {
		if r.read > p.used(at-window)-800 && r.read < p.used(at+2*window)+800 {
			return true
		}
	}
	return false
}

// A change of speed must not click either, nor hold anything up.
func TestTheSpeedChangesWithoutAClickOrAGap(t *testing.T) {
	p := swelling(t).NewPlayback()
	defer p.Close()
	p.Seek(5 * second)
	buf := make([]int16, 160)
	last := int16(0)
	for i := range 120 {
		p.SetSpeed([]float64{1, 1.5, 0.5, 2, 1, 0.75}[i/4%6])
		if n := p.Fill(buf); n != len(buf) {
			t.Fatalf("chunk %d has %d samples", i, n)
		}
		steepest := loudness(p.Elapsed(int64(i+1)*160)+second/2) * 2 * math.Pi * 200 / 8000
		for j, v := range buf {
			if step := math.Abs(float64(v) - float64(last)); step > 1.3*steepest && i+j > 0 {
				t.Fatalf("sample %d of chunk %d is %.0f away from the one before; the sound itself has %.0f", j, i, step, steepest)
			}
			last = v
		}
	}
}

// Left-out parts must not click: where two parts meet no step is larger than
// those in the sound itself.
func TestPartsMeetWithoutAClick(t *testing.T) {
	track := swelling(t)
	p := track.NewPlayback()
	defer p.Close()
	p.PlayOnly([]speech.Span{{Start: 0, End: 1001 * time.Millisecond}, {Start: 2 * second, End: 3 * second}})
	p.Seek(0)
	buf := make([]int16, 2*8000)
	n := p.Fill(buf)
	steepest := loudness(3*second) * 2 * math.Pi * 200 / 8000
	for i := 1; i < n; i++ {
		if step := math.Abs(float64(buf[i]) - float64(buf[i-1])); step > 1.3*steepest {
			t.Fatalf("sample %d is %.0f away from the one before; the sound itself has %.0f", i, step, steepest)
		}
	}
}

func TestAPlaybackPutWhereNothingIsPlayedGoesOnBehindIt(t *testing.T) {
	track := swelling(t)
	p := track.NewPlayback()
	defer p.Close()
	p.PlayOnly(everyOther())
	p.Seek(5500 * time.Millisecond)
	if got := p.Elapsed(0); got != 5500*time.Millisecond {
		t.Errorf("before anything is heard it is at %v", got)
	}
	buf := make([]int16, 800)
	p.Fill(buf)
	if got := p.Elapsed(0); got != 6*second {
		t.Errorf("the first sample is of %v, want 6s", got)
	}
	if off := toldBy(buf[:400]) - 6*second; off.Abs() > 40*time.Millisecond {
		t.Errorf("what is heard is %v beside", off)
	}
	p.Seek(19500 * time.Millisecond)
	if n := p.Fill(buf); n != 0 {
		t.Errorf("behind the last part %d samples are played", n)
	}
}
