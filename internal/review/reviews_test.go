package review

import (
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"talkthrough/internal/interview"
)

// same compares reviews by all that others see of them.
var same = cmp.Options{
	cmpopts.IgnoreUnexported(Review{}, Prediction{}, Scoring{}, Score{}, Evidence{}, Reflection{}, Due{}, Highlight{}, Mark{}, Mentor{}, Remark{}),
	cmpopts.EquateEmpty(),
}

var texts = rapid.OneOf(
	rapid.String(),
	rapid.StringOf(rapid.RuneFrom([]rune(" \t\n\r:#-'\"|>%@`{}[],&*!?é漢🎈\u0085\u2028\ufeff\x00\x07"))),
	rapid.SampledFrom([]string{"yes", "null", "~", "12", "1e3", "0x1f", "2026-11-23", "...", "a\n...\nb", "---", "a: b", "<<", "# no", "  lead", "trail \n"}),
)

func moments() *rapid.Generator[time.Time] {
	return rapid.Map(rapid.Int64Range(1e9, 4e9), func(s int64) time.Time { return time.Unix(s, 0).UTC() })
}

func clocks() *rapid.Generator[time.Duration] {
	return rapid.Map(rapid.Int64Range(0, longest.Milliseconds()), func(ms int64) time.Duration { return time.Duration(ms) * time.Millisecond })
}

func dates() *rapid.Generator[time.Time] {
	return rapid.Map(rapid.IntRange(0, 40000), func(d int) time.Time { return time.Date(2000, 1, 1+d, 0, 0, 0, 0, time.Local) })
}

func dimensions() *rapid.Generator[string] {
	return rapid.Map(rapid.IntRange(0, len(interview.Rubric)-1), func(i int) string { return interview.Rubric[i].ID })
}

func orZero[T any](g *rapid.Generator[T]) *rapid.Generator[T] {
	var none T
	return rapid.OneOf(rapid.Just(none), g)
}

func evidence() *rapid.Generator[Evidence] {
	return rapid.Custom(func(t *rapid.T) Evidence {
		e := Evidence{
			Kind: rapid.SampledFrom([]EvidenceKind{MomentEvidence, SpanEvidence, NoteEvidence}).Draw(t, "kind"),
			At:   clocks().Draw(t, "at"), Line: rapid.IntRange(0, 5000).Draw(t, "line"), Text: texts.Draw(t, "text"),
		}
		if e.Kind == SpanEvidence {
			e.At = min(e.At, longest-time.Second)
			e.Until = e.At + time.Second
		}
		return e
	})
}

func scorings() *rapid.Generator[Scoring] {
	return rapid.Custom(func(t *rapid.T) Scoring {
		s := Scoring{At: orZero(moments()).Draw(t, "at"), Scores: map[string]Score{}}
		for _, id := range rapid.SliceOfDistinct(dimensions(), rapid.ID).Draw(t, "dimensions") {
			s.Scores[id] = Score{
				Value:    rapid.IntRange(1, 4).Draw(t, "value"),
				Evidence: rapid.SliceOfN(evidence(), 0, 3).Draw(t, "evidence"),
				Note:     texts.Draw(t, "note"),
			}
		}
		return s
	})
}

func mentors() *rapid.Generator[Mentor] {
	return rapid.Custom(func(t *rapid.T) Mentor {
		m := Mentor{
			Name: rapid.StringN(0, 40, maxName).Draw(t, "name"), Date: orZero(dates()).Draw(t, "date"), Attempt: rapid.StringN(0, 40, maxName).Draw(t, "attempt"),
			Scores: rapid.MapOf(dimensions(), rapid.IntRange(1, 4)).Draw(t, "scores"),
		}
		for range rapid.IntRange(0, 3).Draw(t, "remarks") {
			m.Remarks = append(m.Remarks, Remark{At: clocks().Draw(t, "at"), Text: texts.Draw(t, "text")})
		}
		return m
	})
}

func reviews() *rapid.Generator[Review] {
	return rapid.Custom(func(t *rapid.T) Review {
		r := Review{
			First:           scorings().Draw(t, "first"),
			ReferenceOpened: orZero(moments()).Draw(t, "opened"),
			Second:          scorings().Draw(t, "second"),
			Tags:            rapid.SliceOfN(rapid.StringMatching(`[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}`), 0, 4).Draw(t, "tags"),
			Reflection: Reflection{
				At: orZero(moments()).Draw(t, "reflected"), Well: texts.Draw(t, "well"), Unclear: texts.Draw(t, "unclear"),
				Gap: texts.Draw(t, "gap"), IfThen: texts.Draw(t, "if"), Confidence: rapid.IntRange(0, 5).Draw(t, "confidence"),
			},
			Due:     Due{Next: orZero(dates()).Draw(t, "next"), Step: rapid.IntRange(0, 9).Draw(t, "step"), Variant: texts.Draw(t, "variant")},
			Mentors: rapid.SliceOfN(mentors(), 0, 2).Draw(t, "mentors"),
		}
		switch rapid.IntRange(0, 2).Draw(t, "predicted") {
		case 1:
			r.Predicted = &Prediction{At: moments().Draw(t, "at"), Scores: rapid.MapOfN(dimensions(), rapid.IntRange(1, 4), 1, 8).Draw(t, "prediction")}
		case 2:
			r.Predicted = &Prediction{At: moments().Draw(t, "at"), Skipped: "x" + texts.Draw(t, "reason")}
		}
		for range rapid.IntRange(0, 4).Draw(t, "points") {
			phase := interview.Phases[rapid.IntRange(0, 7).Draw(t, "phase")].ID
			if err := r.SetCovered(phase, texts.Draw(t, "point"), rapid.SampledFrom([]Coverage{Covered, Missed}).Draw(t, "covered")); err != nil {
				t.Fatal(err)
			}
		}
		for range rapid.IntRange(0, 3).Draw(t, "marks") {
			r.Marks = append(r.Marks, Mark{
				At: clocks().Draw(t, "at"), Kind: rapid.SampledFrom([]MarkKind{GoodMark, UnclearMark}).Draw(t, "kind"), Word: texts.Draw(t, "word"),
			})
		}
		for range rapid.IntRange(0, 3).Draw(t, "highlights") {
			at := clocks().Draw(t, "at")
			r.Highlights = append(r.Highlights, Highlight{
				At: at, Until: at, Decision: rapid.SampledFrom([]Decision{"", Keep, Skip}).Draw(t, "decision"), Note: texts.Draw(t, "note"),
			})
		}
		return r
	})
}
