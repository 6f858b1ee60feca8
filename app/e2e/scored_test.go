//go:build linux

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"talkthrough/app/keys"
)

// judged is what the test reads of a review.yaml.
type judged struct {
	Predicted struct{ Scores map[string]int }
	First     struct {
		Scores map[string]struct {
			Value    int
			Note     string
			Evidence []struct{ Kind string }
		}
	}
}

// An attempt from before there were reviews asks for a prediction too; then it
// is scored, with evidence, by keyboard alone.
func TestScoredByKeyboard(t *testing.T) {
	need(t, desktop...)
	d := newDesk(t, nil)
	dir := d.plant("2026-11-02-1900-video-ranking-01kdz8m3x4q0r6s7t8v9w0x1y2", oldSession, oldJournal)
	p := d.open()
	p.screen("today")
	p.openLatest()
	d.hands.press(keys.PlayPause)
	d.display.keep("predict")
	p.predict()

	h := d.hands
	h.press(keys.ReviewFinish)
	h.press(keys.Evidence)
	h.key("4")
	p.await("evidence", "dimension", "modelling", "kind", "moment", "at_ms", "18000")
	h.press(keys.Evidence)
	h.key("1")
	p.await("evidence", "dimension", "navigation")
	h.press(keys.TakeBack)
	h.press(keys.PageScore)
	h.do("key Down", "key 2")
	h.press(keys.EvidenceLine)
	p.await("evidence", "dimension", "data", "kind", "note", "at_ms", "1200")
	h.key("Return")
	h.write("too late\n")
	h.press(keys.ReviewStart)
	h.press(keys.SpanStart)
	h.press(keys.Forward5)
	h.press(keys.SpanEnd)
	h.press(keys.Evidence)
	p.await("evidence", "dimension", "data", "kind", "span", "at_ms", "0")
	d.display.keep("scored")
	var is judged
	p.until("all of it is on the disk", func() bool {
		data, err := os.ReadFile(filepath.Join(dir, "review.yaml"))
		return err == nil && yaml.Unmarshal(data, &is) == nil && len(is.First.Scores["data"].Evidence) == 2
	})
	p.quit()

	if len(is.Predicted.Scores) != 8 || is.Predicted.Scores["altitude"] != 3 {
		t.Errorf("predicted %v", is.Predicted.Scores)
	}
	if s := is.First.Scores["data"]; s.Value != 2 || !strings.Contains(s.Note, "too late") || s.Evidence[0].Kind != "note" || s.Evidence[1].Kind != "span" {
		t.Errorf("data has %+v", s)
	}
	if s, ok := is.First.Scores["navigation"]; ok {
		t.Errorf("what was taken back is kept: %+v", s)
	}
	if s := is.First.Scores["modelling"]; len(s.Evidence) != 1 || s.Value != 0 {
		t.Errorf("modelling has %+v", s)
	}
}
