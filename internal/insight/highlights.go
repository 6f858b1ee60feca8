package insight

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

// Limit is how long all highlights together are at most.
const Limit = 10 * time.Minute

// Kind is why a span is among the highlights.
type Kind string

// The kinds, in the order in which they are preferred.
const (
	Mark        Kind = "mark"
	Curveball   Kind = "curveball"
	Silence     Kind = "silence"
	PhaseChange Kind = "phase"
	Whole       Kind = "whole"   // of a short attempt
	Opening     Kind = "opening" // where there is nothing else
	Closing     Kind = "closing"
)

// Span is a part of an attempt, along its elapsed time. End is not part of it.
type Span struct {
	Start, End time.Duration
	// Why is the reason, for people; several are joined by "; ".
	Why string
	// Kind is that of the reason which is preferred.
	Kind Kind
}

// How much is heard around the moments, and which count.
const (
	aroundMark    = 15 * time.Second
	beforeBall    = 2 * time.Second
	afterBall     = 30 * time.Second // where it was not judged
	longestBall   = 3 * time.Minute
	aroundSilence = 5 * time.Second
	mostSilences  = 10
	wholeSilence  = 20 * time.Second // a longer one is heard at both its ends
	beforePhase   = 5 * time.Second
	afterPhase    = 10 * time.Second
	leastGap      = 2 * time.Second // what lies closer is one span
	edge          = 2 * time.Minute // opening and closing
)

// Highlights are the parts of an attempt to listen to again: sorted, apart, of
// at most Limit in all. An attempt that is no longer than Limit is one of them,
// whole. Of a longer one they are
//
//   - marks, those of the attempt and those set while replaying, which are given,
//     15 s to each side;
//   - curveballs, from 2 s before they were thrown until they were judged, but
//     at most 3 minutes, and 30 s where they were not judged;
//   - the ten longest silences of 5 s or more that were recorded, with 5 s to
//     each side; of one longer than 20 s only its two ends, or its end where
//     nothing was said before;
//   - phase changes, from 5 s before to 10 s after.
//
// What overlaps, or has less than 2 s between, is one span. Where it all would
// be longer than Limit, marks go first, then curveballs, then silences, the
// longest first, then phase changes; within a kind the earlier goes first, and
// what does not fit any more is left out. Where there is none of them, the
// first and the last two minutes stand in. Without a voice, or one of which
// nothing is known, there are no silences.
func Highlights(a *session.Attempt, v Voice, replayed ...review.Mark) []Span {
	length := a.Timeline().Length()
	switch {
	case length <= 0:
		return nil
	case length <= Limit:
		return []Span{{End: length, Why: "The whole attempt: it is short", Kind: Whole}}
	}
	var chosen []part
	for _, p := range candidates(a, listen(v, a), replayed) {
		p.from, p.to = max(p.from, 0), min(p.to, length)
		if p.to <= p.from {
			continue
		}
		if with := merged(append(slices.Clip(chosen), p)); lasting(with) <= Limit {
			chosen = with
		}
	}
	if len(chosen) == 0 {
		return []Span{
			{Start: 0, End: edge, Why: "The opening", Kind: Opening},
			{Start: length - edge, End: length, Why: "The close", Kind: Closing},
		}
	}
	var out []Span
	for _, p := range chosen {
		out = append(out, Span{p.from, p.to, p.why(), p.kind})
	}
	return out
}

// part is a span in the making.
type part struct {
	from, to time.Duration
	reasons  []reason
	kind     Kind
}

// reason is why something is heard, and where that begins.
type reason struct {
	from time.Duration
	why  string
}

func newPart(from, to time.Duration, why string, kind Kind) part {
	return part{from, to, []reason{{from, why}}, kind}
}

// why is all reasons in order of time, each of them once.
func (p part) why() string {
	var whys []string
	for _, r := range p.reasons {
		if !slices.Contains(whys, r.why) {
			whys = append(whys, r.why)
		}
	}
	return strings.Join(whys, "; ")
}

