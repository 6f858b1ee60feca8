package excalidraw

import (
	"bytes"
	"encoding/json"
	"errors"
	"image"
	"image/gif"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func gifFile(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := gif.Encode(&out, image.NewGray(image.Rect(0, 0, 7, 5)), nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func jpegFile(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, image.NewGray(image.Rect(0, 0, 7, 5)), nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAFileIsADrawingWhereverOneIsInItAndElseAPicture(t *testing.T) {
	withScene := embeddedIn(t, picture(), []byte(smallFile))
	for name, c := range map[string]struct {
		data []byte
		mime string // "" is a drawing
	}{
		"a.excalidraw":         {[]byte(smallFile), ""},
		"a.png":                {withScene, ""},
		"plain.excalidraw.png": {picture(), "image/png"},
		"a.gif":                {gifFile(t), "image/gif"},
		"a.txt":                {jpegFile(t), "image/jpeg"},
	} {
		got, err := ReadContent(name, c.data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if (got.Scene == nil) != (c.mime != "") || got.MIME != c.mime || got.Name != name {
			t.Errorf("%s was taken for %q, scene %v", name, got.MIME, got.Scene)
		}
		if c.mime != "" && (!bytes.Equal(got.Picture, c.data) || got.W < 1 || got.H < 1) {
			t.Errorf("%s: %d bytes, %d×%d", name, len(got.Picture), got.W, got.H)
		}
	}
}

func TestWhatIsNeitherDrawingNorPictureIsSaidToBe(t *testing.T) {
	for name, data := range map[string][]byte{
		"words.txt": []byte("hello"), "empty.png": nil, "plain.svg": []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`),
		"cut.jpg": jpegFile(t)[:30], "cut.png": picture()[:40], "other.json": []byte(`{"type":"other"}`),
	} {
		if _, err := ReadContent(name, data); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := ReadContent("plain.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`)); !errors.Is(err, ErrNoScene) || !strings.Contains(err.Error(), "PNG") {
		t.Errorf("of an SVG it says %v", err)
	}
	if _, err := OpenContent(filepath.Join(t.TempDir(), "nowhere.png")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

func TestANoticeSaysWhatOfADrawingIsNotShown(t *testing.T) {
	c, err := ReadContent("odd.excalidraw", []byte(`{"type":"excalidraw","elements":[
		{"id":"a","type":"embeddable","x":0,"y":0,"width":1,"height":1},{"id":"b","type":"iframe"},{"id":"c","type":"hologram","isDeleted":true},
		{"id":"d","type":"line"},{"id":"e","type":"rectangle","width":5,"height":5}]}`))
	if err != nil {
		t.Fatal(err)
	}
	notice := c.Notice()
	for _, want := range []string{"odd.excalidraw", "2 of its elements", "embeddable, iframe", `"d"`} {
		if !strings.Contains(notice, want) {
			t.Errorf("the notice lacks %q: %s", want, notice)
		}
	}
	if strings.Contains(notice, "hologram") {
		t.Errorf("it tells of what is deleted: %s", notice)
	}
	if c, _ := ReadContent("fine", []byte(smallFile)); c.Notice() != "" {
		t.Errorf("of nothing it says %q", c.Notice())
	}
}

func TestAPictureFileGoesInAndOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := rapid.String().Draw(t, "id")
		mime := rapid.StringMatching(`[a-z]{1,8}/[a-z+.-]{1,12}`).Draw(t, "mime")
		data := rapid.SliceOf(rapid.Byte()).Draw(t, "data")
		keys := []byte(rapid.SampledFrom([]string{"", `{"created":1}`, `{"a":[{}],"b":null}`}).Draw(t, "keys"))
		gotMIME, gotData, gotKeys, err := PictureFile(map[string]json.RawMessage{id: NewPictureFile(id, mime, data, keys)}, id)
		if err != nil || gotMIME != mime || !bytes.Equal(gotData, data) || string(gotKeys) != string(keys) {
			t.Fatalf("%s %q %s: %v", gotMIME, gotData, gotKeys, err)
		}
	})
}

func FuzzContent(f *testing.F) {
	f.Add([]byte(smallFile))
	f.Add(picture())
	f.Add(gifFile(f))
	f.Add(jpegFile(f))
	f.Add([]byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := ReadContent("x", data)
		if err != nil {
			return
		}
		c.Notice()
		if c.Scene == nil && c.W*c.H <= 1<<20 {
			if img, err := DecodeImage(c.Picture); err == nil && img.Bounds().Dx() != c.W {
				t.Fatalf("said to be %d wide, is %d", c.W, img.Bounds().Dx())
			}
		}
	})
}
