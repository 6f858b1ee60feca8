package speech

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestSkippingOfAKnownRecording(t *testing.T) {
	const s, ms = time.Second, time.Millisecond
	p := SkipSilences([]Span{{10 * s, 15 * s}, {20 * s, 20*s + 200*ms}, {30 * s, 31 * s}}, 40*s, KeptSilence)
	want := []Span{{0, 10*s + 100*ms}, {15*s - 100*ms, 30*s + 100*ms}, {31*s - 100*ms, 40 * s}}
	if got := p.Parts(); !slices.Equal(got, want) {
		t.Fatalf("parts %v, want %v", got, want)
	}
	if got := p.Length(); got != 40*s-4800*ms-800*ms {
		t.Errorf("length %v", got)
	}
	for source, played := range map[time.Duration]time.Duration{
		0:              0,
		10 * s:         10 * s,
		15 * s:         10*s + 200*ms,
		14*s + 950*ms:  10*s + 150*ms,
		12 * s:         10*s + 100*ms, // skipped: what follows
		20*s + 100*ms:  15*s + 300*ms,
		39 * s:         33*s + 400*ms,
		40 * s:         34*s + 400*ms,
		100 * s:        34*s + 400*ms,
		-5 * s:         0,
		30*s + 500*ms:  25*s + 300*ms,
		30*s + 99*ms:   25*s + 299*ms,
		31*s - 100*ms:  25*s + 300*ms,
		15*s - 100*ms:  10*s + 100*ms,
		10*s + 99*ms:   10*s + 99*ms,
		15*s - 99*ms:   10*s + 101*ms,
		31*s + 1000*ms: 26*s + 400*ms,
	} {
		if got := p.Played(source); got != played {
			t.Errorf("Played(%v) = %v, want %v", source, got, played)
		}
	}
	if got := p.Source(10*s + 100*ms); got != 15*s-100*ms {
		t.Errorf("at the cut %v is played", got)
	}
}

func TestSkippingHolds(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		instant := rapid.Custom(func(rt *rapid.T) time.Duration {
			return time.Duration(rapid.Int64Range(-1000, 100_000).Draw(rt, "ms")) * time.Millisecond
		})
		var silences []Span
		for range rapid.IntRange(0, 10).Draw(rt, "silences") {
			a, b := instant.Draw(rt, "a"), instant.Draw(rt, "b")
			silences = append(silences, Span{min(a, b), max(a, b)})
		}
		length := max(0, instant.Draw(rt, "length"))
		keep := time.Duration(rapid.Int64Range(0, 500).Draw(rt, "keep")) * time.Millisecond
		p := SkipSilences(silences, length, keep)
		parts := p.Parts()
		sortedWithin(rt, "parts", parts, length)
		if total(parts) != p.Length() {
			rt.Fatalf("parts %v last %v", parts, p.Length())
		}
		inSilence := func(at time.Duration) bool {
			return slices.ContainsFunc(silences, func(s Span) bool { return s.Start <= at && at < s.End })
		}
		for range 20 {
			at := time.Duration(rapid.Int64Range(0, int64(length)).Draw(rt, "at"))
			played := p.Played(at)
			back := p.Source(played)
			switch {
			case played < 0 || played > p.Length():
				rt.Fatalf("Played(%v) = %v of %v", at, played, p.Length())
			case back < at && at < length && played < p.Length():
				rt.Fatalf("%v is played at %v, where %v is played", at, played, back)
			case at < length && !inSilence(at) && back != at && played < p.Length():
				rt.Fatalf("%v is no silence and is not played", at)
			}
		}
		previous := time.Duration(-1)
		for played := time.Duration(0); played < p.Length(); played += p.Length()/50 + 1 {
			source := p.Source(played)
			if source <= previous || p.Played(source) != played {
				rt.Fatalf("Source(%v) = %v, played at %v", played, source, p.Played(source))
			}
			previous = source
		}
	})
}

func TestSkippingEverythingOrNothing(t *testing.T) {
	if p := SkipSilences(nil, 0, KeptSilence); p.Length() != 0 || p.Source(time.Second) != 0 || p.Played(time.Second) != 0 {
		t.Errorf("a plan of nothing: %v", p.Parts())
	}
	p := SkipSilences([]Span{{-time.Second, time.Hour}}, time.Minute, 0)
	if p.Length() != 0 || p.Source(0) != 0 {
		t.Errorf("a plan of nothing but silence: %v", p.Parts())
	}
}
