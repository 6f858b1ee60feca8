package library

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/recording"
	"talkthrough/internal/session"
)

// packages says which Debian package brings a program.
var packages = map[string]string{"flac": "flac", "ffmpeg": "ffmpeg", "lame": "lame", "oggenc": "vorbis-tools"}

// need skips the test when a program is missing; where CI is set to true that
// is a failure.
func need(t testing.TB, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err == nil {
			continue
		}
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed: apt-get install %s", p, packages[p])
		}
		t.Skipf("%s is not installed: apt-get install %s", p, packages[p])
	}
}

func program(t testing.TB, name string, args ...string) {
	t.Helper()
	if said, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, said)
	}
}

// sweep is sound that is nowhere alike: a tone that rises.
func sweep(seconds float64, rate int) []int16 {
	out := make([]int16, int(seconds*float64(rate)))
	phase := 0.0
	for i := range out {
		at := float64(i) / float64(rate)
		phase += 2 * math.Pi * (200 + 300*at/seconds) / float64(rate)
		out[i] = int16(9000 * math.Sin(phase))
	}
	return out
}

// wave writes mono sound as a WAV file.
func wave(t testing.TB, path string, rate int, samples []int16) {
	t.Helper()
	var b bytes.Buffer
	size := uint32(2 * len(samples))
	for _, v := range []any{
		[]byte("RIFF"), 36 + size, []byte("WAVEfmt "), uint32(16), uint16(1), uint16(1), uint32(rate), uint32(2 * rate),
		uint16(2), uint16(16), []byte("data"), size, samples,
	} {
		must(t, binary.Write(&b, binary.LittleEndian, v))
	}
	must(t, os.WriteFile(path, b.Bytes(), 0o600))
}

func cover(t testing.TB) (path string) {
	t.Helper()
	var b bytes.Buffer
	must(t, png.Encode(&b, image.NewRGBA(image.Rect(0, 0, 40, 30))))
	path = filepath.Join(t.TempDir(), "cover.png")
	must(t, os.WriteFile(path, b.Bytes(), 0o600))
	return path
}

// opened is the imported attempt as the replay opens it.
func opened(t *testing.T, dir string) *session.Attempt {
	t.Helper()
	a, err := session.Open(dir)
	must(t, err)
	if len(a.History.Problems) > 0 || a.History.Torn > 0 || !a.History.Ended() {
		t.Errorf("its journal: %v, torn %d", a.History.Problems, a.History.Torn)
	}
	return a
}

// heard is the sound of an attempt's track.
func heard(t *testing.T, a *session.Attempt) []int16 {
	t.Helper()
	r, err := recording.Open(a.Take(1))
	must(t, err)
	defer r.Close()
	var out []int16
	buf := make([]int16, 4096)
	for {
		n, err := r.Read(buf)
		out = append(out, buf[:n]...)
		if err != nil {
			return out
		}
	}
}

// alike is the correlation of two sounds, the second up to so many samples later.
func alike(a, b []int16, late int) float64 {
	best := 0.0
	for shift := 0; shift <= late; shift++ {
		var ab, aa, bb float64
		for i := 0; i < len(a) && i+shift < len(b); i++ {
			x, y := float64(a[i]), float64(b[i+shift])
			ab, aa, bb = ab+x*y, aa+x*x, bb+y*y
		}
		best = max(best, ab/math.Sqrt(aa*bb))
	}
	return best
}

const seconds, rate = 3.0, 44100

