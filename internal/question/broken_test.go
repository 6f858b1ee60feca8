package question

import (
	"fmt"
	"strings"
	"testing"
)

// swap returns the sample with one part replaced.
func swap(before, after string) string { return strings.Replace(sample, before, after, 1) }

// brokenPacks are files with mistakes that people make, each with the places
// and the words that the user must be told.
var brokenPacks = []struct {
	name, text string
	want       []string // "line:field: words that the message holds"
}{
	{"empty file", "", []string{"1::holds no question; expected the fields id, title, domain and prompt"}},
	{"only comments", "# soon\n", []string{"1::holds no question"}},
	{"plain text", "Design a toaster.\n", []string{`1::this is text; expected a question, or several under "questions:"`}},
	{"bare list", "\n- id: toast\n", []string{"2::this is a list; expected a question"}},
	{"unknown field", sample + "colour: brown\n", []string{"5:colour:is not a known field; expected id, title, domain, prompt, ambiguous, figures,"}},
	{"misspelt field", swap("prompt:", "promt:"), []string{`4:promt:is not a known field; expected "prompt"`}},
	{"capital letter", swap("title:", "Title:"), []string{`2:Title:is not a known field; expected "title"`}},
	{"swapped letters", swap("title:", "titel:"), []string{`2:titel:expected "title"`}},
	{"missing field", swap("domain: Kitchen\n", ""), []string{"1:domain:is missing; expected one line of at most 40 characters"}},
	{"missing in the second", sample + "---\ntitle: Tea\n", []string{
		"6:id:is missing", "6:domain:is missing", "6:prompt:is missing",
	}},
	{"field given twice", sample + "title: Tea\n", []string{"5:title:is here a second time, after line 2; expected it once"}},
	{"field without a value", swap(" Design a toaster", ""), []string{"2:title:is empty; expected one line"}},
	{"empty quotes", swap("Kitchen", `" "`), []string{"3:domain:is empty"}},
	{"list for a text", swap("Kitchen", "[Kitchen, Home]"), []string{"3:domain:is a list; expected one line"}},
	{"fields for a text", swap("Kitchen", "{name: Kitchen}"), []string{"3:domain:is a group of fields"}},
	{"alias of a list", "questions:\n  - id: &a [b]\n  - *a\n  - id: *a\n", []string{
		"2:id:is a list", "2:title:is missing", "2:domain:is missing", "2:prompt:is missing",
		"3:questions:this is a list; expected a question: the fields id, title, domain and prompt",
		"4:id:is a list", "4:title:is missing", "4:domain:is missing", "4:prompt:is missing",
	}},
	{"number for a text", swap("Design a toaster", "2048"), []string{"2:title:is a number, not text in quotes"}},
	{"date for a text", swap("Design a toaster", "2026-11-23"), []string{"2:title:is a date, not text in quotes"}},
	{"truth for a text", swap("Design a toaster", "true"), []string{"2:title:is true or false"}},
	{"tagged text", swap("Kitchen", "!!binary S2l0Y2hlbg=="), []string{"3:domain:of a kind"}},
	{"id with spaces", swap("id: toast", "id: my toast"), []string{`1:id:"my toast" is not in kebab-case; expected a name in kebab-case`}},
	{"id with capitals", swap("id: toast", "id: Toast"), []string{"1:id:kebab-case"}},
	{"id with two dashes", swap("id: toast", "id: toast--er"), []string{"1:id:kebab-case"}},
	{"id with a path", swap("id: toast", "id: ../toast"), []string{"1:id:kebab-case"}},
	{"id too long", swap("id: toast", "id: "+strings.Repeat("t", 61)), []string{"1:id:is too long with 61 characters; expected a name in kebab-case of at most 60"}},
	{"id kept for the program", swap("id: toast", "id: own"), []string{"1:id:typed in for one attempt"}},
	{"id used twice", sample + "---\n" + sample, []string{"6:id:toast is taken by the question at pack.yaml:1; expected an id of its own"}},
	{"title too long", swap("Design a toaster", strings.Repeat("é", 101)), []string{"2:title:is too long with 101 characters; expected one line of at most 100 characters"}},
	{"title of two lines", swap("title: Design", "title: |\n  One\n  Design"), []string{"2:title:has more than one line"}},
	{"title of two lines by escape", swap("Design a toaster", `"One\u2028Two"`), []string{"2:title:has more than one line"}},
	{"line break that editors do not show", swap("Design", "One\u2028Design") + "colour: brown\n", []string{"5:colour:is not a known field"}},
	{"title with a bell", swap("Design a toaster", `"ding\a"`), []string{"2:title:holds the control character U+0007"}},
	{"prompt too short", swap(samplePrompt, "Design it."), []string{"4:prompt:is too short with 10 characters; expected 40 to 4000 characters"}},
	{"prompt too long", swap(samplePrompt, strings.Repeat("é", 4001)), []string{"4:prompt:is too long with 4001 characters"}},
	{"prompt with an escape", swap(samplePrompt, `"\e[31m`+samplePrompt+`"`), []string{"4:prompt:holds the control character U+001B"}},
	{"no list of questions", "questions: toast\n", []string{"1:questions:is text; expected a list of questions"}},
	{"name that is a list", sample + "? [a, b]\n: c\n", []string{"5:?:is not a known field"}},
	{"name of many lines", sample + `"a\n\eb": c`, []string{"5:a??b:is not a known field"}},
	{"name without a colon at the end", sample + "? title", []string{"5:title:is here a second time"}},
	{"nothing at the end", "? id\n\n", []string{"1:id:is empty", "1:title:", "1:domain:", "1:prompt:"}},
	{"text in the list", "questions:\n  - toast\n", []string{"2:questions:this is text; expected a question: the fields"}},
	{"colon in a title", swap("Design", "Toast: design"), []string{`2::mapping values are not allowed in this context); expected quotes around text with ": "`}},
	{"tab before a field", swap("title", "\ttitle"), []string{"2::expected spaces, not tabs"}},
	{"field too far right", "questions:\n  - id: toast\n    title: A\n     domain: B\n", []string{"4::not YAML"}},
	{"field too far left", "questions:\n  - id: toast\n    title: A\n   domain: B\n", []string{`4::expected every question of the list to begin with "- "`}},
	{"quote left open", swap("Design", `"Design`), []string{"2::expected a closing quotation mark"}},
	{"quote left open in the first line", swap("toast", `"toast`), []string{"1::expected a closing quotation mark"}},
	{"quote left open in the last line", sample + `"colour`, []string{"5::expected a closing quotation mark"}},
	{"quote left open in the only line", `'id`, []string{"1::expected a closing quotation mark"}},
	{"quote around a part", swap("Design", `"Design"`), []string{"2::quotes around a whole text"}},
	{"bracket left open", swap("Design", "[Design"), []string{"2::expected a closing bracket"}},
	{"prompt not indented", swap("prompt: Our", "prompt: >-\nOur"), []string{`5::every field of a question as "name: text"`}},
	{"star before a text", swap("Design", "*Design"), []string{`2::expected quotes around text that begins with "*"`}},
	{"at before a text", swap("Design", "@Design"), []string{"2::begins with a special character"}},
	{"control character", swap("Design", "\x01Design"), []string{"2::expected text without control characters"}},
	{"not UTF-8", swap("Kitchen", "K\xfcche"), []string{"3::this line is not UTF-8 text; expected the file to be saved as UTF-8"}},
	{"UTF-16", "\xff\xfei\x00d\x00", []string{"1::not UTF-8"}},
	{"too big", sample + strings.Repeat("# more\n", 1<<18), []string{"1::the file is longer than 1 MiB; expected"}},
}

