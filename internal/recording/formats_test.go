package recording

import (
	"bytes"
	"errors"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Sound of each kind that sox writes to WAV comes back sample for sample.
func TestWAVOfEveryKind(t *testing.T) {
	need(t, "sox")
	left, right := voice(1, 20000), voice(2, 20000)
	for i := range left { // 8 bits hold no more
		left[i] &^= 0xFF
		right[i] &^= 0xFF
	}
	var both, mean []int16
	for i := range left {
		both = append(both, left[i], right[i])
		mean = append(mean, int16((int(left[i])+int(right[i]))/2))
	}
	folder := t.TempDir()
	mono, stereo := filepath.Join(folder, "mono.wav"), filepath.Join(folder, "stereo.wav")
	plainWAV(t, mono, 22050, 1, left)
	plainWAV(t, stereo, 22050, 2, both)
	for _, kind := range []string{
		"-b 8 -e unsigned-integer", "-b 16", "-b 24", "-b 32 -e signed-integer", "-b 32 -e floating-point", "-b 64 -e floating-point",
	} {
		for in, want := range map[string][]int16{mono: left, stereo: mean} {
			out := filepath.Join(folder, "out.wav")
			program(t, "sox -D {in} "+kind+" {out}", in, out)
			r := opened(t, out, "wav", 22050, 0)
			got := readAll(t, r)
			for i := range want { // halves are rounded one way or the other
				if len(got) != len(want) || got[i]-want[i] > 1 || want[i]-got[i] > 1 || in == mono && got[i] != want[i] {
					t.Fatalf("%s of %s: %d samples; sample %d is %d, want %d", kind, filepath.Base(in), len(got), i, got[i], want[i])
				}
			}
		}
	}
}

// opened opens a file that is to be closed at the end of the test and checks
// what it says of itself; 0 channels are any.
func opened(t testing.TB, path, format string, rate, channels int) *Reader {
	t.Helper()
	r, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	if r.Format() != format || r.SampleRate() != rate || channels > 0 && r.Channels() != channels {
		t.Errorf("%s is %s, %d Hz, %d channels; want %s, %d Hz, %d", filepath.Base(path), r.Format(), r.SampleRate(), r.Channels(), format, rate, channels)
	}
	return r
}

// Foreign FLAC at rates whose code makes the library print lines.
func TestForeignFLACIsExactAndQuiet(t *testing.T) {
	need(t, "flac")
	var printed bytes.Buffer
	log.SetOutput(&printed)
	defer log.SetOutput(os.Stderr)
	want := voice(1, 50000)
	for _, rate := range []int{24000, 176400, 44100} {
		folder := t.TempDir()
		wav, path := filepath.Join(folder, "in.wav"), filepath.Join(folder, "in.flac")
		plainWAV(t, wav, rate, 1, want)
		program(t, "flac --silent -o {out} {in}", wav, path)
		r := opened(t, path, "flac", rate, 1)
		wantSamples(t, readAll(t, r), want)
		for _, n := range []int64{49999, 30000, 1} {
			if err := r.SeekSample(n); err != nil {
				t.Fatal(err)
			}
			wantSamples(t, readAll(t, r), want[n:])
		}
		b := readFile(t, path)
		b[len(b)/2] ^= 4
		writeFile(t, path, b)
		if got := decodeAll(t, path); len(got) != len(want) || slices.Equal(got, want) || !slices.Contains(got[len(got)/4:], 0) {
			t.Errorf("%d Hz: damage was not noticed in %d samples", rate, len(got))
		}
	}
	if printed.Len() > 0 {
		t.Errorf("printed to the log: %.200s", printed.String())
	}
}

// Compressed with loss, speech is where it was and as long.
func TestCompressedSpeechIsInItsPlace(t *testing.T) {
	need(t, "lame", "oggenc", "ffmpeg")
	wav := said(t, someWords)
	for _, c := range []struct {
		name, line, format string
		rate, channels     int
	}{
		{"a.mp3", "lame --quiet -b 96 {in} {out}", "mp3", 44100, 1},
		{"vbr.mp3", "lame --quiet -V4 {in} {out}", "mp3", 44100, 1},
		{"low.mp3", "lame --quiet -b 64 --resample 22.05 {in} {out}", "mp3", 22050, 1},
		{"ff.mp3", "ffmpeg -v error -i {in} -ac 2 -c:a libmp3lame {out}", "mp3", 44100, 2},
		{"a.ogg", "oggenc -Q -q 4 {in} -o {out}", "vorbis", 44100, 1},
		{"ff.ogg", "ffmpeg -v error -i {in} -ac 2 -c:a libvorbis {out}", "vorbis", 44100, 2},
		{"a.m4a", "ffmpeg -v error -i {in} -c:a aac -b:a 96k {out}", "aac", 44100, 1},
		{"alac.m4a", "ffmpeg -v error -i {in} -c:a alac {out}", "alac", 44100, 1},
		{"a.opus", "ffmpeg -v error -i {in} -c:a libopus {out}", "opus", 48000, 1},
		{"a.webm", "ffmpeg -v error -i {in} -c:a libopus {out}", "opus", 48000, 1},
		{"a.aiff", "ffmpeg -v error -i {in} {out}", "pcm_s16be", 44100, 1},
		{"old.mp3", "lame --quiet -b 32 --resample 8 {in} {out}", "mp3", 8000, 1},
		{"law.wav", "sox {in} -e mu-law {out}", "pcm_mulaw", 44100, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			path, source := filepath.Join(folder, c.name), filepath.Join(folder, "source.wav")
			program(t, c.line, wav, path)
			program(t, "ffmpeg -v error -i {in} -ar "+strconv.Itoa(c.rate)+" {out}", wav, source)
			want := decodeAll(t, source)
			r := opened(t, path, c.format, c.rate, c.channels)
			claimed := r.Samples()
			got := readAll(t, r)
			if like := correlation(got, want); like < 0.99 {
				t.Errorf("correlation with the source is %.4f", like)
			}
			// AAC comes in blocks of 1024, whose last is filled up.
			if more := len(got) - len(want); more < -c.rate/1000 || more > 2100 {
				t.Errorf("%d samples of %d", len(got), len(want))
			}
			if r.Samples() != int64(len(got)) || max(claimed-int64(len(got)), int64(len(got))-claimed) > int64(c.rate)/4 {
				t.Errorf("it said %d, then %d samples, and had %d", claimed, r.Samples(), len(got))
			}
			seeksAgree(t, r, got)
		})
	}
}

