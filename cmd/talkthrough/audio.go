package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"time"

	"talkthrough/internal/recording"
	"talkthrough/internal/speech"
)

// audioCmd tells what is in a recording.
type audioCmd struct {
	File  string `arg:"" help:"The recording: FLAC, WAV, MP3 or Ogg Vorbis; M4A, Opus and others where ffmpeg is installed. What it is counts, not how it is called."`
	JSON  bool   `help:"Print a JSON object; what does not apply is left out."`
	Peaks string `help:"Write the outline of the sound to this file, in the form of the BBC's audiowaveform." placeholder:"OUT.dat" type:"path"`
}

// audioReport is a recording in the JSON. Pointers are nil where there is
// nothing to tell.
type audioReport struct {
	Format         string            `json:"format"`
	SampleRate     int               `json:"sample_rate"`
	Channels       int               `json:"channels"`
	Duration       float64           `json:"duration_s"`
	Tags           map[string]string `json:"tags"`
	Chapters       []audioChapter    `json:"chapters,omitempty"`
	LUFS           *float64          `json:"lufs,omitempty"`
	Clipped        *int              `json:"clipped_samples,omitempty"`
	TalkShare      *float64          `json:"talk_share,omitempty"`
	LongestSilence *float64          `json:"longest_silence_s,omitempty"`
	Silences       *[]audioSpan      `json:"silences,omitempty"`
	Pace           *float64          `json:"pace_wpm_estimate,omitempty"`
	Gaps           *[]audioSpan      `json:"gaps,omitempty"`
	Drift          *float64          `json:"drift_ppm,omitempty"`
}

type audioChapter struct {
	Start float64 `json:"start_s"`
	Title string  `json:"title"`
}

type audioSpan struct {
	Start float64 `json:"start_s"`
	End   float64 `json:"end_s"`
}

func (c audioCmd) Run(s streams) error {
	if c.sameFile() {
		return misuse{fmt.Errorf("--peaks %s is the recording itself", c.Peaks)}
	}
	r, err := recording.Open(c.File)
	if err != nil {
		return err
	}
	defer r.Close()
	tags, err := recording.Describe(c.File)
	if err != nil {
		return err
	}
	voice, peaks, err := hear(r)
	if err != nil {
		return err
	}
	if c.Peaks != "" {
		if err := peaks.Save(c.Peaks); err != nil {
			return err
		}
	}
	told := audioReport{
		Format: r.Format(), SampleRate: r.SampleRate(), Channels: r.Channels(),
		Duration: rounded(float64(peaks.Samples())/float64(r.SampleRate()), 1e6),
		Tags:     tagTexts(tags),
	}
	for _, chapter := range tags.Chapters {
		told.Chapters = append(told.Chapters, audioChapter{chapter.Start.Seconds(), chapter.Title})
	}
	told.tellVoice(voice, r)
	if err := told.tellTake(c.File); err != nil {
		fmt.Fprintln(s.err, "talkthrough:", oneLine(err))
	}
	if c.JSON {
		return printJSON(s.out, told)
	}
	return told.print(s.out, c.File)
}

// sameFile tells whether the outline would take the recording's place.
func (c audioCmd) sameFile() bool {
	in, err := os.Stat(c.File)
	if err != nil {
		return false
	}
	out, err := os.Stat(c.Peaks)
	return err == nil && os.SameFile(in, out)
}

// hear measures a recording from its beginning to its end. Of sound at rates
// that speech does not come in, or of none, there is no report.
func hear(r *recording.Reader) (*speech.Report, *recording.Peaks, error) {
	peaks := recording.NewPeaks(r.SampleRate())
	voice := speech.NewAnalyzer(r.SampleRate())
	buf := make([]int16, 1<<14)
	for {
		n, err := r.Read(buf)
		peaks.Add(buf[:n])
		voice.WriteInt16(buf[:n])
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, err
		}
	}
	if peaks.Samples() == 0 || r.SampleRate() < 8000 || r.SampleRate() > 96000 {
		return nil, peaks, nil
	}
	return voice.Report(), peaks, nil
}

// tellVoice adds what was measured of the mean of all channels of r.
func (a *audioReport) tellVoice(v *speech.Report, r *recording.Reader) {
	if v == nil {
		return
	}
	a.Clipped = &v.Clipped
	a.TalkShare = some(rounded(v.TalkShare, 1e4))
	a.LongestSilence = some(rounded(v.LongestSilence.Seconds(), 1e3))
	silences := []audioSpan{}
	for _, s := range v.Silences {
		silences = append(silences, spanOf(s.Start, s.End))
	}
	a.Silences = &silences
	if loss, ok := r.MixLoss(); ok && v.HasLUFS {
		a.LUFS = some(rounded(v.LUFS+loss, 1e2))
	}
	if v.HasPace {
		a.Pace = some(rounded(v.Pace, 1))
	}
}

func spanOf(start, end time.Duration) audioSpan {
	return audioSpan{rounded(start.Seconds(), 1e3), rounded(end.Seconds(), 1e3)}
}

func some[T any](v T) *T { return &v }

// rounded keeps a number to a part of one: 1e3 keeps three digits.
func rounded(v, parts float64) float64 { return math.Round(v*parts) / parts }

// tagTexts are the tags that a recording has, by name.
func tagTexts(t recording.Tags) map[string]string {
	texts := map[string]string{
		"title": t.Title, "artist": t.Artist, "album": t.Album, "date": t.Date, "genre": t.Genre, "comment": t.Comment,
	}
	if t.Track > 0 {
		texts["track"] = fmt.Sprint(t.Track)
	}
	for name, text := range texts {
		if text == "" {
			delete(texts, name)
		}
	}
	return texts
}