func TestProblemsSayWhereAndWhat(t *testing.T) {
	for _, c := range brokenPacks {
		t.Run(c.name, func(t *testing.T) {
			_, problems := Parse("pack.yaml", []byte(c.text))
			if len(problems) != len(c.want) {
				t.Fatalf("got %d problems, want %d: %v", len(problems), len(c.want), problems)
			}
			for i, p := range problems {
				part := strings.SplitN(c.want[i], ":", 3)
				if got := fmt.Sprintf("%d:%s", p.Line, p.Field); p.File != "pack.yaml" || got != part[0]+":"+part[1] {
					t.Errorf("%q is at %s, want %s:%s", p.Error(), got, part[0], part[1])
				}
				if !strings.Contains(p.Message, part[2]) {
					t.Errorf("%q does not say %q", p.Error(), part[2])
				}
			}
		})
	}
}

func TestProblemReadsAsOneLine(t *testing.T) {
	cases := map[string]Problem{
		"toast.yaml:3: title: is empty; expected text": {"toast.yaml", 3, "title", "is empty; expected text"},
		"toast.yaml:1: this is a list; expected more":  {"toast.yaml", 1, "", "this is a list; expected more"},
		"packs: cannot be read (no); expected a file":  {"packs", 0, "", "cannot be read (no); expected a file"},
	}
	for want, p := range cases {
		if got := p.Error(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
