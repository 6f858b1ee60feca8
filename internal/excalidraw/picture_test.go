package excalidraw

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"hash/crc32"
	"strings"
	"testing"
)

func TestPicturesOfAFile(t *testing.T) {
	files := map[string]json.RawMessage{
		"png":  json.RawMessage(`{"id":"png","mimeType":"image/png","dataURL":"data:image/png;base64,` + base64.StdEncoding.EncodeToString(picture()) + `"}`),
		"svg":  json.RawMessage(`{"dataURL":"data:image/svg+xml,%3Csvg%2F%3E"}`),
		"half": json.RawMessage(`{"dataURL":"data:image/png;base64,abc"}`),
		"link": json.RawMessage(`{"dataURL":"https://example.org/x,y"}`),
		"none": json.RawMessage(`7`),
	}
	p, err := DecodePicture(files, "png")
	if err != nil {
		t.Fatal(err)
	}
	if p.MIME != "image/png" || string(p.Data) != string(picture()) || p.Image.Bounds().Dx() != 3 || p.Image.Bounds().Dy() != 2 {
		t.Errorf("decoded %s, %v", p.MIME, p.Image.Bounds())
	}
	if mime, data, err := pictureFile(files, "svg"); err != nil || mime != "image/svg+xml" || string(data) != "<svg/>" {
		t.Errorf("%s %q %v", mime, data, err)
	}
	huge := bytes.Clone(picture())
	binary.BigEndian.PutUint32(huge[16:], 1<<20)
	binary.BigEndian.PutUint32(huge[20:], 1<<20)
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	files["huge"] = json.RawMessage(`{"dataURL":"data:image/png;base64,` + base64.StdEncoding.EncodeToString(huge) + `"}`)
	if _, err := DecodePicture(files, "huge"); !errors.Is(err, ErrLimit) {
		t.Errorf("a picture of 2^40 pixels: %v, want ErrLimit", err)
	}
	for _, id := range []string{"svg", "half", "link", "none", "absent"} {
		if _, err := DecodePicture(files, id); err == nil || !strings.Contains(err.Error(), id) {
			t.Errorf("%s: %v, want an error that names it", id, err)
		}
	}
}
