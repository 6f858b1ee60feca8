package recording

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/dhowden/tag"
)

// ErrNoTags says that a recording carries no tags.
var ErrNoTags = errors.New("it has no tags")

var errBadTags = errors.New("its tags are damaged")

// Cover is a picture that belongs to a recording.
type Cover struct {
	MIME string // as the file has it; it may be wrong or empty
	Data []byte // at most 16 MB
}

// ReadTags reads the tags of a recording, finished or not, of any format that
// dhowden/tag knows: FLAC, MP3, Ogg, M4A. It fails with ErrNoTags when there
// are none.
func ReadTags(path string) (Tags, error) {
	t, _, err := readFileTags(path, false)
	return t, err
}

// ReadCover reads the picture among the tags of a recording. It fails with
// ErrNoTags when there is none.
func ReadCover(path string) (Cover, error) {
	_, c, err := readFileTags(path, true)
	if err == nil && len(c.Data) == 0 {
		err = fmt.Errorf("read cover of %s: %w", path, ErrNoTags)
	}
	return c, err
}

// Describe reads the tags of a recording for people to see: one without a title
// is called by its file's name, and damaged tags count as none. The error is
// for a file that cannot be opened.
func Describe(path string) (Tags, error) {
	f, err := os.Open(path)
	if err != nil {
		return Tags{}, fmt.Errorf("read tags: %w", err)
	}
	defer f.Close()
	t, _, err := readTags(f, false)
	if err != nil {
		t = Tags{}
	}
	if strings.TrimSpace(t.Title) == "" {
		name := filepath.Base(path)
		if t.Title = strings.TrimSuffix(name, filepath.Ext(name)); t.Title == "" {
			t.Title = name
		}
	}
	return t, nil
}

func readFileTags(path string, cover bool) (Tags, Cover, error) {
	f, err := os.Open(path)
	if err != nil {
		return Tags{}, Cover{}, fmt.Errorf("read tags: %w", err)
	}
	defer f.Close()
	t, c, err := readTags(f, cover)
	if err != nil {
		return Tags{}, Cover{}, fmt.Errorf("read tags of %s: %w", path, err)
	}
	return t, c, nil
}

// readTags finds the tags in a file and hands them to the tag library, none of
// which may claim more than there is.
func readTags(f *os.File, cover bool) (Tags, Cover, error) {
	s, err := openStream(f)
	switch {
	case err == nil && s.comments == nil && s.picture == nil:
		return Tags{}, Cover{}, ErrNoTags
	case err == nil:
		var picture []byte
		if cover && s.picture != nil {
			if picture, err = io.ReadAll(s.picture); err != nil {
				return Tags{}, Cover{}, err
			}
		}
		return parseTags(bytes.NewReader(flacTags(s.comments, picture, cover)))
	case !errors.Is(err, ErrNotFLAC):
		return Tags{}, Cover{}, err
	}
	var head [10]byte
	n, _ := f.ReadAt(head[:], 0)
	switch magic := string(head[:n]); {
	case is(magic, "OggS"):
		body, err := oggComments(f)
		if err != nil {
			return Tags{}, Cover{}, err
		}
		return parseTags(bytes.NewReader(flacTags(body, nil, cover)))
	case is(magic, "ID3") && n == len(head):
		return parseTags(&frugalReader{r: bytes.NewReader(id3Tag(f, head)), bytes: maxTagBytes, calls: maxTagCalls})
	}
	return parseTags(&frugalReader{r: f, bytes: maxTagBytes, calls: maxTagCalls})
}

// parseTags contains the tag library, which can panic on files made for it.
func parseTags(r io.ReadSeeker) (t Tags, c Cover, err error) {
	defer func() {
		if recover() != nil {
			t, c, err = Tags{}, Cover{}, errBadTags
		}
	}()
	m, err := tag.ReadFrom(r)
	switch {
	case errors.Is(err, tag.ErrNoTagsFound):
		return Tags{}, Cover{}, ErrNoTags
	case err != nil:
		return Tags{}, Cover{}, errBadTags
	}
	raw := m.Raw()
	t = Tags{
		Title: m.Title(), Album: m.Album(), Artist: m.Artist(), Comment: commentOf(m, raw),
		Genre: genreOf(m, raw), Date: dateOf(m, raw), Chapters: chaptersOf(raw),
	}
	t.Track, _ = m.Track()
	for _, text := range []*string{&t.Title, &t.Album, &t.Artist, &t.Comment, &t.Genre, &t.Date} {
		*text = plain(*text, maxTagText)
	}
	if p := m.Picture(); p != nil {
		c = Cover{MIME: plain(p.MIMEType, maxChapterTitle), Data: p.Data}
	}
	return t, c, nil
}

// genreOf leaves out what is far too long for a genre: the library replaces
// numbers in it one after another, looking at all of it each time.
func genreOf(m tag.Metadata, raw map[string]any) string {
	for _, key := range []string{"TCON", "TCO"} {
		if s, _ := raw[key].(string); len(s) > 200 {
			return ""
		}
	}
	return m.Genre()
}

// commentOf finds the comment also where ffmpeg puts it in an ID3 tag, among
// the texts with names of their own.
func commentOf(m tag.Metadata, raw map[string]any) string {
	if s := m.Comment(); s != "" {
		return s
	}
	for _, v := range raw {
		if c, ok := v.(*tag.Comm); ok && strings.EqualFold(c.Description, "comment") {
			return c.Text
		}
	}
	return ""
}

// dateOf is the date as the file has it; the library knows only its year.
func dateOf(m tag.Metadata, raw map[string]any) string {
	for _, key := range []string{"date", "TDRC", "\xa9day"} {
		if s, _ := raw[key].(string); s != "" {
			return s
		}
	}
	if year := m.Year(); year > 0 {
		return strconv.Itoa(year)
	}
	return ""
}

const (
	maxTagBytes = 16 << 20
	// The library looks for a free name for each frame among all before it, and
	// follows boxes within boxes as deep as they go.
	maxTagCalls = 1 << 13
)

// frugalReader fails after so many bytes or calls.
type frugalReader struct {
	r            io.ReadSeeker
	bytes, calls int
}

func (f *frugalReader) Read(b []byte) (int, error) {
	if f.calls--; f.calls < 0 || f.bytes < 0 {
		return 0, io.ErrUnexpectedEOF
	}
	n, err := f.r.Read(b)
	f.bytes -= n
	return n, err
}

func (f *frugalReader) Seek(offset int64, whence int) (int64, error) {
	return f.r.Seek(offset, whence)
}
