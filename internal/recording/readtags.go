package recording

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/dhowden/tag"
)

// ErrNoTags says that a recording carries no tags.
var ErrNoTags = errors.New("it has no tags")

var errBadTags = errors.New("its tags are damaged")

// ReadTags reads the tags of a recording, finished or not, of any format that
// dhowden/tag knows: FLAC, MP3, Ogg, M4A. It fails with ErrNoTags when there
// are none.
func ReadTags(path string) (Tags, error) {
	f, err := os.Open(path)
	if err != nil {
		return Tags{}, fmt.Errorf("read tags: %w", err)
	}
	defer f.Close()
	t, err := readTags(f)
	if err != nil {
		return Tags{}, fmt.Errorf("read tags of %s: %w", path, err)
	}
	return t, nil
}

func readTags(f *os.File) (Tags, error) {
	s, err := openStream(f)
	switch {
	case err == nil:
		if s.comments == nil {
			return Tags{}, ErrNoTags
		}
		return parseTags(bytes.NewReader(flacComments(s.comments)))
	case !errors.Is(err, ErrNotFLAC):
		return Tags{}, err
	}
	return parseTags(&frugalReader{r: f, bytes: 64 << 20, calls: 1 << 20})
}

// flacComments builds a file of comments alone. The tag library takes lengths
// inside pictures at their word, so pictures do not reach it.
func flacComments(body []byte) []byte {
	body = bytes.ReplaceAll(body, []byte("METADATA_BLOCK_PICTURE="), []byte("METADATA_BLOCK_SKIPPED="))
	const lastBlock, comments = 0x80, 4
	b := binary.BigEndian.AppendUint32([]byte("fLaC"), (lastBlock|comments)<<24|uint32(len(body)))
	return append(b, body...)
}

// parseTags contains the tag library, which can panic on files made for it.
func parseTags(r io.ReadSeeker) (t Tags, err error) {
	defer func() {
		if recover() != nil {
			t, err = Tags{}, errBadTags
		}
	}()
	m, err := tag.ReadFrom(r)
	switch {
	case errors.Is(err, tag.ErrNoTagsFound):
		return Tags{}, ErrNoTags
	case err != nil:
		return Tags{}, errBadTags
	}
	raw := m.Raw()
	t = Tags{
		Title: m.Title(), Album: m.Album(), Artist: m.Artist(),
		Comment: m.Comment(), Genre: m.Genre(),
		Chapters: chaptersOf(raw),
	}
	t.Track, _ = m.Track()
	t.Date, _ = raw["date"].(string)
	if year := m.Year(); t.Date == "" && year > 0 {
		t.Date = strconv.Itoa(year)
	}
	return t, nil
}

// frugalReader fails after so many bytes or calls, since boxes within boxes can
// lead the tag library deeper than the stack goes.
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
