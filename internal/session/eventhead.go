package session

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
)

// eventHead is what every line of the journal begins with.
type eventHead struct {
	At int64  `json:"at"`
	Do string `json:"do"`
}

// headOf reads the head of a line. One as this program writes it is not parsed
// whole for that, which would be half of the time it takes to open an attempt;
// the body's parser finds what is wrong behind it.
func headOf(line []byte) (eventHead, error) {
	if head, ok := plainHead(line); ok {
		return head, nil
	}
	var head eventHead
	if err := json.Unmarshal(line, &head); err != nil {
		return eventHead{}, fmt.Errorf("at and do must be a number and a word: %w", err)
	}
	return head, nil
}

// plainHead reads {"at":<digits>,"do":"<letters>", where a body follows that is
// parsed as a whole.
func plainHead(line []byte) (eventHead, bool) {
	rest, ok := bytes.CutPrefix(line, []byte(`{"at":`))
	if !ok {
		return eventHead{}, false
	}
	digits, rest, ok := bytes.Cut(rest, []byte(`,"do":"`))
	const most = 15 // digits
	if !ok || len(digits) == 0 || len(digits) > most || len(digits) > 1 && digits[0] == '0' {
		return eventHead{}, false
	}
	at, err := strconv.ParseUint(string(digits), 10, 63)
	if err != nil {
		return eventHead{}, false
	}
	do, _, ok := bytes.Cut(rest, []byte(`",`))
	if !ok {
		return eventHead{}, false
	}
	switch string(do) {
	case "board", "note", "anchor", "laser":
		return eventHead{int64(at), string(do)}, true
	}
	return eventHead{}, false
}
