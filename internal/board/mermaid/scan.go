package mermaid

import (
	"fmt"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// scan reads one statement from its beginning.
type scan struct{ rest string }

func (p *scan) space() { p.rest = strings.TrimLeftFunc(p.rest, unicode.IsSpace) }

func (p *scan) take(prefix string) bool {
	rest, ok := strings.CutPrefix(p.rest, prefix)
	if ok {
		p.rest = rest
	}
	return ok
}

// brackets are the shapes by what opens and closes them, longest first.
var brackets = []struct {
	open, close string
	shape       Shape
}{
	{"(((", ")))", Circle},
	{"((", "))", Circle},
	{"([", "])", Stadium},
	{"[(", ")]", Cylinder},
	{"[[", "]]", Box},
	{"[/", "/]", Box},
	{"[/", `\]`, Box},
	{`[\`, `\]`, Box},
	{`[\`, "/]", Box},
	{"{{", "}}", Diamond},
	{"[", "]", Box},
	{"(", ")", Round},
	{"{", "}", Diamond},
	{">", "]", Box},
}

// node reads an id, the text in brackets after it, and a class after that.
func (p *scan) node() (Node, error) {
	id := p.id()
	if id == "" {
		return Node{}, fmt.Errorf("a node's name is missing at %q", short(p.rest))
	}
	n := Node{ID: id, Text: id}
	for _, b := range brackets {
		if !strings.HasPrefix(p.rest, b.open) {
			continue
		}
		if text, ok := p.within(b.open, b.close); ok {
			n.Text, n.Shape, n.given = unquote(text), b.shape, true
			break
		}
	}
	if !n.given && p.rest != "" && strings.IndexByte("[({", p.rest[0]) >= 0 {
		return Node{}, fmt.Errorf("the bracket at %q is not closed", short(p.rest))
	}
	if strings.HasPrefix(p.rest, "@{") {
		p.within("@{", "}")
	}
	if p.take(":::") {
		p.id()
	}
	return n, nil
}

// within takes what stands between two marks, quotes respected.
func (p *scan) within(open, end string) (string, bool) {
	s := p.rest[len(open):]
	quoted := false
	for i := 0; i < len(s); i++ {
		if s[i] == '"' {
			quoted = !quoted
		}
		if !quoted && strings.HasPrefix(s[i:], end) {
			p.rest = s[i+len(end):]
			return s[:i], true
		}
	}
	return "", false
}

// id takes letters, digits, underscores, and dots, dashes and slashes within
// them that begin no edge.
func (p *scan) id() string {
	end := 0
	for end < len(p.rest) {
		c, size := utf8.DecodeRuneInString(p.rest[end:])
		next := p.rest[end+size:]
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || c == '_':
		case (c == '.' || c == '/' || c == ':') && end > 0 && startsWord(next):
		case c == '-' && end > 0 && startsWord(next):
		default:
			id := p.rest[:end]
			p.rest = p.rest[end:]
			return id
		}
		end += size
	}
	id := p.rest
	p.rest = ""
	return id
}

func startsWord(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(c) || unicode.IsDigit(c) || c == '_'
}

// unquote takes quotes and Markdown's back quotes off and turns line breaks and
// character codes into what they mean.
func unquote(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' {
		s = s[1 : len(s)-1]
	}
	if len(s) >= 2 && s[0] == '`' && s[len(s)-1] == '`' {
		s = s[1 : len(s)-1]
	}
	for _, br := range [...]string{"<br/>", "<br>", "<br />", `\n`} {
		s = strings.ReplaceAll(s, br, "\n")
	}
	s = strings.ReplaceAll(s, "#quot;", `"`)
	return strings.TrimSpace(strings.ToValidUTF8(html.UnescapeString(s), "�"))
}

// short is the beginning of a text, for a message.
func short(s string) string {
	const most = 20
	r := []rune(s)
	if len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
