package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/google/renameio/v2/maybe"

	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/recording"
	"talkthrough/internal/session"
)

// Saved is what there is of an attempt that is damaged.
type Saved struct {
	Title  string // as its takes' tags say, "" where they say nothing
	Events int    // of the journal, those that can be read
	Lost   int    // lines of the journal that cannot be read
	Sound  time.Duration
	Takes  int // that can be played
}

// titleByTake is what the first take that says anything calls the attempt.
func titleByTake(f session.Folder) string {
	for _, n := range f.Takes() {
		if tags, err := recording.ReadTags(f.Take(n)); err == nil && session.CleanTitle(tags.Title) != "" {
			return session.CleanTitle(tags.Title)
		}
	}
	return ""
}

// Any reports whether there is anything to save.
func (s Saved) Any() bool { return s.Events > 0 || s.Takes > 0 }

// Words says what there is in a sentence.
func (s Saved) Words() string {
	var parts []string
	if s.Takes > 0 {
		parts = append(parts, fmt.Sprintf("%s of sound", s.Sound.Truncate(time.Second)))
	}
	if s.Events > 0 {
		parts = append(parts, "notes and board")
	}
	if len(parts) == 0 {
		return "Nothing of it can be read."
	}
	words := "Saved: " + strings.Join(parts, ", ") + "."
	if s.Lost > 0 {
		words += fmt.Sprintf(" %d lines of the journal are lost.", s.Lost)
	}
	return words
}

// WhatIsSaved looks for what can be read of the attempt in the folder dir,
// whatever state it is in. It waits for the disk.
func WhatIsSaved(dir string) Saved {
	var s Saved
	f := session.Folder{Dir: dir}
	if h, err := session.ReadHistory(f.Journal()); err == nil {
		s.Events, s.Lost = len(h.Events), len(h.Problems)
	}
	for _, n := range f.Takes() {
		r, err := recording.Open(f.Take(n))
		if err != nil {
			continue
		}
		s.Takes++
		s.Sound += time.Duration(float64(r.Samples()) / float64(r.SampleRate()) * float64(time.Second))
		r.Close()
	}
	s.Title = titleByTake(f)
	return s
}

// ErrNothingSaved says that there is nothing of an attempt to mend it with.
var ErrNothingSaved = errors.New("nothing of this attempt can be read")

// Mend makes a damaged attempt open again: a session.yaml that cannot be read is
// put aside as session.yaml.damaged and made anew from the folder's name, the
// question that lies beside it and the tags of its takes; without a journal one
// is made that has the sound alone. What can be read is left as it is. The error
// is session.ErrInUse, ErrNothingSaved, or names the file that cannot be written.
func Mend(dir string) error {
	f := session.Folder{Dir: dir}
	lock, err := f.Lock()
	if errors.Is(err, session.ErrInUse) {
		return err
	}
	defer lock.Release()
	if !WhatIsSaved(dir).Any() {
		return fmt.Errorf("%s: %w", dir, ErrNothingSaved)
	}
	if _, err := session.LoadMeta(dir); err != nil {
		if err := mendMeta(f); err != nil {
			return err
		}
	}
	if _, err := session.ReadHistory(f.Journal()); err != nil {
		return mendJournal(f)
	}
	return nil
}

// mendMeta makes session.yaml anew.
func mendMeta(f session.Folder) error {
	path := filepath.Join(f.Dir, "session.yaml")
	if err := aside(path); err != nil {
		return err
	}
	meta := session.Meta{
		Format: 1, ID: filepath.Base(f.Dir), Level: interview.Senior, Plan: session.PlanMinutes(interview.PlanFor(40)),
		Started: session.StartedByName(f.Dir), Recording: len(f.Takes()) > 0,
	}
	if meta.Started.IsZero() {
		if info, err := os.Stat(f.Dir); err == nil {
			meta.Started = info.ModTime().Truncate(time.Second)
		}
	}
	for _, n := range f.Takes() {
		tags, err := recording.ReadTags(f.Take(n))
		if err != nil {
			continue
		}
		meta.Question.Title, meta.Question.Domain = session.CleanTitle(tags.Title), session.CleanTitle(tags.Album)
		for _, l := range interview.Levels {
			if l.Name() == tags.Comment {
				meta.Level = l
			}
		}
		break
	}
	if data, err := os.ReadFile(f.Asked()); err == nil {
		if found, _ := question.Parse(f.Asked(), data); len(found) > 0 {
			meta.Question = found[0]
		}
	}
	if meta.Question.Title == "" {
		meta.Question.Title = meta.ID
	}
	return meta.Save(f.Dir)
}

// aside puts a file that cannot be read where nobody looks for it. One that is
// not there is aside already.
func aside(path string) error {
	to := path + ".damaged"
	for n := 2; ; n++ {
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			break
		}
		to = fmt.Sprintf("%s.damaged-%d", path, n)
	}
	if err := os.Rename(path, to); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("put the damaged file aside: %w", err)
	}
	return nil
}

// mendJournal makes a journal that plays the takes one after the other.
func mendJournal(f session.Folder) error {
	if err := aside(f.Journal()); err != nil {
		return err
	}
	lines := []session.Event{{Body: session.Started{}}}
	at := time.Duration(0)
	for _, n := range f.Takes() {
		r, err := recording.Open(f.Take(n))
		if err != nil {
			continue
		}
		length := time.Duration(float64(r.Samples()) / float64(r.SampleRate()) * float64(time.Second))
		lines = append(lines,
			session.Event{At: at, Body: session.TakeBegan{Take: n, Rate: r.SampleRate()}},
			session.Event{At: at, Body: session.Anchor{Take: n}},
			session.Event{At: at + length, Body: session.Anchor{Take: n, Sample: r.Samples()}})
		at += length
		r.Close()
	}
	lines = append(lines, session.Event{At: at, Body: session.Ended{}})
	data, err := journalOf(lines)
	if err != nil {
		return err
	}
	if err := maybe.WriteFile(f.Journal(), data, 0o600); err != nil {
		return fmt.Errorf("save %s: %w", f.Journal(), err)
	}
	return nil
}
