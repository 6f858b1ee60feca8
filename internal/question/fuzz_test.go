package question

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"talkthrough/questions"
)

// holdParse parses a file and fails when that breaks a promise which Parse makes
// for every file.
func holdParse(t interface {
	Helper()
	Fatalf(format string, args ...any)
}, data []byte,
) ([]Question, []Problem) {
	t.Helper()
	found, problems := Parse("any.yaml", data)
	deck := parse("any.yaml", data).deck
	lines := 1 + bytes.Count(data, []byte("\n")) + bytes.Count(data, []byte("\r"))
	if len(found) == 0 && len(deck) == 0 && len(problems) == 0 {
		t.Fatalf("neither a question nor a problem")
	}
	for _, p := range problems {
		if p.File != "any.yaml" || p.Line < 1 || p.Line > lines {
			t.Fatalf("%q names no line of the file", p.Error())
		}
		if !strings.Contains(p.Message, "; expected ") {
			t.Fatalf("%q does not say what was expected", p.Error())
		}
		if len(p.Field) > 200 || len(p.Message) > 2000 || oneLine(p.Error()) != "" {
			t.Fatalf("%q does not fit on a line", p.Error())
		}
	}
	taken := map[string]bool{}
	for _, q := range found {
		if taken[q.ID] {
			t.Fatalf("two questions are %s", q.ID)
		}
		taken[q.ID] = true
		if q.Title == "" || q.Domain == "" || q.Prompt == "" || q.Source != "any.yaml" {
			t.Fatalf("%+v is not complete", q)
		}
	}
	return found, problems
}

func FuzzParse(f *testing.F) {
	for _, c := range brokenPacks {
		if len(c.text) < 1<<16 {
			f.Add([]byte(c.text))
		}
	}
	names, err := fs.Glob(questions.FS, "*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(questions.FS, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, text := range []string{
		sample + "---\n" + sample,
		"questions:\n  - &a {id: a, title: T, domain: D, prompt: &p " + strings.Repeat("x", 40) + "}\n  - *a\n  - {id: b, prompt: *p}\n",
		"&a [*a, *b]", "&a {*a : *a}", "? ? a\n: b\n", "questions: *questions", "%YAML 1.2\n---\n!!map {id: !!str a}\n...\n",
		"id: |2-\n   a\ntitle: >+\n\n\n", "{id: [[[[{{{{", "\uFEFFid: a", "id:\u2028 a\u0085\ntitle: 1", "<<: [{id: a}, *b]", "\"\\ud800\": 'a'", "#\r#\r\nid:\ra",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) { holdParse(t, data) })
}

// TestParseNeverPanics makes files of the pieces that YAML and packs are made
// of, which a fuzzer takes long to put together.
func TestParseNeverPanics(t *testing.T) {
	pieces := rapid.SampledFrom([]string{
		"id", "title", "domain", "prompt", "questions", "colour", ": ", ":\n", "\n", "\n  ", "\n    ", "- ", "  - ",
		"---\n", "...\n", "&a ", "*a", "<<", "[", "]", "{", "}", ", ", "? ", "\"", "'", "|\n", ">-\n", "# ", "\t", "!!str ", "!x ",
		"clarify", "ask", "answer", "figures", "name", "is", "unit", "from", "board", "boxes", "arrows", "part", "phases", "model",
		"staff", "deck", "daily / 86400", "100M", "cache",
		"toast", "own", "Design a toaster", samplePrompt, "12", "true", "~", "\xff", "\x00", "\r", "é", "%TAG", sample,
	})
	rapid.Check(t, func(t *rapid.T) {
		holdParse(t, []byte(strings.Join(rapid.SliceOfN(pieces, 0, 40).Draw(t, "pieces"), "")))
	})
}

// TestFilesMeantToHarm holds that no file within the size limit costs much time
// or brings more questions and problems than anybody can use.
func TestFilesMeantToHarm(t *testing.T) {
	var laughs strings.Builder
	laughs.WriteString("l0: &l0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n")
	for i := 1; i < 40; i++ {
		fmt.Fprintf(&laughs, "l%d: &l%d [%s*l%d]\n", i, i, strings.Repeat(fmt.Sprintf("*l%d, ", i-1), 8), i-1)
	}
	full := func(unit string) string { return strings.Repeat(unit, maxPackSize/len(unit)-1000) }
	// A question of which every list is as full as an alias can make it.
	var rich strings.Builder
	rich.WriteString("questions:\n- &q\n  " + strings.ReplaceAll(strings.TrimSpace(sample), "\n", "\n  ") + "\n  pitfalls: &p [" + strings.Repeat(samplePrompt+", ", 20) + "]\n")
	rich.WriteString("  ambiguous: *p\n  clarify: [" + strings.Repeat("&c {ask: How many, answer: Two, also: *p}, ", 1) + strings.Repeat("*c, ", 39) + "]\n  phases:\n")
	for _, phase := range PhaseIDs {
		rich.WriteString("    " + phase + ": {junior: *p, senior: *p, staff: *p}\n")
	}
	cases := map[string]string{
		"one rich question often": rich.String() + full("- *q\n"),
		"billion laughs":          laughs.String() + "questions: *l39\n",
		"one question often":      "questions:\n- &q\n  " + strings.ReplaceAll(strings.TrimSpace(sample), "\n", "\n  ") + "\n" + full("- *q\n"),
		"one long prompt often": "questions:\n- &q\n  " + strings.ReplaceAll(strings.TrimSpace(sample), "\n", "\n  ") +
			strings.Repeat("x", maxPackSize/2) + "\n" + strings.Repeat("- *q\n", maxPackSize/12),
		"deep brackets":      full("["),
		"deep lists":         full("- "),
		"deep keys":          full("? "),
		"unknown fields":     full("{a: b}\n---\n"),
		"empty documents":    full("---\n"),
		"comments":           full("#\n"),
		"comments with text": full("#\n- a\n"),
		"one long field":     full("a") + ": b",
		"one long alias":     "a: *" + full("b"),
		"refers to itself":   "&a {questions: [*a, *a], id: *a, *a : *a}",
	}
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			if len(text) > maxPackSize {
				t.Fatalf("the file is %d bytes long and would not be looked at", len(text))
			}
			start := time.Now()
			found, problems := holdParse(t, []byte(text))
			if len(found) > maxQuestions || len(problems) > 2*maxProblems {
				t.Errorf("%d questions and %d problems", len(found), len(problems))
			}
			// A tenth of a second is usual; what grows with the square of the
			// length takes minutes.
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
