package recording

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Tags say what a recording is. Empty fields are not written.
type Tags struct {
	Title   string
	Album   string
	Artist  string
	Date    string // as it stands in the file; takes carry 2006-01-02
	Comment string
	Genre   string
	Track   int // counted from 1; 0 when there is none

	// Chapters in the order of their start; the first 1000 are kept.
	Chapters []Chapter
}

// Chapter is a named place in a recording.
type Chapter struct {
	Start time.Duration // from the first sample, kept to the millisecond
	Title string
}

const (
	maxChapters     = 1000      // CHAPTERnnn has three digits
	maxTagText      = 256 << 10 // bytes; a metadata block must stay below 16 MiB
	maxChapterTitle = 1 << 10   // bytes
)

// comments lays the tags out as Vorbis comments.
func (t Tags) comments() [][2]string {
	var out [][2]string
	add := func(key, value string, limit int) {
		if value = plain(value, limit); value != "" {
			out = append(out, [2]string{key, value})
		}
	}
	add("TITLE", t.Title, maxTagText)
	add("ALBUM", t.Album, maxTagText)
	add("ARTIST", t.Artist, maxTagText)
	add("DATE", t.Date, maxTagText)
	add("COMMENT", t.Comment, maxTagText)
	add("GENRE", t.Genre, maxTagText)
	if t.Track > 0 {
		add("TRACKNUMBER", strconv.Itoa(t.Track), maxTagText)
	}
	for i, c := range t.Chapters[:min(len(t.Chapters), maxChapters)] {
		key := fmt.Sprintf("CHAPTER%03d", i)
		add(key, formatChapterTime(c.Start), maxTagText)
		add(key+"NAME", c.Title, maxChapterTitle)
	}
	return out
}

// plain makes text fit for a comment: valid UTF-8, no zero bytes, not longer
// than limit bytes.
func plain(s string, limit int) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
	if len(s) > limit {
		s = strings.ToValidUTF8(s[:limit], "")
	}
	return s
}

func formatChapterTime(d time.Duration) string {
	ms := max(d, 0).Round(time.Millisecond).Milliseconds()
	return fmt.Sprintf("%02d:%02d:%02d.%03d", ms/3600_000, ms/60_000%60, ms/1000%60, ms%1000)
}

func parseChapterTime(s string) (time.Duration, bool) {
	hours, rest, ok := strings.Cut(s, ":")
	minutes, seconds, ok2 := strings.Cut(rest, ":")
	h, err := strconv.ParseUint(hours, 10, 16)
	m, err2 := strconv.ParseUint(minutes, 10, 16)
	sec, err3 := strconv.ParseFloat(seconds, 64)
	if !ok || !ok2 || err != nil || err2 != nil || err3 != nil || !(sec >= 0 && sec < 3600) {
		return 0, false
	}
	d := time.Duration(h)*time.Hour + time.Duration(m)*time.Minute
	return d + time.Duration(sec*1000+0.5)*time.Millisecond, true
}

// chaptersOf picks the chapters out of raw comments with lower-case keys.
func chaptersOf(raw map[string]any) []Chapter {
	var out []Chapter
	for i := range maxChapters {
		key := fmt.Sprintf("chapter%03d", i)
		at, _ := raw[key].(string)
		start, ok := parseChapterTime(at)
		if !ok {
			continue
		}
		title, _ := raw[key+"name"].(string)
		out = append(out, Chapter{Start: start, Title: title})
	}
	slices.SortStableFunc(out, func(a, b Chapter) int { return int(a.Start - b.Start) })
	return out
}
