package board

import (
	"encoding/json"
	"strconv"
)

// field is one key of an element's JSON.
type field struct {
	key string
	// has says which kinds carry the key; nil is all of them.
	has func(Kind) bool
	// read sets the element's field. exact is false when write would not give
	// back the same value.
	read  func(e *Element, raw []byte) (exact bool, err error)
	write func(into []byte, e *Element) ([]byte, error)
}

// fields are the known keys in the order they are written.
var fields = []field{
	str("id", func(e *Element) *string { return &e.ID }),
	{
		key: "type",
		read: func(e *Element, raw []byte) (bool, error) {
			s, err := readString(raw)
			e.Kind = Kind(s)
			return true, err
		},
		write: func(into []byte, e *Element) ([]byte, error) { return writeString(into, string(e.Kind)), nil },
	},
	num("x", func(e *Element) *float64 { return &e.X }),
	num("y", func(e *Element) *float64 { return &e.Y }),
	num("width", func(e *Element) *float64 { return &e.W }),
	num("height", func(e *Element) *float64 { return &e.H }),
	num("angle", func(e *Element) *float64 { return &e.Angle }),
	str("strokeColor", func(e *Element) *string { return &e.Stroke }),
	str("backgroundColor", func(e *Element) *string { return &e.Background }),
	str("fillStyle", func(e *Element) *string { return &e.FillStyle }),
	num("strokeWidth", func(e *Element) *float64 { return &e.StrokeWidth }),
	str("strokeStyle", func(e *Element) *string { return &e.StrokeStyle }),
	integer("roughness", func(e *Element) *int { return &e.Roughness }),
	integer("opacity", func(e *Element) *int { return &e.Opacity }),
	{key: "groupIds", read: readGroups, write: writeGroups},
	orNull("frameId", func(e *Element) *string { return &e.Frame }),
	orNull("index", func(e *Element) *string { return &e.Index }),
	{key: "roundness", read: readRoundness, write: writeRoundness},
	integer("seed", func(e *Element) *int64 { return &e.Seed }),
	integer("version", func(e *Element) *int64 { return &e.Version }),
	integer("versionNonce", func(e *Element) *int64 { return &e.Nonce }),
	boolean("isDeleted", func(e *Element) *bool { return &e.Deleted }),
	{key: "boundElements", read: readBound, write: writeBound},
	integer("updated", func(e *Element) *int64 { return &e.Updated }),
	orNull("link", func(e *Element) *string { return &e.Link }),
	boolean("locked", func(e *Element) *bool { return &e.Locked }),

	str("text", func(e *Element) *string { return &e.Wrapped }).of(isText),
	str("originalText", func(e *Element) *string { return &e.Text }).of(isText),
	num("fontSize", func(e *Element) *float64 { return &e.FontSize }).of(isText),
	integer("fontFamily", func(e *Element) *int { return &e.FontFamily }).of(isText),
	str("textAlign", func(e *Element) *string { return &e.Align }).of(isText),
	str("verticalAlign", func(e *Element) *string { return &e.VAlign }).of(isText),
	orNull("containerId", func(e *Element) *string { return &e.Container }).of(isText),
	boolean("autoResize", func(e *Element) *bool { return &e.AutoResize }).of(isText),
	num("lineHeight", func(e *Element) *float64 { return &e.LineHeight }).of(isText),

	field{key: "points", read: readPoints, write: writePoints}.of(isLinear),
	boundEnd("startBinding", func(e *Element) **Binding { return &e.Start }).of(isArrowOrLine),
	boundEnd("endBinding", func(e *Element) **Binding { return &e.End }).of(isArrowOrLine),
	orNull("startArrowhead", func(e *Element) *string { return &e.StartHead }).of(isArrowOrLine),
	orNull("endArrowhead", func(e *Element) *string { return &e.EndHead }).of(isArrowOrLine),
	boolean("elbowed", func(e *Element) *bool { return &e.Elbowed }).of(func(k Kind) bool { return k == Arrow }),
	field{key: "pressures", read: readPressures, write: writePressures}.of(isFreedraw),
	boolean("simulatePressure", func(e *Element) *bool { return &e.SimulatePress }).of(isFreedraw),

	orNull("fileId", func(e *Element) *string { return &e.FileID }).of(isImage),
	field{key: "scale", read: readScale, write: writeScale}.of(isImage),
	field{key: "crop", read: readCrop, write: writeCrop}.of(isImage),

	orNull("name", func(e *Element) *string { return &e.Name }).of(isFrame),
}

