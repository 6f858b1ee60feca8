package excalidraw

import (
	"bytes"
	"encoding/json"
	"iter"

	"talkthrough/internal/board"
)

// member is one key of a JSON object and its value as written.
type member = board.Member

// values walks a JSON object or list without decoding the values: their keys,
// "" in a list, and their bytes. Of anything else there are none. Of JSON that is
// not valid the bytes may be, too.
func values(raw []byte) iter.Seq2[string, json.RawMessage] {
	return func(yield func(string, json.RawMessage) bool) {
		at := skipSpace(raw, 0)
		if at == len(raw) || (raw[at] != '{' && raw[at] != '[') {
			return
		}
		object := raw[at] == '{'
		at = skipSpace(raw, at+1)
		for at < len(raw) && raw[at] != '}' && raw[at] != ']' {
			key := ""
			if object {
				end := valueEnd(raw, at)
				key = keyOf(raw[at:end])
				at = skipSpace(raw, skipSpace(raw, end)+1)
			}
			end := valueEnd(raw, at)
			if !yield(key, raw[at:end]) {
				return
			}
			at = skipSpace(raw, end)
			if at == len(raw) || raw[at] != ',' {
				return
			}
			at = skipSpace(raw, at+1)
		}
	}
}

// membersOf lists the members of a JSON object, of a hostile one the first:
// those of an element, a file or an item are never more.
func membersOf(raw []byte) []member { return appendMembers(nil, raw, maxKeys+1) }

// appendMembers appends the members of a JSON object, up to so many.
func appendMembers(into []member, raw []byte, most int) []member {
	for key, value := range values(raw) {
		if len(into) == most {
			break
		}
		into = append(into, member{Key: key, Value: value})
	}
	return into
}

// lookUp is the value of a key, of several the last; nil when there is none.
func lookUp(members []member, key string) json.RawMessage {
	for i := len(members) - 1; i >= 0; i-- {
		if members[i].Key == key {
			return members[i].Value
		}
	}
	return nil
}

// patched is the JSON object with other values for some keys: in the place of
// those it had, else at its end. Order and all other values stay.
func patched(raw json.RawMessage, changes ...member) json.RawMessage {
	members := membersOf(raw)
	for _, c := range changes {
		found := false
		for i := range members {
			if members[i].Key == c.Key {
				members[i].Value, found = c.Value, true
			}
		}
		if !found {
			members = append(members, c)
		}
	}
	return object(members)
}

// object is the JSON object with these members.
func object(members []member) json.RawMessage {
	var w writer
	for _, m := range members {
		w.raw(m.Key, m.Value)
	}
	return w.object()
}

// depth is how deep lists and objects are nested in valid JSON.
func depth(raw []byte) int {
	deepest, now := 0, 0
	for at := 0; at < len(raw); at++ {
		switch raw[at] {
		case '"':
			at = stringEnd(raw, at) - 1
		case '{', '[':
			now++
			deepest = max(deepest, now)
		case '}', ']':
			now--
		}
	}
	return deepest
}

func skipSpace(raw []byte, at int) int {
	for at < len(raw) && (raw[at] == ' ' || raw[at] == '\t' || raw[at] == '\n' || raw[at] == '\r') {
		at++
	}
	return min(at, len(raw))
}

// valueEnd is where the value that begins at at ends.
func valueEnd(raw []byte, at int) int {
	for nested := 0; at < len(raw); at++ {
		switch raw[at] {
		case '"':
			if at = stringEnd(raw, at); nested == 0 {
				return at
			}
			at--
		case '{', '[':
			nested++
		case '}', ']':
			if nested == 0 {
				return at
			}
			if nested--; nested == 0 {
				return at + 1
			}
		case ',', ':', ' ', '\t', '\n', '\r':
			if nested == 0 {
				return at
			}
		}
	}
	return len(raw)
}

// stringEnd is where the string that begins at at ends.
func stringEnd(raw []byte, at int) int {
	for at++; at < len(raw); at++ {
		switch raw[at] {
		case '\\':
			at++
		case '"':
			return at + 1
		}
	}
	return len(raw)
}

// keyOf is unquoted for keys, of which those that elements have cost no memory.
func keyOf(quoted []byte) string {
	if len(quoted) >= 2 {
		if key := board.KnownKey(quoted[1 : len(quoted)-1]); key != "" {
			return key
		}
	}
	return unquoted(quoted)
}

func unquoted(quoted []byte) string {
	if len(quoted) >= 2 && bytes.IndexByte(quoted, '\\') < 0 {
		return string(quoted[1 : len(quoted)-1])
	}
	var s string
	_ = json.Unmarshal(quoted, &s) // valid, by the caller's promise
	return s
}

// textOf is the string that raw holds.
func textOf(raw json.RawMessage) (s string, ok bool) {
	if len(raw) == 0 || raw[0] != '"' {
		return "", false
	}
	return unquoted(raw), true
}

func isNull(raw json.RawMessage) bool { return len(raw) == 0 || string(raw) == "null" }
