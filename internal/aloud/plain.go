package aloud

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain is a text as it is spoken: valid UTF-8 on one line, without control
// characters and without what a voice takes for a command of its own, at most
// LongestText bytes.
func plain(text string) string {
	if len(text) > LongestText {
		text = text[:LongestText]
		// The last letter may be cut in two; one that was never whole goes too.
		for range utf8.UTFMax {
			if r, n := utf8.DecodeLastRuneInString(text); r != utf8.RuneError || n != 1 {
				break
			}
			text = text[:len(text)-1]
		}
	}
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r):
			return ' '
		case r == utf8.RuneError, !unicode.IsPrint(r):
			return -1
		case r == '[', r == ']':
			// Two of them begin a command in say and phonemes in espeak-ng.
			return ' '
		}
		return r
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return ""
	}
	return text
}
