// Package question holds the interview questions: those that come with the
// program and those the user keeps in a folder of their own.
//
// Questions are written as YAML, in packs. Load reads both kinds into a Bank
// and never fails as a whole: whatever is wrong with a pack is listed beside
// the questions that could be read, with the file, the line, the field, what
// is wrong and what was expected. Watch does so again whenever a pack changes.
//
// Beside what is asked, a Question may hold all that an interviewer prepares:
// figures that follow from each other, answers to clarifying questions, which
// Ask searches as a candidate types, outlines of a strong answer for each phase
// and level, curveballs, a drawing, variants and reading. A Bank has a deck of
// curveballs that fit any question.
package question

import (
	"strings"
	"unicode"
)

// BuiltIn is the Source of a question that came with the program.
const BuiltIn = "built in"

// OwnID is the id of a question that the user typed in for one attempt. A pack
// may not use it.
const OwnID = "own"

// Question is one interview question: what is asked, and everything an
// interviewer has prepared around it. Only the first four fields are needed;
// each of the others may be empty.
type Question struct {
	// ID is a name in kebab-case, unique in a Bank.
	ID string `yaml:"id" json:"id" jsonschema:"minLength=1,maxLength=60,pattern=^[a-z0-9]+(-[a-z0-9]+)*$"`
	// Title is one line of at most 100 characters.
	Title string `yaml:"title" json:"title" jsonschema:"minLength=1,maxLength=100"`
	// Domain is the field of work in a word or two, such as Recommendation.
	Domain string `yaml:"domain" json:"domain" jsonschema:"minLength=1,maxLength=40"`
	// Prompt is what the interviewer says, word for word.
	Prompt string `yaml:"prompt" json:"prompt" jsonschema:"minLength=40,maxLength=4000"`

	// Ambiguous says what the prompt leaves open on purpose.
	Ambiguous []string `yaml:"ambiguous,omitempty" json:"ambiguous,omitempty"`
	// Figures are the numbers of the system, each given or worked out from
	// those before it.
	Figures []Figure `yaml:"figures,omitempty" json:"figures,omitempty"`
	// Clarify holds the clarifying questions with the interviewer's answers.
	Clarify []Clarification `yaml:"clarify,omitempty" json:"clarify,omitempty"`
	// Phases outlines a strong answer, phase by phase.
	Phases Outlines `yaml:"phases,omitempty" json:"phases,omitzero"`
	// Metrics are what the system is judged by.
	Metrics Metrics `yaml:"metrics,omitempty" json:"metrics,omitzero"`
	// Data says where data and labels come from.
	Data Data `yaml:"data,omitempty" json:"data,omitzero"`
	// Pitfalls are the mistakes that this question invites.
	Pitfalls []string `yaml:"pitfalls,omitempty" json:"pitfalls,omitempty"`
	// Curveballs are pushback and new facts for the middle of the interview.
	Curveballs []Curveball `yaml:"curveballs,omitempty" json:"curveballs,omitempty"`
	// Board is a drawing of a good answer, seen after the attempt.
	Board Diagram `yaml:"board,omitempty" json:"board,omitzero"`
	// Variants ask the question again with one constraint changed.
	Variants []Variant `yaml:"variants,omitempty" json:"variants,omitempty"`
	// Reading lists published work on the question.
	Reading []Work `yaml:"reading,omitempty" json:"reading,omitempty"`

	// Source is BuiltIn, the path of the user's pack, or "" for Custom.
	Source string `yaml:"-" json:"-"`
}

const (
	ownTitle       = "My own question"
	ownDomain      = "Own question"
	ownTitleLength = 60
)

// Custom makes a question of a prompt that the user typed. Its title is the
// prompt's first sentence, cut at a word when that is longer than 60
// characters. Any prompt is accepted, an empty one too: what somebody wants to
// practise is theirs to decide.
func Custom(prompt string) Question {
	prompt = strings.TrimSpace(strings.ToValidUTF8(prompt, "\uFFFD"))
	title := clip(firstSentence(prompt), ownTitleLength)
	if title == "" {
		title = ownTitle
	}
	return Question{ID: OwnID, Title: title, Domain: ownDomain, Prompt: prompt}
}

// firstSentence returns the text up to the first full stop, question mark or
// exclamation mark that ends a sentence, on one line and without a closing
// full stop. A mark before a small letter ends nothing: "e.g. this one".
func firstSentence(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	})
	for i, word := range words {
		if !strings.ContainsAny(word[len(word)-1:], ".?!") {
			continue
		}
		if i+1 == len(words) || !unicode.IsLower([]rune(words[i+1])[0]) {
			words = words[:i+1]
			break
		}
	}
	return strings.TrimRight(strings.Join(words, " "), ".")
}

// clip shortens text to at most limit characters, preferably between two
// words, and shows by an ellipsis that something is missing.
func clip(text string, limit int) string {
	runes := []rune(text)
	if len(runes) <= limit {
		return text
	}
	cut := string(runes[:limit-1])
	if space := strings.LastIndexByte(cut, ' '); space > len(cut)/2 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,;:-") + "…"
}
