package board

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

// Numbers and lists are read by JSON's grammar, which the standard library
// knows best.
func TestNumbersAreJSONs(t *testing.T) {
	for _, s := range []string{"", "-", "+1", "01", "1.", ".5", "-0", "0", "1e", "1e+", "1E-7", "-12.50e3", "0x1", "1_0", "NaN", "Inf", "1 "} {
		checkNumber(t, s)
	}
	rapid.Check(t, func(rt *rapid.T) {
		checkNumber(t, rapid.StringOfN(rapid.RuneFrom([]rune("0123456789-+.eE")), 1, 8, -1).Draw(rt, "number"))
	})
}

func checkNumber(t *testing.T, s string) {
	t.Helper()
	want := s != "" && s[len(s)-1] != ' ' && json.Valid([]byte(s))
	if got := isNumber([]byte(s)); got != want {
		t.Errorf("isNumber(%q) = %v", s, got)
	}
}

func TestListsAreTakenApartAsJSONs(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom([]string{"[", "]", ",", "1", `"a,]"`, "{}", " ", "null", `{"b":[1,2]}`}), 0, 9).Draw(rt, "parts")
		raw := "["
		for _, p := range parts {
			raw += p
		}
		raw += "]"
		var want []json.RawMessage
		valid := json.Unmarshal([]byte(raw), &want) == nil
		got, err := readList([]byte(raw))
		if valid && (err != nil || len(got) != len(want)) {
			rt.Fatalf("%s: %v, %d items, want %d", raw, err, len(got), len(want))
		}
		for i := range want {
			if valid && string(got[i]) != string(want[i]) {
				rt.Fatalf("%s: item %d is %s, want %s", raw, i, got[i], want[i])
			}
		}
	})
}
