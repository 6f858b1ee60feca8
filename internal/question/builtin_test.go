package question

import (
	"bytes"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"talkthrough/questions"
)

// builtInIDs are the fifteen questions that the program promises.
var builtInIDs = []string{
	"bank-transaction-fraud",
	"chatbot-fine-tuning",
	"community-message-moderation",
	"face-swap-lens",
	"instagram-ad-recommendation",
	"instagram-stories",
	"insurance-claim-size",
	"news-feed-next-post",
	"place-recommendation",
	"popular-track-recommendation",
	"translation-model",
	"user-bug-reporting",
	"video-ranking",
	"video-translation",
	"weapon-sale-detection",
}

func TestBuiltInQuestionsAreAllThere(t *testing.T) {
	bank := Load(questions.FS, "")
	for _, p := range bank.Problems {
		t.Error(p)
	}
	var ids []string
	for _, q := range bank.Questions {
		ids = append(ids, q.ID)
		if q.Source != BuiltIn {
			t.Errorf("%s: source is %q", q.ID, q.Source)
		}
		if !strings.HasPrefix(q.Title, "Design ") {
			t.Errorf("%s: the title %q does not say what to design", q.ID, q.Title)
		}
	}
	if !slices.Equal(ids, builtInIDs) {
		t.Errorf("ids are\n%s\nwant\n%s", strings.Join(ids, "\n"), strings.Join(builtInIDs, "\n"))
	}
}

func TestBuiltInPromptsAreSpoken(t *testing.T) {
	sentenceEnd := regexp.MustCompile(`[.?!]"?( |$)`)
	for _, q := range Load(questions.FS, "").Questions {
		if n := len(sentenceEnd.FindAllString(q.Prompt, -1)); n < 3 || n > 6 {
			t.Errorf("%s: the prompt has %d sentences, want three to six", q.ID, n)
		}
		if strings.ContainsAny(q.Prompt, "\n\t") || strings.Contains(q.Prompt, "  ") {
			t.Errorf("%s: the prompt is not one flowing paragraph: %q", q.ID, q.Prompt)
		}
		if !strings.HasSuffix(q.Prompt, ".") && !strings.HasSuffix(q.Prompt, "?") {
			t.Errorf("%s: the prompt breaks off: %q", q.ID, q.Prompt)
		}
	}
}

func TestBuiltInFilesReadWell(t *testing.T) {
	names, err := fs.Glob(questions.FS, "*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(questions.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		const header = "# yaml-language-server: $schema=schema.json\n"
		body, found := bytes.CutPrefix(data, []byte(header))
		if !found {
			t.Errorf("%s does not begin with %q, by which editors find the schema", name, header)
		}
		if id := strings.TrimSuffix(name, ".yaml"); name != "curveballs.yaml" && !bytes.HasPrefix(body, []byte("id: "+id+"\n")) {
			t.Errorf("%s does not begin with the id it is named by", name)
		}
		for i, line := range strings.Split(string(data), "\n") {
			if n := len([]rune(line)); n > 100 {
				t.Errorf("%s:%d: %d columns wide, want at most 100", name, i+1, n)
			}
		}
	}
}

// examples are the YAML blocks of the manual, in order.
func examples(t *testing.T) []string {
	t.Helper()
	manual, err := os.ReadFile("../../questions/README.md")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, block := range strings.Split(string(manual), "```yaml\n")[1:] {
		text, _, closed := strings.Cut(block, "```")
		if !closed {
			t.Fatal("an example does not end")
		}
		all = append(all, text)
	}
	if len(all) < 2 {
		t.Fatal("the manual lacks the least and the full example")
	}
	return all
}

func TestExamplesInTheManualAreQuestions(t *testing.T) {
	for i, example := range examples(t)[:2] {
		got, problems := Parse("README.md", []byte(example))
		if len(got) != 1 || len(problems) != 0 {
			t.Fatalf("example %d gives %d questions and %v", i, len(got), problems)
		}
		fields := reflect.ValueOf(got[0])
		for f := range fields.NumField() {
			optional := f >= 4 && fields.Type().Field(f).Name != "Source"
			if given := !fields.Field(f).IsZero(); optional && given != (i == 1) {
				t.Errorf("example %d: %s is given: %v", i, fields.Type().Field(f).Name, given)
			}
		}
	}
}
