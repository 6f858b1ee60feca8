package session

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"

	"github.com/google/renameio/v2/maybe"
	"gopkg.in/yaml.v3"

	"talkthrough/internal/question"
)

// questionLimit is the most, in bytes, that a question.yaml is read of.
const questionLimit = 4 << 20

// Asked is the path of the question as it was asked, with everything that the
// interviewer had prepared around it: a pack of its own, which later changes of
// the question leave alone. Questions without such preparation have none.
func (f Folder) Asked() string { return filepath.Join(f.Dir, "question.yaml") }

// brief is what session.yaml has of a question: what lists of attempts show,
// and little enough to be read for a thousand of them.
func brief(q question.Question) question.Question {
	return question.Question{ID: q.ID, Title: q.Title, Domain: q.Domain, Prompt: q.Prompt, Source: q.Source}
}

// saveAsked writes the whole of a question that has more than session.yaml
// holds.
func (f Folder) saveAsked(q question.Question) error {
	if reflect.DeepEqual(q, brief(q)) {
		return nil
	}
	var data bytes.Buffer
	enc := yaml.NewEncoder(&data)
	enc.SetIndent(2)
	if err := enc.Encode(q); err != nil {
		return fmt.Errorf("question.yaml: %w", err)
	}
	if err := maybe.WriteFile(f.Asked(), data.Bytes(), 0o600); err != nil {
		return fmt.Errorf("save %s: %w", f.Asked(), err)
	}
	return nil
}

// wholeQuestion is the question with what question.yaml has beside it. A file
// that is missing or damaged costs what it held and nothing else.
func (f Folder) wholeQuestion(short question.Question) question.Question {
	info, err := os.Stat(f.Asked())
	if err != nil || info.Size() > questionLimit {
		return short
	}
	data, err := os.ReadFile(f.Asked())
	if err != nil {
		return short
	}
	found, _ := question.Parse(f.Asked(), data)
	for _, q := range found {
		if q.ID == short.ID {
			q.Title, q.Domain, q.Prompt, q.Source = short.Title, short.Domain, short.Prompt, short.Source
			return q
		}
	}
	return short
}
