package excalidraw

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/json"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// picture is a small PNG.
func picture() []byte {
	img := image.NewRGBA(image.Rect(0, 0, 3, 2))
	img.Set(1, 1, color.RGBA{200, 10, 10, 255})
	var b bytes.Buffer
	_ = png.Encode(&b, img) // into memory
	return b.Bytes()
}

// pngChunk is a chunk, built apart from the code that is tested.
func pngChunk(kind string, data []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(append([]byte(kind), data...)))
}

// withChunk is the picture with a chunk before its end.
func withChunk(kind string, data []byte) []byte {
	p := picture()
	return slices.Concat(p[:len(p)-12], pngChunk(kind, data), p[len(p)-12:])
}

func embeddedIn(t interface{ Fatal(...any) }, picture, file []byte) []byte {
	out, err := EmbedPNG(picture, file)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// chunkKinds lists the kinds of chunks, and the data of the first tEXt.
func chunkKinds(t interface{ Fatal(...any) }, data []byte) (kinds []string, text []byte) {
	for at := 8; at < len(data); {
		n := int(binary.BigEndian.Uint32(data[at:]))
		kind, body := string(data[at+4:at+8]), data[at+8:at+8+n]
		if crc := binary.BigEndian.Uint32(data[at+8+n:]); crc != crc32.ChecksumIEEE(data[at+4:at+8+n]) {
			t.Fatal("wrong checksum of " + kind)
		}
		if kind == "tEXt" && text == nil {
			text = body
		}
		kinds = append(kinds, kind)
		at += 12 + n
	}
	return kinds, text
}

// What Excalidraw does to find the drawing: the first tEXt, its characters as
// Latin-1, JSON, the characters as bytes, inflate.
func TestPicturesCarryTheFileAsExcalidrawDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file := []byte(rapid.String().Draw(t, "file"))
		noise := rapid.SliceOfN(rapid.Byte(), 0, 5000).Draw(t, "noise") // all bytes occur compressed
		file = append(file, noise...)
		out := embeddedIn(t, withChunk("tEXt", []byte("Software\x00other")), file)
		kinds, text := chunkKinds(t, out)
		if want := []string{"IHDR", "IDAT", "tEXt", "tEXt", "IEND"}; !slices.Equal(kinds, want) {
			t.Fatalf("chunks %v, want %v", kinds, want)
		}
		keyword, body, _ := bytes.Cut(text, []byte{0})
		if string(keyword) != "application/vnd.excalidraw+json" {
			t.Fatalf("the first text is %q", keyword)
		}
		var characters []rune
		for _, b := range body {
			characters = append(characters, rune(b))
		}
		var carried struct {
			Version, Encoding, Encoded string
			Compressed                 bool
		}
		if err := json.Unmarshal([]byte(string(characters)), &carried); err != nil {
			t.Fatal(err)
		}
		if carried.Version != "1" || carried.Encoding != "bstring" || !carried.Compressed {
			t.Fatalf("carried as %+v", carried)
		}
		var z []byte
		for _, r := range carried.Encoded {
			z = append(z, byte(r))
		}
		if z[0] != 0x78 || z[1] != 0x9c {
			t.Fatalf("compressed as % x", z[:2])
		}
		r, err := zlib.NewReader(bytes.NewReader(z))
		if err != nil {
			t.Fatal(err)
		}
		if back, err := io.ReadAll(r); err != nil || !bytes.Equal(back, file) {
			t.Fatalf("%v: %q, want %q", err, back, file)
		}
	})
}

func TestPicturesKeepTheDrawing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file := []byte(fileText().Draw(t, "file"))
		out := embeddedIn(t, embeddedIn(t, picture(), []byte("an earlier one")), file)
		s, rest, err := DecodePNG(out)
		if err != nil {
			t.Fatal(err)
		}
		checkSame(t, file, encode(t, s, Options{Rest: rest}))
		want, _ := png.Decode(bytes.NewReader(picture()))
		got, err := png.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("the picture changed: %s", d)
		}
	})
}

