// Package guide holds the pages that the program explains the interview with:
// one Markdown file a topic, and a table of which page and heading stand behind
// each phase, dimension and card. A place is written "page#heading", or "page"
// for its top; a link within the pages is written "page.md#heading".
package guide

import (
	"embed"
	"strings"
	"unicode"
)

//go:embed *.md
var files embed.FS

// order is that in which the pages are read.
var order = []string{
	"what-is-tested", "levels", "framing", "building", "proving", "notes-and-board",
	"asking", "trouble", "pushback", "preparing", "mocks", "judging",
}

// Page is one topic.
type Page struct {
	ID    string // stable: places name it
	Title string
	Text  string // Markdown, the title its first line
}

// Pages returns every page, in the order in which they are read.
func Pages() []Page {
	pages := make([]Page, 0, len(order))
	for _, id := range order {
		raw, err := files.ReadFile(id + ".md")
		if err != nil { // a test holds that every page of the order is there
			continue
		}
		text := string(raw)
		title, _, _ := strings.Cut(text, "\n")
		pages = append(pages, Page{ID: id, Title: strings.TrimPrefix(title, "# "), Text: text})
	}
	return pages
}

// Find returns the page of a place and the heading within it, which is "" for
// the top. The place may be written as a link is. It is false for a page that
// is not there.
func Find(place string) (p Page, heading string, ok bool) {
	id, heading, _ := strings.Cut(place, "#")
	id = strings.TrimSuffix(id, ".md")
	for _, p := range Pages() {
		if p.ID == id {
			return p, heading, true
		}
	}
	return Page{}, "", false
}

// Anchor is the name by which a place refers to a heading: its letters and
// digits in lower case, with a hyphen for whatever stands between them.
func Anchor(heading string) string {
	words := strings.FieldsFunc(strings.ToLower(heading), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return strings.Join(words, "-")
}
