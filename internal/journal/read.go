package journal

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
)

// maxFile bounds what Read takes into memory. An hour of busy drawing is a few
// megabytes.
const maxFile = 1 << 30

// Line is one readable line of a journal.
type Line struct {
	Number int // counted from 1
	Data   []byte
}

// Problem is a line that could not be read. What stands around it could.
type Problem struct {
	File string
	Line int
	What string
}

func (p Problem) Error() string { return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.What) }

// Log is what a journal file holds.
type Log struct {
	Lines    []Line
	Problems []Problem // lines in the middle that are no JSON object; skipped
	Torn     int       // bytes of an unfinished last line; dropped
	size     int64     // bytes before the torn line
}

// Read reads a journal, whatever state it is in: a line that isn't a JSON
// object becomes a Problem, a last line that was cut short counts as Torn. The
// error is for a file that cannot be read at all, and names it.
func Read(path string) (Log, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Log{}, fmt.Errorf("read journal: %w", err)
	}
	if info.Size() > maxFile {
		return Log{}, fmt.Errorf("read journal: %s is larger than %d MB: this is no journal of an attempt", path, maxFile>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return Log{}, fmt.Errorf("read journal: %w", err)
	}
	return parse(path, data), nil
}

func parse(path string, data []byte) Log {
	var log Log
	for number := 1; len(data) > 0; number++ {
		end := bytes.IndexByte(data, '\n')
		if end < 0 {
			log.Torn = len(data)
			break
		}
		line := bytes.TrimSpace(data[:end])
		data = data[end+1:]
		log.size += int64(end) + 1
		switch {
		case len(line) == 0:
		case line[0] == '{' && json.Valid(line):
			log.Lines = append(log.Lines, Line{Number: number, Data: line})
		default:
			log.Problems = append(log.Problems, Problem{File: path, Line: number, What: "not a JSON object; this line was skipped"})
		}
	}
	return log
}
