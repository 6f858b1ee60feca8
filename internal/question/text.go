package question

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// maxText bounds the bytes of any one text, so that an alias which repeats it
// costs little.
const maxText = 1 << 15

// check says what is wrong with a text, or "".
type check func(text string) (wrong string)

// text reads a field that holds text, without the space around it.
func text[T any](place func(*T) *string, checks ...check) func(*reader, *yaml.Node, *T) string {
	return func(_ *reader, value *yaml.Node, into *T) string {
		if value.Kind != yaml.ScalarNode || value.Tag != "!!str" {
			return "is " + kindOf(value)
		}
		if len(value.Value) > maxText {
			return fmt.Sprintf("is too long with %d characters", utf8.RuneCountInString(value.Value))
		}
		trimmed := strings.TrimSpace(value.Value)
		if trimmed == "" {
			return "is empty"
		}
		for _, check := range checks {
			if wrong := check(trimmed); wrong != "" {
				return wrong
			}
		}
		*place(into) = trimmed
		return ""
	}
}

// length accepts least to most characters.
func length(least, most int) check {
	return func(text string) string {
		switch n := utf8.RuneCountInString(text); {
		case n < least:
			return fmt.Sprintf("is too short with %d characters", n)
		case n > most:
			return fmt.Sprintf("is too long with %d characters", n)
		}
		return ""
	}
}

var kebab = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func kebabCase(text string) string {
	if !kebab.MatchString(text) {
		return fmt.Sprintf("%q is not in kebab-case", text)
	}
	return ""
}

func notReserved(text string) string {
	if text == OwnID {
		return fmt.Sprintf("%q is kept for questions typed in for one attempt", text)
	}
	return ""
}

func oneLine(text string) string {
	if strings.ContainsAny(text, "\n\r\u0085\u2028\u2029") {
		return "has more than one line"
	}
	return printable(text)
}

// printable refuses what neither a screen nor a file's tags can show. Lines and
// tabs are welcome.
func printable(text string) string {
	for _, r := range text {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return fmt.Sprintf("holds the control character %U", r)
		}
	}
	return ""
}
