package review

import (
	"context"
	"fmt"
	"time"

	"talkthrough/internal/insight"
	"talkthrough/internal/question"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

// otherAttempt is the attempt that this one is compared with.
type otherAttempt struct {
	attempt *session.Attempt
	review  review.Review
	broken  error            // why the review could not be read
	numbers *insight.Numbers // nil until they are counted
}

// close lets go of the pictures; nil has none.
func (o *otherAttempt) close() {
	if o != nil {
		_ = o.attempt.Pictures().Close() // nothing was added
	}
}

// load opens an attempt and counts its numbers away from the UI thread; both may
// take seconds. After stop nothing of it is shown any more.
func (p *comparePage) load(past Past) (stop func()) {
	s := p.screen
	ctx, stop := context.WithCancel(s.working)
	show := func(do func()) {
		s.postIfThere(func() {
			if ctx.Err() == nil {
				do()
			}
		})
	}
	s.work.Add(1)
	go func() {
		defer s.work.Done()
		a, err := session.Open(past.Dir)
		switch {
		case err != nil:
			show(func() { p.refused(past, err.Error()) })
			return
		case a.Question.ID == question.OwnID && a.Question.Prompt != s.attempt.Question.Prompt:
			show(func() { p.refused(past, "") }) // own questions all have the same id
			return
		}
		o := &otherAttempt{attempt: a}
		o.review, o.broken = review.Load(past.Dir)
		show(func() { p.opened(o) })
		track := session.NewTrack(a)
		if track.HasSound() {
			track.LoadSpeech(ctx, s.progress(func(percent int) {
				if ctx.Err() == nil {
					p.status.SetText(fmt.Sprintf("Listening to the other attempt, %d %%", percent))
				}
			}))
		}
		n := measured(a, track)
		show(func() {
			o.numbers = &n
			p.status.SetText("")
			p.build()
		})
	}()
	return stop
}

// measured is an attempt in numbers, with those of its sound where it has one.
func measured(a *session.Attempt, track *session.Track) insight.Numbers {
	if !track.HasSound() {
		return insight.Measure(a, nil)
	}
	return insight.Measure(a, track)
}

// dayOf is the day and time by which an attempt is known.
func dayOf(started time.Time) string { return started.Local().Format("2 January 2006, 15:04") }
