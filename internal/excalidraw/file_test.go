package excalidraw

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func opened(t *testing.T, name string, data []byte) (elements int, err error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s, _, err := Open(path)
	if err != nil {
		if !strings.Contains(err.Error(), path) {
			t.Errorf("%v does not name %s", err, path)
		}
		return 0, err
	}
	return s.Len(), nil
}

// What a file is counts, not how it is called.
func TestAnyFormOpensUnderAnyName(t *testing.T) {
	svg, err := EmbedSVG([]byte(svgs[1]), []byte(smallFile))
	if err != nil {
		t.Fatal(err)
	}
	for form, data := range map[string][]byte{
		"file":          []byte(smallFile),
		"with a mark":   []byte("\xef\xbb\xbf\n" + smallFile),
		"PNG":           embeddedIn(t, picture(), []byte(smallFile)),
		"SVG":           svg,
		"SVG, indented": append([]byte("\xef\xbb\xbf \n"), svg...),
		"library":       []byte(`{ "version":1, "type":"excalidrawlib","library":[[{"type":"ellipse"}]]}`),
	} {
		for _, name := range []string{"x.excalidraw", "x.png", "x"} {
			if n, err := opened(t, name, data); n != 1 || err != nil {
				t.Errorf("%s as %s: %d elements, %v", form, name, n, err)
			}
		}
	}
}

// Pictures are exported at any size: one beyond the limit for drawings must
// open for the drawing in it.
func TestLargePicturesOpen(t *testing.T) {
	p := picture()
	large := slices.Concat(p[:33], pngChunk("IDAT", make([]byte, maxFileSize)), p[33:])
	if n, err := opened(t, "large.png", embeddedIn(t, large, []byte(smallFile))); n != 1 || err != nil {
		t.Errorf("%d elements, %v", n, err)
	}
}

func TestFilesThatDoNotOpenAreNamed(t *testing.T) {
	for _, c := range []struct {
		data []byte
		want error
	}{
		{nil, ErrNotExcalidraw},
		{[]byte("hello"), ErrNotExcalidraw},
		{[]byte("[:"), ErrNotExcalidraw},
		{[]byte(svgs[0]), ErrNoScene},
		{picture(), ErrNoScene},
		{append([]byte(smallFile), make([]byte, maxFileSize)...), ErrLimit},
	} {
		if _, err := opened(t, "bad.excalidraw", c.data); !errors.Is(err, c.want) {
			t.Errorf("%.20q: %v, want %v", c.data, err, c.want)
		}
	}
	if _, _, err := Open(filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "none") {
		t.Errorf("an absent file: %v", err)
	}
}
