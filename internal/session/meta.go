package session

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/google/renameio/v2/maybe"
	"gopkg.in/yaml.v3"

	"talkthrough/internal/interview"
	"talkthrough/internal/question"
)

// formatVersion is that of the session folder. A reader refuses a later one.
const formatVersion = 1

// Meta says what an attempt is: the content of session.yaml. That holds of the
// question only its id, title, domain and prompt; Open adds what was prepared
// around it (Folder.Asked).
type Meta struct {
	Format    int               `yaml:"format"`
	ID        string            `yaml:"id"`              // the folder's name
	Title     string            `yaml:"title,omitempty"` // what the user calls it; "" is the question's title (see Name)
	Question  question.Question `yaml:"question"`
	Level     interview.Level   `yaml:"level"`
	Style     interview.Style   `yaml:"style,omitempty"` // of the house; "" is balanced
	Plan      PlanMinutes       `yaml:"plan"`
	Hand      interview.Hand    `yaml:"curveballs,omitempty"` // the curveballs that may come
	Started   time.Time         `yaml:"started"`
	Ended     time.Time         `yaml:"ended,omitempty"`
	Length    float64           `yaml:"length_s,omitempty"` // elapsed in all, in seconds; set at the end
	Recording bool              `yaml:"recording"`          // whether a microphone was asked for
	App       string            `yaml:"app"`                // version of the program
	Imported  *Imported         `yaml:"imported,omitempty"` // nil for a mock of this program
}

// PlanMinutes is a plan as people write it: minutes for each phase's id.
type PlanMinutes interview.Plan

// MarshalYAML writes the phases in their order.
func (p PlanMinutes) MarshalYAML() (any, error) {
	node := &yaml.Node{Kind: yaml.MappingNode}
	for i, phase := range interview.Phases {
		var value yaml.Node
		if err := value.Encode(p[i].Minutes()); err != nil {
			return nil, err
		}
		node.Content = append(node.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: phase.ID}, &value)
	}
	return node, nil
}

// Save writes session.yaml into the folder dir, replacing it whole. White space
// around texts is left out.
func (m Meta) Save(dir string) error {
	m.Question = brief(m.Question)
	// White space around a text becomes a YAML block that cannot be read back.
	for _, text := range []*string{&m.Question.ID, &m.Question.Title, &m.Question.Domain, &m.Question.Prompt, &m.App, &m.Title} {
		*text = strings.TrimSpace(*text)
	}
	if m.Imported != nil {
		trimmed := m.Imported.trimmed()
		m.Imported = &trimmed
	}
	var data bytes.Buffer
	enc := yaml.NewEncoder(&data)
	enc.SetIndent(2)
	if err := enc.Encode(m); err != nil {
		return fmt.Errorf("session.yaml: %w", err)
	}
	path := filepath.Join(dir, "session.yaml")
	if err := maybe.WriteFile(path, data.Bytes(), 0o600); err != nil {
		return fmt.Errorf("save %s: %w", path, err)
	}
	return nil
}

// LoadMeta reads the session.yaml of the folder dir. The error names the file,
// the line where there is one, and what was expected.
func LoadMeta(dir string) (Meta, error) {
	path := filepath.Join(dir, "session.yaml")
	info, err := os.Stat(path)
	if err != nil {
		return Meta{}, fmt.Errorf("read session: %w", err)
	}
	if info.Size() > 4<<20 {
		return Meta{}, fmt.Errorf("%s is larger than 4 MB: this is no session.yaml", path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return Meta{}, fmt.Errorf("read session: %w", err)
	}
	m, err := parseMeta(data)
	if err != nil {
		return Meta{}, fmt.Errorf("%s: %w", path, err)
	}
	m.ID = filepath.Base(dir) // the folder may have been renamed by hand
	return m, nil
}

// slugLimit keeps folder names readable.
const slugLimit = 40

var notSlug = regexp.MustCompile(`[^a-z0-9]+`)
