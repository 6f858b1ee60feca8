package aloud

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestPlainKeepsWordsAndNothingElse(t *testing.T) {
	for text, want := range map[string]string{
		"Rank the home page.\nFor each viewer.": "Rank the home page. For each viewer.",
		"  100M users \t a day  ":               "100M users a day",
		"[[rate 400]] hello [[slnc 100000]]":    "rate 400 hello slnc 100000",
		"a\x00b\x1b[31mc":                       "a b 31mc",
		"naïve Größe, 40 %":                     "naïve Größe, 40 %",
		"- -- --version":                        "- -- --version",
		"torn\xff letter":                       "torn letter",
		"":                                      "",
		" … \n - ":                              "",
	} {
		if got := plain(text); got != want {
			t.Errorf("%q is spoken as %q, want %q", text, got, want)
		}
	}
}

func TestWhateverIsSpokenIsOneSafeLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) + rapid.String().Draw(t, "text")
		said := plain(strings.Repeat(text, rapid.IntRange(1, 200).Draw(t, "times")))
		switch {
		case len(said) > LongestText || !utf8.ValidString(said):
			t.Fatalf("%d bytes, valid UTF-8: %v", len(said), utf8.ValidString(said))
		case strings.ContainsFunc(said, unicode.IsControl) || strings.Contains(said, "[["):
			t.Fatalf("%q holds a command", said)
		case said != strings.TrimSpace(said):
			t.Fatalf("%q begins or ends with a space", said)
		}
	})
}

func TestALongTextIsCutBetweenLetters(t *testing.T) {
	said := plain(strings.Repeat("ü", LongestText))
	if n := len(said); n != LongestText || strings.Trim(said, "ü") != "" {
		t.Errorf("%d bytes, rest %q", n, strings.Trim(said, "ü"))
	}
}
