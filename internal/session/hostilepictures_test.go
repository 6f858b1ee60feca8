package session

import (
	"encoding/json"
	"errors"
	"hash/crc32"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"talkthrough/internal/excalidraw"
)

// bomb is a PNG whose header promises more than memory holds.
func bomb(t testing.TB) []byte {
	data := plainPNG(t, 1, 1, red)
	copy(data[16:], []byte{0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0}) // 100,000 by 100,000
	var crc [4]byte
	sum := crc32.ChecksumIEEE(data[12:29])
	crc[0], crc[1], crc[2], crc[3] = byte(sum>>24), byte(sum>>16), byte(sum>>8), byte(sum)
	copy(data[29:], crc[:])
	return data
}

func TestHostilePicturesAreRefusedOrStandAsBoxes(t *testing.T) {
	m := silentMock(t)
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("no picture at all"), "cut": plainPNG(t, 5, 5, red)[:20], "bomb": bomb(t),
	} {
		if id, err := m.Pictures().Add(data); err == nil {
			t.Errorf("%s is kept as %s", name, id)
		}
	}
	if _, err := m.Pictures().Add(bomb(t)); !errors.Is(err, excalidraw.ErrLimit) {
		t.Errorf("the bomb: %v", err)
	}
	for id, raw := range map[string]json.RawMessage{
		"../../up":                    excalidraw.NewPictureFile("x", "image/png", bomb(t), nil),
		"svg":                         excalidraw.NewPictureFile("x", "image/svg+xml", []byte("<svg/>"), nil),
		"cut":                         excalidraw.NewPictureFile("x", "image/png", plainPNG(t, 5, 5, red)[:60], nil),
		strings.Repeat("../", 20):     excalidraw.NewPictureFile("x", "../../../png", []byte("odd"), nil),
		"pictures/../../../session":   excalidraw.NewPictureFile("x", "", []byte("odder"), nil),
		"journal.jsonl\x00.png":       excalidraw.NewPictureFile("x", "image/gif", []byte("GIF89a"), nil),
		strings.Repeat("é", 400):      excalidraw.NewPictureFile("x", "image/webp", []byte("RIFF"), nil),
		"\" onload=\"alert(1)\" x=\"": excalidraw.NewPictureFile("x", "image/jpeg", []byte{0xff, 0xd8, 0xff}, nil),
	} {
		as, err := m.Pictures().AddFile(id, raw)
		if err != nil {
			t.Errorf("%q is lost: %v", id, err)
			continue
		}
		if p := found(t, m.Pictures(), as); p == nil || p.Pixels() != 0 {
			t.Errorf("%q is shown", id)
		}
		shows(as, m.Pictures().Find)
	}
	for id, raw := range map[string]string{
		"none": `{}`, "null": `null`, "empty": `{"dataURL":"data:image/png;base64,"}`, "odd": `{"dataURL":"data:image/png;base64,!!"}`,
		strings.Repeat("long", 1000): `{"dataURL":"data:image/png;base64,AAAA"}`,
	} {
		if as, err := m.Pictures().AddFile(id, json.RawMessage(raw)); err == nil {
			t.Errorf("%.20q is kept as %s", id, as)
		}
	}
	if err := m.End(); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(filepath.Dir(m.Dir), func(path string, d fs.DirEntry, err error) error {
		inside := filepath.Dir(path) == filepath.Join(m.Dir, "pictures") || filepath.Dir(path) == m.Dir
		if err == nil && !d.IsDir() && !inside {
			t.Errorf("%s was written", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
