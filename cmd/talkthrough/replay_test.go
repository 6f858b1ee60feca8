package main

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReplayTellsTheStateAtATime(t *testing.T) {
	d := newDesk(t)
	d.plant("2026-11-02-1900-one", plantedMeta, plantedJournal)
	good := replayMark{At: 9, Kind: "good", Word: "asked"}
	for at, want := range map[string]replayState{
		"0":     {At: 0, Phase: "clarify", Marks: []replayMark{}},
		"0:05":  {At: 5, Phase: "clarify", PhaseElapsed: 5, Notes: plantedNotes, Shapes: 1, Marks: []replayMark{}},
		"12":    {At: 12, Phase: "clarify", PhaseElapsed: 12, Notes: plantedNotes, Shapes: 1, Marks: []replayMark{good}},
		"0:19":  {At: 19, Phase: "model", PhaseElapsed: 4, Notes: plantedNotes, Shapes: 1, Marks: []replayMark{good}},
		"20s":   {At: 20, Phase: "model", PhaseElapsed: 5, Notes: plantedNotes, Shapes: 2, Arrows: 1, Marks: []replayMark{good}},
		"1:00":  {At: 60, Phase: "model", PhaseElapsed: 45, Notes: plantedNotes, Shapes: 2, Arrows: 1, Marks: []replayMark{good, {At: 40, Kind: "unclear"}}},
		"99:00": {At: 60, Phase: "model", PhaseElapsed: 45, Notes: plantedNotes, Shapes: 2, Arrows: 1, Marks: []replayMark{good, {At: 40, Kind: "unclear"}}},
	} {
		out := d.done("replay", "last", "--at", at, "--json")
		if diff := cmp.Diff(want, parsed[replayState](t, out)); diff != "" {
			t.Errorf("at %s (-want +got):\n%s", at, diff)
		}
	}
	object := parsed[map[string]any](t, d.done("replay", "last", "--json"))
	hasKeys(t, object, "at_s", "phase", "phase_elapsed_s", "notes", "shapes", "arrows", "marks")
	if object["at_s"] != 60.0 {
		t.Errorf("without --at it tells %v, want the end", object["at_s"])
	}
	if out := d.done("replay", "last"); !strings.Contains(out, "Design a video ranking system at 1:00: model, 2 shapes, 1 arrows, 2 marks") || !strings.Contains(out, plantedNotes) {
		t.Errorf("in words: %s", out)
	}
}

func TestReplayWritesBoardAndNotes(t *testing.T) {
	d := newDesk(t)
	d.plant("2026-11-02-1900-one", plantedMeta, plantedJournal)
	dir := t.TempDir()
	widths := map[string]int{}
	for _, at := range []string{"0", "5", "60"} {
		board, notes := filepath.Join(dir, at+".png"), filepath.Join(dir, at+".md")
		if out := d.done("replay", "last", "--at", at, "--board", board, "--notes", notes); out != "" {
			t.Errorf("beside the files it printed %q", out)
		}
		file, err := os.Open(board)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(file)
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
		widths[at] = img.Bounds().Dx()
		want := plantedNotes
		if at == "0" {
			want = ""
		}
		if text, err := os.ReadFile(notes); err != nil || string(text) != want {
			t.Errorf("at %s the notes are %q (%v)", at, text, err)
		}
	}
	// One box is 100 units wide, both with the arrow 300; twice that in pixels.
	if grown := widths["60"] - widths["5"]; grown < 390 || grown > 410 {
		t.Errorf("the second box widens the picture from %d to %d pixels, want about 400 more", widths["5"], widths["60"])
	}
	parsed[replayState](t, d.done("replay", "last", "--board", filepath.Join(dir, "again.png"), "--json"))
}

func TestReplayOfADamagedJournalSaysSoAndUsesTheRest(t *testing.T) {
	d := newDesk(t)
	torn := strings.Replace(plantedJournal, `{"at":9000,"do":"mark","kind":"good","word":"asked"}`, "rubbish", 1) + `{"at":710`
	dir := d.plant("2026-11-02-1900-one", plantedMeta, torn)
	s := d.run("", "replay", "last", "--json")
	state := parsed[replayState](t, s.out)
	if s.code != exitDone || state.Shapes != 2 || len(state.Marks) != 1 {
		t.Errorf("exit %d, %+v", s.code, state)
	}
	journal := filepath.Join(dir, "journal.jsonl")
	if !strings.Contains(s.err, journal+":4: ") || !strings.Contains(s.err, journal+": the last line is torn; 9 bytes") {
		t.Errorf("stderr %q", s.err)
	}
}
