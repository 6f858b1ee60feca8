//go:build linux

package e2e

import (
	"path/filepath"
	"testing"

	"talkthrough/internal/interview"
)

// predict says how the interview went, as the review of a mock asks before it
// shows anything, and waits for the replay.
func (p *running) predict() {
	p.t.Helper()
	for range interview.DimensionCount {
		p.d.hands.do("key 3", "key Down")
	}
	p.d.hands.key("Return")
	p.await("predicted")
}

// skip goes past the prediction with a reason.
func (p *running) skip(reason string) {
	p.t.Helper()
	p.d.hands.do("key Tab", "key Return", "key Return") // the second time without a reason
	p.d.hands.write(reason + "\n")
	p.await("predicted", "skipped", reason)
}

// skipped is a review.yaml that says why nothing is predicted.
const skipped = `format: 1
predicted:
  at: 2026-11-02T19:05:00Z
  skipped: planted
...
`

// skipPrediction has the replay of a planted attempt open at once.
func skipPrediction(t testing.TB, dir string) {
	t.Helper()
	put(t, filepath.Join(dir, "review.yaml"), skipped)
}
