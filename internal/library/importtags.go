package library

import (
	"bytes"
	"fmt"
	"image"
	_ "image/gif" // kinds that covers have
	_ "image/jpeg"
	_ "image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/google/renameio/v2/maybe"

	"talkthrough/internal/recording"
	"talkthrough/internal/session"
)

// about is what a recording says of itself.
type about struct {
	tags     recording.Tags
	started  time.Time
	cover    []byte
	coverExt string
}

// describe reads tags and cover of a recording. The error is for a file that
// cannot be opened.
func describe(path string) (about, error) {
	tags, err := recording.Describe(path)
	if err != nil {
		return about{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return about{}, err
	}
	if tags.Title = session.CleanTitle(tags.Title); tags.Title == "" {
		tags.Title = "Recording"
	}
	a := about{tags: tags, started: startedAt(tags.Date, filepath.Base(path), info.ModTime())}
	if cover, err := recording.ReadCover(path); err == nil {
		if _, kind, err := image.DecodeConfig(bytes.NewReader(cover.Data)); err == nil {
			a.cover, a.coverExt = cover.Data, "."+strings.Replace(kind, "jpeg", "jpg", 1)
		}
	}
	return a, nil
}

// meta is what session.yaml says of the attempt.
func (a about) meta(path string) session.Meta {
	m := session.Meta{
		Title: a.tags.Title, Started: a.started, Recording: true,
		Imported: &session.Imported{
			File: session.CleanTitle(filepath.Base(path)), People: session.CleanTitle(a.tags.Artist),
			Album: session.CleanTitle(a.tags.Album), Date: session.CleanTitle(a.tags.Date),
		},
	}
	m.Question.Title = m.Title
	return m
}

// saveCover writes the picture into the folder dir and returns its name, ""
// where there is none.
func (a about) saveCover(dir string) (string, error) {
	if a.cover == nil {
		return "", nil
	}
	name := "cover" + a.coverExt
	if err := maybe.WriteFile(filepath.Join(dir, name), a.cover, 0o600); err != nil {
		return "", fmt.Errorf("save the cover: %w", err)
	}
	return name, nil
}

var plainEnding = regexp.MustCompile(`^\.[a-z0-9]{1,5}$`)

// soundName is what the copy of a recording is called in its folder.
func soundName(path string) string {
	ending := strings.ToLower(filepath.Ext(path))
	if !plainEnding.MatchString(ending) {
		ending = ".sound"
	}
	return "recording" + ending
}

var dayInName = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)[-_. ]?(\d\d)[-_. ]?(\d\d)(?:\D|$)`)

// startedAt is when a recording was made: the day of its tags, or the one that
// its name begins or ends with, or the moment it was last written. Of that the
// time of day is taken where the day is the same.
func startedAt(tag, name string, written time.Time) time.Time {
	written = written.Local().Truncate(time.Second)
	if moment, ok := parseTime(tag); ok {
		return moment
	}
	candidates := []string{tag}
	if d := dayInName.FindStringSubmatch(name); d != nil {
		candidates = append(candidates, strings.Join(d[1:], "-"))
	}
	for _, c := range candidates {
		day, err := time.ParseInLocation(time.DateOnly, strings.TrimSpace(c), time.Local)
		if err != nil {
			continue
		}
		if written.Format(time.DateOnly) == day.Format(time.DateOnly) {
			return written
		}
		return day
	}
	for _, layout := range []string{"2006-01", "2006"} {
		month, err := time.ParseInLocation(layout, strings.TrimSpace(tag), time.Local)
		if err == nil && written.Format(layout) != month.Format(layout) {
			return month
		}
	}
	return written
}

// parseTime reads a date that has a time of day.
func parseTime(tag string) (time.Time, bool) {
	tag = strings.TrimSpace(tag)
	if moment, err := time.Parse(time.RFC3339, tag); err == nil {
		return moment.Local().Truncate(time.Second), true
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"} {
		if moment, err := time.ParseInLocation(layout, tag, time.Local); err == nil {
			return moment, true
		}
	}
	return time.Time{}, false
}