func TestRecordingsOfEveryKindBecomeAttempts(t *testing.T) {
	need(t, "lame", "oggenc", "flac", "ffmpeg")
	folder := t.TempDir()
	wav, picture := filepath.Join(folder, "2026-03-04 mock.wav"), cover(t)
	sound := sweep(seconds, rate)
	wave(t, wav, rate, sound)
	for _, c := range []struct {
		file, format string
		make         []string // {} is the file
		title, day   string
		people       string
		cover        bool
	}{
		{"2026-03-04 mock.wav", "wav", nil, "2026-03-04 mock", "2026-03-04", "", false},
		{"a.mp3", "mp3", []string{"lame", "--quiet", "-b", "128", "--tt", "Video ranking", "--ta", "Anna and Ben", "--ty", "2025", "--ti", picture, wav, "{}"}, "Video ranking", "2025-01-01", "Anna and Ben", true},
		{"a.ogg", "vorbis", []string{"oggenc", "-Q", "-q", "5", "-t", "Ads", "-a", "Cleo", "-d", "2026-02-03", wav, "-o", "{}"}, "Ads", "2026-02-03", "Cleo", false},
		{"a.flac", "flac", []string{"flac", "--silent", "-T", "TITLE=Feed", "-T", "ARTIST=Dan", "-T", "DATE=2026-02-03T14:05:00", "--picture", picture, "-o", "{}", wav}, "Feed", "2026-02-03", "Dan", true},
		{"a.m4a", "aac", []string{"ffmpeg", "-v", "error", "-i", wav, "-c:a", "aac", "-b:a", "128k", "-metadata", "title=Maps", "-metadata", "artist=Eve", "-metadata", "date=2026-02-03", "{}"}, "Maps", "2026-02-03", "Eve", false},
		{"a.opus", "opus", []string{"ffmpeg", "-v", "error", "-i", wav, "-c:a", "libopus", "-b:a", "96k", "-metadata", "title=Chat", "{}"}, "Chat", "", "", false},
	} {
		t.Run(c.file, func(t *testing.T) {
			path := filepath.Join(folder, c.file)
			if c.make != nil {
				args := append([]string{}, c.make[1:]...)
				for i, a := range args {
					args[i] = strings.ReplaceAll(a, "{}", path)
				}
				program(t, c.make[0], args...)
			}
			original, err := os.ReadFile(path)
			must(t, err)
			lib := Library{filepath.Join(t.TempDir(), "attempts")}
			var progress []float64
			dir, err := lib.Import(t.Context(), path, Importing{Level: interview.Staff, App: "test", Progress: func(p float64) { progress = append(progress, p) }})
			must(t, err)

			a := opened(t, dir)
			if a.Name() != c.title || a.Question.Title != c.title || a.Imported == nil || a.Imported.People != c.people || a.Imported.Format != c.format || a.Imported.File != c.file {
				t.Errorf("it says %+v, %+v", a.Meta, a.Imported)
			}
			if got := a.Started.Format(time.DateOnly); c.day != "" && got != c.day {
				t.Errorf("it began on %s, want %s", got, c.day)
			}
			if copied, err := os.ReadFile(filepath.Join(dir, a.Imported.Sound)); err != nil || !bytes.Equal(copied, original) {
				t.Errorf("the copy %s is another file (%v)", a.Imported.Sound, err)
			}
			if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, original) {
				t.Errorf("the original was touched: %v", err)
			}
			if (a.CoverPath(a.Meta) != "") != c.cover {
				t.Errorf("its cover is %q", a.Imported.Cover)
			}
			length := a.Timeline().Length()
			if d := length.Seconds() - seconds; math.Abs(d) > 0.12 || math.Abs(a.Meta.Length-length.Seconds()) > 0.001 {
				t.Errorf("it is %v long, says %v, want %v s", length, a.Meta.Length, seconds)
			}
			track := session.NewTrack(a)
			track.LoadPeaks(t.Context(), nil)
			if !track.HasSound() || len(track.Problems()) > 0 || track.Length() != length {
				t.Errorf("its track: %v of %v, %v", track.HasSound(), track.Length(), track.Problems())
			}
			if got := a.Voice().Takes(); len(got) != 1 {
				t.Errorf("takes %v", got)
			}
			if c.format != "opus" { // resampled to 48 kHz
				if like := alike(sound, heard(t, a), 3000); like < 0.98 {
					t.Errorf("the take is like the sound by %.3f", like)
				}
			}
			if p := progress[len(progress)-1]; p != 1 {
				t.Errorf("the progress ends at %v", p)
			}
			for i := 1; i < len(progress); i++ {
				if progress[i] < progress[i-1] {
					t.Errorf("the progress goes back: %v", progress[i-1:i+1])
				}
			}
			items := refreshed(t, lib.Dir).Items()
			if len(items) != 1 || items[0].Kind() != Import || items[0].State != Finished || items[0].Level != interview.Staff {
				t.Errorf("listed as %+v", shownOf(items))
			}
			if tags, err := recording.ReadTags(a.Take(1)); err != nil || tags.Title != c.title {
				t.Errorf("the take's own title is %q (%v)", tags.Title, err)
			}
			onlyOwner(t, dir)
		})
	}
}

