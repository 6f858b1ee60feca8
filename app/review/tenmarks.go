package review

import (
	"slices"
	"time"

	"talkthrough/internal/insight"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
	"talkthrough/internal/speech"
)

// written shows what was written down anew: the parts are others where moments
// were marked meanwhile.
func (p *tenPage) written() {
	if slices.EqualFunc(p.marks, p.screen.ledger.review.Marks, sameMark) {
		p.renew()
		return
	}
	p.choose()
	if p.screen.shown != nil && p.screen.shown.page == p {
		p.follow(p.screen.moment(false))
	}
}

// outgrown is what was decided on a part before it became longer or shorter by a
// mark: on one that lies partly in it and is no part any more. Where that is
// said of several, none counts.
func (p *tenPage) outgrown(from, to time.Duration) (found review.Highlight, ok bool) {
	line := p.screen.attempt.Timeline()
	is := func(h review.Highlight) func(insight.Span) bool {
		return func(s insight.Span) bool { return stretch(line, s) == (speech.Span{Start: h.At, End: h.Until}) }
	}
	for _, h := range p.screen.ledger.review.Highlights {
		if h.At >= to || h.Until <= from || slices.ContainsFunc(p.spans, is(h)) {
			continue
		}
		if ok {
			return review.Highlight{}, false
		}
		found, ok = h, true
	}
	return found, ok
}

// stretch is a part in session time, by which decisions are kept.
func stretch(line session.Timeline, s insight.Span) speech.Span {
	return speech.Span{Start: whole(line.At(s.Start)), End: whole(line.At(s.End))}
}
