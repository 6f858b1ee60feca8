package review

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// form is how a T stands in a file, in both directions.
type form[T any] struct {
	read  func(*yaml.Node) (T, error)
	write func(T) *yaml.Node // nil where there is nothing to write
}

// fault is what is wrong at one place of a file.
type fault struct {
	line    int
	field   string // such as first.scores.data.value
	message string // what is wrong, and what was expected
}

func (f *fault) Error() string {
	if f.field == "" {
		return fmt.Sprintf("line %d: %s", f.line, f.message)
	}
	return fmt.Sprintf("line %d: %s: %s", f.line, f.field, f.message)
}

func wrong(at *yaml.Node, format string, args ...any) error {
	return &fault{line: max(at.Line, 1), message: fmt.Sprintf(format, args...)}
}

// within puts the name of the field around it before what is wrong.
func within(name string, err error) error {
	f, ok := err.(*fault)
	if !ok {
		return err
	}
	f.field = strings.Trim(shown(name)+"."+f.field, ".")
	return f
}

// field is one key of a mapping that holds an S.
type field[S any] struct {
	name  string
	read  func(*yaml.Node, *S) error
	write func(*S) *yaml.Node
}

func key[S, T any](name string, place func(*S) *T, f form[T]) field[S] {
	return field[S]{
		name: name,
		read: func(n *yaml.Node, into *S) error {
			v, err := f.read(n)
			if err == nil {
				*place(into) = v
			}
			return err
		},
		write: func(from *S) *yaml.Node { return f.write(*place(from)) },
	}
}

// group is a mapping with the given keys. Others are kept where there is a
// place for them, and wrong where there is none. A key without a value counts
// as left out.
func group[S any](kept func(*S) *[]*yaml.Node, fields ...field[S]) form[S] {
	read := func(n *yaml.Node) (S, error) {
		var s S
		if n.Kind != yaml.MappingNode {
			return s, wrong(n, "%s, expected %s", said(n), namesOf(fields))
		}
		seen := map[string]bool{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			name, value := n.Content[i], n.Content[i+1]
			at := slices.IndexFunc(fields, func(f field[S]) bool { return name.Kind == yaml.ScalarNode && f.name == name.Value })
			switch {
			case at < 0 && kept == nil:
				return s, wrong(name, "%s is not known here, expected %s", said(name), namesOf(fields))
			case at < 0:
				place := kept(&s)
				*place = append(*place, plain(name), plain(value))
				continue
			case seen[name.Value]:
				return s, within(name.Value, wrong(name, "is here a second time, expected it once"))
			}
			seen[name.Value] = true
			if null(value) {
				continue
			}
			if err := fields[at].read(value, &s); err != nil {
				return s, within(name.Value, err)
			}
		}
		return s, nil
	}
	write := func(s S) *yaml.Node {
		out := &yaml.Node{Kind: yaml.MappingNode}
		for _, f := range fields {
			if value := f.write(&s); value != nil {
				out.Content = append(out.Content, textNode(f.name), value)
			}
		}
		if kept != nil {
			out.Content = append(out.Content, *kept(&s)...)
		}
		return orNothing(out)
	}
	return form[S]{read, write}
}

func namesOf[S any](fields []field[S]) string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.name
	}
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

// list is a sequence of at most so many items.
func list[T any](limit int, of string, f form[T]) form[[]T] {
	read := func(n *yaml.Node) ([]T, error) {
		if n.Kind != yaml.SequenceNode || len(n.Content) > limit {
			return nil, wrong(n, "%s, expected a list of at most %d %s", said(n), limit, of)
		}
		var out []T
		for i, item := range n.Content {
			v, err := f.read(item)
			if err != nil {
				return nil, within(fmt.Sprint(i+1), err)
			}
			out = append(out, v)
		}
		return out, nil
	}
	write := func(items []T) *yaml.Node {
		out := &yaml.Node{Kind: yaml.SequenceNode}
		for _, item := range items {
			node := f.write(item)
			if node == nil {
				node = &yaml.Node{Kind: yaml.MappingNode}
			}
			out.Content = append(out.Content, node)
		}
		return orNothing(out)
	}
	return form[[]T]{read, write}
}

// byName is a mapping from names of one kind. rank puts a name in its order and
// is negative for one that is none of them.
func byName[T any](of string, rank func(string) int, f form[T]) form[map[string]T] {
	read := func(n *yaml.Node) (map[string]T, error) {
		if n.Kind != yaml.MappingNode {
			return nil, wrong(n, "%s, expected values by %s", said(n), of)
		}
		out := map[string]T{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			name, value := n.Content[i], n.Content[i+1]
			if name.Kind != yaml.ScalarNode || rank(name.Value) < 0 {
				return nil, wrong(name, "%s, expected %s", said(name), of)
			}
			if _, ok := out[name.Value]; ok {
				return nil, within(name.Value, wrong(name, "is here a second time, expected it once"))
			}
			if null(value) {
				continue
			}
			v, err := f.read(value)
			if err != nil {
				return nil, within(name.Value, err)
			}
			out[name.Value] = v
		}
		return out, nil
	}
	write := func(values map[string]T) *yaml.Node {
		names := slices.SortedFunc(maps.Keys(values), func(a, b string) int {
			if d := rank(a) - rank(b); d != 0 {
				return d
			}
			return strings.Compare(a, b)
		})
		out := &yaml.Node{Kind: yaml.MappingNode}
		for _, name := range names {
			if node := f.write(values[name]); node != nil {
				out.Content = append(out.Content, textNode(name), node)
			}
		}
		return orNothing(out)
	}
	return form[map[string]T]{read, write}
}

// optional is a value that may be missing altogether.
func optional[T any](f form[T]) form[*T] {
	return form[*T]{
		read: func(n *yaml.Node) (*T, error) {
			v, err := f.read(n)
			return &v, err
		},
		write: func(v *T) *yaml.Node {
			if v == nil {
				return nil
			}
			return f.write(*v)
		},
	}
}

// checked is a form with a rule: check says what is wrong and what was
// expected, or "".
func checked[T any](f form[T], check func(T) string) form[T] {
	read := func(n *yaml.Node) (T, error) {
		v, err := f.read(n)
		if err == nil {
			if said := check(v); said != "" {
				err = wrong(n, "%s", said)
			}
		}
		return v, err
	}
	return form[T]{read, f.write}
}

func orNothing(n *yaml.Node) *yaml.Node {
	if len(n.Content) == 0 {
		return nil
	}
	return n
}
