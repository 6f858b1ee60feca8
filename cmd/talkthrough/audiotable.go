package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode"
)

// print writes the report as one table for people.
func (a audioReport) print(out io.Writer, file string) error {
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	row := func(name, format string, args ...any) {
		fmt.Fprintf(w, "%s\t%s\n", name, printable(fmt.Sprintf(format, args...)))
	}
	row("File", "%s", file)
	for _, name := range []string{"title", "artist", "album", "date", "genre", "track", "comment"} {
		if text := a.Tags[name]; text != "" {
			row(strings.ToUpper(name[:1])+name[1:], "%s", text)
		}
	}
	row("Format", "%s, %d Hz, %s", a.Format, a.SampleRate, channels(a.Channels))
	row("Length", "%s", clock(a.Duration))
	if a.LUFS != nil {
		row("Loudness", "%.1f LUFS", *a.LUFS)
	}
	if a.Clipped != nil {
		row("Clipped", "%s", counted(*a.Clipped, "sample"))
	}
	a.printSpeech(row)
	a.printTake(row)
	for i, c := range a.Chapters {
		name := ""
		if i == 0 {
			name = "Chapters"
		}
		row(name, "%s  %s", clock(c.Start), c.Title)
	}
	return w.Flush()
}

func (a audioReport) printSpeech(row func(name, format string, args ...any)) {
	if a.TalkShare != nil {
		row("Talking", "%.0f %% of the time", 100**a.TalkShare)
	}
	if a.Silences != nil {
		row("Silences", "%d, the longest time without speech %.1f s", len(*a.Silences), *a.LongestSilence)
	}
	if a.Pace != nil {
		row("Pace", "about %.0f words a minute (an estimate from syllables)", *a.Pace)
	}
}

func (a audioReport) printTake(row func(name, format string, args ...any)) {
	if a.Gaps != nil {
		text := "none"
		for i, g := range *a.Gaps {
			if i == 0 {
				text = ""
			} else {
				text += ", "
			}
			text += fmt.Sprintf("%s for %.1f s", clock(g.Start), g.End-g.Start)
		}
		row("Gaps", "%s", text)
	}
	if a.Drift != nil {
		row("Drift", "%+.1f parts in a million against the session's clock", *a.Drift)
	}
}

func channels(n int) string {
	switch n {
	case 1:
		return "mono"
	case 2:
		return "stereo"
	}
	return counted(n, "channel")
}

// counted is a number of things.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// printable keeps what a file says from steering the terminal or breaking the
// table.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return ' '
	}, s)
}
