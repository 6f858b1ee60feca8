package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

const kettlePack = `id: kettle
title: Design a kettle
domain: Kitchen
prompt: Our kitchen waits for water. Design a kettle that knows when it is wanted.
clarify:
  - ask: How many kettles are there?
    answer: Two.
`

func TestQuestionsAreListed(t *testing.T) {
	d := newDesk(t)
	own := filepath.Join(d.config, "questions", "kettle.yaml")
	d.put(own, kettlePack)
	out := d.done("questions")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 16 {
		t.Errorf("%d lines for fifteen questions and one", len(lines))
	}
	for _, words := range []string{"video-ranking  ", "Design a video ranking system", "Recommendation", "built in", "Design a kettle", own} {
		if !strings.Contains(out, words) {
			t.Errorf("the list lacks %q:\n%s", words, out)
		}
	}
}

func TestQuestionsAreListedWhole(t *testing.T) {
	d := newDesk(t)
	d.put(filepath.Join(d.config, "questions", "kettle.yaml"), kettlePack)
	var all []struct {
		ID, Prompt, Source string
		Clarify            []struct{ Ask, Answer string }
		Phases             map[string]map[string][]string
		Figures            []struct {
			Name string
			Is   float64
		}
	}
	if err := json.Unmarshal([]byte(d.done("questions", "--json")), &all); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, q := range all {
		switch q.ID {
		case "kettle":
			seen++
			if len(q.Clarify) != 1 || q.Clarify[0].Answer != "Two." || q.Phases != nil {
				t.Errorf("the kettle is %+v", q)
			}
		case "video-ranking":
			seen++
			if q.Source != "built in" || len(q.Phases["deploy"]["staff"]) == 0 || len(q.Figures) == 0 || q.Figures[0].Is != 1e8 {
				t.Errorf("video ranking is %+v", q)
			}
		}
	}
	if seen != 2 {
		t.Errorf("%d of two questions were found", seen)
	}
}

func TestQuestionsCheck(t *testing.T) {
	d := newDesk(t)
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "good.yaml"), filepath.Join(dir, "bad.yaml")
	d.put(good, kettlePack)
	if out := d.done("questions", "check", good); !strings.Contains(out, "No mistakes") || !strings.Contains(out, "questions 1") {
		t.Errorf("a good pack gives %q", out)
	}
	d.put(bad, strings.Replace(strings.Replace(kettlePack, "id: kettle", "id: pot", 1), "    answer: Two.\n", "    anser: Two.\n", 1)+"board: {}\n")
	var out, errs strings.Builder
	if code := run([]string{"questions", "check", dir}, nil, &out, &errs); code != exitFailed {
		t.Errorf("the exit code is %d", code)
	}
	want := bad + ":7: clarify.anser: is not a known field; expected \"answer\"\n" +
		bad + ":8: board.boxes: is missing; expected a list of boxes, each with id, part and label\n"
	if out.String() != want || !strings.Contains(errs.String(), "2 mistakes") {
		t.Errorf("got\n%s%s\nwant\n%s", &out, &errs, want)
	}
	d.fails(exitMisuse, []string{"path"}, "questions", "check")
	d.fails(exitFailed, []string{"1 mistake"}, "questions", "check", filepath.Join(dir, "gone.yaml"))
}

func TestBrokenQuestionIsNamedBesideTheList(t *testing.T) {
	d := newDesk(t)
	broken := filepath.Join(d.config, "questions", "broken.yaml")
	d.put(broken, "id: broken\n")
	var out, errs strings.Builder
	if code := run([]string{"questions"}, nil, &out, &errs); code != exitDone {
		t.Errorf("the exit code is %d", code)
	}
	if !strings.Contains(errs.String(), broken+":1: title: is missing") || !strings.Contains(out.String(), "video-ranking") {
		t.Errorf("got\n%s%s", &out, &errs)
	}
}

func TestSchemaIsPrinted(t *testing.T) {
	var schema map[string]any
	if err := json.Unmarshal([]byte(newDesk(t).done("questions", "schema")), &schema); err != nil {
		t.Fatal(err)
	}
	if defs, _ := schema["$defs"].(map[string]any); defs["Question"] == nil {
		t.Errorf("the schema describes %v", defs)
	}
}
