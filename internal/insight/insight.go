// Package insight tells what is worth looking at in an attempt: the ten minutes
// of it to listen to, its numbers, and at most three remarks on them. It says
// only what the journal and the sound can honestly tell.
package insight

import (
	"cmp"
	"slices"
	"time"

	"talkthrough/internal/session"
	"talkthrough/internal/speech"
)

// Voice is what is known of the sound of an attempt, along its elapsed time. A
// *session.Track is one, once LoadSpeech is done; before, nothing is known of
// it. Where there is no recording a nil Voice stands for it.
type Voice interface {
	// Measured is what the sound was like; ok is false where that is not known.
	Measured() (m session.Measured, ok bool)
	// Silences are the times without a word, sorted; none where nobody is heard.
	Silences() []speech.Span
	// Unheard are the times of which there is no sound, sorted and apart.
	Unheard() []speech.Span
}

// heard is where something was recorded and where somebody talked, in spans
// that are sorted and apart.
type heard struct {
	known    bool
	measured session.Measured
	whole    speech.Span // the attempt
	recorded []speech.Span
	words    []speech.Span
	talk     []speech.Span // words with the short pauses between them
	silences []speech.Span // recorded ones
}

// listen puts together what is known of the sound of an attempt. Where another
// voice than the user's was heard there are neither words nor silence.
func listen(v Voice, a *session.Attempt) heard {
	h := heard{whole: speech.Span{End: a.Timeline().Length()}}
	if v == nil {
		return h
	}
	if h.measured, h.known = v.Measured(); !h.known {
		return h
	}
	h.recorded = without([]speech.Span{h.whole}, v.Unheard())
	h.recorded = without(h.recorded, utterances(a))
	silences := v.Silences()
	if h.measured.Speaking > 0 {
		h.words = without(h.recorded, silences)
	}
	h.talk = h.joined()
	h.silences = without(silences, h.unrecorded())
	return h
}

// unrecorded is all the time that is not recorded.
func (h heard) unrecorded() []speech.Span { return without([]speech.Span{h.whole}, h.recorded) }

// utterances are when another voice than the user's spoke.
func utterances(a *session.Attempt) []speech.Span {
	var out []speech.Span
	line := a.Timeline()
	for _, u := range a.End().Utterances {
		to := line.Length()
		if u.To > 0 {
			to = line.Elapsed(u.To)
		}
		out = append(out, speech.Span{Start: line.Elapsed(u.From), End: to})
	}
	slices.SortFunc(out, func(a, b speech.Span) int { return int(a.Start - b.Start) })
	return out
}

// pause is how long a break between words is that still counts as talk.
const pause = 2 * time.Second

// joined is the words with the short pauses between them.
func (h heard) joined() []speech.Span {
	var out []speech.Span
	for _, w := range h.words {
		if last := len(out) - 1; last >= 0 && w.Start-out[last].End < pause {
			out[last].End = w.End
			continue
		}
		out = append(out, w)
	}
	return without(out, h.unrecorded())
}

// share is what part of the recorded time within some spans was talk; ok is
// false where less than a few seconds of it were recorded.
func (h heard) share(within []speech.Span) (share float64, ok bool) {
	const least = 5 * time.Second
	var talk, recorded time.Duration
	for _, s := range within {
		recorded += total(cut(h.recorded, s))
		talk += total(cut(h.talk, s))
	}
	if !h.known || recorded < least {
		return 0, false
	}
	return talk.Seconds() / recorded.Seconds(), true
}

// without is what is left of sorted spans when others, also sorted, are cut out.
func without(spans, others []speech.Span) []speech.Span {
	var out []speech.Span
	for _, s := range spans {
		for _, o := range others {
			if o.End <= s.Start || o.Start >= s.End || o.End <= o.Start {
				continue
			}
			if o.Start > s.Start {
				out = append(out, speech.Span{Start: s.Start, End: o.Start})
			}
			s.Start = min(o.End, s.End)
		}
		if s.End > s.Start {
			out = append(out, s)
		}
	}
	return out
}

// cut is the parts of spans inside another one.
func cut(spans []speech.Span, in speech.Span) []speech.Span {
	var out []speech.Span
	for _, s := range spans {
		if part := (speech.Span{Start: max(s.Start, in.Start), End: min(s.End, in.End)}); part.End > part.Start {
			out = append(out, part)
		}
	}
	return out
}

func total(spans []speech.Span) time.Duration {
	sum := time.Duration(0)
	for _, s := range spans {
		sum += s.Length()
	}
	return sum
}

// leastSilence is the shortest silence that is one to people.
const leastSilence = 5 * time.Second

// longSilences are those of at least leastSilence, the longest first; of two as
// long the earlier. What follows on the last word is none: there is nothing to
// hear.
func (h heard) longSilences() []speech.Span {
	end := time.Duration(0)
	if n := len(h.words); n > 0 {
		end = h.words[n-1].End
	}
	var out []speech.Span
	for _, s := range h.silences {
		if s.Length() >= leastSilence && s.Start < end {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b speech.Span) int { return cmp.Compare(b.Length(), a.Length()) })
	return out
}
