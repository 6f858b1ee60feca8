package excalidraw

import (
	"encoding/json"
	"runtime"
	"sync"
	"sync/atomic"
)

// What is read of a list at once, on all cores. A hostile list is noticed before
// the next wave, so this bounds what it may cost.
const (
	waveItems = 512
	waveBytes = 4 << 20
)

// wave reads items of a list, the first after number others, and appends what
// they make to out. All is as if they had been read one after the other.
func (r *reader) wave(out []*original, number int, items []json.RawMessage) ([]*original, error) {
	type result struct {
		reader
		element *original
		err     error
	}
	results := make([]result, len(items))
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(items)) {
		all.Go(func() {
			var members []member
			for {
				i := int(next.Add(1)) - 1
				if i >= len(items) {
					return
				}
				one := &results[i]
				one.members = members
				e, err := one.reader.element(number+i+1, items[i])
				members, one.members = one.members, nil
				if one.err = err; e != nil {
					one.element = &original{element: e, raw: items[i]}
				}
			}
		})
	}
	all.Wait()
	for i := range results {
		one := &results[i]
		for _, w := range one.warnings {
			r.warn("%s", w)
		}
		if one.err != nil {
			return nil, one.err
		}
		if r.points += one.points; r.points > maxPoints {
			name := label{number + i + 1, membersOf(items[i])}
			return nil, tooManyPoints(name)
		}
		if one.element != nil {
			out = append(out, one.element)
		}
	}
	return out, nil
}
