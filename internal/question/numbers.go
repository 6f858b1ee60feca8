package question

import (
	"fmt"
	"regexp"

	"gopkg.in/yaml.v3"
)

var snake = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

func snakeCase(text string) string {
	if !snake.MatchString(text) {
		return fmt.Sprintf("%q is not in snake_case", text)
	}
	return ""
}

// readNumber reads a figure's value: a number, or one with k, M, B or T.
func readNumber(_ *reader, value *yaml.Node, into *Figure) string {
	if value.Kind != yaml.ScalarNode || len(value.Value) > 40 {
		return "is no number"
	}
	n, ok := number(value.Value)
	if !ok {
		return fmt.Sprintf("%q is no number", shown(value))
	}
	into.Is = n
	return ""
}

// readInt reads a whole number within limits.
func readInt[T any](place func(*T) *int, least, most int) func(*reader, *yaml.Node, *T) string {
	return func(_ *reader, value *yaml.Node, into *T) string {
		var n int
		if value.Kind != yaml.ScalarNode || value.Tag != "!!int" || value.Decode(&n) != nil || n < least || n > most {
			return fmt.Sprintf("%q is not such a number", shown(value))
		}
		*place(into) = n
		return ""
	}
}
