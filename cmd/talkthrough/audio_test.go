package main

import (
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"talkthrough/internal/recording"
)

// tones are seconds of a swelling tone, so that there is some loudness.
func tones(rate int, seconds float64) []int16 {
	out := make([]int16, int(float64(rate)*seconds))
	for i := range out {
		at := float64(i) / float64(rate)
		out[i] = int16(9000 * (1.2 + math.Sin(3*at)) / 2.2 * math.Sin(2*math.Pi*330*at))
	}
	return out
}

// plantTake lays a finished take into an attempt's folder.
func plantTake(t *testing.T, dir string, n int, samples []int16, tags recording.Tags) string {
	t.Helper()
	path := filepath.Join(dir, fmt.Sprintf("take-%d.flac", n))
	take, err := recording.Create(path, 24000, tags)
	if err != nil {
		t.Fatal(err)
	}
	if err := take.Write(samples); err != nil {
		t.Fatal(err)
	}
	if err := take.Finish(tags); err != nil {
		t.Fatal(err)
	}
	return path
}

// driftingJournal has an anchor a second for three minutes, of a device whose
// clock is fast by parts in a million. Five seconds after the first minute are a
// gap, ten after the second a pause; the time of each anchor is off by up to a
// few milliseconds.
func driftingJournal(take int, ppm float64) string {
	var b strings.Builder
	line := func(at float64, format string, args ...any) {
		fmt.Fprintf(&b, `{"at":%d,`+format+"}\n", append([]any{int(math.Round(at * 1000))}, args...)...)
	}
	line(0, `"do":"start"`)
	heard, left := 0.0, 0.0
	anchor := func(at float64) {
		late := 0.004 * math.Abs(math.Sin(heard*2.4))
		line(at+late, `"do":"anchor","take":%d,"sample":%d`, take, int64((left+heard*(1+ppm/1e6))*24000))
	}
	for ; heard <= 60; heard++ {
		anchor(heard)
	}
	left = 5 + 60*ppm/1e6
	line(66, `"do":"gap","take":%d,"sample":%d,"samples":%d`, take, int64((left+60)*24000), 5*24000)
	for ; heard < 120; heard++ {
		anchor(heard + 6)
	}
	line(126, `"do":"pause"`)
	line(136, `"do":"resume"`)
	for ; heard < 180; heard++ {
		anchor(heard + 17)
	}
	line(200, `"do":"end"`)
	return b.String()
}

func TestAudioOfATake(t *testing.T) {
	d := newDesk(t)
	dir := d.plant("2026-11-02-1900-one", plantedMeta, driftingJournal(2, 80))
	tags := recording.Tags{
		Title: "Video ranking", Artist: "me", Date: "2026-11-02", Track: 2,
		Chapters: []recording.Chapter{{Title: "Clarify"}, {Start: 1500 * time.Millisecond, Title: "Model"}},
	}
	path := plantTake(t, dir, 2, tones(24000, 4), tags)
	got := parsed[map[string]any](t, d.done("audio", "--json", path))
	for key, want := range map[string]any{
		"format": "flac", "sample_rate": 24000.0, "channels": 1.0, "duration_s": 4.0, "clipped_samples": 0.0,
	} {
		if got[key] != want {
			t.Errorf("%s is %v, want %v", key, got[key], want)
		}
	}
	if drift, _ := got["drift_ppm"].(float64); math.Abs(drift-80) > 10 {
		t.Errorf("drift %v, want about 80", got["drift_ppm"])
	}
	if want := "[map[end_s:65.005 start_s:60.005]]"; fmt.Sprint(got["gaps"]) != want {
		t.Errorf("gaps %v, want %s", got["gaps"], want)
	}
	if want := "[map[start_s:0 title:Clarify] map[start_s:1.5 title:Model]]"; fmt.Sprint(got["chapters"]) != want {
		t.Errorf("chapters %v, want %s", got["chapters"], want)
	}
	if want := "map[artist:me date:2026-11-02 title:Video ranking track:2]"; fmt.Sprint(got["tags"]) != want {
		t.Errorf("tags %v, want %s", got["tags"], want)
	}
	table := d.done("audio", path)
	for _, words := range []string{"Title   ", "Video ranking", "flac, 24000 Hz, mono", "1:00 for 5.0 s", "parts in a million", "0:01  Model"} {
		if !strings.Contains(table, words) {
			t.Errorf("the table lacks %q:\n%s", words, table)
		}
	}
	first := plantTake(t, dir, 1, tones(24000, 1), recording.Tags{})
	got = parsed[map[string]any](t, d.done("audio", "--json", first))
	if gaps, _ := got["gaps"].([]any); gaps == nil || len(gaps) != 0 || got["drift_ppm"] != nil {
		t.Errorf("of a take without anchors: gaps %v, drift %v", got["gaps"], got["drift_ppm"])
	}
}

// What does not apply is absent, never zero.
func TestAudioLeavesOutWhatDoesNotApply(t *testing.T) {
	d := newDesk(t)
	folder := t.TempDir()
	always := []string{"format", "sample_rate", "channels", "duration_s", "tags"}
	measured := append([]string{"clipped_samples", "talk_share", "longest_silence_s", "silences"}, always...)
	for name, c := range map[string]struct {
		samples []int16
		rate    int
		keys    []string
	}{
		"silent": {make([]int16, 48000), 24000, measured},
		"empty":  {nil, 24000, always},
		"tone":   {tones(24000, 3), 24000, append([]string{"lufs"}, measured...)},
		"fast":   {tones(192000, 1), 192000, always},
	} {
		path := filepath.Join(folder, name+".wav")
		d.put(path, string(wav(c.rate, 1, c.samples)))
		got := parsed[map[string]any](t, d.done("audio", "--json", path))
		delete(got, "pace_wpm_estimate") // a tone may seem to have syllables
		hasKeys(t, got, c.keys...)
		if tags, _ := got["tags"].(map[string]any); len(tags) != 1 || tags["title"] != name {
			t.Errorf("%s: tags %v, want the file's name", name, got["tags"])
		}
	}
}

