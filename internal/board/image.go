package board

import (
	"encoding/json"
	"strconv"
)

// Crop is the part of a picture that is shown, in pixels of the picture, whose
// whole size is NaturalW by NaturalH.
type Crop struct {
	X, Y, W, H         float64
	NaturalW, NaturalH float64
}

// keys are the places of a crop's numbers by their names in files, in order.
func (c *Crop) keys() [6]struct {
	name string
	at   *float64
} {
	return [6]struct {
		name string
		at   *float64
	}{
		{"x", &c.X},
		{"y", &c.Y},
		{"width", &c.W},
		{"height", &c.H},
		{"naturalWidth", &c.NaturalW},
		{"naturalHeight", &c.NaturalH},
	}
}

func readCrop(e *Element, raw []byte) (exact bool, err error) {
	e.Crop = nil
	if isNull(raw) {
		return true, nil
	}
	list, err := members(raw)
	if err != nil {
		return false, err
	}
	c := &Crop{}
	known := 0
	for _, m := range list {
		for _, k := range c.keys() {
			if k.name == m.Key {
				if *k.at, err = readNumber(m.Value); err != nil {
					return false, err
				}
				known++
			}
		}
	}
	e.Crop = c
	return known == len(list) && known == len(c.keys()), nil
}

func writeCrop(into []byte, e *Element) (_ []byte, err error) {
	if e.Crop == nil {
		return append(into, "null"...), nil
	}
	into = append(into, '{')
	for i, k := range e.Crop.keys() {
		into = append(writeString(comma(into, i), k.name), ':')
		if into, err = writeNumber(into, *k.at); err != nil {
			return into, err
		}
	}
	return append(into, '}'), nil
}

func readScale(e *Element, raw []byte) (exact bool, err error) {
	e.Scale = Point{1, 1}
	if isNull(raw) {
		return false, nil
	}
	e.Scale, exact, err = readPoint(json.RawMessage(raw))
	return exact, err
}

func writeScale(into []byte, e *Element) ([]byte, error) { return writePoint(into, e.Scale) }

// NewImage returns a picture element of that size with a fresh id, showing the
// whole of the file fileID; w and h are in scene units.
func NewImage(fileID string, w, h float64) *Element {
	e := NewElement(Image, DefaultStyle())
	e.FileID, e.W, e.H = fileID, w, h
	e.Scale = Point{1, 1}
	e.keep("status", []byte(strconv.Quote("saved")))
	return e
}