// onlyOwner checks that nobody else can read what is in a folder.
func onlyOwner(t *testing.T, dir string) {
	t.Helper()
	must(t, filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		return err
	}))
}

func TestATakeOfTheProgramKeepsItsPhases(t *testing.T) {
	path := filepath.Join(t.TempDir(), "take-1.flac")
	take, err := recording.Create(path, 24000, recording.Tags{})
	must(t, err)
	must(t, take.Write(sweep(4, 24000)))
	must(t, take.Finish(recording.Tags{Title: "Mine", Chapters: []recording.Chapter{
		{Title: "Clarify"}, {Start: time.Second, Title: "A chapter of mine"}, {Start: 2 * time.Second, Title: "Model"}, {Start: time.Hour, Title: "Deploy"},
	}}))
	dir, err := Library{t.TempDir()}.Import(t.Context(), path, Importing{})
	must(t, err)
	var got []string
	for _, b := range opened(t, dir).Bands() {
		got = append(got, interview.Phases[b.Phase].ID, b.From.String(), b.To.String())
	}
	if want := "clarify 0s 2s model 2s 4s"; strings.Join(got, " ") != want {
		t.Errorf("its phases are %v, want %s", got, want)
	}
}

// leftovers is what an import that failed leaves in the folder of attempts.
func leftovers(t *testing.T, root string) []string {
	t.Helper()
	var out []string
	files, _ := os.ReadDir(root)
	for _, f := range files {
		out = append(out, f.Name())
	}
	return out
}

func TestWhatIsNoRecordingSaysWhatToDo(t *testing.T) {
	folder := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(folder, name)
		must(t, os.WriteFile(path, []byte(content), 0o600))
		return path
	}
	wave(t, filepath.Join(folder, "silent.wav"), rate, nil)
	for path, words := range map[string][]string{
		file("notes.txt", strings.Repeat("no sound in here\n", 100)): {"notes.txt", "MP3, OGG, FLAC or WAV", "ffmpeg"},
		file("empty.mp3", ""):                 {"empty.mp3", "empty"},
		filepath.Join(folder, "none.mp3"):     {"none.mp3", "no such file"},
		folder:                                {folder},
		filepath.Join(folder, "silent.wav"):   {"silent.wav"},
		file("cut.flac", "fLaC\x00\x00\x00"):  {"cut.flac", "no sound"},
		file("rubbish.wav", "RIFF....WAVEjk"): {"rubbish.wav"},
	} {
		root := t.TempDir()
		_, err := Library{root}.Import(t.Context(), path, Importing{})
		for _, word := range words {
			if err == nil || !strings.Contains(err.Error(), word) || strings.Contains(err.Error(), "\x1b") {
				t.Errorf("%s says %v, want %q in it", path, err, word)
			}
		}
		if left := leftovers(t, root); len(left) > 0 {
			t.Errorf("%s left %v", path, left)
		}
	}
}

func TestAnM4AWithoutFFmpegSaysWhatToInstall(t *testing.T) {
	need(t, "ffmpeg")
	folder := t.TempDir()
	wav, m4a := filepath.Join(folder, "a.wav"), filepath.Join(folder, "a.m4a")
	wave(t, wav, rate, sweep(1, rate))
	program(t, "ffmpeg", "-v", "error", "-i", wav, m4a)
	t.Setenv("PATH", t.TempDir())
	_, err := Library{t.TempDir()}.Import(t.Context(), m4a, Importing{})
	if !errors.Is(err, recording.ErrNoFFmpeg) || !strings.Contains(err.Error(), m4a) || !strings.Contains(err.Error(), "install ffmpeg") {
		t.Errorf("it said %v", err)
	}
}

