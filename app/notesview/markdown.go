package notesview

import (
	"strings"
	"unicode/utf8"

	"talkthrough/app/look"
)

// kind is what a line of Markdown is.
type kind int

const (
	blank kind = iota
	text
	heading
	item
	quote
	code
	rule
)

// block is one line of the source, taken apart for showing.
type block struct {
	kind   kind
	level  int    // of a heading, from 1
	depth  int    // of an item, from 0
	marker string // of an item: "•" or "3."
	runs   []run
}

// run is a piece of text in one style.
type run struct {
	text  string
	style look.Style
}

// parse takes every line of the source apart. Each stays a line of its own, so
// that it keeps its moment.
func parse(source string) []block {
	lines := strings.Split(source, "\n")
	blocks := make([]block, len(lines))
	fenced := false
	for i, line := range lines {
		line = strings.TrimRight(line, " \t\r")
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			fenced = !fenced
			blocks[i] = block{kind: blank}
			continue
		}
		if fenced {
			blocks[i] = block{kind: code, runs: []run{{strings.ReplaceAll(line, "\t", "    "), codeStyle}}}
			continue
		}
		blocks[i] = parseLine(line)
	}
	return blocks
}

var (
	plainStyle = look.Body
	codeStyle  = look.Style{Size: 13, Mono: true}
)

func parseLine(line string) block {
	bare := strings.TrimLeft(line, " \t")
	indent := strings.ReplaceAll(line[:len(line)-len(bare)], "\t", "    ")
	level := len(bare) - len(strings.TrimLeft(bare, "#"))
	switch {
	case bare == "":
		return block{kind: blank}
	case len(bare) >= 3 && strings.Trim(bare, bare[:1]) == "" && strings.Contains("-*_", bare[:1]):
		return block{kind: rule}
	case level > 0 && level <= 6 && strings.HasPrefix(bare[level:], " "):
		style := look.Body.Strong()
		if level == 1 {
			style = look.Lead.Strong()
		}
		return block{kind: heading, level: level, runs: inline(strings.TrimSpace(bare[level:]), style)}
	case strings.HasPrefix(bare, ">"):
		return block{kind: quote, runs: inline(strings.TrimSpace(bare[1:]), plainStyle.In(look.Muted))}
	}
	if marker, rest, ok := splitMarker(bare); ok {
		return block{kind: item, depth: len(indent) / 2, marker: marker, runs: inline(rest, plainStyle)}
	}
	return block{kind: text, runs: inline(bare, plainStyle)}
}

// splitMarker tells a list item's marker from its text.
func splitMarker(s string) (marker, rest string, ok bool) {
	for _, dash := range []string{"- ", "* ", "+ "} {
		if rest, ok := strings.CutPrefix(s, dash); ok {
			return "•", strings.TrimSpace(rest), true
		}
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if digits > 0 && digits <= 9 && (strings.HasPrefix(s[digits:], ". ") || strings.HasPrefix(s[digits:], ") ")) {
		return s[:digits] + ".", strings.TrimSpace(s[digits+2:]), true
	}
	return "", s, false
}

// inline takes strong, emphasised and code pieces out of a line. There is no
// italic cut, so emphasis is by weight. A mark without its partner is text.
func inline(s string, style look.Style) []run {
	var runs []run
	start := 0
	flush := func(end int) {
		if end > start {
			runs = append(runs, run{s[start:end], style})
		}
	}
	for i := 0; i < len(s); {
		mark := markAt(s[i:])
		end := -1
		if mark != "" && opens(s, i, mark) {
			end = strings.Index(s[i+len(mark):], mark)
		}
		if end <= 0 {
			i += max(len(mark), 1)
			continue
		}
		flush(i)
		inner := s[i+len(mark) : i+len(mark)+end]
		switch mark {
		case "`":
			runs = append(runs, run{inner, codeStyle.In(style.Tint)})
		case "**", "__":
			runs = append(runs, run{inner, style.Strong()})
		default:
			runs = append(runs, run{inner, style.Medium()})
		}
		i += end + 2*len(mark)
		start = i
	}
	flush(len(s))
	return runs
}

// markAt is the mark that s begins with, or "".
func markAt(s string) string {
	for _, mark := range []string{"**", "__", "*", "_", "`"} {
		if strings.HasPrefix(s, mark) {
			return mark
		}
	}
	return ""
}

// opens reports whether the mark at i can begin something: text follows at
// once, and no word is just going on, as in user_id or 3*4.
func opens(s string, i int, mark string) bool {
	after, _ := utf8.DecodeRuneInString(s[i+len(mark):])
	if after == utf8.RuneError || after == ' ' {
		return false
	}
	if mark == "`" || i == 0 {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	return strings.ContainsRune(" ([{\"'/,;:-", before)
}
