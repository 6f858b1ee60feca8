//go:build linux

package e2e

import (
	"testing"
	"time"
)

// patience is how long the program gets to reach a state. It is generous: two
// cores may be busy with other packages' tests, and nothing waits this long
// when all is well.
const patience = 30 * time.Second

// await asks until yes. When patience runs out it fails the test with what was
// waited for and what the given reports say.
func await(t testing.TB, what string, yes func() bool, reports ...func() string) {
	t.Helper()
	pause := time.NewTicker(10 * time.Millisecond)
	defer pause.Stop()
	deadline := time.Now().Add(patience)
	for !yes() {
		if time.Now().After(deadline) {
			for _, report := range reports {
				t.Log(report())
			}
			t.Fatalf("%v passed before %s", patience, what)
		}
		<-pause.C
	}
}
