package recording

import (
	"encoding/binary"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/dhowden/tag"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var fullTags = Tags{
	Title: "Video ranking – für alle", Album: "recommendation", Artist: "me", Date: "2026-11-23",
	Comment: "level: senior = staff", Genre: "Speech", Track: 2,
	Chapters: []Chapter{
		{0, "Clarify"},
		{5*time.Minute + 1500*time.Millisecond, "Metrics"},
		{2*time.Hour + 3*time.Millisecond, "Wrap-up"},
	},
}

func TestTagsAreReadWhileRecordingAndAfter(t *testing.T) {
	path := takePath(t)
	take, err := Create(path, 24000, fullTags)
	if err != nil {
		t.Fatal(err)
	}
	check := func(when string, want Tags) {
		t.Helper()
		got, err := ReadTags(path)
		if err != nil {
			t.Fatalf("%s: %v", when, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", when, diff)
		}
		// And by the library alone, as any program that uses it would.
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		m, err := tag.ReadFrom(f)
		if err != nil {
			t.Fatalf("%s: %v", when, err)
		}
		if m.Title() != want.Title || m.Album() != want.Album || m.Comment() != want.Comment || m.Raw()["date"] != want.Date {
			t.Errorf("%s: the library reads %v", when, m.Raw())
		}
		if m.Raw()["chapter001"] != "00:05:01.500" || m.Raw()["chapter001name"] != "Metrics" {
			t.Errorf("%s: chapters are %v", when, m.Raw())
		}
	}
	check("before any sound", fullTags)
	if err := take.Write(voice(1, 10000)); err != nil {
		t.Fatal(err)
	}
	check("while recording", fullTags)
	final := fullTags
	final.Title = "Place recommendation"
	if err := take.Finish(final); err != nil {
		t.Fatal(err)
	}
	check("after", final)
}

func TestAnyTagsComeBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringN(0, 30, -1)
		clean := func(name string) string { return strings.ReplaceAll(text.Draw(rt, name), "\x00", "") }
		want := Tags{
			Title: clean("title"), Album: clean("album"), Artist: clean("artist"),
			Comment: clean("comment"), Genre: clean("genre"), Track: rapid.IntRange(0, 99).Draw(rt, "track"),
		}
		at := time.Duration(0)
		for range rapid.IntRange(0, 12).Draw(rt, "chapters") {
			want.Chapters = append(want.Chapters, Chapter{at, clean("chapter")})
			at += time.Duration(rapid.IntRange(1, 1e7).Draw(rt, "ms")) * time.Millisecond
		}
		header, err := openHeader(24000, 2048, want)
		if err != nil {
			rt.Fatal(err)
		}
		path := takePath(t)
		writeFile(t, path, header)
		got, err := ReadTags(path)
		if err != nil {
			rt.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			rt.Fatal(diff)
		}
	})
}

func TestUnfitTextIsMadeFit(t *testing.T) {
	path := takePath(t)
	long := strings.Repeat("é", 20<<20)
	odd := Tags{Title: "a\x00b\xff", Comment: long}
	for range 5000 {
		odd.Chapters = append(odd.Chapters, Chapter{-time.Second, long[:4000]})
	}
	take, err := Create(path, 24000, odd)
	if err != nil {
		t.Fatal(err)
	}
	if err := take.Finish(odd); err != nil {
		t.Fatal(err)
	}
	got, err := ReadTags(path)
	if err != nil {
		t.Fatal(err)
	}
	if got.Title != "ab\uFFFD" || !strings.HasPrefix(long, got.Comment) || len(got.Comment) < 1000 {
		t.Errorf("title %q, %d bytes of comment", got.Title, len(got.Comment))
	}
	if len(got.Chapters) != 1000 || got.Chapters[0].Start != 0 {
		t.Errorf("%d chapters, the first at %v", len(got.Chapters), got.Chapters[0].Start)
	}
}

func TestReadTagsOfWhatHasNone(t *testing.T) {
	path := takePath(t)
	writeFile(t, path, []byte("RIFF....WAVEfmt and so on, nothing that looks like a tag"+strings.Repeat(" ", 200)))
	if _, err := ReadTags(path); !errors.Is(err, ErrNoTags) || !strings.Contains(err.Error(), path) {
		t.Errorf("got %v", err)
	}
}

// A picture that claims four gigabytes must not be believed.
func TestReadTagsIgnoresPictures(t *testing.T) {
	path := takePath(t)
	take, err := Create(path, 24000, fullTags)
	if err != nil {
		t.Fatal(err)
	}
	if err := take.Abort(); err != nil {
		t.Fatal(err)
	}
	b := readFile(t, path)
	const streamInfoEnd = 4 + 4 + 34
	picture := []byte{6, 0, 0, 32}
	for _, v := range []uint32{3, 0, 0, 1, 1, 24, 0, 0xFFFFFFF0} {
		picture = binary.BigEndian.AppendUint32(picture, v)
	}
	writeFile(t, path, append(b[:streamInfoEnd:streamInfoEnd], append(picture, b[streamInfoEnd:]...)...))
	got, err := ReadTags(path)
	if err != nil || got.Title != fullTags.Title {
		t.Errorf("got %q, %v", got.Title, err)
	}
}

func TestReadTagsOfNestedBoxes(t *testing.T) {
	path := takePath(t)
	boxes := "\x00\x00\x00\x08ftyp" + strings.Repeat("\x00\x00\x00\x08moov", 3<<20)
	writeFile(t, path, []byte(boxes))
	if _, err := ReadTags(path); err == nil {
		t.Error("boxes without end were read")
	}
}
