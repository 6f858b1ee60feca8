package question

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// group reads a field that holds fields of its own.
func group[T, S any](place func(*T) *S, fields []field[S]) func(*reader, *yaml.Node, *T) string {
	return func(r *reader, value *yaml.Node, into *T) string {
		if value.Kind != yaml.MappingNode {
			return "is " + kindOf(value)
		}
		if inside, ok := readMapping(r, value, fields); ok {
			*place(into) = inside
		}
		return ""
	}
}

// groups reads a field that holds a list of things with fields of their own,
// and leaves out those that are not in order.
func groups[T, S any](place func(*T) *[]S, most int, called string, fields []field[S]) func(*reader, *yaml.Node, *T) string {
	return list(place, most, called, func(r *reader, item *yaml.Node) (S, bool) {
		return readOne(r, item, fields)
	})
}

// points reads a list of short texts.
func points[T any](place func(*T) *[]string) func(*reader, *yaml.Node, *T) string {
	return texts(place, maxPoints, wantPoint, length(3, pointLength), printable)
}

// texts reads a list of texts, of which want says what each should be.
func texts[T any](place func(*T) *[]string, most int, want string, checks ...check) func(*reader, *yaml.Node, *T) string {
	one := text(func(s *string) *string { return s }, checks...)
	return list(place, most, "texts", func(r *reader, item *yaml.Node) (string, bool) {
		var s string
		if wrong := one(r, item, &s); wrong != "" {
			r.add(item.Line, "", wrong, want)
			return "", false
		}
		return s, true
	})
}

// list reads a list of one to most items.
func list[T, S any](place func(*T) *[]S, most int, called string, read func(*reader, *yaml.Node) (S, bool)) func(*reader, *yaml.Node, *T) string {
	return func(r *reader, value *yaml.Node, into *T) string {
		if value.Kind != yaml.SequenceNode {
			return "is " + kindOf(value)
		}
		if len(value.Content) == 0 {
			return "is empty"
		}
		var all []S
		for _, item := range value.Content {
			if r.full() || r.listed > maxListed {
				break
			}
			if r.listed++; r.listed > maxListed {
				r.add(item.Line, "", "the file holds too much", fmt.Sprintf("at most %d items in all its lists", maxListed))
				break
			}
			if len(all) == most {
				r.add(item.Line, "", "is one more than fits", fmt.Sprintf("at most %d %s", most, called))
				break
			}
			if one, ok := read(r, follow(item)); ok {
				all = append(all, one)
			}
		}
		*place(into) = all
		return ""
	}
}

// oneOf accepts only the given texts.
func oneOf(known []string) check {
	return func(text string) string {
		if slices.Contains(known, text) {
			return ""
		}
		return fmt.Sprintf("%q is none of the known ones", clip(oneLineOf(text), 40))
	}
}

// oneLineOf is a text on one line, for a message.
func oneLineOf(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) || unicode.IsSpace(r) {
			return r
		}
		return '?'
	}, text)), " ")
}
