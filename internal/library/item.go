package library

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"talkthrough/internal/board"
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// Item is an attempt as a Catalogue knows it. It is never changed: a later
// refresh puts another in its place. Of its Meta it has what a list shows: id,
// title, the question's id, title and domain, level, style, plan, times, and
// where an import comes from.
type Item struct {
	Entry
	Review Review
	// Read says that review and journal were looked into, so that Review, Notes
	// and Board are known. It may take a moment after an attempt was found.
	Read  bool
	Notes string // as they stood at the end
	Board string // what is written on the board, an element a line
	Drawn bool   // whether anything is on the board

	stamps stamps
	folded *folded
}

// folded is what an item is searched in, made when it is searched first.
type folded struct {
	once sync.Once
	text string
}

// wordLimit is the most of notes and of board, in bytes, that is searched.
const wordLimit = 256 << 10

// stamps tell whether the files that an item was made of are still the same.
type stamps [len(stamped)]stamp

// stamp is a file's time and size, both 0 where there is none.
type stamp struct{ Nanos, Size int64 }

// stamped are the files that say what an attempt is.
var stamped = [...]string{"session.yaml", "journal.jsonl", "review.yaml", "take-1.flac"}

// clockTick is how far apart two writes must be for the disk to tell them apart.
const clockTick = 20 * time.Millisecond

// stampsOf reads the stamps of the files in the folder dir. A file written this
// very moment may be written again without its stamp changing: it gets one that
// no later reading gives.
func stampsOf(dir string) stamps {
	var s stamps
	now := time.Now()
	for i, name := range stamped {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			continue
		}
		s[i] = stamp{info.ModTime().UnixNano(), info.Size()}
		if age := now.Sub(info.ModTime()); age >= 0 && age < clockTick {
			s[i] = stamp{-now.UnixNano(), info.Size()}
		}
	}
	return s
}

// glance makes the item of one folder without looking into its journal more
// than must be.
func glance(dir string) *Item {
	i := &Item{stamps: stampsOf(dir), folded: &folded{}}
	i.Entry = read(dir)
	return i
}

// look is the item with what its review and its journal tell. What is being recorded is left
// alone.
func (i *Item) look() *Item {
	whole := *i
	whole.Read, whole.folded = true, &folded{}
	whole.Review = reviewOf(i.Dir)
	if i.State == Recording {
		return &whole
	}
	if i.State == Damaged && i.Name() == "" {
		whole.Question.Title = titleByTake(i.Folder)
	}
	h, err := session.ReadHistory(i.Journal())
	if err != nil {
		return &whole
	}
	state := session.NewState(interview.Plan{})
	for _, e := range h.Events {
		state.Apply(e)
	}
	whole.Notes = cut(state.Notes.Text())
	whole.Board, whole.Drawn = writtenOn(state.Scene())
	whole.Board = cut(whole.Board)
	return &whole
}

// writtenOn is the text on a board, and whether there is anything on it.
func writtenOn(scene *board.Scene) (text string, drawn bool) {
	var lines []string
	for _, e := range scene.Elements() {
		if e.Deleted {
			continue
		}
		drawn = true
		for _, line := range []string{e.Text, e.Name} {
			if line = strings.TrimSpace(line); line != "" {
				lines = append(lines, line)
			}
		}
	}
	return strings.Join(lines, "\n"), drawn
}

func cut(text string) string {
	if len(text) > wordLimit {
		text = strings.ToValidUTF8(text[:wordLimit], "")
	}
	return text
}

// still is the item as it is now that its files are the same: whether somebody
// records it can have changed all the same. nil means that it must be read anew.
func (i *Item) still() *Item {
	switch i.State {
	case Finished:
		return i
	case CutOff:
		if used, err := i.InUse(); err == nil && !used {
			return i
		}
	}
	return nil
}

// byTime orders items as Library.List does: the latest first.
func byTime(items []*Item) {
	slices.SortStableFunc(items, func(a, b *Item) int {
		if c := b.Started.Compare(a.Started); c != 0 {
			return c
		}
		return strings.Compare(b.Dir, a.Dir)
	})
}

// lengthOf is a length in seconds as a duration.
func lengthOf(seconds float64) time.Duration { return time.Duration(seconds * float64(time.Second)) }
