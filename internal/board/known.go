package board

// known finds fields by their keys: elements are read by the ten thousand, with
// thirty keys each, and this asks for a key's length and three of its letters
// where a map would go through all of them. It is filled by init because the
// fields' own readers look keys up.
var known [256]*field

func init() {
	for i := range fields {
		at := knownSlot(fields[i].key)
		for known[at] != nil {
			at++
		}
		known[at] = &fields[i]
	}
}

// knownSlot is where the search for a key begins; the key must not be empty.
func knownSlot[Text string | []byte](key Text) uint8 {
	n := len(key)
	return uint8(n) + 3*key[0] + 7*key[n/2] + 31*key[n-1]
}

// fieldNamed is the field with that key, or nil.
func fieldNamed[Text string | []byte](key Text) *field {
	if len(key) == 0 {
		return nil
	}
	for at := knownSlot(key); known[at] != nil; at++ {
		if known[at].key == string(key) {
			return known[at]
		}
	}
	return nil
}

// KnownKey is the key of an element's JSON that name spells, "" where it is none
// that this program knows. It takes no memory.
func KnownKey(name []byte) string {
	if f := fieldNamed(name); f != nil {
		return f.key
	}
	return ""
}
