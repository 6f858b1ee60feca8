package speech

import (
	"math"
	"slices"
	"time"
)

const (
	syllablesAWord = 1.5
	// Below these a pace would be chance.
	leastSpeaking  = 3 * time.Second
	leastSyllables = 8
)

// Summary is what a recording or a part of it was like, in numbers.
type Summary struct {
	// Length is that of the part that was measured.
	Length time.Duration
	// Speaking is how long somebody spoke; it leaves out silences.
	Speaking time.Duration
	// TalkShare is the share of Length spent talking, 0 to 1. Pauses under 2 s
	// count as talk.
	TalkShare float64
	// LongestSilence is the longest time without speech, before the first and
	// after the last word too.
	LongestSilence time.Duration
	// FirstSpeech is when speech begins, counted from the recording's start;
	// HasSpeech is false when there is none.
	FirstSpeech time.Duration
	HasSpeech   bool
	// LUFS is the integrated loudness of ITU-R BS.1770-4 with both gates.
	// HasLUFS is false for silence and for less than 0.4 s.
	LUFS    float64
	HasLUFS bool
	// Peak is the highest sample in dBFS, -Inf for digital silence.
	Peak float64
	// Clipped counts the samples that lie in runs of at least 3 at full scale.
	Clipped int
	// Syllables estimates how many syllables were spoken, by the method of de
	// Jong and Wempe (2009). Measured: up to 9 % too many of synthetic voices at
	// 120 to 180 words a minute, 14 % too few of a person reading fluently.
	Syllables int
	// Pace estimates the speed of articulation in words a minute, silences left
	// out, for words of 1.5 syllables, so within about 20 % for one speaker; it
	// tells one's faster from one's slower minutes better than that. HasPace is
	// false when there is too little speech to tell.
	Pace    float64
	HasPace bool
}

// Within measures a part of the recording, such as a phase. Loudness, peak and
// clipping are of the steps of 100 ms that begin in it, the rest is exact.
func (r *Report) Within(part Span) Summary {
	part = part.within(Span{0, r.Length})
	if part.Length() <= 0 {
		return Summary{Peak: math.Inf(-1)}
	}
	s := Summary{Length: part.Length()}
	speech := clip(r.Speech, part)
	s.Speaking = total(speech)
	s.TalkShare = total(clip(join(r.Speech, shortestPause), part)).Seconds() / s.Length.Seconds()
	s.LongestSilence = longestBreak(speech, part)
	if len(speech) > 0 {
		s.FirstSpeech, s.HasSpeech = speech[0].Start, true
	}
	s.measureSteps(r.stepsIn(part))
	from, _ := slices.BinarySearch(r.nuclei, part.Start)
	to, _ := slices.BinarySearch(r.nuclei, part.End)
	s.Syllables = to - from
	s.Pace, s.HasPace = Pace(s.Syllables, s.Speaking)
	return s
}

// PaceError is within what part of itself a Pace lies, for one speaker.
const PaceError = 0.2

// Pace estimates the speed of articulation from counted syllables, as Summary
// has it. ok is false where there is too little speech to tell.
func Pace(syllables int, speaking time.Duration) (wordsAMinute float64, ok bool) {
	if speaking < leastSpeaking || syllables < leastSyllables {
		return 0, false
	}
	return float64(syllables) / syllablesAWord / speaking.Minutes(), true
}

func longestBreak(speech []Span, part Span) time.Duration {
	longest := time.Duration(0)
	end := part.Start
	for _, s := range speech {
		longest = max(longest, s.Start-end)
		end = s.End
	}
	return max(longest, part.End-end)
}

// stepsIn returns the steps that begin in part.
func (r *Report) stepsIn(part Span) []step {
	index := func(t time.Duration) int {
		const length = time.Second / stepsASecond
		return min(int((t+length-1)/length), len(r.steps))
	}
	return r.steps[index(part.Start):index(part.End)]
}

func (s *Summary) measureSteps(steps []step) {
	var peak float32
	for _, one := range steps {
		peak = max(peak, one.peak)
		s.Clipped += int(one.clipped)
	}
	s.Peak = 20 * math.Log10(float64(peak))
	s.LUFS, s.HasLUFS = integrated(steps)
}
