package library

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"os"
	"path/filepath"
	"time"

	"github.com/google/renameio/v2/maybe"

	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// The index is what was read of the attempts, kept in one file:
//
//	the line indexHead
//	for each attempt: the length of its head, its head as JSON, the lengths of
//	  its notes and its board's text, both texts; lengths as varints
//	the CRC-32 of all that, 4 bytes
//
// The number in indexHead changes with the form, and with what is read of an
// attempt.
const indexHead = "talkthrough index 1\n"

// indexLimit is the largest index that is read, in bytes.
const indexLimit = 256 << 20

func (l Library) indexPath() string { return filepath.Join(l.Dir, ".index") }

// kept is an item's head in the index.
type kept struct {
	Name      string            `json:"name"` // of the folder
	Stamps    stamps            `json:"stamps"`
	State     State             `json:"state"`
	Title     string            `json:"title,omitempty"`
	Question  string            `json:"question,omitempty"` // id
	Asked     string            `json:"asked,omitempty"`    // the question's title
	Domain    string            `json:"domain,omitempty"`
	Level     interview.Level   `json:"level,omitempty"`
	Style     interview.Style   `json:"style,omitempty"`
	Plan      interview.Plan    `json:"plan"` // nanoseconds
	Started   time.Time         `json:"started"`
	Ended     time.Time         `json:"ended,omitzero"`
	Seconds   float64           `json:"seconds"`
	Recording bool              `json:"recording,omitempty"`
	App       string            `json:"app,omitempty"`
	Imported  *session.Imported `json:"imported,omitempty"`
	Takes     int               `json:"takes,omitempty"`
	Drawn     bool              `json:"drawn,omitempty"`
	Review    Review            `json:"review"`
}

var errIndex = errors.New("this is no index of attempts")

// loadIndex reads the index, by the names of the folders. One that is missing,
// torn, from another version or not an index at all is an empty one.
func (l Library) loadIndex() map[string]*Item {
	f, err := os.Open(l.indexPath())
	if err != nil {
		return nil
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() > indexLimit {
		return nil
	}
	data := make([]byte, info.Size())
	if _, err := io.ReadFull(f, data); err != nil {
		return nil
	}
	items, err := l.parseIndex(data)
	if err != nil {
		return nil
	}
	return items
}

// saveIndex keeps what was read of the items.
func (l Library) saveIndex(items []*Item) error {
	var out bytes.Buffer
	out.WriteString(indexHead)
	for _, i := range items {
		if !i.Read || i.State != Finished && i.State != CutOff {
			continue // it must be read anew in any case
		}
		head, err := json.Marshal(keep(i))
		if err != nil {
			return fmt.Errorf("index of attempts: %w", err)
		}
		for _, part := range []string{string(head), i.Notes, i.Board} {
			out.Write(binary.AppendUvarint(nil, uint64(len(part))))
			out.WriteString(part)
		}
	}
	out.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(out.Bytes())))
	if err := maybe.WriteFile(l.indexPath(), out.Bytes(), 0o600); err != nil {
		return fmt.Errorf("save %s: %w", l.indexPath(), err)
	}
	return nil
}

// parseIndex reads the content of an index.
func (l Library) parseIndex(data []byte) (map[string]*Item, error) {
	n := len(data) - 4
	if n < len(indexHead) || string(data[:len(indexHead)]) != indexHead {
		return nil, errIndex
	}
	if crc32.ChecksumIEEE(data[:n]) != binary.BigEndian.Uint32(data[n:]) {
		return nil, errIndex
	}
	text := string(data[len(indexHead):n]) // items share it
	items := map[string]*Item{}
	next := func() (string, bool) {
		length, used := binary.Uvarint([]byte(text[:min(len(text), binary.MaxVarintLen64)]))
		if used <= 0 || length > uint64(len(text)-used) {
			return "", false
		}
		part := text[used : used+int(length)]
		text = text[used+int(length):]
		return part, true
	}
	for text != "" {
		var k kept
		head, ok := next()
		notes, ok2 := next()
		words, ok3 := next()
		if !ok || !ok2 || !ok3 || json.Unmarshal([]byte(head), &k) != nil {
			return nil, errIndex
		}
		item, ok := k.item(l)
		if !ok {
			return nil, errIndex
		}
		item.Notes, item.Board = notes, words
		items[k.Name] = item
	}
	return items, nil
}

func keep(i *Item) kept {
	return kept{
		Name: filepath.Base(i.Dir), Stamps: i.stamps, State: i.State,
		Title: i.Entry.Meta.Title, Question: i.Question.ID, Asked: i.Question.Title, Domain: i.Question.Domain,
		Level: i.Level, Style: i.Style, Plan: interview.Plan(i.Plan), Started: i.Started, Ended: i.Ended, Seconds: i.Length.Seconds(),
		Recording: i.Meta.Recording, App: i.App, Imported: i.Imported, Takes: i.Takes, Drawn: i.Drawn, Review: i.Review,
	}
}

// item is what was kept as an item, unless it makes no sense.
func (k kept) item(l Library) (*Item, bool) {
	named := k.Name != "" && k.Name[0] != '.' && filepath.Base(k.Name) == k.Name
	known := k.State == Finished || k.State == CutOff
	if !named || !known || !(k.Seconds >= 0 && k.Seconds < math.MaxInt32) {
		return nil, false
	}
	i := &Item{Read: true, Drawn: k.Drawn, Review: k.Review, stamps: k.Stamps, folded: &folded{}}
	i.Dir = filepath.Join(l.Dir, k.Name)
	i.ID, i.Entry.Meta.Title, i.Level, i.Style = k.Name, k.Title, k.Level, k.Style
	i.Question.ID, i.Question.Title, i.Question.Domain = k.Question, k.Asked, k.Domain
	i.Plan = session.PlanMinutes(k.Plan)
	i.Started, i.Ended, i.Meta.Length, i.Entry.Length = k.Started, k.Ended, k.Seconds, lengthOf(k.Seconds)
	i.Meta.Recording, i.App, i.Imported = k.Recording, k.App, k.Imported
	i.Takes, i.State = k.Takes, k.State
	return i, true
}
