package today

import (
	"strings"
	"testing"
	"time"

	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
	"talkthrough/internal/session"
)

// A warm-up of a minute beside an interview of forty is said to be one.
func TestAWarmUpIsCalledOne(t *testing.T) {
	c := &calls{}
	for _, state := range []library.State{library.Finished, library.CutOff} {
		s := fresh(t, c.actions(), look.Light)
		for want, plan := range map[int]interview.Plan{0: interview.PlanFor(40), 2: interview.WarmUp(2, 5)} {
			e := entry("one", "Design a place recommendation system", state, noon(), time.Minute)
			e.Plan = session.PlanMinutes(plan)
			words := looktest.Words(s.attempt(e)) + looktest.Words(s.cutOffEntry(e))
			if got := strings.Count(words, "warm-up"); got != want {
				t.Errorf("%v: of a plan of %v the rows say\n%s", state, plan, words)
			}
		}
	}
}