func wav(rate, channels int, samples []int16) []byte {
	b := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(36+2*len(samples)))
	b = append(b, "WAVEfmt \x10\x00\x00\x00\x01\x00"...)
	b = binary.LittleEndian.AppendUint16(b, uint16(channels))
	b = binary.LittleEndian.AppendUint32(b, uint32(rate))
	b = binary.LittleEndian.AppendUint32(b, uint32(2*rate*channels))
	b = append(b, byte(2*channels), 0, 16, 0)
	b = binary.LittleEndian.AppendUint32(append(b, "data"...), uint32(2*len(samples)))
	for _, v := range samples {
		b = binary.LittleEndian.AppendUint16(b, uint16(v))
	}
	return b
}

func TestAudioWritesPeaks(t *testing.T) {
	d := newDesk(t)
	folder := t.TempDir()
	path, out := filepath.Join(folder, "a.wav"), filepath.Join(folder, "out.dat")
	samples := tones(8000, 1)
	d.put(path, string(wav(8000, 1, samples)))
	d.done("audio", path, "--peaks", out)
	b, err := os.ReadFile(out)
	points := (len(samples) + 255) / 256
	if err != nil || len(b) != 24+4*points || b[0] != 2 || b[13] != 1 || int(b[16]) != points {
		t.Fatalf("%d bytes, %v", len(b), err)
	}
	for i := range points {
		low, high := int16(math.MaxInt16), int16(math.MinInt16)
		for _, v := range samples[i*256 : min((i+1)*256, len(samples))] {
			low, high = min(low, v), max(high, v)
		}
		got := b[24+4*i:]
		if int16(binary.LittleEndian.Uint16(got)) != low || int16(binary.LittleEndian.Uint16(got[2:])) != high {
			t.Fatalf("point %d is % x, want %d to %d", i, got[:4], low, high)
		}
	}
	d.fails(exitMisuse, []string{"--peaks", "recording itself"}, "audio", path, "--peaks", path)
	d.fails(exitFailed, []string{filepath.Join(folder, "no", "out.dat")}, "audio", path, "--peaks", filepath.Join(folder, "no", "out.dat"))
}

func TestAudioOfWhatIsNone(t *testing.T) {
	d := newDesk(t)
	folder := t.TempDir()
	missing, text, empty := filepath.Join(folder, "missing.flac"), filepath.Join(folder, "notes.md"), filepath.Join(folder, "empty.mp3")
	d.put(text, "# Notes\n\nwords that are no sound\n")
	d.put(empty, "")
	d.fails(exitFailed, []string{missing}, "audio", missing)
	d.fails(exitFailed, []string{text}, "audio", text)
	d.fails(exitFailed, []string{empty, "empty"}, "audio", "--json", empty)
	d.fails(exitFailed, []string{folder}, "audio", folder)
	d.fails(exitMisuse, []string{"<file>"}, "audio")
	hostile := filepath.Join(folder, "a.wav")
	d.put(hostile, string(wav(8000, 1, tones(8000, 1)))+"TAGa\x1b[31mred\nline"+strings.Repeat("\x00", 128-17))
	if out := d.done("audio", hostile); strings.ContainsRune(out, '\x1b') || !strings.Contains(out, "a [31mred line") {
		t.Errorf("a tag steers the terminal: %q", out)
	}
}

// Loudness is what ffmpeg measures, of mono and of stereo.
func TestAudioLoudnessIsFFmpegs(t *testing.T) {
	for _, p := range []string{"ffmpeg", "espeak-ng", "sox"} {
		if _, err := exec.LookPath(p); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatal(err)
			}
			t.Skip(err)
		}
	}
	d := newDesk(t)
	folder := t.TempDir()
	said := filepath.Join(folder, "said.wav")
	words := "First I clarify who the users are. Then I sketch the data, the features and the model."
	tool(t, "espeak-ng", "-w", said, words)
	for name, remix := range map[string][]string{
		"mono.wav": {"1"}, "same.wav": {"1", "1"}, "quieter.flac": {"1", "1v0.3"}, "left.wav": {"1", "0"},
	} {
		path := filepath.Join(folder, name)
		tool(t, "sox", append([]string{said, "-r", "44100", path, "remix"}, remix...)...)
		says := tool(t, "ffmpeg", "-nostdin", "-hide_banner", "-i", path, "-af", "ebur128", "-f", "null", "-")
		found := regexp.MustCompile(`I:\s+(-?[\d.]+) LUFS`).FindAllStringSubmatch(says, -1)
		want, err := strconv.ParseFloat(found[len(found)-1][1], 64)
		if err != nil {
			t.Fatal(err)
		}
		got := parsed[map[string]any](t, d.done("audio", "--json", path))
		if lufs, _ := got["lufs"].(float64); math.Abs(lufs-want) > 0.3 {
			t.Errorf("%s: %v LUFS, ffmpeg says %v", name, got["lufs"], want)
		}
	}
}

// tool runs a program and returns all that it says.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}
