package question

import "fmt"

// Problem is one thing that is wrong with a pack.
type Problem struct {
	File    string // as it was given or found, for the user to open
	Line    int    // counted from 1; 0 when the file or folder as a whole is meant
	Field   string // such as "title"; empty when it is not about one field
	Message string // what is wrong; what was expected
}

// Error reads "file:line: field: what is wrong; what was expected", leaving out
// a line or a field that the problem does not have.
func (p Problem) Error() string {
	where := p.File
	if p.Line > 0 {
		where = fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	if p.Field != "" {
		where += ": " + p.Field
	}
	return where + ": " + p.Message
}
