package question

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Bank is every question there is to practise.
type Bank struct {
	// Questions holds the built-in ones in the order of their file names, then
	// the user's by title. A user's question that overrides a built-in one
	// stands in its place.
	Questions []Question
	// Deck holds the curveballs that fit any question: the built-in ones, then
	// the user's.
	Deck []Curveball
	// Problems holds what was wrong with packs, in the order they were read.
	Problems []Problem
}

// Load reads the built-in questions and the user's packs: every *.yaml and
// *.yml file in userDir and in the folders directly inside it, leaving out
// names that begin with a dot.
//
// A user's question takes the place of the built-in one with the same id. Of
// two user's questions with the same id the one read first stays, and the other
// is a Problem. A userDir that is empty or does not exist is none; anything
// else that cannot be read is a Problem that names it.
func Load(builtin fs.FS, userDir string) Bank {
	var bank Bank
	if builtin != nil {
		bank.add(readPacks(builtin, func(name string) string { return name }))
		for i := range bank.Questions {
			bank.Questions[i].Source = BuiltIn
		}
	}
	if userDir == "" {
		return bank
	}
	if _, err := os.Stat(userDir); os.IsNotExist(err) {
		return bank
	}
	found := readPacks(os.DirFS(userDir), func(name string) string {
		return filepath.Join(userDir, filepath.FromSlash(name))
	})
	slices.SortStableFunc(found.entries, func(a, b entry) int {
		return cmp.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
	})
	bank.add(found)
	return bank
}

// add puts questions into the bank, each in the place of one that has its id
// already or else at the end.
func (b *Bank) add(found pack) {
	b.Problems = append(b.Problems, found.problems...)
	b.Deck = append(b.Deck, found.deck...)
	for _, e := range found.entries {
		if i := b.index(e.ID); i >= 0 {
			b.Questions[i] = e.Question
			continue
		}
		b.Questions = append(b.Questions, e.Question)
	}
}

func (b Bank) index(id string) int {
	return slices.IndexFunc(b.Questions, func(q Question) bool { return q.ID == id })
}

// Find returns the question with that id, and whether there is one.
func (b Bank) Find(id string) (Question, bool) {
	if i := b.index(id); i >= 0 {
		return b.Questions[i], true
	}
	return Question{}, false
}

// Search returns the questions in which every one of the words occurs, as a
// whole or as part of a word, in whatever case: in title, domain, id or prompt.
// Those that hold all the words in the first three come before those that need
// the prompt; otherwise the bank's order is kept. No words find everything.
func (b Bank) Search(words string) []Question {
	wanted := strings.Fields(strings.ToLower(words))
	var named, described []Question
	for _, q := range b.Questions {
		name := strings.ToLower(q.Title + "\n" + q.Domain + "\n" + q.ID)
		switch {
		case containsAll(name, wanted):
			named = append(named, q)
		case containsAll(name+"\n"+strings.ToLower(q.Prompt), wanted):
			described = append(described, q)
		}
	}
	return append(named, described...)
}

func containsAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// unique leaves out every question whose id an earlier one has, and says where
// that one is, for as many as a file may have problems.
func unique(found []entry) ([]entry, []Problem) {
	first := make(map[string]entry, len(found))
	var kept []entry
	var problems []Problem
	for _, e := range found {
		other, taken := first[e.ID]
		if !taken {
			first[e.ID] = e
			kept = append(kept, e)
			continue
		}
		if len(problems) < maxProblems {
			problems = append(problems, Problem{
				File: e.Source, Line: e.line, Field: "id",
				Message: fmt.Sprintf("%s is taken by the question at %s:%d; expected an id of its own",
					e.ID, other.Source, other.line),
			})
		}
	}
	return kept, problems
}
