package board

import (
	"encoding/json"
	"fmt"
	"strconv"
)

func readGroups(e *Element, raw []byte) (bool, error) {
	e.Groups = nil
	if isNull(raw) {
		return false, nil
	}
	list, err := readList(raw)
	if err != nil {
		return false, err
	}
	for _, item := range list {
		id, err := readString(item)
		if err != nil {
			return false, err
		}
		e.Groups = append(e.Groups, id)
	}
	return true, nil
}

func writeGroups(into []byte, e *Element) ([]byte, error) {
	into = append(into, '[')
	for i, id := range e.Groups {
		into = comma(into, i)
		into = writeString(into, id)
	}
	return append(into, ']'), nil
}

func readRoundness(e *Element, raw []byte) (exact bool, err error) {
	e.Roundness = nil
	if isNull(raw) {
		return true, nil
	}
	keys, err := members(raw)
	if err != nil {
		return false, err
	}
	r, exact := &Roundness{}, true
	for _, m := range keys {
		switch {
		case m.Key == "type":
			n, whole, err := readInteger(m.Value)
			if err != nil {
				return false, err
			}
			r.Type, exact = int(n), exact && whole
		case m.Key == "value" && !isNull(m.Value):
			f, err := readNumber(m.Value)
			if err != nil {
				return false, err
			}
			r.Value = &f
		default:
			exact = false
		}
	}
	e.Roundness = r
	return exact, nil
}

func writeRoundness(into []byte, e *Element) ([]byte, error) {
	if e.Roundness == nil {
		return append(into, "null"...), nil
	}
	into = strconv.AppendInt(append(into, `{"type":`...), int64(e.Roundness.Type), 10)
	if e.Roundness.Value != nil {
		var err error
		if into, err = writeNumber(append(into, `,"value":`...), *e.Roundness.Value); err != nil {
			return into, err
		}
	}
	return append(into, '}'), nil
}

func readBound(e *Element, raw []byte) (exact bool, err error) {
	e.Bound = nil
	if isNull(raw) {
		return true, nil
	}
	list, err := readList(raw)
	if err != nil {
		return false, err
	}
	exact = true
	e.Bound = make([]BoundRef, 0, len(list))
	for _, item := range list {
		keys, err := members(item)
		if err != nil {
			return false, err
		}
		ref := BoundRef{}
		for _, m := range keys {
			s, err := readString(m.Value)
			switch {
			case err == nil && m.Key == "id":
				ref.ID = s
			case err == nil && m.Key == "type":
				ref.Kind = Kind(s)
			default:
				exact = false
			}
		}
		exact = exact && len(keys) == 2
		e.Bound = append(e.Bound, ref)
	}
	return exact, nil
}

func writeBound(into []byte, e *Element) ([]byte, error) {
	if e.Bound == nil {
		return append(into, "null"...), nil
	}
	into = append(into, '[')
	for i, ref := range e.Bound {
		into = writeString(append(comma(into, i), `{"id":`...), ref.ID)
		into = writeString(append(into, `,"type":`...), string(ref.Kind))
		into = append(into, '}')
	}
	return append(into, ']'), nil
}

func readPoints(e *Element, raw []byte) (exact bool, err error) {
	e.Points = nil
	if isNull(raw) {
		return false, nil
	}
	list, err := readList(raw)
	if err != nil {
		return false, err
	}
	exact = true
	e.Points = make([]Point, 0, len(list))
	for i, item := range list {
		p, same, err := readPoint(item)
		if err != nil {
			return false, fmt.Errorf("point %d: %w", i+1, err)
		}
		exact = exact && same
		e.Points = append(e.Points, p)
	}
	return exact, nil
}

// readPoint takes [x, y] and, inexactly, points with more numbers.
func readPoint(raw json.RawMessage) (p Point, exact bool, err error) {
	list, err := readList(raw)
	if err != nil {
		return p, false, err
	}
	if len(list) < 2 {
		return p, false, fmt.Errorf("want [x, y], have %.20s", raw)
	}
	if p.X, err = readNumber(list[0]); err != nil {
		return p, false, err
	}
	p.Y, err = readNumber(list[1])
	return p, len(list) == 2, err
}

func writePoint(into []byte, p Point) ([]byte, error) {
	into, err := writeNumber(append(into, '['), p.X)
	if err != nil {
		return into, err
	}
	into, err = writeNumber(append(into, ','), p.Y)
	return append(into, ']'), err
}

func writePoints(into []byte, e *Element) (_ []byte, err error) {
	into = append(into, '[')
	for i, p := range e.Points {
		if into, err = writePoint(comma(into, i), p); err != nil {
			return into, err
		}
	}
	return append(into, ']'), nil
}

func readPressures(e *Element, raw []byte) (bool, error) {
	e.Pressures = nil
	if isNull(raw) {
		return false, nil
	}
	list, err := readList(raw)
	if err != nil {
		return false, err
	}
	e.Pressures = make([]float64, len(list))
	for i, item := range list {
		if e.Pressures[i], err = readNumber(item); err != nil {
			return false, err
		}
	}
	return true, nil
}

func writePressures(into []byte, e *Element) (_ []byte, err error) {
	into = append(into, '[')
	for i, p := range e.Pressures {
		if into, err = writeNumber(comma(into, i), p); err != nil {
			return into, err
		}
	}
	return append(into, ']'), nil
}

func comma(into []byte, i int) []byte {
	if i > 0 {
		into = append(into, ',')
	}
	return into
}
