package question

import (
	"slices"
	"strings"
	"unicode"
)

var apostrophes = strings.NewReplacer("'", "", "’", "")

// wordsOf splits a text into words in small letters, without marks. What an
// apostrophe sets off stays with its word: "don't" is "dont". A unit written
// next to its number is a word of its own: "200ms" is "200 ms".
func wordsOf(text string) []string {
	text = apostrophes.Replace(strings.ToLower(text))
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i := 0; i < len(words); i++ {
		unit := strings.TrimLeft(words[i], "0123456789")
		if n := len(words[i]) - len(unit); n > 0 && unit != "" {
			words = slices.Insert(words, i+1, unit)
			words[i] = words[i][:n]
			i++
		}
	}
	return words
}

// endings are cut off words so that forms of one word look alike, the longer
// ones first. They leave a stem of at least three letters.
var endings = []struct{ ends, becomes string }{
	{"isations", "is"},
	{"izations", "is"},
	{"isation", "is"},
	{"ization", "is"},
	{"ations", ""},
	{"ation", ""},
	{"ments", ""},
	{"ment", ""},
	{"nesses", ""},
	{"ness", ""},
	{"ities", ""},
	{"ity", ""},
	{"ions", ""},
	{"ion", ""},
	{"ings", ""},
	{"ing", ""},
	{"ised", "is"},
	{"ized", "is"},
	{"ises", "is"},
	{"izes", "is"},
	{"ise", "is"},
	{"ize", "is"},
	{"ies", "y"},
	{"ied", "y"},
	{"ers", ""},
	{"ors", ""},
	{"er", ""},
	{"or", ""},
	{"ally", ""},
	{"ly", ""},
	{"ed", ""},
	{"es", ""},
	{"s", ""},
	{"e", ""},
}

// stem cuts a word down to what its forms have in common. It is meant for
// comparing, and its result need not be a word.
func stem(word string) string {
	if len(word) < 4 || strings.HasSuffix(word, "ss") {
		return word
	}
	for _, e := range endings {
		root, cut := strings.CutSuffix(word, e.ends)
		if !cut || len(root) < 3 {
			continue
		}
		word = root + e.becomes
		break
	}
	if strings.HasSuffix(word, "iz") {
		return word[:len(word)-1] + "s" // both spellings of "optimising"
	}
	if n := len(word); n > 3 && word[n-1] == word[n-2] && word[n-1] != 's' {
		return word[:n-1] // "running" is "run"
	}
	return word
}

// idle are words that say nothing about what is asked.
var idle = wordSet(`a about actually am an and any anything are as at be been being but by can could did do does dont
	each else for from get gets give go going got had has have i id if ill im in into is isnt it its ive just know let
	lets like may me might more much my need needs now of okay on one or our please really say shall should so some
	such tell than that the their them then there these they thing things think this those to too up us use used using
	very want was we well were what whats when where which who whom why will with would yes you your
	assume kind sort expect expected per system lot ok want wants care`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
