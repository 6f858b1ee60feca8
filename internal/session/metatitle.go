package session

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"unicode"

	"github.com/google/renameio/v2/maybe"
	"gopkg.in/yaml.v3"
)

// titleLimit is the most that a title can have, in runes.
const titleLimit = 200

// CleanTitle is text as a title can be kept: one line, without white space
// around it or signs that cannot be seen, at most 200 runes.
func CleanTitle(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if !unicode.IsPrint(r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > titleLimit {
		text = strings.TrimSpace(string(runes[:titleLimit]))
	}
	return text
}

// Rename gives the attempt in the folder a title of the user's, cleaned by
// CleanTitle; "" goes back to the question's. Nothing else in session.yaml
// changes. The error names the file, or is ErrInUse: while it is recorded an
// attempt keeps its name.
func (f Folder) Rename(title string) error {
	lock, err := f.Lock()
	if errors.Is(err, ErrInUse) {
		return err
	}
	if err == nil { // without a journal nobody records it
		defer lock.Release()
	}
	if _, err := LoadMeta(f.Dir); err != nil {
		return err
	}
	path := filepath.Join(f.Dir, "session.yaml")
	old, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read session: %w", err)
	}
	title = CleanTitle(title)
	for _, change := range []func([]byte, string) ([]byte, error){titleLine, titleNode} {
		data, err := change(old, title)
		if err != nil || !onlyTitle(old, data, title) {
			continue
		}
		if err := maybe.WriteFile(path, data, 0o600); err != nil {
			return fmt.Errorf("save %s: %w", path, err)
		}
		return nil
	}
	return errRename(path, errors.New("its title cannot be changed without touching the rest"))
}

// onlyTitle reports whether data says the same as old but for the title.
func onlyTitle(old, data []byte, title string) bool {
	var before, after map[string]any
	if yaml.Unmarshal(old, &before) != nil || yaml.Unmarshal(data, &after) != nil {
		return false
	}
	got, err := parseMeta(data)
	delete(before, "title")
	delete(after, "title")
	return err == nil && got.Title == title && reflect.DeepEqual(before, after)
}

// titleLine replaces, adds or takes out the one line of the title and leaves
// every other byte alone.
func titleLine(old []byte, title string) ([]byte, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(old, &doc); err != nil || len(doc.Content) == 0 {
		return nil, errors.New("it is no mapping")
	}
	root := doc.Content[0]
	if root.Style&yaml.FlowStyle != 0 || len(root.Content) == 0 {
		return nil, errors.New("it is not written in lines")
	}
	lines := bytes.SplitAfter(old, []byte("\n"))
	at, gone := root.Content[0].Line, 0 // behind the first key's line
	if len(root.Content) > 2 {
		at = root.Content[2].Line - 1 // before the second key
	}
	if value := valueOf(root, "title"); value.Kind != 0 {
		at, gone = value.Line-1, 1
	}
	if at < 0 || at+gone > len(lines) {
		return nil, errors.New("its lines are not to be found")
	}
	var out bytes.Buffer
	out.Write(bytes.Join(lines[:at], nil))
	if title != "" {
		if out.Len() > 0 && !bytes.HasSuffix(out.Bytes(), []byte("\n")) {
			out.WriteByte('\n')
		}
		fmt.Fprintf(&out, "title: %s\n", quoted(title))
	}
	out.Write(bytes.Join(lines[at+gone:], nil))
	return out.Bytes(), nil
}

// titleNode does it in a file that is written in another way.
func titleNode(old []byte, title string) ([]byte, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(old, &doc); err != nil || len(doc.Content) == 0 {
		return nil, errors.New("it is no mapping")
	}
	root := doc.Content[0]
	kept := root.Content[:0:0]
	for i := 0; i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value != "title" {
			kept = append(kept, root.Content[i], root.Content[i+1])
		}
	}
	if root.Content = kept; title != "" {
		root.Content = append(root.Content,
			&yaml.Node{Kind: yaml.ScalarNode, Value: "title"},
			&yaml.Node{Kind: yaml.ScalarNode, Value: title, Style: yaml.DoubleQuotedStyle})
	}
	var out bytes.Buffer
	enc := yaml.NewEncoder(&out)
	enc.SetIndent(2)
	err := enc.Encode(&doc)
	return out.Bytes(), err
}

// quoted is a clean title as a scalar of YAML, which JSON's strings are.
func quoted(title string) string {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(title) // a string can always be written
	return strings.TrimSuffix(out.String(), "\n")
}
