package speech

import (
	"cmp"
	"slices"
	"sort"
	"time"
)

// KeptSilence is how much of a silence is played when silences are skipped:
// enough that sentences stay apart.
const KeptSilence = 200 * time.Millisecond

// Skipping is a plan of which parts of a recording are played one after the
// other. It maps between time in the recording, the source, and time played.
type Skipping struct {
	parts  []Span          // of the source, sorted, none empty
	played []time.Duration // when each begins
	length time.Duration
}

// SkipSilences plans to play a recording of the given length without its
// silences, as from Report, of each of which keep is played: half where it
// begins and half before it ends. Silences no longer than keep are played
// whole. They may be in any order and overlap.
func SkipSilences(silences []Span, length, keep time.Duration) *Skipping {
	keep = max(0, keep)
	sorted := slices.Clone(silences)
	slices.SortFunc(sorted, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	s := &Skipping{}
	at := time.Duration(0)
	add := func(end time.Duration) {
		if end > at {
			s.parts = append(s.parts, Span{at, end})
			s.played = append(s.played, s.length)
			s.length += end - at
		}
	}
	for _, silence := range join(sorted, 1) {
		silence = silence.within(Span{0, length})
		if silence.Length() <= keep {
			continue
		}
		add(silence.Start + keep/2)
		at = silence.End - (keep - keep/2)
	}
	add(length)
	return s
}

// Length is how long what is played lasts at speed 1.
func (s *Skipping) Length() time.Duration { return s.length }

// Parts are the parts of the source that are played, sorted.
func (s *Skipping) Parts() []Span { return slices.Clone(s.parts) }

// Source is what part of the recording is played at a time, clamped to what is
// played at all. Where one part follows on another it is the start of the
// second.
func (s *Skipping) Source(played time.Duration) time.Duration {
	if len(s.parts) == 0 {
		return 0
	}
	i := max(0, sort.Search(len(s.parts), func(i int) bool { return s.played[i] > played })-1)
	return s.parts[i].Start + min(max(0, played-s.played[i]), s.parts[i].Length())
}

// Played is when a time in the recording is played. A time that is skipped
// gives when what follows on it is played.
func (s *Skipping) Played(source time.Duration) time.Duration {
	i := sort.Search(len(s.parts), func(i int) bool { return s.parts[i].End > source })
	if i == len(s.parts) {
		return s.length
	}
	return s.played[i] + max(0, source-s.parts[i].Start)
}
