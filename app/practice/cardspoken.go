package practice

import (
	"context"
	"log/slog"
	"slices"

	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// speech reads texts out with a voice that is not the user's, and records when.
// Without a voice it does nothing. For the UI thread only.
type speech struct {
	say    func(ctx context.Context, text string) error // nil: silent
	rec    *session.Recorder
	failed func(error)        // gets, on any goroutine, why a text was not read out
	stop   context.CancelFunc // of the last text
	done   chan struct{}      // closed when that was read out; nil before the first
}

// newSpeech is the room's voice. It reads the prompt out unless that has been
// done, as for an attempt that is taken up again.
func (s *Screen) newSpeech() *speech {
	v := &speech{say: s.do.Say, rec: s.mock.Recorder}
	v.failed = func(err error) {
		s.post(func() {
			if !s.isLeft() {
				s.Tell("Nothing is read out: " + err.Error() + ".")
			}
		})
	}
	fresh := false
	s.mock.Read(func(st *session.State) {
		takenUp := func(e interview.Event) bool { return e.Kind == interview.Resume }
		fresh = len(st.Utterances) == 0 && !slices.ContainsFunc(st.Clock, takenUp)
	})
	if fresh {
		v.begin(session.SpokenPrompt, s.mock.Question.Prompt)
	}
	return v
}

// begin reads a text out once the one before has fallen silent, which it does
// at once.
func (v *speech) begin(id, text string) {
	if v.say == nil {
		return
	}
	v.hush()
	ctx, stop := context.WithCancel(context.Background())
	before, done := v.done, make(chan struct{})
	v.stop, v.done = stop, done
	go func() {
		defer close(done)
		defer stop()
		if before != nil {
			<-before
		}
		v.read(ctx, id, text)
	}()
}

// read reads a text out and has the journal say from when to when.
func (v *speech) read(ctx context.Context, id, text string) {
	if ctx.Err() != nil {
		return
	}
	from := v.rec.Elapsed().Milliseconds()
	v.rec.Do(session.Spoken{Text: id, From: from})
	err := v.say(ctx, text)
	v.rec.Do(session.Spoken{Text: id, From: from, To: max(v.rec.Elapsed().Milliseconds(), 1)})
	if err != nil && ctx.Err() == nil {
		slog.Warn("voice", "err", err)
		v.failed(err)
	}
}

// tick has the voice fall silent in a pause and at the end.
func (v *speech) tick(clock interview.Reading) {
	if !clock.Running {
		v.hush()
	}
}

// hush has the voice fall silent.
func (v *speech) hush() {
	if v.stop != nil {
		v.stop()
	}
}

// leave has the voice fall silent and waits until it has.
func (v *speech) leave() {
	v.hush()
	if v.done != nil {
		<-v.done
	}
}
