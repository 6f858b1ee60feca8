package review

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/google/renameio/v2/maybe"
	"gopkg.in/yaml.v3"
)

// FileName is what the file beside session.yaml is called.
const FileName = "review.yaml"

// formatVersion is that of review.yaml and of a mentor's file.
const formatVersion = 1

// ErrNewer is in the error for a file of a later version of the program.
var ErrNewer = errors.New("is from a newer Talkthrough")

// end is the last line of review.yaml. YAML ends a document so; where it is
// missing, the file was cut off.
const end = "..."

// Load reads the review of the attempt in the folder dir. Where there is no
// file it is empty. The error names the file, the line, the key and what was
// expected there; for a file of a newer version it is ErrNewer. Nothing that
// could not be read is overwritten by Save.
func Load(dir string) (Review, error) {
	path := filepath.Join(dir, FileName)
	data, err := readFile(path, maxFile)
	if errors.Is(err, os.ErrNotExist) {
		return Review{}, nil
	}
	if err != nil {
		return Review{}, err
	}
	r, err := parse(data)
	if err != nil {
		return Review{}, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}

// Save writes the review into the folder dir, replacing the file whole or not
// at all; only its owner may read it. It refuses where a file lies that could
// not be read, and for values that could not be read back, such as a score of
// 7; the error says so and nothing is written. Keys in the file that this
// version does not know stay, even where the caller put a new value around
// them.
func (r *Review) Save(dir string) error {
	path := filepath.Join(dir, FileName)
	was, err := Load(dir)
	if err != nil {
		return fmt.Errorf("the review is not saved, since what is there would be lost: %w", err)
	}
	whole := r.Clone()
	whole.adopt(&was)
	data, err := whole.encode()
	if err != nil {
		return fmt.Errorf("save %s: %w", path, err)
	}
	if err := maybe.WriteFile(path, data, 0o600); err != nil {
		return fmt.Errorf("save %s: %w", path, err)
	}
	return nil
}

// encode is the content of the file. What it returns reads back as the same.
func (r *Review) encode() ([]byte, error) {
	root := reviewForm.write(*r)
	if root == nil {
		root = &yaml.Node{Kind: yaml.MappingNode}
	}
	version := []*yaml.Node{textNode("format"), rawNode(fmt.Sprint(formatVersion))}
	root.Content = append(version, root.Content...)
	var data bytes.Buffer
	enc := yaml.NewEncoder(&data)
	enc.SetIndent(2)
	if err := errors.Join(enc.Encode(root), enc.Close()); err != nil {
		return nil, err
	}
	data.WriteString(end + "\n")
	if data.Len() > maxFile {
		return nil, fmt.Errorf("the review has grown over %d MB", maxFile>>20)
	}
	if _, err := parse(data.Bytes()); err != nil {
		return nil, err
	}
	return data.Bytes(), nil
}

// parse reads the content of the file.
func parse(data []byte) (Review, error) {
	root, err := document(data)
	if err != nil {
		if !ended(data) && !errors.Is(err, ErrNewer) && len(bytes.TrimSpace(data)) > 0 {
			return Review{}, cutOff(data)
		}
		return Review{}, err
	}
	if !ended(data) {
		return Review{}, cutOff(data)
	}
	return reviewForm.read(root)
}

func ended(data []byte) bool {
	return bytes.HasSuffix(bytes.TrimRight(data, " \r\n"), []byte("\n"+end))
}

func cutOff(data []byte) error {
	return &fault{
		line:    1 + bytes.Count(bytes.TrimRight(data, "\n"), []byte("\n")),
		message: fmt.Sprintf("the file ends here without its last line, expected %q: it was cut off while being written; mend it or move it away", end),
	}
}

// document reads the one mapping that a file holds, without its format, which
// must be one that is known.
func document(data []byte) (*yaml.Node, error) {
	const first = `"format: 1" and what follows it`
	if !utf8.Valid(data) {
		good := 0
		for r, n := utf8.DecodeRune(data); n > 1 || r != utf8.RuneError; r, n = utf8.DecodeRune(data[good:]) {
			good += n
		}
		return nil, &fault{line: 1 + bytes.Count(data[:good], []byte("\n")), message: "this is not UTF-8 text, expected YAML"}
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	if err := dec.Decode(&doc); errors.Is(err, io.EOF) {
		return nil, &fault{line: 1, message: "the file is empty, expected " + first}
	} else if err != nil {
		return nil, syntax(data, err)
	}
	if err := dec.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, &fault{line: max(more.Line, doc.Line, 1), message: "there is more than one document, expected one"}
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		return nil, wrong(root, "%s, expected %s", said(root), first)
	}
	if err := takeFormat(root); err != nil {
		return nil, err
	}
	return root, direct(root)
}

// takeFormat checks the format and takes it out of the mapping.
func takeFormat(root *yaml.Node) error {
	for i := 0; i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value != "format" {
			continue
		}
		value := root.Content[i+1]
		var version int
		switch err := value.Decode(&version); {
		case err != nil || version < 1:
			return within("format", wrong(value, "%s, expected %d", said(value), formatVersion))
		case version > formatVersion:
			return fmt.Errorf("line %d: format: %d %w, this one reads up to %d: update it to see this", value.Line, version, ErrNewer, formatVersion)
		}
		root.Content = append(root.Content[:i:i], root.Content[i+2:]...)
		return nil
	}
	return within("format", wrong(root, "missing, expected %d", formatVersion))
}

// direct finds a reference to elsewhere in the file, which none of ours has.
func direct(n *yaml.Node) error {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		return wrong(n, "there is a YAML anchor or alias, expected the text itself, in quotes where it begins with & or *")
	}
	for _, part := range n.Content {
		if err := direct(part); err != nil {
			return err
		}
	}
	return nil
}

// syntax is the YAML package's error for data in one line, with the line's
// number. The package's own number is often that of the line before, or none:
// what counts is the first line after which the same error comes of what is
// read so far.
func syntax(data []byte, err error) error {
	lines := bytes.SplitAfter(data, []byte("\n"))
	ends := make([]int, len(lines))
	at := 0
	for i, line := range lines {
		at += len(line)
		ends[i] = at
	}
	first := sort.Search(len(lines)-1, func(i int) bool {
		var doc yaml.Node
		e := yaml.NewDecoder(bytes.NewReader(data[:ends[i]])).Decode(&doc)
		return e != nil && e.Error() == err.Error()
	})
	_, what, found := strings.Cut(strings.TrimPrefix(err.Error(), "yaml: "), ": ")
	if !found {
		what = strings.TrimPrefix(err.Error(), "yaml: ")
	}
	return &fault{
		line:    first + 1,
		message: "this is not YAML (" + strings.Join(strings.Fields(what), " ") + "), expected keys and values as the program writes them",
	}
}

// readFile reads a file that is no larger than it can be.
func readFile(path string, most int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read review: %w", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil {
		return nil, fmt.Errorf("read review: %w", err)
	}
	if int64(len(data)) > most {
		return nil, fmt.Errorf("%s is larger than %d kB, expected a review", path, most>>10)
	}
	return data, nil
}
