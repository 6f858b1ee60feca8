package board

import "strings"

// Keys order elements without renumbering: between any two there is always
// another. They are Excalidraw's: an integer whose first character says how
// long it is ("a0" … "az", "b00" …; "Zz" comes before "a0"), then a fraction in
// base 62 that does not end in 0. They compare as bytes.
const (
	digits     = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	firstKey   = "a0"
	longestInt = 27
)

var (
	lowestInt  = "A" + strings.Repeat("0", longestInt-1)
	highestInt = "z" + strings.Repeat("z", longestInt-1)
)

// KeyBetween returns a key that sorts after a and before b. An empty a or b
// means there is no such neighbour. When a does not sort before b, or one of
// them is no key at all, the result sorts after a.
func KeyBetween(a, b string) string {
	if (a != "" && !ValidKey(a)) || (b != "" && (!ValidKey(b) || a >= b)) {
		return a + "V"
	}
	switch {
	case a == "" && b == "":
		return firstKey
	case a == "":
		return keyBefore(b)
	case b == "":
		return keyAfter(a)
	}
	whole, fraction := split(a)
	if wholeB, fractionB := split(b); whole == wholeB {
		return whole + middle(fraction, fractionB)
	}
	if next := step1(whole, +1); next != "" && next < b {
		return next
	}
	return whole + middle(fraction, "")
}

// KeysBetween returns n ascending keys between a and b, as short as they can
// be; the conditions are those of KeyBetween.
func KeysBetween(a, b string, n int) []string {
	if n <= 0 {
		return nil
	}
	keys := make([]string, n)
	switch {
	case b == "":
		for i := range keys {
			a = KeyBetween(a, "")
			keys[i] = a
		}
	case a == "":
		for i := n - 1; i >= 0; i-- {
			b = KeyBetween("", b)
			keys[i] = b
		}
	default:
		mid := KeyBetween(a, b)
		copy(keys, KeysBetween(a, mid, n/2))
		keys[n/2] = mid
		copy(keys[n/2+1:], KeysBetween(mid, b, n-n/2-1))
	}
	return keys
}

// RepairKeys returns strictly ascending keys for elements that lie in this
// order: those that are well formed and in order stay as they are.
func RepairKeys(keys []string) []string {
	out := make([]string, len(keys))
	last, from := "", 0 // the last key kept, and where the gap after it begins
	for i, k := range keys {
		if !ValidKey(k) || k <= last {
			continue
		}
		copy(out[from:i], KeysBetween(last, k, i-from))
		out[i], last, from = k, k, i+1
	}
	copy(out[from:], KeysBetween(last, "", len(keys)-from))
	return out
}

// ValidKey reports whether k is a well-formed key.
func ValidKey(k string) bool {
	if k == "" || k == lowestInt {
		return false
	}
	n := wholeLength(k[0])
	if n == 0 || len(k) < n || (len(k) > n && k[len(k)-1] == '0') {
		return false
	}
	for i := 1; i < len(k); i++ {
		if strings.IndexByte(digits, k[i]) < 0 {
			return false
		}
	}
	return true
}

// wholeLength is the length of the integer that begins with head, 0 for none.
func wholeLength(head byte) int {
	switch {
	case head >= 'a' && head <= 'z':
		return int(head-'a') + 2
	case head >= 'A' && head <= 'Z':
		return int('Z'-head) + 2
	}
	return 0
}

func split(k string) (whole, fraction string) {
	n := wholeLength(k[0])
	return k[:n], k[n:]
}

func keyBefore(b string) string {
	whole, fraction := split(b)
	switch {
	case whole == lowestInt:
		return whole + middle("", fraction)
	case fraction != "":
		return whole
	}
	if before := step1(whole, -1); before != lowestInt {
		return before
	}
	// The lowest integer alone is no key: it leaves no room before it.
	return lowestInt + middle("", "")
}

func keyAfter(a string) string {
	whole, fraction := split(a)
	if next := step1(whole, +1); next != "" {
		return next
	}
	return whole + middle(fraction, "")
}

// step1 is the integer after (by +1) or before (by -1) whole, "" at the ends.
func step1(whole string, by int) string {
	if (by > 0 && whole == highestInt) || (by < 0 && whole == lowestInt) {
		return ""
	}
	b := []byte(whole)
	for i := len(b) - 1; i > 0; i-- {
		d := strings.IndexByte(digits, b[i]) + by
		if d >= 0 && d < len(digits) {
			b[i] = digits[d]
			return string(b)
		}
		b[i] = digits[(d+len(digits))%len(digits)]
	}
	// Every digit wrapped round: on to the next length.
	head := nextHead(b[0], by)
	tail := strings.Repeat(map[int]string{1: "0", -1: "z"}[by], wholeLength(head)-1)
	return string(head) + tail
}

func nextHead(head byte, by int) byte {
	switch {
	case head == 'Z' && by > 0:
		return 'a'
	case head == 'a' && by < 0:
		return 'Z'
	}
	return byte(int(head) + by)
}

// middle is the shortest fraction between a and b, where an empty b is 1.
func middle(a, b string) string {
	at := func(i int) byte {
		if i < len(a) {
			return a[i]
		}
		return '0'
	}
	same := 0
	for same < len(b) && at(same) == b[same] {
		same++
	}
	if same > 0 {
		return b[:same] + middle(a[min(same, len(a)):], b[same:])
	}
	low, high := strings.IndexByte(digits, at(0)), len(digits)
	if b != "" {
		high = strings.IndexByte(digits, b[0])
	}
	switch {
	case high-low > 1:
		return digits[(low+high+1)/2 : (low+high+1)/2+1]
	case len(b) > 1:
		return b[:1]
	}
	return digits[low:low+1] + middle(a[min(1, len(a)):], "")
}
