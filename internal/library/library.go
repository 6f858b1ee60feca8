// Package library is the folder of attempts. Files are the truth: whatever
// lies in the folder is listed, whatever state it is in.
//
// A Library lists what is there by reading it. A Catalogue keeps what was read,
// so that a thousand attempts open at once and can be searched. Attempts go to a
// trash in the same folder and come back from it, recordings made elsewhere are
// imported, and what is damaged is mended from what is left. All that is the
// library's own lies in the folder under names that begin with a dot:
//
//	.index      what was read, for a Catalogue; can be deleted at any time
//	.trash      what was thrown away
//	.import-…   an import on its way
package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/adrg/xdg"

	"talkthrough/internal/session"
)

// DefaultDir is where attempts are kept: $XDG_DATA_HOME/talkthrough/sessions,
// and what stands for it on macOS and Windows.
func DefaultDir() string { return filepath.Join(xdg.DataHome, "talkthrough", "sessions") }

// QuestionsDir is where the user's own question packs are kept:
// $XDG_CONFIG_HOME/talkthrough/questions.
func QuestionsDir() string { return filepath.Join(xdg.ConfigHome, "talkthrough", "questions") }

// State is how an attempt stands.
type State string

// The states.
const (
	Finished  State = "finished"
	CutOff    State = "cut off"   // the program ended before the attempt did
	Recording State = "recording" // under way in a living program
	Damaged   State = "damaged"   // session.yaml or the journal cannot be read
)

// Entry is one attempt in the list.
type Entry struct {
	session.Folder
	session.Meta
	Length  time.Duration // elapsed in all
	Takes   int
	State   State
	Problem error // for Damaged: what is wrong, with the file's name
}

// Title is what the user calls the attempt, or the question's title, or the
// folder's name where neither is known.
func (e Entry) Title() string {
	if name := e.Name(); name != "" {
		return name
	}
	return filepath.Base(e.Dir)
}

// Kind is where an attempt comes from.
type Kind string

// The kinds.
const (
	Mock   Kind = "mock"   // made with this program
	Import Kind = "import" // a recording made elsewhere
)

// Kind tells where the attempt comes from. One whose session.yaml cannot be read
// counts as a mock.
func (e Entry) Kind() Kind {
	if e.Imported != nil {
		return Import
	}
	return Mock
}

// Library is a folder of attempts.
type Library struct{ Dir string }

// List tells all attempts, the latest first. A folder that does not exist yet
// is an empty library. The error is for a folder that cannot be read.
func (l Library) List() ([]Entry, error) {
	names, err := l.names()
	if err != nil {
		return nil, err
	}
	var out []Entry
	for _, name := range names {
		out = append(out, read(filepath.Join(l.Dir, name)))
	}
	slices.SortStableFunc(out, func(a, b Entry) int {
		if c := b.Started.Compare(a.Started); c != 0 {
			return c
		}
		return strings.Compare(b.Dir, a.Dir)
	})
	return out, nil
}

// names are the folders of the attempts. Those that begin with a dot are the
// library's own.
func (l Library) names() ([]string, error) {
	folders, err := os.ReadDir(l.Dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the folder of attempts: %w", err)
	}
	var names []string
	for _, f := range folders {
		if f.IsDir() && !strings.HasPrefix(f.Name(), ".") {
			names = append(names, f.Name())
		}
	}
	return names, nil
}

// read makes the entry of one folder.
func read(dir string) Entry {
	e := Entry{Folder: session.Folder{Dir: dir}}
	e.Takes = len(e.Folder.Takes())
	meta, err := session.LoadMeta(dir)
	if err != nil {
		e.State, e.Problem = Damaged, err
		e.ID = filepath.Base(dir)
		if e.Started = session.StartedByName(dir); e.Started.IsZero() {
			if info, err := os.Stat(dir); err == nil {
				e.Started = info.ModTime()
			}
		}
		return e
	}
	e.Meta = meta
	e.Length = time.Duration(meta.Length * float64(time.Second))
	if !meta.Ended.IsZero() {
		e.State = Finished
		return e
	}
	if used, err := e.InUse(); err != nil {
		e.State, e.Problem = Damaged, err
		return e
	} else if used {
		e.State = Recording
		return e
	}
	return e.fromJournal()
}

// fromJournal fills in what session.yaml says only of a finished attempt.
func (e Entry) fromJournal() Entry {
	a, err := session.Open(e.Dir)
	if err != nil {
		e.State, e.Problem = Damaged, err
		return e
	}
	e.State = CutOff
	if a.History.Ended() {
		e.State = Finished
	}
	e.Length = a.Timeline().Length()
	return e
}
