package board

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The expectations are those that the reference implementation of the scheme
// publishes: boards shared with Excalidraw must agree on them.
func TestKeyBetween(t *testing.T) {
	top := "z" + strings.Repeat("z", 26)
	for _, c := range [][3]string{
		{"", "", "a0"},
		{"", "a0", "Zz"},
		{"", "Zz", "Zy"},
		{"a0", "", "a1"},
		{"az", "", "b00"},
		{"bzz", "", "c000"},
		{"a0", "a1", "a0V"},
		{"a0V", "a1", "a0l"},
		{"a0", "a0V", "a0G"},
		{"a0", "a0G", "a08"},
		{"b125", "b129", "b127"},
		{"Zz", "a0", "ZzV"},
		{"Zz", "a1", "a0"},
		{"a0", "a1V", "a1"},
		{"Zz", "a01", "a0"},
		{"", "a0V", "a0"},
		{"", "b999", "b99"},
		{"", "Y00", "Xzzz"},
		{"", lowestInt + "1", lowestInt + "0V"},
		{top[:26] + "y", "", top},
		{top, "", top + "V"},
	} {
		if got := KeyBetween(c[0], c[1]); got != c[2] {
			t.Errorf("between %q and %q: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestKeysStayStrictlyOrdered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := []string{"", ""} // the open ends
		for range rapid.IntRange(1, 60).Draw(t, "insertions") {
			at := rapid.IntRange(1, len(keys)-1).Draw(t, "at")
			n := rapid.IntRange(1, 5).Draw(t, "n")
			keys = slices.Insert(keys, at, KeysBetween(keys[at-1], keys[at], n)...)
		}
		for i := 1; i < len(keys)-1; i++ {
			if !ValidKey(keys[i]) || (i > 1 && keys[i] <= keys[i-1]) {
				t.Fatalf("%q after %q", keys[i], keys[i-1])
			}
		}
	})
}

func TestKeysAtEndsStayShort(t *testing.T) {
	last, first := "a0", "a0"
	for range 10_000 {
		last, first = KeyBetween(last, ""), KeyBetween("", first)
	}
	if len(last) > 5 || len(first) > 5 {
		t.Errorf("after 10000 steps %q and %q, want at most 5 characters", last, first)
	}
}

func TestKeyBetweenTakesNonsense(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.String().Draw(t, "a"), rapid.String().Draw(t, "b")
		if k := KeyBetween(a, b); k == "" || (a != "" && k <= a) {
			t.Fatalf("between %q and %q: %q", a, b, k)
		}
	})
}

func TestRepairKeysKeepsWhatIsInOrder(t *testing.T) {
	got := RepairKeys([]string{"", "a1", "a1", "bad key", "a4", "a2", "a5"})
	for _, i := range []int{1, 4, 6} {
		if want := []string{"", "a1", "", "", "a4", "", "a5"}[i]; got[i] != want {
			t.Errorf("key %d: %q, want %q kept", i, got[i], want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.SliceOf(rapid.StringMatching(`|[aZb][0-9A-Za-z]{0,3}|x`)).Draw(t, "keys")
		out := RepairKeys(in)
		for i, k := range out {
			if !ValidKey(k) || (i > 0 && k <= out[i-1]) {
				t.Fatalf("%q became %q", in, out)
			}
		}
		if slices.IsSorted(in) && !slices.ContainsFunc(in, func(k string) bool { return !ValidKey(k) }) &&
			len(slices.Compact(slices.Clone(in))) == len(in) && !slices.Equal(in, out) {
			t.Fatalf("%q was in order and became %q", in, out)
		}
	})
}
