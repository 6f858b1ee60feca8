// Package question holds the interview questions: those that come with the
// program and those the user keeps in a folder of their own.
//
// Questions are written as YAML, in packs. Load reads both kinds into a Bank
// and never fails as a whole: whatever is wrong with a pack is listed beside
// the questions that could be read, with the file, the line, the field, what
// is wrong and what was expected.
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

// Question is one interview question as the interviewer asks it.
type Question struct {
	ID     string `yaml:"id"`     // kebab-case, unique in a Bank
	Title  string `yaml:"title"`  // one line, at most 100 characters
	Domain string `yaml:"domain"` // a word or two, such as "Recommendation"
	Prompt string `yaml:"prompt"` // what the interviewer says, 40 to 4000 characters
	Source string `yaml:"-"`      // BuiltIn, the path of the user's pack, or "" for Custom
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
