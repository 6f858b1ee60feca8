package session

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2/maybe"

	"talkthrough/internal/recording"
	"talkthrough/internal/speech"
)

const (
	// speechFormat is that of the file; another one is made anew.
	speechFormat = 2
	// levelSamples is how many samples share a level.
	levelSamples = 256
	// levelStep is the distance of two levels, in decibels.
	levelStep = 0.4
	// largestSpeechFile bounds what is read: a day at 48 kHz is a third of it.
	largestSpeechFile = 64 << 20
)

// Speech is the path of what was measured of the n-th recording: where somebody
// speaks, and how loud it is. It can be deleted at any time.
func (f Folder) Speech(n int) string {
	return filepath.Join(f.Dir, fmt.Sprintf("take-%d.speech.json", n))
}

// takeSpeech is what was measured of a take.
type takeSpeech struct {
	words   []wordSpan // sorted, apart
	powers  []float64  // powers[i] is the sum of the levels before the i-th
	samples int64
	voice   takeVoice
}

// wordSpan is where somebody speaks, in samples of the take.
type wordSpan struct{ first, last int64 }

// speechFile is how that lies on the disk.
type speechFile struct {
	Format  int        `json:"format"`
	Rate    int        `json:"rate"`
	Samples int64      `json:"samples"`
	Words   [][2]int64 `json:"words"` // first sample, and one past the last
	// Levels are the RMS of each 256 samples: 255 is full scale, each step below
	// it 0.4 dB less, 0 silence.
	Levels []byte    `json:"levels"`
	Voice  takeVoice `json:"voice"`
}

// keptSpeech returns what is kept of a take in a file, or measures and keeps it.
func keptSpeech(ctx context.Context, r *recording.Reader, path string, progress func(float64)) (*takeSpeech, error) {
	if file, err := readSpeech(path); err == nil && file.Rate == r.SampleRate() && file.Samples == r.Samples() {
		return file.speech(), nil
	}
	file, err := measure(ctx, r, progress)
	if err != nil {
		return nil, err
	}
	// The file only saves time: where it cannot be written, the next review
	// measures again.
	if data, err := json.Marshal(file); err == nil {
		_ = maybe.WriteFile(path, data, 0o600)
	}
	return file.speech(), nil
}

// measure listens to a whole take.
func measure(ctx context.Context, r *recording.Reader, progress func(float64)) (speechFile, error) {
	file := speechFile{Format: speechFormat, Rate: r.SampleRate(), Samples: r.Samples(), Words: [][2]int64{}}
	analyzer := speech.NewAnalyzer(file.Rate)
	buf := make([]int16, 64*levelSamples)
	heard := int64(0)
	for {
		if err := ctx.Err(); err != nil {
			return file, err
		}
		n, err := r.Read(buf)
		analyzer.WriteInt16(buf[:n])
		for from := 0; from < n; from += levelSamples {
			file.Levels = append(file.Levels, levelOf(buf[from:min(from+levelSamples, n)]))
		}
		heard += int64(n)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return file, err
		}
		progress(min(float64(heard)/float64(max(r.Samples(), 1)), 1))
	}
	file.Samples = r.Samples()
	whole := analyzer.Length().Seconds()
	report := analyzer.Report()
	file.Voice = voiceOf(report.Summary)
	for _, s := range report.Speech {
		first, last := s.Start.Seconds()/whole, s.End.Seconds()/whole
		file.Words = append(file.Words, [2]int64{int64(math.Round(first * float64(heard))), int64(math.Round(last * float64(heard)))})
	}
	return file, nil
}

// levelOf is the level of some samples.
func levelOf(samples []int16) byte {
	sum := 0.0
	for _, v := range samples {
		sum += float64(v) * float64(v)
	}
	if sum == 0 {
		return 0
	}
	decibels := 10 * math.Log10(sum/float64(len(samples))/(math.MaxInt16*math.MaxInt16))
	return byte(min(max(math.Round(255+decibels/levelStep), 1), 255))
}

// levelPower is the mean square that a level stands for; full scale is 1.
var levelPower = func() (powers [256]float64) {
	for i := 1; i < len(powers); i++ {
		powers[i] = math.Pow(10, float64(i-255)*levelStep/10)
	}
	return powers
}()

// readSpeech reads what was kept. Anything else than that is an error.
func readSpeech(path string) (speechFile, error) {
	info, err := os.Stat(path)
	if err != nil {
		return speechFile{}, err
	}
	if info.Size() > largestSpeechFile {
		return speechFile{}, fmt.Errorf("%s is too large", path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return speechFile{}, err
	}
	return parseSpeech(data)
}

func parseSpeech(data []byte) (speechFile, error) {
	var f speechFile
	if err := json.Unmarshal(data, &f); err != nil {
		return f, err
	}
	if f.Format != speechFormat || !f.Voice.possible() || f.Samples < 0 || int64(len(f.Levels)) < f.Samples/levelSamples {
		return f, errors.New("not what was measured of a take")
	}
	at := int64(0)
	for _, w := range f.Words {
		if w[0] < at || w[1] <= w[0] || w[1] > f.Samples {
			return f, errors.New("its words are out of order")
		}
		at = w[1]
	}
	return f, nil
}

func (f speechFile) speech() *takeSpeech {
	s := &takeSpeech{powers: make([]float64, len(f.Levels)+1), samples: f.Samples, voice: f.Voice}
	for _, w := range f.Words {
		s.words = append(s.words, wordSpan{w[0], w[1]})
	}
	for i, l := range f.Levels {
		s.powers[i+1] = s.powers[i] + levelPower[l]
	}
	return s
}

// power is the mean square between two samples.
func (s *takeSpeech) power(first, last int64) float64 {
	last = max(last, first+1)
	return max(s.upTo(last)-s.upTo(first), 0) / (float64(last-first) / levelSamples)
}

// upTo is the sum of the levels before a sample, in part of the one it lies in.
func (s *takeSpeech) upTo(sample int64) float64 {
	levels := int64(len(s.powers) - 1)
	i := min(max(sample, 0)/levelSamples, levels)
	sum := s.powers[i]
	if i < levels {
		sum += float64(max(sample, 0)%levelSamples) / levelSamples * (s.powers[i+1] - sum)
	}
	return sum
}
