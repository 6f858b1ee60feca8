package board

import "testing"

func TestKnownKeys(t *testing.T) {
	for i := range fields {
		key := fields[i].key
		if got := KnownKey([]byte(key)); got != key {
			t.Errorf("%q is known as %q", key, got)
		}
		for _, other := range []string{key + "s", key[1:], "_" + key[1:]} {
			if got := KnownKey([]byte(other)); got != "" && got != other {
				t.Errorf("%q is known as %q", other, got)
			}
		}
	}
	for _, none := range []string{"", "i", "customData", "strokeSharpness", "\xff\xff\xff"} {
		if got := KnownKey([]byte(none)); got != "" {
			t.Errorf("%q is known as %q", none, got)
		}
	}
	name := []byte("backgroundColor")
	if n := testing.AllocsPerRun(100, func() { KnownKey(name) }); n > 0 {
		t.Errorf("looking a key up allocates %g times", n)
	}
}
