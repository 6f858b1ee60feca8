package session

import (
	"context"
	"slices"
	"time"

	"talkthrough/internal/recording"
	"talkthrough/internal/speech"
)

// leastSilence is the shortest time without a word that counts as a silence.
const leastSilence = 250 * time.Millisecond

// LoadSpeech makes Silences, Skipping and the RMS of Columns know where somebody
// speaks and how loud: from the files kept beside the takes, or by decoding and
// measuring the takes, which is then kept. It takes seconds where it must
// measure: call it off the UI thread. progress, if not nil, is called now and
// then while it measures, with the share that is done, from 0 to 1. It stops
// early when ctx ends. What cannot be read counts as silence and is among the
// Problems.
func (t *Track) LoadSpeech(ctx context.Context, progress func(done float64)) {
	takes := t.takes()
	heard := map[int]*takeSpeech{}
	for i, take := range takes {
		told := func(done float64) {
			if progress != nil {
				progress((float64(i) + done) / float64(len(takes)))
			}
		}
		r, err := t.open(take.take)
		if err != nil {
			continue // said
		}
		s, err := keptSpeech(ctx, r, t.folder.Speech(take.take), told)
		r.Close()
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			t.report(err.Error())
			continue
		}
		heard[take.take] = s
	}
	silences := t.silencesOf(heard)
	t.mu.Lock()
	defer t.mu.Unlock()
	t.speech, t.silences = heard, silences
}

// Silences are the times without a word, sorted, along elapsed time: the breaks
// of 0.25 s or longer between words, before the first and after the last one,
// and where nothing was recorded. There are none before LoadSpeech, nor where
// nobody is heard at all.
func (t *Track) Silences() []speech.Span {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.silences)
}

// Skipping is the plan for listening without the silences.
func (t *Track) Skipping() *speech.Skipping {
	return speech.SkipSilences(t.Silences(), t.length, speech.KeptSilence)
}

// silencesOf is what lies between the words of the takes.
func (t *Track) silencesOf(heard map[int]*takeSpeech) []speech.Span {
	var words []speech.Span
	for _, p := range t.pieces {
		if s := heard[p.take]; p.take > 0 && s != nil {
			words = append(words, p.words(s.words)...)
		}
	}
	if len(words) == 0 {
		return nil
	}
	var out []speech.Span
	at := time.Duration(0)
	for _, w := range append(words, speech.Span{Start: t.length, End: t.length}) {
		if w.Start-at >= leastSilence {
			out = append(out, speech.Span{Start: at, End: w.Start})
		}
		at = max(at, w.End)
	}
	return out
}

// words are the parts of a take's words that are heard in the piece, along
// elapsed time.
func (p piece) words(of []wordSpan) []speech.Span {
	at := func(sample int64) time.Duration {
		share := float64(min(max(sample, p.first), p.last)-p.first) / float64(p.last-p.first)
		return p.from + time.Duration(share*float64(p.to-p.from))
	}
	i, _ := slices.BinarySearchFunc(of, p.first, func(w wordSpan, first int64) int {
		if w.last <= first {
			return -1
		}
		return 1
	})
	var out []speech.Span
	for ; i < len(of) && of[i].first < p.last; i++ {
		out = append(out, speech.Span{Start: at(of[i].first), End: at(of[i].last)})
	}
	return out
}

// loaded is what LoadPeaks and LoadSpeech found. It is not changed any more.
func (t *Track) loaded() (map[int]*recording.Peaks, map[int]*takeSpeech) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.peaks, t.speech
}
