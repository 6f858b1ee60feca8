package question

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// reader turns the nodes of one file into questions and collects what is wrong.
type reader struct {
	file     string
	last     int      // the last line with anything on it
	within   []string // the fields around the one that is read
	deck     []Curveball
	listed   int // items of lists so far
	problems []Problem
}

// field is one field of a mapping: its name, what is expected of it in words,
// and how its value is put into a T.
//
// read says what is wrong with the value, or "" when it is in order.
type field[T any] struct {
	name string
	want string
	read func(r *reader, value *yaml.Node, into *T) (wrong string)
	// optional fields may be missing, and a mistake in one costs only what it
	// is in.
	optional bool
}

// must makes a field that every mapping of its kind has.
func must[T any](name, want string, read func(*reader, *yaml.Node, *T) string) field[T] {
	return field[T]{name, want, read, false}
}

// may makes an optional field.
func may[T any](name, want string, read func(*reader, *yaml.Node, *T) string) field[T] {
	return field[T]{name, want, read, true}
}

// full tells that enough problems were found for anybody to start with.
func (r *reader) full() bool { return len(r.problems) >= maxProblems }

// add notes a problem. Past the limit nothing more is noted. The YAML package
// puts a value that is missing at the end of a file one line further on, where
// there is nothing to see.
func (r *reader) add(line int, name, wrong, want string) {
	if !r.full() {
		name = strings.Trim(strings.Join(r.within, ".")+"."+name, ".")
		r.problems = append(r.problems, Problem{
			File: r.file, Line: min(max(line, 1), r.last), Field: name, Message: wrong + "; expected " + want,
		})
	}
}

// document reads the questions of one YAML document.
func (r *reader) document(doc *yaml.Node) []entry {
	if len(doc.Content) == 0 {
		return nil
	}
	root := doc.Content[0]
	switch {
	case root.Kind == yaml.ScalarNode && root.Tag == "!!null":
		return nil
	case root.Kind != yaml.MappingNode:
		r.add(root.Line, "", "this is "+kindOf(root), `a question, or several under "questions:"`)
		return nil
	case valueOf(root, "questions") != nil || valueOf(root, "deck") != nil:
		p, _ := readMapping(r, root, packFields)
		r.deck = append(r.deck, p.deck...)
		return p.questions
	}
	if e, ok := r.question(root); ok {
		return []entry{e}
	}
	return nil
}

// several is a file that holds more than one question.
type several struct {
	questions []entry
	deck      []Curveball
}

// packFields are the fields of such a file.
var packFields = []field[several]{
	may("questions", "a list of questions", readQuestions),
	may("deck", "a list of curveballs", groups(func(s *several) *[]Curveball { return &s.deck }, maxDeck, "curveballs", curveballFields)),
}

func readQuestions(r *reader, list *yaml.Node, into *several) string {
	if list.Kind != yaml.SequenceNode {
		return "is " + kindOf(list)
	}
	for _, item := range list.Content {
		if r.full() || len(into.questions) > maxQuestions {
			break
		}
		if e, ok := r.question(follow(item)); ok {
			into.questions = append(into.questions, e)
		}
	}
	return ""
}

// question reads one question.
func (r *reader) question(node *yaml.Node) (entry, bool) {
	if node.Kind != yaml.MappingNode {
		r.add(node.Line, "", "this is "+kindOf(node), "a question: the fields "+namesOf(needed(questionFields)))
		return entry{}, false
	}
	around := r.within
	r.within = nil // it is clear what questions are in
	q, ok := readMapping(r, node, questionFields)
	r.within = around
	if !ok {
		return entry{}, false
	}
	q.Source = r.file
	return entry{q, valueOf(node, "id").Line}, true
}

// readMapping reads a mapping by its fields, all of which it must have. It
// reports whether the value is fit for use.
func readMapping[T any](r *reader, node *yaml.Node, fields []field[T]) (T, bool) {
	var into T
	fit := true
	line := map[string]int{}   // where each known field is
	meant := map[string]bool{} // fields that a misspelt one was taken for
	for i := 0; i+1 < len(node.Content) && !r.full(); i += 2 {
		key, value := follow(node.Content[i]), follow(node.Content[i+1])
		name := shown(key)
		f := fieldNamed(fields, key)
		switch {
		case f == nil:
			guess := nearest(name, fields)
			meant[guess] = true
			r.unknown(key.Line, name, guess, namesOf(fields))
			continue
		case line[f.name] > 0:
			fit = false
			r.add(key.Line, name, fmt.Sprintf("is here a second time, after line %d", line[f.name]), "it once")
			continue
		}
		line[f.name] = key.Line
		r.within = append(r.within, f.name)
		wrong := f.read(r, value, &into)
		r.within = r.within[:len(r.within)-1]
		if wrong != "" {
			fit = fit && f.optional
			r.add(value.Line, f.name, wrong, f.want)
		}
	}
	for _, f := range fields {
		if line[f.name] > 0 || f.optional {
			continue
		}
		fit = false
		if !meant[f.name] {
			r.add(node.Line, f.name, "is missing", f.want)
		}
	}
	return into, fit
}

func (r *reader) unknown(line int, name, guess, known string) {
	if guess != "" {
		known = fmt.Sprintf("%q", guess)
	}
	r.add(line, name, "is not a known field", known)
}

func fieldNamed[T any](fields []field[T], key *yaml.Node) *field[T] {
	for i := range fields {
		if key.Kind == yaml.ScalarNode && key.Value == fields[i].name {
			return &fields[i]
		}
	}
	return nil
}

// namesOf lists the names of fields as they are said: "id, title and prompt".
func namesOf[T any](fields []field[T]) string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.name
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// needed leaves out the optional fields.
func needed[T any](fields []field[T]) []field[T] {
	var all []field[T]
	for _, f := range fields {
		if !f.optional {
			all = append(all, f)
		}
	}
	return all
}
