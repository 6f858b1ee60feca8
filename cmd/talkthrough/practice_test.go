package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talkthrough/internal/interview"
)

func TestPracticeInTheTerminal(t *testing.T) {
	d := newDesk(t)
	s := d.run(strings.Join([]string{
		"who uses it?",
		"/good that went well",
		"/next",
		"/next",
		"/prev",
		"  # indented  ",
		"/phase 6",
		"/unclear",
		"/phase 9",
		"/phase deploy",
		"/pause",
		"/time",
		"/resume",
		"/what",
		strings.Repeat("long ", 20000),
		"/end",
		"never read",
	}, "\r\n"), "practice", "video-ranking", "--terminal", "--silent", "--level", "junior", "--minutes", "30")
	if s.code != exitDone || s.err != "" {
		t.Fatalf("exit %d, %s", s.code, s.err)
	}
	for _, words := range []string{
		"Design a video ranking system · Junior · 30 min", "Saving", "Saved in " + d.sessions,
		"Task · ", "Model · ", "Deploy · ", "of this phase left", "/phase wants a number from 1 to 8", "Nothing is recorded: recording is switched off.",
	} {
		if !strings.Contains(s.out, words) {
			t.Errorf("it never said %q:\n%s", words, s.out)
		}
	}
	if n := strings.Count(s.out, "Nothing is recorded"); n != 1 {
		t.Errorf("it said %d times that nothing is recorded", n)
	}
	if n := strings.Count(s.out, "/agenda"); n != 2 {
		t.Errorf("the commands were listed %d times, want at the start and for /what", n)
	}
	state := parsed[replayState](t, d.done("replay", "last", "--json"))
	if want := "who uses it?\n  # indented  \n" + strings.Repeat("long ", 20000) + "\n"; state.Notes != want {
		t.Errorf("the notes are %.60q… of %d bytes, want %d", state.Notes, len(state.Notes), len(want))
	}
	if state.Phase != "deploy" || len(state.Marks) != 2 || state.Marks[0].Word != "that went well" || state.Marks[1].Kind != "unclear" {
		t.Errorf("phase %s, marks %+v", state.Phase, state.Marks)
	}
	list := parsed[[]sessionLine](t, d.done("sessions", "--json"))
	if len(list) != 1 || list[0].State != "finished" || list[0].Level != "junior" || list[0].Question != "video-ranking" || list[0].Takes != 0 {
		t.Errorf("the attempt is listed as %+v", list)
	}
	for _, name := range []string{"session.yaml", "journal.jsonl", "notes.md", "board.excalidraw"} {
		if info, err := os.Stat(filepath.Join(list[0].Path, name)); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPracticeWithoutADisplayIsInTheTerminal(t *testing.T) {
	d := newDesk(t)
	// The end of what there is to read ends the interview.
	s := d.run("/agenda\nlast words", "practice", "--silent", "fraud")
	if s.code != exitDone {
		t.Fatalf("exit %d, %s", s.code, s.err)
	}
	state := parsed[replayState](t, d.done("replay", "last", "--json"))
	if want := interview.Agenda() + "last words\n"; state.Notes != want {
		t.Errorf("notes %q, want %q", state.Notes, want)
	}
	if list := parsed[[]sessionLine](t, d.done("sessions", "--json")); list[0].Question != "bank-transaction-fraud" {
		t.Errorf("the question was %s", list[0].Question)
	}
}

func TestAUsersOwnPackIsPractisedAndABrokenOneSaid(t *testing.T) {
	d := newDesk(t)
	packs := filepath.Join(d.config, "questions")
	d.put(filepath.Join(packs, "mine.yaml"), "questions:\n- id: my-own\n  title: Design my own system\n  domain: Test\n  prompt: Somebody asks for a system of one's very own. Design it so that it works.\n")
	d.put(filepath.Join(packs, "broken.yaml"), "questions: [\n")
	s := d.run("", "practice", "--silent", "my-own")
	if s.code != exitDone || !strings.Contains(s.out, "Design my own system") {
		t.Errorf("exit %d, %s%s", s.code, s.out, s.err)
	}
	if !strings.Contains(s.err, filepath.Join(packs, "broken.yaml")) {
		t.Errorf("stderr %q does not name the broken pack", s.err)
	}
}
