package e2e

import (
	"strconv"
	"strings"
	"testing"
)

// parseLine reads a line of slog's text format into its keys and values. A
// line of another kind gives no keys.
func parseLine(line string) map[string]string {
	out := map[string]string{}
	for line != "" {
		key, rest, ok := strings.Cut(line, "=")
		if !ok || strings.ContainsAny(key, " \"") {
			return nil
		}
		value := rest
		if quoted, err := strconv.QuotedPrefix(rest); err == nil {
			value, _ = strconv.Unquote(quoted)
			rest = rest[len(quoted):]
		} else {
			value, _, _ = strings.Cut(rest, " ")
			rest = rest[len(value):]
		}
		out[key] = value
		line = strings.TrimPrefix(rest, " ")
	}
	return out
}

func TestParseLine(t *testing.T) {
	got := parseLine(`time=2026-11-23T08:00:00Z level=INFO msg="could not save" dir=/a/b err="x \"y\" = z"`)
	for key, want := range map[string]string{"level": "INFO", "msg": "could not save", "dir": "/a/b", "err": `x "y" = z`} {
		if got[key] != want {
			t.Errorf("%s is %q, want %q", key, got[key], want)
		}
	}
	if got := parseLine("libEGL warning: a = b"); got != nil {
		t.Errorf("a foreign line was read as %v", got)
	}
}
