package recording

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Tags as other programs write them, into every container.
func TestTagsOfOtherPrograms(t *testing.T) {
	need(t, "ffmpeg", "lame", "oggenc")
	wav := filepath.Join(t.TempDir(), "in.wav")
	plainWAV(t, wav, 44100, 1, voice(1, 44100))
	const meta = " -metadata title=Ranking -metadata artist=Somebody -metadata album=Talks -metadata date=2026-11-23 -metadata comment=Words "
	want := Tags{Title: "Ranking", Artist: "Somebody", Album: "Talks", Date: "2026-11-23", Comment: "Words"}
	for name, line := range map[string]string{
		"ff.mp3":    "ffmpeg -v error -i {in}" + meta + "{out}",
		"old.mp3":   "ffmpeg -v error -i {in}" + meta + "-id3v2_version 3 {out}",
		"lame.mp3":  "lame --quiet --tt Ranking --ta Somebody --tl Talks --ty 2026 --tc Words {in} {out}",
		"ff.flac":   "ffmpeg -v error -i {in}" + meta + "{out}",
		"ff.ogg":    "ffmpeg -v error -i {in}" + meta + "-c:a libvorbis {out}",
		"ff.opus":   "ffmpeg -v error -i {in}" + meta + "{out}",
		"ff.m4a":    "ffmpeg -v error -i {in}" + meta + "{out}",
		"plain.ogg": "oggenc -Q -t Ranking -a Somebody -l Talks -d 2026-11-23 -c COMMENT=Words {in} -o {out}",
	} {
		path := filepath.Join(t.TempDir(), name)
		program(t, line, wav, path)
		got, err := ReadTags(path)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(got.Date) == 4 { // old ID3 has the year alone
			got.Date += "-11-23"
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestCoversOfOtherPrograms(t *testing.T) {
	need(t, "ffmpeg")
	folder := t.TempDir()
	wav, picture := filepath.Join(folder, "in.wav"), filepath.Join(folder, "cover.png")
	plainWAV(t, wav, 44100, 1, voice(1, 44100))
	program(t, "ffmpeg -v error -f lavfi -i testsrc=size=300x300 -frames:v 1 {out}", wav, picture)
	want := readFile(t, picture)
	for _, name := range []string{"a.mp3", "a.flac", "a.m4a"} {
		path := filepath.Join(folder, name)
		program(t, "ffmpeg -v error -i {in} -i "+picture+" -map 0 -map 1 -c:v copy -disposition:v attached_pic -metadata title=Ranking {out}", wav, path)
		got, err := ReadCover(path)
		if err != nil || got.MIME != "image/png" || !bytes.Equal(got.Data, want) {
			t.Errorf("%s: %d bytes of %q, want %d: %v", name, len(got.Data), got.MIME, len(want), err)
		}
		if tags, err := ReadTags(path); err != nil || tags.Title != "Ranking" {
			t.Errorf("%s: %+v, %v", name, tags, err)
		}
		if r, err := Open(path); err != nil {
			t.Errorf("%s: %v", name, err)
		} else if n := len(readAll(t, r)); n < 44100 || r.Close() != nil {
			t.Errorf("%s: %d samples", name, n)
		}
	}
	if _, err := ReadCover(wav); err == nil || !strings.Contains(err.Error(), wav) {
		t.Errorf("a cover of what has none: %v", err)
	}
	flac := filepath.Join(folder, "plain.flac")
	finishTake(t, flac, 24000, voice(1, 5000))
	if _, err := ReadCover(flac); !errors.Is(err, ErrNoTags) || !strings.Contains(err.Error(), flac) {
		t.Errorf("a cover of a take: %v", err)
	}
}

func TestChaptersOfOtherContainers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.ogg")
	writeFile(t, path, oggWith("TITLE=Ranking", "no equals sign", "CHAPTER000=00:00:00.000", "CHAPTER000NAME=Clarify",
		"chapter001=00:05:01.500", "Chapter001Name=Metrics"))
	got, err := ReadTags(path)
	want := Tags{Title: "Ranking", Chapters: []Chapter{{0, "Clarify"}, {5*time.Minute + 1500*time.Millisecond, "Metrics"}}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

// Escapes that keep players from taking a tag for sound are undone.
func TestEscapedID3Tag(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.mp3")
	picture := strings.Repeat("\xff\x00\xd8", 30_000)
	plain := id3(4, "TIT2", "\x03Ranking", "APIC", "\x00image/jpeg\x00\x03\x00"+picture)
	body := bytes.ReplaceAll(plain[10:], []byte{0xFF, 0}, []byte{0xFF, 0, 0})
	b := append([]byte("ID3\x04\x00\x80"), lengthOf(4, len(body))...)
	writeFile(t, path, append(append(b, body...), readFile(t, "testdata/short.mp3")...))
	if tags, err := ReadTags(path); err != nil || tags.Title != "Ranking" {
		t.Errorf("%+v, %v", tags, err)
	}
	if c, err := ReadCover(path); err != nil || string(c.Data) != picture || c.MIME != "image/jpeg" {
		t.Errorf("%d bytes of %q, want %d: %v", len(c.Data), c.MIME, len(picture), err)
	}
	wantSamples(t, decodeAll(t, path), decodeAll(t, "testdata/short.mp3"))
}

func TestWithoutATitleTheFileGivesIt(t *testing.T) {
	folder := t.TempDir()
	named := filepath.Join(folder, "Mock with Ada.wav")
	plainWAV(t, named, 8000, 1, voice(1, 100))
	damaged := filepath.Join(folder, "second.mp3")
	writeFile(t, damaged, []byte("ID3\x03\x00\x00\x00\x00\x01\x00TIT2\x00\x00\x00\x05\x00\x00\x07"))
	for path, want := range map[string]string{named: "Mock with Ada", damaged: "second", "testdata/short.mp3": "Short"} {
		if got, err := Describe(path); err != nil || got.Title != want {
			t.Errorf("%s is called %q, want %q (%v)", path, got.Title, want, err)
		}
	}
	if _, err := Describe(filepath.Join(folder, "missing.flac")); err == nil {
		t.Error("a missing file was described")
	}
}