// seeksAgree checks that what is read after a seek is what was read there on
// the way from the beginning.
func seeksAgree(t *testing.T, r *Reader, whole []int16) {
	t.Helper()
	// ffmpeg's decoders use noise or need a while to settle, and in some
	// containers it counts in milliseconds, from a few before the sound.
	loose := r.Format() == "aac" || r.Format() == "opus"
	for i := range 5 {
		n := i * 7919 * 13 % len(whole)
		if err := r.SeekSample(int64(n)); err != nil {
			t.Fatal(err)
		}
		buf := make([]int16, 4000)
		k, err := r.Read(buf)
		want := whole[n:min(n+len(buf), len(whole))]
		slack := r.SampleRate() / 100
		if err != nil || k != len(want) && !(loose && k > len(want)-slack) {
			t.Fatalf("at %d: %d samples of %d, %v", n, k, len(want), err)
		}
		if !loose {
			wantSamples(t, buf[:k], want)
			continue
		}
		best := 0.0
		for lag := max(-slack, -n); lag <= slack; lag++ {
			best = max(best, correlation(buf[:k], whole[n+lag:]))
		}
		if best < 0.98 {
			t.Errorf("at %d: nothing within 10 ms is like it: %.3f", n, best)
		}
	}
	if err := r.SeekSample(int64(len(whole)) + 5); err != nil {
		t.Fatal(err)
	}
	if k, err := r.Read(make([]int16, 10)); k != 0 || !errors.Is(err, io.EOF) {
		t.Errorf("behind the end: %d samples, %v", k, err)
	}
}

