package board

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"
)

var errNotFinite = errors.New("not a finite number")

func isNull(raw []byte) bool { return string(raw) == "null" }

func readString(raw []byte) (string, error) {
	if len(raw) < 2 || raw[0] != '"' {
		return "", fmt.Errorf("want a string, have %.20s", raw)
	}
	if inner := raw[1 : len(raw)-1]; plain(inner) {
		return string(inner), nil
	}
	var s string
	err := json.Unmarshal(raw, &s)
	return s, err
}

// plain reports whether s stands in JSON as it is.
func plain[T string | []byte](s T) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] >= utf8.RuneSelf || s[i] == '"' || s[i] == '\\' {
			return false
		}
	}
	return true
}

func writeString(into []byte, s string) []byte {
	if plain(s) {
		into = append(into, '"')
		into = append(into, s...)
		return append(into, '"')
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string always encodes
	return append(into, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...)
}

// isNumber reports whether raw is a number by JSON's grammar, which is narrower
// than that of strconv.
func isNumber(raw []byte) bool {
	digits := func() bool {
		n := 0
		for n < len(raw) && '0' <= raw[n] && raw[n] <= '9' {
			n++
		}
		raw = raw[n:]
		return n > 0
	}
	if len(raw) > 0 && raw[0] == '-' {
		raw = raw[1:]
	}
	if len(raw) > 0 && raw[0] == '0' {
		raw = raw[1:]
	} else if !digits() {
		return false
	}
	if len(raw) > 0 && raw[0] == '.' {
		if raw = raw[1:]; !digits() {
			return false
		}
	}
	if len(raw) > 0 && raw[0]|0x20 == 'e' {
		if raw = raw[1:]; len(raw) > 0 && (raw[0] == '+' || raw[0] == '-') {
			raw = raw[1:]
		}
		if !digits() {
			return false
		}
	}
	return len(raw) == 0
}

func readNumber(raw []byte) (float64, error) {
	if !isNumber(raw) {
		return 0, fmt.Errorf("want a number, have %.20s", raw)
	}
	f, err := strconv.ParseFloat(string(raw), 64)
	if err != nil {
		return 0, fmt.Errorf("%.20s is too large a number", raw)
	}
	return f, nil
}

// writeNumber writes f as JavaScript does.
func writeNumber(into []byte, f float64) ([]byte, error) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return into, errNotFinite
	}
	if f == 0 {
		return append(into, '0'), nil // never "-0"
	}
	if a := math.Abs(f); a < 1e-6 || a >= 1e21 {
		return strconv.AppendFloat(into, f, 'e', -1, 64), nil
	}
	return strconv.AppendFloat(into, f, 'f', -1, 64), nil
}

// readInteger takes any number; exact is false when it had to be rounded.
func readInteger(raw []byte) (n int64, exact bool, err error) {
	if n, err := strconv.ParseInt(string(raw), 10, 64); err == nil && isNumber(raw) {
		return n, true, nil
	}
	f, err := readNumber(raw)
	if err != nil {
		return 0, false, err
	}
	const limit = 1 << 53
	n = int64(math.Round(min(max(f, -limit), limit)))
	return n, float64(n) == f, nil
}

func readBool(raw []byte) (bool, error) {
	switch string(raw) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	}
	return false, fmt.Errorf("want true or false, have %.20s", raw)
}
