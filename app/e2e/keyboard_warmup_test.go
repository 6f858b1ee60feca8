//go:build linux

package e2e

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"talkthrough/app/keys"
)

// A warm-up is one phase alone: chosen, begun and ended without the mouse.
func TestWarmUpByKeyboard(t *testing.T) {
	need(t, desktop...)
	d := newDesk(t, nil)
	p := d.open()
	p.screen("today")
	p.choose(toWarmUp)
	p.screen("setup")
	for range 3 { // from the questions over kind and level to the phase
		d.hands.key("Tab")
	}
	for range slices.Index(phases, "model") {
		d.hands.key("Right")
	}
	d.display.keep("keyboard-warm-up-setup")
	d.hands.key("ctrl+Return")
	p.screen("practice")
	p.until("the attempt has its folder", func() bool { return len(d.attempts()) == 1 })
	k := &keyboardMock{t: t, d: d, p: p, dir: d.attempts()[0]}
	d.hands.write("a baseline first")
	k.until("the notes are in the journal", func(j journal) bool { return j.notes() == "a baseline first" })
	d.hands.press(keys.NextPhase) // there is none
	d.display.keep("keyboard-warm-up")
	k.press(keys.End, "card summary shown asked")
	k.end()
	p.quit()

	if plan := plannedIn(t, k.dir); !maps.Equal(plan, map[string]float64{"model": 5}) {
		t.Errorf("the plan is %v, want five minutes of the model", plan)
	}
	told := slices.DeleteFunc(readJournal(t, k.dir).told(t), func(line string) bool { return line == "sound off" })
	want := []string{"start", "phase model", "card summary shown asked", "card summary answered end", "end"}
	if !slices.Equal(told, want) {
		t.Errorf("the journal tells\n%s\nwant\n%s", strings.Join(told, "\n"), strings.Join(want, "\n"))
	}
	if end := d.replay(1 << 20); end.Phase != "model" || end.Notes != "a baseline first" {
		t.Errorf("it ended in %s with the notes %q", end.Phase, end.Notes)
	}
}

// plannedIn is the minutes of the phases that have any in an attempt's plan.
func plannedIn(t testing.TB, dir string) map[string]float64 {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "session.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var meta struct {
		Plan map[string]float64 `yaml:"plan"`
	}
	if err := yaml.Unmarshal(data, &meta); err != nil {
		t.Fatal(err)
	}
	maps.DeleteFunc(meta.Plan, func(_ string, minutes float64) bool { return minutes == 0 })
	return meta.Plan
}
