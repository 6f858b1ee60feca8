package question

import (
	"bytes"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

var yamlError = regexp.MustCompile(`^yaml: (?:line (\d+): )?(?s)(.*)$`)

const fieldsAlike = `every field of a question as "name: text", all indented alike, and quotes around a whole text`

// remedies says what the commonest mistakes in YAML come down to, by a part of
// what the YAML package calls them.
var remedies = []struct{ says, want string }{
	{"mapping values are not allowed", `quotes around text with ": " in it, or the text on the lines after "prompt: >-"`},
	{"found a tab", "spaces, not tabs, before a field"},
	{"cannot start any token", "spaces, not tabs, before a field, and quotes around text that begins with a special character"},
	{"',' or '", "a closing bracket, or quotes around text between brackets that holds a comma, a bracket or \"?\""},
	{"escape character", `two backslashes for one in text with double quotes`},
	{"did not find expected key", fieldsAlike},
	{"could not find expected ':'", fieldsAlike},
	{"'-' indicator", `every question of the list to begin with "- ", all indented alike`},
	{"unexpected end of stream", "a closing quotation mark"},
	{"document start", `"---" on a line of its own between two documents`},
	{"unknown anchor", `quotes around text that begins with "*"`},
	{"control characters", "text without control characters"},
}

// explainSyntax turns the YAML package's error into a line, what is wrong and
// what was expected. The data ends with a line feed.
func explainSyntax(data []byte, err error) (line int, wrong, want string) {
	said := yamlError.FindStringSubmatch(err.Error())
	if said == nil {
		said = []string{"", "", err.Error()}
	}
	want = "YAML as in the built-in questions"
	for _, r := range remedies {
		if strings.Contains(said[2], r.says) {
			want = r.want
			break
		}
	}
	line, _ = strconv.Atoi(said[1])
	if !strings.Contains(said[2], "unexpected end of stream") {
		line = firstBadLine(data, err)
	} else if line > bytes.Count(data, []byte("\n")) {
		// What lacks its end is best looked for where it begins. The package
		// gives that line, but for the first gives the end of the file.
		line = 1
	}
	return line, "this is not YAML (" + clip(said[2], 100) + ")", want
}

// firstBadLine finds the first line after which the error can no longer be
// avoided. The line in the package's message is often another one: where the
// surrounding block began, or one too few.
func firstBadLine(data []byte, err error) int {
	lines := bytes.SplitAfter(data, []byte("\n"))
	ends := make([]int, len(lines))
	at := 0
	for i, line := range lines {
		at += len(line)
		ends[i] = at
	}
	first := sort.Search(len(lines), func(i int) bool {
		_, e := decode(data[:ends[i]])
		return e != nil && e.Error() == err.Error()
	})
	return min(first+1, len(lines))
}
