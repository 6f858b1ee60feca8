package session

import (
	"runtime"
	"slices"
	"sync"

	"talkthrough/internal/journal"
)

// History is an attempt as read from its journal.
type History struct {
	Events   []Event
	Problems []journal.Problem // lines that could not be read; skipped
	Torn     int               // bytes of an unfinished last line; dropped
}

// ReadHistory reads the journal at path, whatever state it is in. The error is
// for a journal that cannot be read at all.
func ReadHistory(path string) (History, error) {
	log, err := journal.Read(path)
	if err != nil {
		return History{}, err
	}
	h := History{Problems: log.Problems, Torn: log.Torn}
	for i, parsed := range parseLines(log.Lines) {
		if parsed.err != nil {
			what := parsed.err.Error() + "; this event was skipped"
			h.Problems = append(h.Problems, journal.Problem{File: path, Line: log.Lines[i].Number, What: what})
			continue
		}
		h.Events = append(h.Events, parsed.event)
	}
	slices.SortStableFunc(h.Problems, func(a, b journal.Problem) int { return a.Line - b.Line })
	return h, nil
}

// Ended reports whether the attempt came to its end.
func (h History) Ended() bool {
	for _, e := range h.Events {
		if _, ok := e.Body.(Ended); ok {
			return true
		}
	}
	return false
}

// parsedLine is what became of a line of the journal.
type parsedLine struct {
	event Event
	err   error
}

// parseLines parses lines on all processors: it is most of the wait when an
// attempt is opened.
func parseLines(lines []journal.Line) []parsedLine {
	out := make([]parsedLine, len(lines))
	const least = 256 // lines for which a goroutine pays
	workers := min(runtime.GOMAXPROCS(0), len(lines)/least+1)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for i := len(lines) * w / workers; i < len(lines)*(w+1)/workers; i++ {
				out[i].event, out[i].err = ParseEvent(lines[i].Data)
			}
		})
	}
	wait.Wait()
	return out
}
