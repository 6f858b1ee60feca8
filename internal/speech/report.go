package speech

import (
	"math"
	"slices"
	"time"
)

const (
	shortestSilence = hangOver
	shortestPause   = 2 * time.Second
)

// Report is what a recording was like. It does not change when more is written
// to the Analyzer.
type Report struct {
	// Summary is of the whole recording.
	Summary
	// Speech is where somebody speaks, sorted. Breaks under 0.25 s are part of
	// it. Whispering is not found.
	Speech []Span
	// Silences are between two stretches of Speech, so 0.25 s or longer.
	Silences []Span
	// NoSignal is where at least 2 s were exact digital zeros, as a device
	// delivers that is muted, missing or not permitted. Nobody is heard there
	// either, so it lies within Silences, or before or after all Speech.
	NoSignal []Span

	nuclei []time.Duration
	steps  []step
}

// Report returns what was measured up to now. It takes some milliseconds for
// every minute of sound.
func (a *Analyzer) Report() *Report {
	measured := a.frames.done
	r := &Report{}
	r.Length = a.Length()
	// Where a frame is no whole number of samples the last may seem to end after
	// the recording.
	r.Speech = clip(speaking(measured), Span{0, r.Length})
	r.Silences = between(r.Speech, shortestSilence)
	r.nuclei = nuclei(measured, r.Speech)
	r.steps = slices.Clip(a.steps.done)
	if a.steps.samples > 0 {
		// The last step is not whole, so no block of loudness has it; its peaks
		// count all the same.
		open := a.steps.open
		open.weighted = math.NaN()
		r.steps = append(r.steps, open)
	}
	for _, z := range a.zeros.done {
		r.NoSignal = append(r.NoSignal, Span{a.time(z[0]), a.time(z[1])})
	}
	if a.zeros.run >= a.zeros.shortest {
		r.NoSignal = append(r.NoSignal, Span{a.time(a.zeros.at - a.zeros.run), a.Length()})
	}
	r.Summary = r.Within(Span{0, r.Length})
	return r
}
