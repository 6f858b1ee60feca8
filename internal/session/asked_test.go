package session

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"talkthrough/internal/question"
	"talkthrough/questions"
)

// A question is kept as it was asked: packs change.
func TestTheWholeQuestionIsKeptWithTheAttempt(t *testing.T) {
	asked, ok := question.Load(questions.FS, "").Find("video-ranking")
	if !ok || len(asked.Clarify) == 0 {
		t.Fatal("the bank has no such question in full")
	}
	meta := testMeta()
	meta.Question = asked
	mock, err := StartMock(t.TempDir(), meta, nil)
	if err != nil {
		t.Fatal(err)
	}
	a := ended(t, mock)
	if diff := cmp.Diff(asked, a.Question, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(question.Question{}, "Source")); diff != "" {
		t.Errorf("the question came back otherwise (-asked +kept):\n%s", diff)
	}
	short, err := LoadMeta(a.Dir)
	if err != nil || short.Question.Title != asked.Title || len(short.Question.Clarify) > 0 {
		t.Errorf("session.yaml holds %d clarifying questions under %q: %v", len(short.Question.Clarify), short.Question.Title, err)
	}
	if info, err := os.Stat(a.Asked()); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("question.yaml: %v, %v", info, err)
	}

	// Damaged, it costs what it held, and no attempt.
	if err := os.WriteFile(a.Asked(), []byte("id: [torn"), 0o600); err != nil {
		t.Fatal(err)
	}
	again := opened(t, a.Dir)
	if again.Question.Prompt != strings.TrimSpace(asked.Prompt) || len(again.Question.Clarify) > 0 {
		t.Errorf("with a damaged file the question is %+v", again.Question)
	}
}
