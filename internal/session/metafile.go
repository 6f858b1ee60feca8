package session

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"talkthrough/internal/interview"
)

// maxLength is the longest an attempt can be said to have taken.
const maxLength = 1000 * time.Hour

// UnmarshalYAML reads minutes for each phase's id.
func (p *PlanMinutes) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind != yaml.MappingNode {
		return fmt.Errorf("line %d: plan: expected minutes for each phase, such as \"clarify: 5\"", node.Line)
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		phase := interview.PhaseIndex(key.Value)
		if phase < 0 {
			return fmt.Errorf("line %d: plan: %q is no phase, expected one of %s", key.Line, key.Value, phaseIDs())
		}
		var m float64
		if err := value.Decode(&m); err != nil || !(m >= 0 && m <= 24*60) {
			return fmt.Errorf("line %d: plan: %s: %q, expected 0 to 1440 minutes", value.Line, key.Value, value.Value)
		}
		p[phase] = time.Duration(math.Round(m * float64(time.Minute)))
	}
	return nil
}

func phaseIDs() string {
	ids := make([]string, interview.PhaseCount)
	for i, phase := range interview.Phases {
		ids[i] = phase.ID
	}
	return strings.Join(ids, ", ")
}

// parseMeta reads the content of a session.yaml. The error tells the line and
// what was expected there.
func parseMeta(data []byte) (Meta, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return Meta{}, plainly(err)
	}
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return Meta{}, errors.New("line 1: expected \"format: 1\", question, level and plan")
	}
	root := doc.Content[0]
	// The format comes first: in a newer one anything else may look different.
	var m Meta
	format := valueOf(root, "format")
	switch err := format.Decode(&m.Format); {
	case format.Kind == 0:
		return Meta{}, fmt.Errorf("line %d: format: missing, expected 1", root.Line)
	case err != nil || m.Format < 1:
		return Meta{}, fmt.Errorf("line %d: format: %q, expected 1", format.Line, format.Value)
	case m.Format > formatVersion:
		return Meta{}, fmt.Errorf("line %d: format: %d is from a newer Talkthrough; this one reads up to %d: update it to open this attempt", format.Line, m.Format, formatVersion)
	}
	if err := checkTimes(root); err != nil {
		return Meta{}, err
	}
	if err := root.Decode(&m); err != nil {
		return Meta{}, plainly(err)
	}
	if m.Imported != nil && m.Title != "" {
		m.Question.Title = m.Title // nobody asked a question
	}
	line := func(path ...string) int {
		node := root
		for _, key := range path {
			next := valueOf(node, key)
			if next.Kind == 0 {
				break
			}
			node = next
		}
		return node.Line
	}
	switch {
	case m.Question.Title == "":
		return Meta{}, fmt.Errorf("line %d: question: title: missing, expected the question's title", line("question", "title"))
	case !m.Level.Valid() && (m.Imported == nil || m.Level != ""):
		return Meta{}, fmt.Errorf("line %d: level: %q, expected junior, senior or staff", line("level"), m.Level)
	case interview.Plan(m.Plan).Total() <= 0 && m.Imported == nil:
		return Meta{}, fmt.Errorf("line %d: plan: missing, expected minutes for each phase", line("plan"))
	case m.Hand.Count < 0 || m.Hand.Count > interview.MaxBalls || len(m.Hand.Balls) > interview.PhaseCount:
		return Meta{}, fmt.Errorf("line %d: curveballs: count %d of %d, expected at most %d of %d", line("curveballs"), m.Hand.Count, len(m.Hand.Balls), interview.MaxBalls, interview.PhaseCount)
	case !(m.Length >= 0 && m.Length <= maxLength.Seconds()):
		return Meta{}, fmt.Errorf("line %d: length_s: %v, expected 0 to %v seconds", line("length_s"), m.Length, maxLength.Seconds())
	}
	return m, nil
}

// checkTimes finds a time that is none, whose line the YAML library keeps to
// itself.
func checkTimes(root *yaml.Node) error {
	for _, key := range []string{"started", "ended"} {
		node := valueOf(root, key)
		var moment time.Time
		if node.Kind != 0 && node.Decode(&moment) != nil {
			return fmt.Errorf("line %d: %s: %q, expected a time such as 2026-11-23T14:05:00Z", node.Line, key, node.Value)
		}
	}
	return nil
}

// valueOf is the value of a key in a mapping, or an empty node.
func valueOf(mapping *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Kind == yaml.MappingNode && mapping.Content[i].Value == key {
			return mapping.Content[i+1]
		}
	}
	return &yaml.Node{}
}

// plainly is a YAML error in one line without the library's preamble.
func plainly(err error) error {
	var wrong *yaml.TypeError
	if errors.As(err, &wrong) {
		return errors.New(strings.Join(wrong.Errors, "; "))
	}
	return errors.New(strings.TrimPrefix(err.Error(), "yaml: "))
}
