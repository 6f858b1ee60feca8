package guide

import (
	"strings"

	pages "talkthrough/assets/guide"
)

// topic is a page ready to be shown and searched.
type topic struct {
	pages.Page
	blocks []block
}

func readTopics() []topic {
	var out []topic
	for _, p := range pages.Pages() {
		out = append(out, topic{p, parse(p.Text)})
	}
	return out
}

// hit is a section in which everything that was searched for is said.
type hit struct {
	place   string
	title   string // of the page
	section string // "" before the first heading
}

// search finds the sections that have every word of query, also as the
// beginning of another word: those whose heading says it first, then in the
// order of the pages.
func search(topics []topic, query string) []hit {
	wanted := strings.Fields(folded(query))
	var named, said []hit
	if len(wanted) == 0 {
		return nil
	}
	for _, t := range topics {
		for _, s := range t.sections() {
			switch {
			case has(s.heading, wanted):
				named = append(named, s.hit)
			case has(s.heading+" "+s.text, wanted):
				said = append(said, s.hit)
			}
		}
	}
	return append(named, said...)
}

// section is a heading and what stands below it.
type section struct {
	hit
	heading, text string
}

func (t topic) sections() []section {
	var out []section
	for _, b := range t.blocks {
		if b.kind == heading {
			s := section{hit: hit{place: t.ID, title: t.Title}, heading: b.text()}
			if b.level > 1 {
				s.place, s.section = t.ID+"#"+b.anchor, b.text()
			}
			out = append(out, s)
			continue
		}
		if n := len(out); n > 0 {
			out[n-1].text += " " + b.text()
		}
	}
	return out
}

// folded is text as it is compared: in lower case, without what may stand before
// a word, and with the apostrophe that keyboards have.
func folded(text string) string { return strings.ToLower(between.Replace(text)) }

var between = strings.NewReplacer("-", " ", "“", " ", "‘", " ", "\"", " ", "(", " ", "’", "'")

// has reports whether each wanted word begins a word of text.
func has(text string, wanted []string) bool {
	text = " " + folded(text)
	for _, w := range wanted {
		if !strings.Contains(text, " "+w) {
			return false
		}
	}
	return true
}
