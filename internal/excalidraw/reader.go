package excalidraw

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"talkthrough/internal/board"
)

// reader makes elements of what files hold. The counts and warnings run on over
// the lists that it reads: those of a library are many.
type reader struct {
	warnings         []string
	elements, points int
	members          []member // of the element being read
}

func (r *reader) warn(format string, args ...any) {
	const enough = 1000 // nobody reads more; memory ends
	if len(r.warnings) < enough {
		r.warnings = append(r.warnings, fmt.Sprintf(format, args...))
	}
}

// list reads the list of elements in raw; absent or null it is empty. Elements
// without sense are left out.
func (r *reader) list(raw json.RawMessage) ([]*original, error) {
	if isNull(raw) {
		return nil, nil
	}
	if raw[0] != '[' {
		return nil, fmt.Errorf("%w: elements: want a list, have %.20s", ErrNotExcalidraw, raw)
	}
	var out []*original
	var wave []json.RawMessage
	number, bytes := 0, 0
	for _, item := range values(raw) {
		if r.elements++; r.elements > maxElements {
			return nil, beyond("it has more than %d elements", maxElements)
		}
		wave = append(wave, item)
		if bytes += len(item); len(wave) < waveItems && bytes < waveBytes {
			continue
		}
		var err error
		if out, err = r.wave(out, number, wave); err != nil {
			return nil, err
		}
		number += len(wave)
		wave, bytes = wave[:0], 0
	}
	return r.wave(out, number, wave)
}

// element makes an element of its JSON, nil when that is impossible. The error
// is for what goes beyond the limits.
func (r *reader) element(number int, raw json.RawMessage) (*board.Element, error) {
	if raw[0] != '{' {
		r.warn("element number %d is %.20s, no object, and is left out", number, raw)
		return nil, nil
	}
	r.members = appendMembers(r.members[:0], raw, maxKeys+1)
	name := label{number, r.members}
	points, err := checkShape(raw, r.members)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if r.points += points; r.points > maxPoints {
		return nil, tooManyPoints(name)
	}
	e, err := r.parse(name)
	if e == nil || err != nil {
		return nil, err
	}
	if e.IsLinear() && e.Points == nil {
		r.warn("%s, %s, has no points and is left out", name, e.Kind)
		return nil, nil
	}
	if err := checkNumbers(e); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	fromOrigin(e)
	return e, nil
}

func tooManyPoints(name label) error {
	return fmt.Errorf("%s: %w", name, beyond("more than %d points in all", maxPoints))
}

// label is what messages call an element.
type label struct {
	number  int // in its list, from 1
	members []member
}

func (l label) String() string {
	if id, ok := textOf(lookUp(l.members, "id")); ok && id != "" {
		return fmt.Sprintf("element %.60q", id)
	}
	return fmt.Sprintf("element number %d", l.number)
}

func (r *reader) parse(name label) (*board.Element, error) {
	modern := modernised(name.members)
	e := new(board.Element)
	if e.Read(modern) == nil {
		return e, nil
	}
	sound, err := r.sound(name, modern)
	if err != nil {
		return nil, err
	}
	if err := e.Read(sound); err != nil {
		r.warn("%s is left out: %s", name, innermost(err))
		return nil, nil
	}
	return e, nil
}

// sound leaves those members out that an element of the kind cannot have.
func (r *reader) sound(name label, members []member) ([]member, error) {
	kind := lookUp(members, "type")
	if _, ok := textOf(kind); !ok {
		return nil, nil // that alone leaves the element out
	}
	var out []member
	for _, m := range members {
		alone := []member{{Key: "type", Value: kind}}
		if m.Key != "type" {
			alone = append(alone, m)
		}
		err := new(board.Element).Read(alone)
		if err == nil {
			out = append(out, m)
			continue
		}
		if _, err := strconv.ParseFloat(string(m.Value), 64); errors.Is(err, strconv.ErrRange) {
			return nil, fmt.Errorf("%s: %w", name, beyond("%s is %.20s, at most ±%g", m.Key, m.Value, float64(maxCoordinate)))
		}
		r.warn("%s: %s: %s; the usual value stands for it", name, m.Key, innermost(err))
	}
	return out, nil
}

// innermost is the cause of an error without what was said about its place.
func innermost(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err.Error()
		}
		err = inner
	}
}

// fromOrigin makes the first point the origin, as the model has it.
func fromOrigin(e *board.Element) {
	if !e.IsLinear() || len(e.Points) == 0 || e.Points[0] == (board.Point{}) {
		return
	}
	first := e.Points[0]
	e.X, e.Y = e.X+first.X, e.Y+first.Y
	for i := range e.Points {
		e.Points[i] = e.Points[i].Sub(first)
	}
}
