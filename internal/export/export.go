// Package export turns an attempt into files for people and other programs.
package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"time"

	"github.com/google/renameio/v2/maybe"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
	"talkthrough/internal/interview"
	"talkthrough/internal/paint"
	"talkthrough/internal/session"
)

// imageScale is pixels per unit in exported images: sharp on any screen.
const imageScale = 2

// notesWidth is how wide notes.png is laid out, in units.
const notesWidth = 820

// State is what is exported: an attempt at one moment.
type State struct {
	Meta    session.Meta
	Length  time.Duration // elapsed in all
	Notes   string
	Lines   []time.Duration // session time of each line of Notes
	Clock   []interview.Event
	Board   []*board.Element
	Reached time.Duration // session time of this moment
	// Files are the pictures that the board shows, as Excalidraw's files carry
	// them; Pictures has them decoded at the first question. Both leave out
	// what cannot be read.
	Files    map[string]json.RawMessage
	Pictures paint.Pictures
}

// At is the attempt's state at a session time. It reads the pictures' files.
func At(a *session.Attempt, at time.Duration) State {
	s := a.Player.At(at)
	files, _ := a.Pictures().Files(session.ShownOn(s.Scene())) // what is missing is seen to be
	decoded := sync.OnceValue(func() paint.Pictures { return DecodePictures(s.Scene(), files, func(error) {}) })
	return State{
		Meta: a.Meta, Length: a.Timeline().Length(), Reached: at,
		Notes: s.Notes.Text(), Lines: s.Notes.LineMoments(), Clock: a.Player.End().Clock,
		Board: s.Scene().Elements(), Files: files,
		Pictures: func(id string) *paint.Picture { return decoded()(id) },
	}
}

// phaseOf is the phase in which a line of the notes was written, or -1.
func (s State) phaseOf(line int) int {
	if line < 0 || line >= len(s.Lines) {
		return -1
	}
	phase := 0
	for _, e := range s.Clock {
		if e.At > s.Lines[line] {
			break
		}
		if e.Kind == interview.Enter {
			phase = e.Phase
		}
	}
	return phase
}

// Subtitle says level, date and length in a line.
func (s State) Subtitle() string {
	minutes := int(s.Length.Round(time.Minute) / time.Minute)
	length := fmt.Sprintf("%d min", minutes)
	if s.Length < time.Minute {
		length = fmt.Sprintf("%d s", int(s.Length.Seconds()))
	}
	return strings.Join([]string{s.Meta.Level.Name(), s.Meta.Started.Format("2 January 2006"), length}, " · ")
}

func (s State) notesOptions() paint.NotesOptions {
	names := make([]string, interview.PhaseCount)
	for i, p := range interview.Phases {
		names[i] = p.Name
	}
	return paint.NotesOptions{Width: notesWidth, Scale: imageScale, PhaseOf: s.phaseOf, PhaseNames: names}
}

// BoardPNG is the board as a PNG.
func (s State) BoardPNG() ([]byte, error) {
	var b bytes.Buffer
	err := paint.WritePNG(&b, s.Board, paint.ExportOptions{Scale: imageScale, Pictures: s.Pictures})
	return b.Bytes(), err
}

// NotesPNG is the notes as a PNG: Markdown laid out, the colour of the phase in
// which each line was written in the margin.
func (s State) NotesPNG() ([]byte, error) {
	return encode(paint.Notes(s.Notes, s.notesOptions()))
}

// PagePNG is question, notes and board on one page.
func (s State) PagePNG() ([]byte, error) {
	return encode(paint.Page(paint.PageContent{
		Title: s.Meta.Name(), Subtitle: s.Subtitle(), Prompt: s.Meta.Question.Prompt,
		Notes: s.Notes, Board: s.Board, Pictures: s.Pictures, Options: s.notesOptions(),
	}))
}

func encode(img image.Image) ([]byte, error) {
	var b bytes.Buffer
	err := png.Encode(&b, img)
	return b.Bytes(), err
}

// files are the names that Write writes, and what makes each.
var files = map[string]func(State) ([]byte, error){
	"board.png": State.BoardPNG,
	"notes.png": State.NotesPNG,
	"page.png":  State.PagePNG,
	"notes.md":  func(s State) ([]byte, error) { return []byte(s.Notes), nil },
	"board.excalidraw": func(s State) ([]byte, error) {
		return excalidraw.Encode(board.NewScene(s.Board...), excalidraw.Options{Rest: excalidraw.Rest{Files: s.Files}})
	},
}

// Write writes board.png, notes.png, page.png, notes.md and board.excalidraw
// into the folder dir, which is made if it is missing, each replacing what was
// there whole. It returns the paths in order. The error names the file that
// could not be written; those before it are.
func Write(dir string, s State) ([]string, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make the folder for the export: %w", err)
	}
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	sort.Strings(names)
	var written []string
	for _, name := range names {
		path := filepath.Join(dir, name)
		data, err := files[name](s)
		if err != nil {
			return written, fmt.Errorf("make %s: %w", path, err)
		}
		if err := maybe.WriteFile(path, data, 0o600); err != nil {
			return written, fmt.Errorf("save %s: %w", path, err)
		}
		written = append(written, path)
	}
	return written, nil
}
