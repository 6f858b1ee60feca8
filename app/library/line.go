package library

import (
	"fmt"
	"strings"
	"time"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
)

// line is what a row shows.
type line struct {
	entry   library.Entry
	trashed *library.Trashed // nil for an attempt in the library

	title, below        string
	date, length, score string
	word                string    // of its state, "" where nothing is to be said
	tint                look.Name // of the word
	picture             picture

	// found makes what stands below the title of one that was searched for; it is
	// called when the row comes into sight.
	found func() string
}

// whole is the line with everything that is made for rows in sight alone.
func (l line) whole() line {
	if l.found != nil {
		if text := l.found(); text != "" {
			l.below = text
		}
		l.found = nil
	}
	return l
}

// itemLine is the line of an attempt that the query has found.
func itemLine(i *library.Item, q library.Query) line {
	l := entryLine(i.Entry)
	if i.Drawn {
		l.picture.dir = i.Dir
	}
	if i.Review.Score > 0 {
		l.score = fmt.Sprintf("%.1f/%d", i.Review.Score, interview.HighestScore)
	}
	if q.Words != "" {
		l.found = func() string { return foundIn(i, q) }
	}
	switch {
	case i.Review.Problem != "":
		l.below = "Its review cannot be read: " + i.Review.Problem
	case i.State == library.Finished && !i.Review.Done && i.Read:
		l.below = joined(l.below, "no review yet")
	}
	return l
}

// foundIn says where the words are that the title does not have.
func foundIn(i *library.Item, q library.Query) string {
	switch hit, onBoard := q.Hit(i); {
	case hit == "":
		return ""
	case onBoard:
		return "On the board: " + hit
	default:
		return "In the notes: " + strings.TrimLeft(hit, "#-* ")
	}
}

// trashedLine is the line of an attempt in the trash.
func trashedLine(t library.Trashed) line {
	l := entryLine(t.Entry)
	l.trashed = &t
	l.below = joined(l.below, "thrown away "+day(t.Since))
	l.word = ""
	return l
}

// entryLine is what every attempt shows.
func entryLine(e library.Entry) line {
	l := line{entry: e, title: e.Title(), date: day(e.Started)}
	if e.Length > 0 || e.State != library.Damaged {
		l.length = look.Time(e.Length)
	}
	if e.Kind() == library.Import {
		l.below = joined("Recording", e.Imported.People, e.Imported.Album)
		l.picture.cover = e.CoverPath(e.Meta)
		l.picture.sound = true
	} else {
		asked := ""
		if e.Meta.Title != "" {
			asked = e.Question.Title
		}
		l.below = joined(asked, e.Level.Name(), e.Question.Domain)
	}
	switch e.State {
	case library.CutOff:
		l.word, l.tint = "cut off", look.Behind
	case library.Recording:
		l.word, l.tint = "recording", look.Recording
	case library.Damaged:
		l.word, l.tint = "damaged", look.Recording
		if e.Problem != nil {
			l.below = e.Problem.Error()
		}
	}
	return l
}

// joined is the parts that are there with dots between them.
func joined(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " · ")
}

// day is a date in a list of years.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Local().Format("2 Jan 2006")
}

// counted says how many there are, and how many of them are shown.
func counted(all, shown int, narrow bool) string {
	if narrow {
		return fmt.Sprintf("%d of %d", shown, all)
	}
	return fmt.Sprint(all)
}
