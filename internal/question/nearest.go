package question

import "strings"

// nearest returns the name of the field that was probably meant by a misspelt
// one, or "" when none is like it.
func nearest[T any](misspelt string, fields []field[T]) string {
	best, found := max(1, len(misspelt)/3)+1, ""
	for _, f := range fields {
		if d := distance(strings.ToLower(misspelt), f.name); d < best {
			best, found = d, f.name
		}
	}
	return found
}

// distance counts the bytes that must be put in, left out or changed to turn
// one text into the other, two swapped neighbours counting as one.
func distance(a, b string) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range len(b) {
			change := 1
			if a[i] == b[j] {
				change = 0
			}
			row[j+1] = min(last[j]+change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
