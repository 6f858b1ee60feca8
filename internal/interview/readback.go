package interview

import "strings"

// ReadBack is the last lines of the notes that say something, at most so many,
// in their order: what to repeat aloud when stuck. Headings and empty lines
// are left out, as are the marks of lists.
func ReadBack(notes string, lines int) []string {
	var out []string
	for notes != "" && len(out) < lines {
		cut := strings.LastIndexByte(notes, '\n')
		line := strings.TrimSpace(notes[cut+1:])
		notes = notes[:max(cut, 0)]
		if strings.HasPrefix(line, "#") {
			continue
		}
		if line = strings.TrimSpace(strings.TrimLeft(line, "-*+>")); line != "" {
			out = append([]string{line}, out...)
		}
	}
	return out
}
