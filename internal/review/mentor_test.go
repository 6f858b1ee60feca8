package review

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"talkthrough/internal/interview"
)

var heard = Heard{
	Attempt: "2026-11-23-1405-video-ranking-01hxyz", Question: `Video ranking: "For you"`,
	Level: interview.Staff, Started: now, Length: 40 * time.Minute,
}

// back is what comes of a file that a mentor sends.
func back(t testing.TB, data string) (Mentor, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "from-maria.yaml")
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	m, err := ReadMentor(path)
	if err != nil && !strings.Contains(err.Error(), "from-maria.yaml") {
		t.Errorf("%q does not name the file", err)
	}
	return m, err
}

func TestAMentorFillsInTheSheet(t *testing.T) {
	data := string(MentorSheet(heard))
	for _, d := range interview.Rubric {
		for _, row := range d.Rows {
			for _, sentence := range row {
				if !strings.Contains(data, "# ") || !strings.Contains(data, sentence) {
					t.Errorf("the sheet does not say %q", sentence)
				}
			}
		}
	}
	if _, err := back(t, data); err == nil || !strings.Contains(err.Error(), "name") {
		t.Errorf("an empty sheet: %v", err)
	}
	for _, edit := range [][2]string{
		{"name:   # yours", "name: Maria  # me"},
		{"date:   #", "date: 2026-11-24 #"},
		{"\n  data:\n", "\n  data: 3\n"},
		{"\n  altitude:\n", "\n  altitude: 4 # !\n"},
		{"  - at:\n    text:\n", "  - at: 12:30\n    text: Good question\n  - at: 1:02:03.5\n    text: |\n      two\n      lines\n  - at:\n    text:\n"},
	} {
		if !strings.Contains(data, edit[0]) {
			t.Fatalf("the sheet has no %q:\n%s", edit[0], data)
		}
		data = strings.Replace(data, edit[0], edit[1], 1)
	}
	got, err := back(t, strings.ReplaceAll(data, "\n", "\r\n")) // from an editor of Windows
	if err != nil {
		t.Fatal(err)
	}
	want := Mentor{
		Name: "Maria", Date: time.Date(2026, 11, 24, 0, 0, 0, 0, time.Local), Attempt: heard.Attempt,
		Scores: map[string]int{"data": 3, "altitude": 4},
		Remarks: []Remark{
			{At: 12*time.Minute + 30*time.Second, Text: "Good question"},
			{At: time.Hour + 2*time.Minute + 3500*time.Millisecond, Text: "two\nlines"},
		},
	}
	if diff := cmp.Diff(want, got, same); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	var r Review
	r.AddMentor(got)
	dir := t.TempDir()
	if err := r.Save(dir); err != nil {
		t.Fatal(err)
	}
	if loaded, err := Load(dir); err != nil || !cmp.Equal(r, loaded, same) {
		t.Errorf("kept with the review: %+v, %v", loaded, err)
	}
}

// The example in the sheet's comments is a file that can be read.
func TestTheSheetsExampleHolds(t *testing.T) {
	var example strings.Builder
	for line := range strings.Lines(string(MentorSheet(heard))) {
		if text, ok := strings.CutPrefix(line, "#   "); ok {
			example.WriteString(text)
		}
	}
	m, err := back(t, "format: 1\n"+example.String())
	if err != nil || m.Name == "" || len(m.Scores) != 1 || len(m.Remarks) != 1 || m.Remarks[0].At == 0 {
		t.Errorf("it reads as %+v, %v:\n%s", m, err, &example)
	}
}

// Whatever a question is called, the sheet stays a file that can be read.
func TestTheSheetIsYAMLForAnyQuestion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := heard
		h.Question, h.Attempt = texts.Draw(t, "question"), rapid.StringN(0, 40, 150).Draw(t, "attempt")
		data := strings.Replace(string(MentorSheet(h)), "name:   # yours", "name: x", 1)
		m, err := parseMentor([]byte(strings.Replace(data, "\n  data:\n", "\n  data: 3\n", 1)))
		if err != nil || m.Attempt != h.Attempt {
			t.Fatalf("%q comes back as %q, %v:\n%s", h.Attempt, m.Attempt, err, data[:900])
		}
		var whole struct{ Question string }
		if err := yaml.Unmarshal([]byte(data), &whole); err != nil || whole.Question != h.Question {
			t.Fatalf("%q comes back as %q, %v", h.Question, whole.Question, err)
		}
	})
}

func TestAMentorsFileSaysWhatIsWrongAndWhere(t *testing.T) {
	const good = "format: 1\nname: Maria\nscores:\n  data: 3\nremarks:\n  - at: 12:30\n    text: good\n"
	if _, err := back(t, good); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		old, edited string
		want        []string
	}{
		"score":      {"data: 3", "data: 3.5", []string{"line 4", "scores.data", `"3.5"`, "from 1 to 4"}},
		"dimension":  {"data: 3", "date: 3", []string{"line 4", `"date"`, "expected a dimension"}},
		"time":       {"12:30", "half past", []string{"line 6", "remarks.1.at", "such as 12:30"}},
		"own key":    {"name:", "nome:", []string{"line 2", `"nome"`, "expected attempt"}},
		"remark":     {"text: good", "txt: good", []string{"line 7", `"txt"`, "expected at or text"}},
		"no name":    {"name: Maria\n", "", []string{"name", "expected the name"}},
		"no format":  {"format: 1\n", "", []string{"line 1", "format", "expected 1"}},
		"newer":      {"format: 1", "format: 9", []string{"line 1", "newer Talkthrough"}},
		"no remarks": {good[strings.Index(good, "scores"):], "", []string{"says nothing yet", "expected"}},
		"no YAML":    {"  data: 3", "  data: [3", []string{"line ", "not YAML"}},
		"an e-mail":  {good, "Hello, I thought it was good!\nMaria\n", []string{"line 1", `expected "format: 1"`}},
		"a picture":  {good, "\x89PNG\r\n\x1a\n\x00\x00", []string{"line 1", "UTF-8"}},
		"huge":       {"good", strings.Repeat("x", maxMentorFile), []string{"larger than 256 kB"}},
		"many":       {"    text: good\n", "    text: good\n" + strings.Repeat("  - at: 1:00\n", maxItems), []string{"a list of 1001", "at most 1000 remarks"}},
		"a bomb":     {"text: good", "text: &a [x]\n  - *a", []string{"anchor or alias"}},
	} {
		_, err := back(t, strings.Replace(good, c.old, c.edited, 1))
		if err == nil {
			t.Errorf("%s: it was accepted", name)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %q does not say %q", name, err, want)
			}
		}
	}
	if _, err := ReadMentor(filepath.Join(t.TempDir(), "none.yaml")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	if _, err := ReadMentor(t.TempDir()); err == nil {
		t.Error("a folder is a mentor's file")
	}
}