// candidates are the spans around everything that counts, the preferred first.
func candidates(a *session.Attempt, h heard, replayed []review.Mark) []part {
	out := slices.Concat(markParts(a, replayed), ballParts(a), silenceParts(h))
	bands := a.Bands()
	for i := 1; i < len(bands); i++ {
		at := bands[i].From
		why := fmt.Sprintf("From %s to %s", interview.Phases[bands[i-1].Phase].Name, interview.Phases[bands[i].Phase].Name)
		out = append(out, newPart(at-beforePhase, at+afterPhase, why, PhaseChange))
	}
	return out
}

func markParts(a *session.Attempt, replayed []review.Mark) []part {
	marks := slices.Clone(a.End().Marks)
	for _, m := range replayed {
		marks = append(marks, session.Mark{At: m.At, Kind: string(m.Kind), Word: m.Word})
	}
	slices.SortStableFunc(marks, func(a, b session.Mark) int { return cmp.Compare(a.At, b.At) })
	var out []part
	for _, m := range marks {
		why := "Marked as " + m.Kind
		if m.Word != "" {
			why += ": " + m.Word
		}
		at := a.Timeline().Elapsed(m.At)
		out = append(out, newPart(at-aroundMark, at+aroundMark, why, Mark))
	}
	return out
}

func ballParts(a *session.Attempt) []part {
	var out []part
	judged := verdicts(a)
	for _, b := range a.End().Curveballs {
		from := a.Timeline().Elapsed(b.At)
		to := from + afterBall
		if at, ok := judged[b.Phase]; ok {
			to = min(max(a.Timeline().Elapsed(at), from), from+longestBall)
		}
		why := "Curveball: " + b.Say
		switch b.Verdict {
		case session.BallAnswered:
			why += " (answered)"
		case session.BallDodged:
			why += " (dodged)"
		}
		out = append(out, newPart(from-beforeBall, to, why, Curveball))
	}
	return out
}

// verdicts are when the curveballs were first judged, by phase, in session time.
func verdicts(a *session.Attempt) map[int]time.Duration {
	out := map[int]time.Duration{}
	at := time.Duration(0)
	for _, e := range a.History.Events {
		at = max(at, e.At)
		b, ok := e.Body.(session.CurveballJudged)
		if !ok || b.Verdict != session.BallAnswered && b.Verdict != session.BallDodged {
			continue
		}
		phase := interview.PhaseIndex(b.Phase)
		if _, seen := out[phase]; !seen && slices.ContainsFunc(a.At(at).Curveballs, func(c session.Curveball) bool { return c.Phase == phase }) {
			out[phase] = at
		}
	}
	return out
}

func silenceParts(h heard) []part {
	var out []part
	for i, s := range h.longSilences() {
		if i >= mostSilences {
			break
		}
		why := "A silence of " + lengthText(s.Length())
		if s.Length() <= wholeSilence {
			out = append(out, newPart(s.Start-aroundSilence, s.End+aroundSilence, why, Silence))
			continue
		}
		if s.Start >= h.words[0].Start { // before the first word there is nothing to hear
			out = append(out, newPart(s.Start-aroundSilence, s.Start+aroundSilence, why, Silence))
		}
		out = append(out, newPart(s.End-aroundSilence, s.End+aroundSilence, why, Silence))
	}
	return out
}

// merged is parts in order of time, those that overlap or nearly touch as one.
func merged(parts []part) []part {
	rank := []Kind{Mark, Curveball, Silence, PhaseChange}
	sorted := slices.Clone(parts)
	slices.SortStableFunc(sorted, func(a, b part) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	var out []part
	for _, p := range sorted {
		last := len(out) - 1
		if last < 0 || p.from-out[last].to >= leastGap {
			out = append(out, p)
			continue
		}
		o := &out[last]
		o.to = max(o.to, p.to)
		if slices.Index(rank, p.kind) < slices.Index(rank, o.kind) {
			o.kind = p.kind
		}
		o.reasons = slices.Concat(o.reasons, p.reasons)
		slices.SortStableFunc(o.reasons, func(a, b reason) int { return cmp.Compare(a.from, b.from) })
	}
	return out
}

func lasting(parts []part) time.Duration {
	sum := time.Duration(0)
	for _, p := range parts {
		sum += p.to - p.from
	}
	return sum
}

// lengthText is a length as people read it: "8 s", "2:05".
func lengthText(d time.Duration) string {
	seconds := int(d.Round(time.Second) / time.Second)
	if seconds < 60 {
		return fmt.Sprintf("%d s", seconds)
	}
	return fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
}
