package question

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

const (
	// maxQuestions and maxProblems bound the work and the output that a file
	// can cause, since an alias of three bytes can stand for a long question.
	maxQuestions = 1000
	maxProblems  = 100
	maxListed    = 100_000 // items of lists; real packs have some hundreds
)

// plainBreaks leaves line feeds as the only ends of lines. What YAML takes for
// one and editors do not becomes a space, so that both count the same lines.
var plainBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", " ", "\u2028", " ", "\u2029", " ")

// entry is a question and the line its id is on.
type entry struct {
	Question
	line int
}

// pack is what a file holds.
type pack struct {
	entries  []entry
	deck     []Curveball
	problems []Problem
}

// Parse reads one file of questions. It holds a question, or several under
// "questions:", or several YAML documents of either kind. name is what problems
// and the questions' Source call the file.
//
// The questions that are in order are returned, at most 1000, and one Problem
// for each thing that is not, as far as the first hundred or so; every Problem
// has a line. What is wrong with id, title, domain or prompt costs the question;
// what is wrong with any other field costs only that part of it, and an unknown
// field costs nothing. A deck of curveballs in the file is checked with it.
func Parse(name string, data []byte) ([]Question, []Problem) {
	p := parse(name, data)
	entries, taken := unique(p.entries)
	questions := make([]Question, len(entries))
	for i, e := range entries {
		questions[i] = e.Question
	}
	return questions, append(p.problems, taken...)
}

// parse is Parse with lines, and without the search for ids used twice.
func parse(name string, data []byte) pack {
	r := &reader{file: name, last: 1}
	if len(data) > maxPackSize {
		r.add(1, "", "the file is longer than 1 MiB", "a file of questions in YAML")
		return pack{problems: r.problems}
	}
	if at := invalidUTF8(data); at >= 0 {
		r.last += bytes.Count(data[:at], []byte("\n"))
		r.add(r.last, "", "this line is not UTF-8 text", "the file to be saved as UTF-8")
		return pack{problems: r.problems}
	}
	data = []byte(plainBreaks.Replace(string(data)) + "\n")
	r.last = 1 + bytes.Count(bytes.TrimRight(data, "\n"), []byte("\n"))
	documents, err := decode(data)
	var found []entry
	for _, doc := range documents {
		found = append(found, r.document(doc)...)
	}
	if err != nil {
		line, wrong, want := explainSyntax(data, err)
		r.add(line, "", wrong, want)
	}
	if len(found) == 0 && len(r.deck) == 0 && len(r.problems) == 0 {
		r.add(1, "", "the file holds no question", "the fields id, title, domain and prompt")
	}
	if len(found) > maxQuestions {
		r.add(found[maxQuestions].line, "", "too many questions in one file", fmt.Sprintf("at most %d", maxQuestions))
		found = found[:maxQuestions]
	}
	return pack{found, r.deck, r.problems}
}

// invalidUTF8 returns the position of the first byte that is not UTF-8, or -1.
func invalidUTF8(data []byte) int {
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return -1
}

// decode returns the documents up to the first error. Nodes keep their aliases
// unexpanded, so a file costs no more memory than its length explains.
func decode(data []byte) (documents []*yaml.Node, err error) {
	// The YAML package panics on a few malformed inputs that it does not
	// expect; a broken pack must not take the program down.
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	for {
		doc := new(yaml.Node)
		err := decoder.Decode(doc)
		if errors.Is(err, io.EOF) {
			return documents, nil
		}
		if err != nil {
			return documents, err
		}
		documents = append(documents, doc)
	}
}
