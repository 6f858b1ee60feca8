// Package session is an attempt: the events that make it, the state they fold
// to, the Recorder that appends them while it happens and the Player that
// tells the state at any time afterwards.
package session

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"talkthrough/internal/board"
)

// Event is one thing that happened, at a time since the session's start on the
// session clock (monotonic, pauses included).
type Event struct {
	At   time.Duration // whole milliseconds
	Body Body
}

// Body is what happened. The concrete types are those of this file and, for
// what the interviewer and the coach do, of asides.go; a line
// from a newer version becomes Unknown.
type Body interface{ do() string }

// Started: the clock runs, in the first phase.
type Started struct{}

// Entered: the phase with that id (interview.Phases) is current from now on.
type Entered struct {
	Phase string `json:"phase"`
}

// Note is a change of the notes: from Pos on, Del runes went and Ins came.
type Note struct {
	Pos int    `json:"pos"`
	Del int    `json:"del"`
	Ins string `json:"ins"`
}

// Drew is a finished gesture on the board, or its undoing.
type Drew struct{ board.Edit }

// PictureKept: a picture came to the board. Its file lies in the attempt's
// folder (Folder.Picture), named by what is in it.
type PictureKept struct {
	// ID is the fileId by which image elements show it.
	ID   string `json:"id"`
	Type string `json:"type"` // MIME
	// SHA1 is that of the file, in lower-case hexadecimals; left out where ID is it.
	SHA1 string `json:"sha1,omitempty"`
	// Keys is what else Excalidraw keeps with it: an object.
	Keys json.RawMessage `json:"keys,omitempty"`
}

// Kinds of Marked.
const (
	Good    = "good"
	Unclear = "unclear"
)

// Pointed: the laser pointer was used; the points tell how long before this
// event it was where. The board stays as it is.
type Pointed struct{ board.Laser }

// Marked: the user flagged this very moment.
type Marked struct {
	Kind string `json:"kind"`
	Word string `json:"word,omitempty"`
}

// TakeBegan: a recording began; its file is take-<Take>.flac.
type TakeBegan struct {
	Take   int    `json:"take"`
	Rate   int    `json:"rate"` // samples a second
	Device string `json:"device,omitempty"`
}

// Anchor ties the sound to the session clock: Sample of take Take was heard at
// this event's time. Between anchors time runs evenly.
type Anchor struct {
	Take   int   `json:"take"`
	Sample int64 `json:"sample"`
}

// Gap: nothing came from the device; Samples of silence before Sample stand in
// for it.
type Gap struct {
	Take    int   `json:"take"`
	Sample  int64 `json:"sample"`
	Samples int64 `json:"samples"`
}

// Sounded says how the recording fares, in a state and a sentence.
type Sounded struct {
	State string `json:"state"` // "off", "lost", "back", "failed"
	Why   string `json:"why,omitempty"`
}

// Paused: clock and recording stand.
type Paused struct{}

// Resumed: clock and recording run on.
type Resumed struct{}

// Continued: the program was cut off here and the attempt was taken up again
// later; no session time passed in between.
type Continued struct{}

// Ended: the attempt is over.
type Ended struct{}

// Unknown is an event of a kind this version does not know. It changes
// nothing and is kept as it is.
type Unknown struct {
	Do  string
	Raw json.RawMessage // the whole line
}

func (Started) do() string     { return "start" }
func (Entered) do() string     { return "phase" }
func (Note) do() string        { return "note" }
func (Drew) do() string        { return "board" }
func (Pointed) do() string     { return "laser" }
func (PictureKept) do() string { return "picture" }
func (Marked) do() string      { return "mark" }
func (TakeBegan) do() string   { return "take" }
func (Anchor) do() string      { return "anchor" }
func (Gap) do() string         { return "gap" }
func (Sounded) do() string     { return "sound" }
func (Paused) do() string      { return "pause" }
func (Resumed) do() string     { return "resume" }
func (Continued) do() string   { return "continue" }
func (Ended) do() string       { return "end" }
func (u Unknown) do() string   { return u.Do }

// MarshalJSON writes the event as a journal line: at in milliseconds, do, and
// the body's own keys.
func (e Event) MarshalJSON() ([]byte, error) {
	if u, ok := e.Body.(Unknown); ok {
		return u.Raw, nil
	}
	body, err := json.Marshal(e.Body)
	if err != nil {
		return nil, fmt.Errorf("event %q: %w", e.Body.do(), err)
	}
	line := fmt.Appendf(nil, `{"at":%d,"do":%q`, e.At.Milliseconds(), e.Body.do())
	if inner := bytes.TrimPrefix(body, []byte("{")); len(inner) > 1 {
		line = append(line, ',')
		return append(line, inner...), nil
	}
	return append(line, '}'), nil
}

// ParseEvent reads a journal line. The error says which key is wrong.
func ParseEvent(line []byte) (Event, error) {
	head, err := headOf(line)
	if err != nil {
		return Event{}, err
	}
	const maxAt = int64(1000 * time.Hour / time.Millisecond)
	if head.At < 0 || head.At > maxAt {
		return Event{}, fmt.Errorf("at is %d ms, which is no time in a session", head.At)
	}
	e := Event{At: time.Duration(head.At) * time.Millisecond}
	switch head.Do {
	case "start":
		e.Body = Started{}
	case "phase":
		e.Body, err = decode[Entered](line)
	case "note":
		e.Body, err = decode[Note](line)
	case "board":
		e.Body, err = decode[Drew](line)
	case "laser":
		e.Body, err = decode[Pointed](line)
	case "picture":
		e.Body, err = decode[PictureKept](line)
	case "mark":
		e.Body, err = decode[Marked](line)
	case "mark-word":
		e.Body, err = decode[MarkWorded](line)
	case "take":
		e.Body, err = decode[TakeBegan](line)
	case "anchor":
		e.Body, err = decode[Anchor](line)
	case "gap":
		e.Body, err = decode[Gap](line)
	case "sound":
		e.Body, err = decode[Sounded](line)
	case "plan":
		e.Body, err = decode[Replanned](line)
	case "ask":
		e.Body, err = decode[Asked](line)
	case "card":
		e.Body, err = decode[Coached](line)
	case "curveball":
		e.Body, err = decode[CurveballThrown](line)
	case "judged":
		e.Body, err = decode[CurveballJudged](line)
	case "spoken":
		e.Body, err = decode[Spoken](line)
	case "pause":
		e.Body = Paused{}
	case "resume":
		e.Body = Resumed{}
	case "continue":
		e.Body = Continued{}
	case "end":
		e.Body = Ended{}
	case "":
		err = fmt.Errorf("do is missing")
	default:
		e.Body = Unknown{Do: head.Do, Raw: bytes.Clone(line)}
	}
	return e, err
}

func decode[B Body](line []byte) (Body, error) {
	var b B
	if err := json.Unmarshal(line, &b); err != nil {
		return nil, fmt.Errorf("event %q: %w", b.do(), err)
	}
	return b, nil
}