func isText(k Kind) bool        { return k == Text }
func isLinear(k Kind) bool      { return k == Arrow || k == Line || k == Freedraw }
func isArrowOrLine(k Kind) bool { return k == Arrow || k == Line }
func isImage(k Kind) bool       { return k == Image }
func isFrame(k Kind) bool       { return k == Frame || k == "magicframe" }
func isFreedraw(k Kind) bool    { return k == Freedraw }

// fieldOf is the field that the key means in an element of the kind, or nil.
func fieldOf(key string, kind Kind) *field {
	f := fieldNamed(key)
	if f == nil || (f.has != nil && !f.has(kind)) {
		return nil
	}
	return f
}

func (f field) of(has func(Kind) bool) field {
	f.has = has
	return f
}

func str(key string, at func(*Element) *string) field {
	return field{
		key: key,
		read: func(e *Element, raw []byte) (exact bool, err error) {
			if isNull(raw) {
				return false, nil
			}
			*at(e), err = readString(raw)
			return true, err
		},
		write: func(into []byte, e *Element) ([]byte, error) { return writeString(into, *at(e)), nil },
	}
}

// orNull is a string that is null when there is none.
func orNull(key string, at func(*Element) *string) field {
	return field{
		key: key,
		read: func(e *Element, raw []byte) (exact bool, err error) {
			*at(e) = ""
			if isNull(raw) {
				return true, nil
			}
			*at(e), err = readString(raw)
			return *at(e) != "", err
		},
		write: func(into []byte, e *Element) ([]byte, error) {
			if *at(e) == "" {
				return append(into, "null"...), nil
			}
			return writeString(into, *at(e)), nil
		},
	}
}

func num(key string, at func(*Element) *float64) field {
	return field{
		key: key,
		read: func(e *Element, raw []byte) (exact bool, err error) {
			if isNull(raw) {
				return false, nil
			}
			*at(e), err = readNumber(raw)
			return true, err
		},
		write: func(into []byte, e *Element) ([]byte, error) { return writeNumber(into, *at(e)) },
	}
}

func integer[T int | int64](key string, at func(*Element) *T) field {
	return field{
		key: key,
		read: func(e *Element, raw []byte) (bool, error) {
			if isNull(raw) {
				return false, nil
			}
			n, exact, err := readInteger(raw)
			*at(e) = T(n)
			return exact, err
		},
		write: func(into []byte, e *Element) ([]byte, error) {
			return strconv.AppendInt(into, int64(*at(e)), 10), nil
		},
	}
}

func boolean(key string, at func(*Element) *bool) field {
	return field{
		key: key,
		read: func(e *Element, raw []byte) (exact bool, err error) {
			if isNull(raw) {
				return false, nil
			}
			*at(e), err = readBool(raw)
			return true, err
		},
		write: func(into []byte, e *Element) ([]byte, error) {
			return strconv.AppendBool(into, *at(e)), nil
		},
	}
}

func boundEnd(key string, at func(*Element) **Binding) field {
	return field{
		key: key,
		read: func(e *Element, raw []byte) (exact bool, err error) {
			*at(e) = nil
			if isNull(raw) {
				return true, nil
			}
			b := &Binding{}
			exact, err = b.read(raw)
			*at(e) = b
			return exact, err
		},
		write: func(into []byte, e *Element) ([]byte, error) { return (*at(e)).write(into) },
	}
}

// keep remembers a key that this program does not know, or whose value its
// field cannot hold exactly.
func (e *Element) keep(key string, raw []byte) {
	if e.Extra == nil {
		e.Extra = map[string]json.RawMessage{}
	}
	e.Extra[key] = append(json.RawMessage(nil), raw...)
}