// Frames of MP3 in a film are ffmpeg's to find among the rest.
func TestFilmsAreNoMP3Files(t *testing.T) {
	need(t, "ffmpeg")
	wav := filepath.Join(t.TempDir(), "in.wav")
	plainWAV(t, wav, 44100, 1, voice(1, 88200))
	for _, name := range []string{"a.mkv", "a.avi", "a.flv", "a.ts", "a.mov"} {
		path := filepath.Join(t.TempDir(), name)
		program(t, "ffmpeg -v error -i {in} -c:a libmp3lame {out}", wav, path)
		r := opened(t, path, "mp3", 44100, 1)
		if _, piped := r.dec.(*pipedSound); !piped {
			t.Errorf("%s was taken for an MP3 file", name)
		}
		if got := readAll(t, r); len(got) < 88200 || len(got) > 88200+4*1152 {
			t.Errorf("%s: %d samples, want about 88200", name, len(got))
		}
	}
}

func TestWithoutFFmpegItSaysWhatToInstall(t *testing.T) {
	path := filepath.Join(t.TempDir(), "talk.m4a")
	writeFile(t, path, []byte("\x00\x00\x00\x20ftypM4A "+strings.Repeat("x", 500)))
	t.Setenv("PATH", t.TempDir())
	_, err := Open(path)
	if !errors.Is(err, ErrNoFFmpeg) || !strings.Contains(err.Error(), "install ffmpeg") || !strings.Contains(err.Error(), path) {
		t.Errorf("got %v", err)
	}
}

func TestClosingEndsFFmpeg(t *testing.T) {
	need(t, "ffmpeg", "sox")
	folder := t.TempDir()
	wav, path := filepath.Join(folder, "in.wav"), filepath.Join(folder, "in.au")
	program(t, "sox -n -r 48000 {out} synth 60 sine 300", wav, wav)
	program(t, "ffmpeg -v error -i {in} {out}", wav, path)
	r := opened(t, path, "pcm_s16be", 48000, 1)
	if _, err := r.Read(make([]int16, 100)); err != nil {
		t.Fatal(err)
	}
	process := r.dec.(*pipedSound).cmd.Process
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if err := process.Signal(os.Kill); !errors.Is(err, os.ErrProcessDone) {
		t.Errorf("ffmpeg is still there: %v", err)
	}
}

// What a playlist names must not be opened.
func TestPlaylistsLeadNowhere(t *testing.T) {
	need(t, "ffmpeg")
	folder := t.TempDir()
	secret := filepath.Join(folder, "secret.wav")
	plainWAV(t, secret, 8000, 1, voice(1, 9000))
	for name, text := range map[string]string{
		"a.m3u8":   "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:1,\n" + secret + "\n#EXT-X-ENDLIST\n",
		"a.ffcat":  "ffconcat version 1.0\nfile " + secret + "\n",
		"a.mpd":    "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"></MPD>",
		"a.mp3":    "#EXTM3U\n" + secret + "\n",
		"notes.md": "# Notes\n",
	} {
		path := filepath.Join(folder, name)
		writeFile(t, path, []byte(text))
		if _, err := Open(path); !errors.Is(err, ErrUnknownFormat) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFFmpegSaysWhatIsWrong(t *testing.T) {
	need(t, "ffmpeg")
	wav := filepath.Join(t.TempDir(), "in.wav")
	plainWAV(t, wav, 44100, 1, voice(1, 441000))
	path := filepath.Join(t.TempDir(), "-odd: name.m4a")
	program(t, "ffmpeg -v error -i {in} -movflags faststart -f mov file:{out}", wav, path)
	whole := opened(t, path, "aac", 44100, 1)
	readAll(t, whole)
	b := readFile(t, path)
	writeFile(t, path, b[:len(b)/2])
	if got := decodeAll(t, path); len(got) < 100_000 || len(got) > 300_000 {
		t.Errorf("half a file has %d samples", len(got))
	}
	writeFile(t, path, b[:300])
	if _, err := Open(path); err == nil || !strings.Contains(err.Error(), path) || strings.Contains(err.Error(), "\n") {
		t.Errorf("a file of hardly a header: %v", err)
	}
}
