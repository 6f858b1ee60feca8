package review

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// scalar is a form of one value in the file: parse reports whether the text is
// one, and format returns "" for a value that is left out.
func scalar[T any](want string, parse func(string) (T, bool), format func(T) *yaml.Node) form[T] {
	read := func(n *yaml.Node) (T, error) {
		var none T
		if n.Kind != yaml.ScalarNode {
			return none, wrong(n, "%s, expected %s", said(n), want)
		}
		v, ok := parse(n.Value)
		if !ok {
			return none, wrong(n, "%s, expected %s", said(n), want)
		}
		return v, nil
	}
	return form[T]{read, format}
}

// text is a text of at most so many bytes; an empty one is left out.
func text(limit int) form[string] {
	return scalar(fmt.Sprintf("text of at most %d bytes", limit),
		func(s string) (string, bool) { return s, len(s) <= limit },
		func(s string) *yaml.Node {
			if s == "" {
				return nil
			}
			return textNode(s)
		})
}

// word is one of a few words, or whatever matches is.
func word[T ~string](want string, is func(T) bool) form[T] {
	return scalar(want,
		func(s string) (T, bool) { return T(s), is(T(s)) },
		func(w T) *yaml.Node {
			if w == "" {
				return nil
			}
			return textNode(string(w))
		})
}

func oneOf[T comparable](words ...T) func(T) bool {
	return func(w T) bool {
		for _, known := range words {
			if w == known {
				return true
			}
		}
		return false
	}
}

// number is a whole number in a range; 0 is left out.
func number(least, most int) form[int] {
	return scalar(fmt.Sprintf("a whole number from %d to %d", least, most),
		func(s string) (int, bool) {
			n, err := strconv.Atoi(s)
			return n, err == nil && n >= least && n <= most
		},
		func(n int) *yaml.Node {
			if n == 0 {
				return nil
			}
			return rawNode(strconv.Itoa(n))
		})
}

// score is a number from 1 to 4 that is written whatever it is.
func score() form[int] {
	f := number(1, 4)
	f.write = func(n int) *yaml.Node { return rawNode(strconv.Itoa(n)) }
	return f
}

// moment is a time of the world.
func moment() form[time.Time] {
	return scalar("a time such as 2026-11-23T14:05:00Z",
		func(s string) (time.Time, bool) {
			t, err := time.Parse(time.RFC3339, s)
			return seconds(t), err == nil && !t.IsZero() && t.Year() < 10000
		},
		func(t time.Time) *yaml.Node {
			if t.IsZero() {
				return nil
			}
			return rawNode(seconds(t).Format(time.RFC3339))
		})
}

const dayLayout = "2006-01-02"

// day is a date, as the midnight with which it begins here.
func day() form[time.Time] {
	return scalar("a date such as 2026-11-30",
		func(s string) (time.Time, bool) {
			t, err := time.ParseInLocation(dayLayout, s, time.Local)
			return t, err == nil && !t.IsZero()
		},
		func(t time.Time) *yaml.Node {
			if t.IsZero() {
				return nil
			}
			return rawNode(t.Format(dayLayout))
		})
}

// longest is the longest time that an attempt can have taken.
const longest = 1000 * time.Hour

var clockTime = regexp.MustCompile(`^(?:(\d{1,4}):)?(\d{1,4}):(\d\d)(?:\.(\d{1,3}))?$`)

// clock is a time of the session, written as people say it: 12:30, 1:02:30 or
// 12:30.250.
func clock() form[time.Duration] {
	return scalar("a time since the start such as 12:30 or 1:02:30", parseClock, func(d time.Duration) *yaml.Node {
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: formatClock(d), Style: yaml.DoubleQuotedStyle}
	})
}

func parseClock(s string) (time.Duration, bool) {
	m := clockTime.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	part := func(s string) time.Duration {
		n, _ := strconv.Atoi(s) // the pattern lets nothing else through; none is 0
		return time.Duration(n)
	}
	minutes, secs := part(m[2]), part(m[3])
	if secs > 59 || m[1] != "" && minutes > 59 {
		return 0, false
	}
	d := part(m[1])*time.Hour + minutes*time.Minute + secs*time.Second
	if m[4] != "" {
		d += part((m[4] + "00")[:3]) * time.Millisecond
	}
	return d, d <= longest
}

func formatClock(d time.Duration) string {
	ms := d.Milliseconds()
	out := fmt.Sprintf("%d:%02d", ms/60_000, ms/1000%60)
	if hours := ms / 3_600_000; hours > 0 {
		out = fmt.Sprintf("%d:%02d:%02d", hours, ms/60_000%60, ms/1000%60)
	}
	if ms%1000 != 0 {
		out += strings.TrimRight(fmt.Sprintf(".%03d", ms%1000), "0")
	}
	return out
}

func rawNode(value string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: value} }

// textNode is a text in a style in which it can be read back: several lines as
// a block, unless white space at an edge or something unprintable would be lost
// so.
func textNode(s string) *yaml.Node {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	node := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off", "<<", "=": // more than text to readers of YAML 1.1
		node.Style = yaml.DoubleQuotedStyle
	}
	for line := range strings.SplitSeq(s, "\n") {
		odd := func(r rune) bool { return !unicode.IsPrint(r) }
		if strings.TrimSpace(line) != line || line == "" && s != "" || strings.ContainsFunc(line, odd) {
			node.Style = yaml.DoubleQuotedStyle
		}
	}
	return node
}

// plain is a copy of a node of an unknown key, fit to be written again: without
// comments, each text in a style that can be read back.
func plain(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!str" {
		return textNode(n.Value)
	}
	out := &yaml.Node{Kind: n.Kind, Tag: n.Tag, Value: n.Value, Style: n.Style & yaml.TaggedStyle}
	for _, part := range n.Content {
		out.Content = append(out.Content, plain(part))
	}
	return out
}

func null(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

// said is what stands at a node, fit for a message.
func said(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a group of keys"
	case n.Kind == yaml.SequenceNode:
		return fmt.Sprintf("a list of %d", len(n.Content))
	case null(n):
		return "nothing"
	}
	return strconv.Quote(shown(n.Value))
}

// shown is a text cut to fit into a message.
func shown(s string) string {
	const limit = 40
	s = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return '?'
	}, s[:min(len(s), 4*limit)])
	if runes := []rune(s); len(runes) > limit {
		return string(runes[:limit]) + "…"
	}
	return s
}