// Given up at any point, nothing is left of an import.
func TestACancelledImportLeavesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.wav")
	wave(t, path, rate, sweep(6, rate))
	for _, at := range []float64{0, copyShare, 0.4, 0.9} {
		root := t.TempDir()
		plantAttempt(t, root, attempt{name: "a", question: "mine", started: day(1), length: time.Minute})
		ctx, stop := context.WithCancel(t.Context())
		_, err := Library{root}.Import(ctx, path, Importing{Progress: func(p float64) {
			if p >= at {
				stop()
			}
		}})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("at %v it said %v", at, err)
		}
		if left := leftovers(t, root); len(left) != 1 {
			t.Errorf("at %v it left %v", at, left)
		}
		stop()
	}
}

// What a killed program left of an import is swept, but not what another window
// is at.
func TestWhatAKilledImportLeftIsSwept(t *testing.T) {
	root := t.TempDir()
	old, busy, fresh := filepath.Join(root, ".import-old"), filepath.Join(root, ".import-busy"), filepath.Join(root, ".import-fresh")
	for _, dir := range []string{old, busy, fresh} {
		plantAttempt(t, dir, attempt{name: "half", started: day(1)})
	}
	lock, err := session.Folder{Dir: filepath.Join(busy, "half")}.Lock()
	must(t, err)
	defer lock.Release()
	long := time.Now().Add(-3 * time.Hour)
	must(t, os.Chtimes(old, long, long))
	must(t, os.Chtimes(busy, long, long))
	path := filepath.Join(t.TempDir(), "a.wav")
	wave(t, path, rate, sweep(1, rate))
	_, err = Library{root}.Import(t.Context(), path, Importing{})
	must(t, err)
	left := strings.Join(leftovers(t, root), " ")
	if strings.Contains(left, "old") || !strings.Contains(left, "busy") || !strings.Contains(left, "fresh") {
		t.Errorf("left: %s", left)
	}
	if n := len(list(t, root)); n != 1 {
		t.Errorf("%d attempts are listed", n)
	}
}

func TestADiskThatTakesNoMore(t *testing.T) {
	if os.Getenv("TALKTHROUGH_SMALL_FILES") != "" {
		importWithSmallFiles(t)
		return
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestADiskThatTakesNoMore$", "-test.v")
	cmd.Env = append(os.Environ(), "TALKTHROUGH_SMALL_FILES=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestWhenARecordingWasMade(t *testing.T) {
	written := time.Date(2026, 3, 4, 15, 16, 17, 0, time.Local)
	day := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.Local) }
	for _, c := range []struct {
		tag, name string
		want      time.Time
	}{
		{"", "mock.mp3", written},
		{"2026-03-04", "mock.mp3", written},
		{"2026-02-03", "2020-01-01.mp3", day(2026, 2, 3)},
		{"2026-02-03 10:20", "mock.mp3", time.Date(2026, 2, 3, 10, 20, 0, 0, time.Local)},
		{"2026", "mock.mp3", written},
		{"2025", "mock.mp3", day(2025, 1, 1)},
		{"2025-07", "mock.mp3", day(2025, 7, 1)},
		{"", "mock 2024_05_06.mp3", day(2024, 5, 6)},
		{"2024", "20240506 mock.mp3", day(2024, 5, 6)},
		{"", "1234202405067.mp3", written},
		{"", "2024-13-45.mp3", written},
		{"last week", "mock.mp3", written},
	} {
		if got := startedAt(c.tag, c.name, written); !got.Equal(c.want) {
			t.Errorf("%q, %q: %v, want %v", c.tag, c.name, got, c.want)
		}
	}
}
