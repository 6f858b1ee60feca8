package review

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/review"
)

// reads has the page read a mentor's file of that content.
func (r *rig) reads(p *scorePage, content string) {
	r.t.Helper()
	path := filepath.Join(r.t.TempDir(), "anna.yaml")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		r.t.Fatal(err)
	}
	p.mentorItems()[1].Action()
	r.chose(path)
	r.settle()
}

// filled is a sheet as it was sent, filled in by somebody.
func (r *rig) filled(p *scorePage) string {
	r.t.Helper()
	p.mentorItems()[0].Action()
	r.settle()
	data, err := os.ReadFile(filepath.Join(r.attempt.Dir, "export", "mentor.yaml"))
	if err != nil {
		r.t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "name:"):
			line = "name: Anna"
		case strings.HasPrefix(strings.TrimSpace(line), "modelling:"):
			line += " 2"
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n") + "\n"
}

const remark = "remarks:\n  - at: \"1:05\"\n    text: Here you lost me\n"

func TestASheetGoesToAMentorAndComesBack(t *testing.T) {
	r, p, _ := scoring(t)
	sheet := r.filled(p)
	if text := r.evidence.strip.words.Text(); !strings.Contains(text, filepath.Join(r.attempt.Dir, "export", "mentor.yaml")) {
		t.Errorf("it says %q", text)
	}
	if i := strings.Index(sheet, "\nremarks:"); i >= 0 {
		sheet = sheet[:i+1]
	}
	r.reads(p, sheet+remark)
	kept := r.kept()
	if len(kept.Mentors) != 1 || kept.Mentors[0].Name != "Anna" || kept.Mentors[0].Scores["modelling"] != 2 {
		t.Fatalf("kept %+v from\n%s", kept.Mentors, sheet)
	}
	words := said(p.object())
	if !strings.Contains(words, "Anna: 2") || !strings.Contains(words, "Here you lost me") {
		t.Errorf("the page says\n%s", words)
	}
	visit(p.object(), func(o fyne.CanvasObject) {
		if row, ok := o.(*look.Row); ok && strings.Contains(said(row), "lost me") {
			row.Tapped(&fyne.PointEvent{})
		}
	})
	if got := r.parts.transport.Position(); got != r.moments.before(kept.Mentors[0].Remarks[0].At) {
		t.Errorf("the remark plays from %v", got)
	}
}

func TestAFilledInSheetIsNotWrittenOver(t *testing.T) {
	r, p, _ := scoring(t)
	p.saveSheet()
	r.settle()
	first := filepath.Join(r.attempt.Dir, "export", "mentor.yaml")
	if err := os.WriteFile(first, []byte("name: Anna\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.saveSheet()
	r.settle()
	if now, _ := os.ReadFile(first); string(now) != "name: Anna\n" {
		t.Errorf("the first sheet reads %q", now)
	}
	if _, err := os.Stat(filepath.Join(r.attempt.Dir, "export", "mentor-2.yaml")); err != nil {
		t.Error(err)
	}
}

func TestAMentorIsRemovedAndTakenBack(t *testing.T) {
	r, p, _ := scoring(t)
	r.write(func(v *review.Review) error {
		v.AddMentor(review.Mentor{Name: "Anna", Scores: map[string]int{"data": 4}})
		return nil
	})
	items := p.mentorItems()
	if !strings.Contains(items[2].Label, "Anna") {
		t.Fatalf("the list offers %q", items[2].Label)
	}
	items[2].Action()
	if n := len(r.kept().Mentors); n != 0 || strings.Contains(said(p.object()), "Anna") {
		t.Errorf("%d mentors are left", n)
	}
	r.Do(keys.TakeBack)
	if kept := r.kept(); len(kept.Mentors) != 1 || kept.Mentors[0].Scores["data"] != 4 {
		t.Errorf("back are %+v", kept.Mentors)
	}
}

func TestWhatIsWrongWithAMentorsFileIsSaid(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"score":   {"format: 1\nname: Anna\nscores:\n  data: 7\n", "line 4"},
		"another": {"format: 1\nname: Anna\nattempt: 2020-01-01-other\nscores:\n  data: 3\n", "another attempt"},
		"no yaml": {"\x00\x01", "anna.yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			r, p, window := scoring(t)
			r.reads(p, c.content)
			top := window.Overlays().Top()
			if top == nil {
				t.Fatal("nothing is said")
			}
			if words := said(top); !strings.Contains(words, c.want) || !strings.Contains(words, "anna.yaml") {
				t.Errorf("it says\n%s", words)
			}
			if n := len(r.kept().Mentors); n != 0 {
				t.Errorf("%d mentors were added", n)
			}
		})
	}
}