const smallFile = `{"type":"excalidraw","elements":[{"id":"caf\u00e9","type":"rectangle","width":9,"height":9}]}`

func TestOldPicturesOpen(t *testing.T) {
	keyword := mimeType + "\x00"
	for name, body := range map[string]string{
		"the file as it is":   smallFile,
		"the file in Latin-1": strings.ReplaceAll(smallFile, `\u00e9`, "\xe9"),
		"the file in UTF-8":   strings.ReplaceAll(smallFile, `\u00e9`, "é"),
		"packed, uncompressed": `{"encoding":"bstring","compressed":false,"encoded":` +
			strings.ReplaceAll(string(quoted(strings.ReplaceAll(smallFile, `\u00e9`, "\x01"))), `\u0001`, `\u00c3\u00a9`) + `}`,
	} {
		for _, first := range []string{"", "Software"} {
			p := withChunk("tEXt", []byte(keyword+body))
			if first != "" {
				p = slices.Concat(p[:33], pngChunk("tEXt", []byte("Software\x00x")), p[33:])
			}
			s, _, err := DecodePNG(p)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if s.Len() != 1 || s.Elements()[0].ID != "café" {
				t.Errorf("%s: read %q", name, s.Elements()[0].ID)
			}
		}
	}
}

func TestBadPicturesSayWhatIsWrong(t *testing.T) {
	good := embeddedIn(t, picture(), []byte(smallFile))
	damaged := bytes.Clone(good)
	damaged[bytes.Index(damaged, []byte("bstring"))] ^= 1
	for _, c := range []struct {
		data []byte
		want string
		is   error
	}{
		{picture(), "no drawing", ErrNoScene},
		{damaged, "checksum", ErrNotExcalidraw},
		{good[:len(good)-40], "cut short", nil},
		{[]byte("GIF89a"), "not a PNG", nil},
		{withChunk("tEXt", []byte(mimeType+"\x00{")), "damaged", ErrNotExcalidraw},
		{withChunk("tEXt", []byte(mimeType+"\x00"+`{"encoded":"x","encoding":"base99"}`)), "base99", ErrNotExcalidraw},
		{withChunk("tEXt", []byte(mimeType+"\x00"+`{"encoded":"x","encoding":"bstring","compressed":true}`)), "damaged", ErrNotExcalidraw},
		{withChunk("tEXt", []byte(mimeType+"\x00"+`{"encoded":"\u20ac","encoding":"bstring"}`)), "no byte", ErrNotExcalidraw},
		{embeddedIn(t, picture(), []byte(`{"type":"other"}`)), `"type": "excalidraw"`, ErrNotExcalidraw},
	} {
		_, _, err := DecodePNG(c.data)
		if err == nil || !strings.Contains(err.Error(), c.want) || (c.is != nil && !errors.Is(err, c.is)) {
			t.Errorf("%v, want it to say %q and be %v", err, c.want, c.is)
		}
	}
	for _, data := range [][]byte{nil, []byte("GIF89a"), picture()[:40]} {
		if _, err := EmbedPNG(data, []byte(smallFile)); err == nil {
			t.Errorf("embedded in %d bytes that are no PNG", len(data))
		}
	}
}

func TestFixturesOfExcalidrawOpen(t *testing.T) {
	for name, want := range map[string]string{
		"fx_smiley_embedded_v2.png": "😀", "fx_smiley_embedded_v2.svg": "😀",
		"fx_test_embedded_v1.png": "test", "fx_test_embedded_v1.svg": "test",
	} {
		data, err := os.ReadFile("../../../shared/samples/" + name)
		if err != nil {
			continue // the samples are not part of the repository
		}
		s, _, err := DecodeAny(name, data)
		if err != nil {
			t.Error(err)
			continue
		}
		if s.Len() != 1 || s.Elements()[0].Text != want {
			t.Errorf("%s: %q, want %q", name, s.Elements()[0].Text, want)
		}
	}
}
