package question

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"
)

const (
	samplePrompt = "Our kitchen burns toast. Design a toaster that learns. Begin where you like."
	sample       = "id: toast\ntitle: Design a toaster\ndomain: Kitchen\nprompt: " + samplePrompt + "\n"
)

func sampleQuestion(id string) Question {
	return Question{ID: id, Title: "Design a toaster", Domain: "Kitchen", Prompt: samplePrompt, Source: "toast.yaml"}
}

func TestParseReadsEveryShapeOfFile(t *testing.T) {
	inList := func(id string) string {
		return fmt.Sprintf("  - id: %s\n    title: Design a toaster\n    domain: Kitchen\n    prompt: %s\n", id, samplePrompt)
	}
	other := strings.Replace(sample, "id: toast", "id: tea", 1)
	cases := map[string]struct {
		text string
		want []Question
	}{
		"one question":        {sample, []Question{sampleQuestion("toast")}},
		"list":                {"questions:\n" + inList("toast") + inList("tea"), []Question{sampleQuestion("toast"), sampleQuestion("tea")}},
		"documents":           {"---\n" + sample + "---\n" + other + "...\n", []Question{sampleQuestion("toast"), sampleQuestion("tea")}},
		"list and document":   {"questions:\n" + inList("toast") + "---\n" + other, []Question{sampleQuestion("toast"), sampleQuestion("tea")}},
		"empty document":      {"# only a comment\n---\n---\n" + sample, []Question{sampleQuestion("toast")}},
		"byte order mark":     {"\uFEFF" + sample, []Question{sampleQuestion("toast")}},
		"Windows line ends":   {strings.ReplaceAll(sample, "\n", "\r\n"), []Question{sampleQuestion("toast")}},
		"folded prompt":       {strings.Replace(sample, "prompt: Our kitchen burns toast.", "prompt: >-\n  Our kitchen\n  burns toast.", 1), []Question{sampleQuestion("toast")}},
		"space around a text": {strings.Replace(sample, "title: Design a toaster", `title: "  Design a toaster "`, 1), []Question{sampleQuestion("toast")}},
		"anchor on a text":    {strings.Replace(sample, "Kitchen", "&d Kitchen", 1) + "---\n" + other, []Question{sampleQuestion("toast"), sampleQuestion("tea")}},
		"alias in a list": {
			"questions:\n" + strings.Replace(inList("toast"), "Kitchen", "&d Kitchen", 1) +
				strings.Replace(inList("tea"), "Kitchen", "*d", 1),
			[]Question{sampleQuestion("toast"), sampleQuestion("tea")},
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, problems := Parse("toast.yaml", []byte(c.text))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("questions (-want +got):\n%s", diff)
			}
			if len(problems) > 0 {
				t.Errorf("problems: %v", problems)
			}
		})
	}
}

func TestParseKeepsWhatIsInOrder(t *testing.T) {
	other := strings.Replace(sample, "id: toast", "id: tea", 1)
	cases := map[string]string{
		"unknown field":           sample + "colour: brown\n",
		"broken question beside":  sample + "---\n" + strings.Replace(other, "domain: Kitchen\n", "", 1),
		"YAML that breaks later":  sample + "---\nid: 'tea\n",
		"same id again":           sample + "---\n" + sample,
		"text among the list":     "questions:\n  - " + strings.ReplaceAll(strings.TrimSpace(sample), "\n", "\n    ") + "\n  - tea\n",
		"unknown field of a pack": "author: me\nquestions:\n  - " + strings.ReplaceAll(strings.TrimSpace(sample), "\n", "\n    ") + "\n",
	}
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			got, problems := Parse("toast.yaml", []byte(text))
			if diff := cmp.Diff([]Question{sampleQuestion("toast")}, got); diff != "" {
				t.Errorf("questions (-want +got):\n%s", diff)
			}
			if len(problems) != 1 {
				t.Errorf("want one problem, got %v", problems)
			}
		})
	}
}

func TestParseStopsAtAThousandQuestions(t *testing.T) {
	var text strings.Builder
	for i := range 1002 {
		fmt.Fprintf(&text, "id: toast-%d\ntitle: T\ndomain: D\nprompt: %s\n---\n", i, samplePrompt)
	}
	got, problems := Parse("toast.yaml", []byte(text.String()))
	if len(got) != 1000 || got[999].ID != "toast-999" {
		t.Errorf("%d questions", len(got))
	}
	want := "toast.yaml:5001: too many questions in one file; expected at most 1000"
	if len(problems) != 1 || problems[0].Error() != want {
		t.Errorf("problems are %v, want %s", problems, want)
	}
}

// TestParseReadsWhatWasWritten writes questions with the YAML package and reads
// them back.
func TestParseReadsWhatWasWritten(t *testing.T) {
	line := func(least, most int) *rapid.Generator[string] {
		return rapid.StringOfN(rapid.RuneFrom([]rune("aZ9 :#-'\"*&!%@`[]{},.?é漢😀\\|>~")), least, most, -1).
			Filter(func(s string) bool { return s == strings.TrimSpace(s) })
	}
	rapid.Check(t, func(t *rapid.T) {
		want := Question{
			ID:     rapid.StringMatching(`[a-z]{1,8}(-[a-z0-9]{1,8}){1,3}`).Draw(t, "id"),
			Title:  line(1, 100).Draw(t, "title"),
			Domain: line(1, 40).Draw(t, "domain"),
			Prompt: line(40, 200).Draw(t, "prompt") + "\n\nAnd then?",
			Source: "written.yaml",
		}
		data, err := yaml.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		got, problems := Parse("written.yaml", data)
		if len(problems) > 0 {
			t.Fatalf("problems: %v in\n%s", problems, data)
		}
		if diff := cmp.Diff([]Question{want}, got); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	})
}
