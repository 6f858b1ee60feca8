package review

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"talkthrough/internal/interview"
)

// maxMentorFile is the largest file that a mentor can send back, in bytes.
const maxMentorFile = 256 << 10

// Heard is the attempt that a mentor is asked about.
type Heard struct {
	Attempt  string // its id
	Question string // the question's title
	Level    interview.Level
	Started  time.Time
	Length   time.Duration
}

// MentorSheet is the YAML file that a mentor fills in and sends back: a row for
// each dimension, with what each score looks like as comments, and room for
// remarks. ReadMentor reads it.
func MentorSheet(h Heard) []byte {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, strings.TrimRight(format, " ")+"\n", args...) }
	line("# What did you hear? Thank you for listening.")
	line("#")
	line("# This is a practice interview of %s, %d minutes long, for the level", h.Started.Format("2 January 2006"), int(h.Length.Round(time.Minute).Minutes()))
	line("# %q. Fill in what you can and leave the rest empty, save the file and", h.Level.Name())
	line("# send it back. Lines that begin with # are for you alone. Filled in, it reads")
	line("#")
	line("#   name: Maria")
	line("#   scores:")
	line("#     data: 3")
	line("#   remarks:")
	line("#     - at: 12:30")
	line("#       text: \"Good: you asked where the labels come from.\"")
	line("")
	line("format: %d", formatVersion)
	b.WriteString(pair("attempt", h.Attempt))
	b.WriteString(pair("question", h.Question))
	b.WriteString(pair("level", string(h.Level)))
	line("")
	line("name:   # yours")
	line("date:   # of listening, such as %s", h.Started.Format(dayLayout))
	line("")
	line("# 1 to 4 after each name. %s", interview.TargetNote(h.Level))
	line("scores:")
	for _, d := range interview.Rubric {
		line("")
		line("  # %s: %s", d.Name, lowerFirst(d.About))
		for score := interview.LowestScore; score <= interview.HighestScore; score++ {
			for i, sentence := range d.At(score) {
				mark := " "
				if i == 0 {
					mark = fmt.Sprint(score)
				}
				line("  #   %s  %s", mark, sentence)
			}
		}
		line("  %s:", d.ID)
	}
	line("")
	line("# As many as you like: the time in the recording, and what you noticed there.")
	line("# Copy the two lines for another one.")
	line("remarks:")
	line("  - at:")
	line("    text:")
	return []byte(b.String())
}

// pair is a key with a text on a line; with nothing where the text is empty.
func pair(key, value string) string {
	if value == "" {
		return key + ":\n"
	}
	node := textNode(value)
	node.Style = yaml.DoubleQuotedStyle
	data, err := yaml.Marshal(&yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{textNode(key), node}})
	if err != nil {
		return key + ":\n" // cannot come of a valid text
	}
	return string(data)
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// sheet is what a mentor's file holds.
type sheet struct {
	Mentor
	question, level string
}

var sheetForm = group(nil,
	key("attempt", func(s *sheet) *string { return &s.Attempt }, text(maxName)),
	key("question", func(s *sheet) *string { return &s.question }, text(maxText)),
	key("level", func(s *sheet) *string { return &s.level }, text(maxName)),
	key("name", func(s *sheet) *string { return &s.Name }, text(maxName)),
	key("date", func(s *sheet) *time.Time { return &s.Date }, day()),
	key("scores", func(s *sheet) *map[string]int { return &s.Scores }, plainScores),
	key("remarks", func(s *sheet) *[]Remark { return &s.Remarks }, list(maxItems, "remarks", sheetRemarkForm)),
)

// sheetRemarkForm knows no keys but its own: a slip of the pen is to be seen.
var sheetRemarkForm = group(nil,
	key("at", func(r *Remark) *time.Duration { return &r.At }, clock()),
	key("text", func(r *Remark) *string { return &r.Text }, text(maxText)),
)

// ReadMentor reads the file that a mentor sends back, a filled-in MentorSheet.
// Rows and remarks left empty are left out. The error names the file, the line,
// the key and what was expected: for what is no such file, one of a newer
// version (ErrNewer), one that is larger than 256 kB, one without a name, and
// one that says nothing.
func ReadMentor(path string) (Mentor, error) {
	data, err := readFile(path, maxMentorFile)
	if err != nil {
		return Mentor{}, err
	}
	m, err := parseMentor(data)
	if err != nil {
		return Mentor{}, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	return m, nil
}

func parseMentor(data []byte) (Mentor, error) {
	root, err := document(data)
	if err != nil {
		return Mentor{}, err
	}
	s, err := sheetForm.read(root)
	if err != nil {
		return Mentor{}, err
	}
	m := s.Mentor
	m.Name = strings.TrimSpace(m.Name)
	m.Remarks = nil
	for _, r := range s.Remarks {
		if r.Text = strings.TrimSpace(r.Text); r.Text != "" {
			m.Remarks = append(m.Remarks, r)
		}
	}
	switch {
	case m.Name == "":
		return Mentor{}, errors.New("name: missing, expected the name of who listened")
	case len(m.Scores) == 0 && len(m.Remarks) == 0:
		return Mentor{}, errors.New("it says nothing yet: expected at least one score or remark")
	}
	return m, nil
}
