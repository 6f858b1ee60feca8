package export

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

var green = color.RGBA{0, 150, 0, 255}

// pictured is an attempt whose board shows a green picture, an SVG, one that
// is missing, and an element of a kind that nobody knows.
func pictured(t *testing.T) (a *session.Attempt, file []byte, id string) {
	t.Helper()
	m, err := session.StartMock(t.TempDir(), session.Meta{
		Question: question.Question{ID: "q", Title: "Q"}, Level: interview.Senior,
		Plan: session.PlanMinutes(interview.PlanFor(40)), Started: time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	img := image.NewRGBA(image.Rect(0, 0, 50, 30))
	for i := range img.Pix {
		img.Pix[i] = [4]byte{green.R, green.G, green.B, green.A}[i%4]
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	if id, err = m.Pictures().Add(out.Bytes()); err != nil {
		t.Fatal(err)
	}
	svg := excalidraw.NewPictureFile("svg", "image/svg+xml", []byte("<svg/>"), json.RawMessage(`{"created":5}`))
	if _, err := m.Pictures().AddFile("svg", svg); err != nil {
		t.Fatal(err)
	}
	odd := new(board.Element)
	if err := json.Unmarshal([]byte(`{"id":"odd","type":"embeddable","x":0,"y":200,"width":10,"height":10,"index":"a9","link":"https://example.org","theirs":{"deep":[1]}}`), odd); err != nil {
		t.Fatal(err)
	}
	scene := board.NewScene()
	for i, fileID := range []string{id, "svg", "nowhere"} {
		e := board.NewImage(fileID, 100, 60)
		e.X = float64(i) * 150
		put := board.PutNew(scene, e)
		scene.Apply(put)
		m.Do(session.Drew{Edit: put})
	}
	m.Do(session.Drew{Edit: board.Edit{Put: []*board.Element{odd}}})
	if err := m.End(); err != nil {
		t.Fatal(err)
	}
	if a, err = session.Open(m.Dir); err != nil {
		t.Fatal(err)
	}
	return a, out.Bytes(), id
}

// count is how many pixels of a PNG have a colour.
func count(t *testing.T, data []byte, c color.RGBA) int {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if color.RGBAModel.Convert(img.At(x, y)) == c {
				n++
			}
		}
	}
	return n
}

func TestPicturesAreInEveryExport(t *testing.T) {
	a, _, _ := pictured(t)
	dir := t.TempDir()
	if _, err := Write(dir, At(a, a.Player.End().At)); err != nil {
		t.Fatal(err)
	}
	for name, least := range map[string]int{"board.png": 190 * 110, "page.png": 1000} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if n := count(t, data, green); n < least {
			t.Errorf("%s has %d pixels of the picture, want %d", name, n, least)
		}
	}
	if at := At(a, -time.Millisecond); len(at.Files) != 0 {
		t.Errorf("before anything was drawn there are %d pictures", len(at.Files))
	}
}

func TestABoardWithPicturesOpensAgainFromEveryForm(t *testing.T) {
	a, file, id := pictured(t)
	d := DrawingOf(a.Player.End().Scene(), a.Pictures())
	for _, form := range Forms() {
		path := filepath.Join(t.TempDir(), "board"+string(form))
		var out bytes.Buffer
		if err := d.Write(context.Background(), &out, form, Look{}); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		if !form.Opens() {
			continue
		}
		again, err := excalidraw.OpenContent(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, got, _, err := excalidraw.PictureFile(again.Rest.Files, id); err != nil || !bytes.Equal(got, file) {
			t.Errorf("%s: the picture came back with %d bytes: %v", form, len(got), err)
		}
		if _, got, keys, err := excalidraw.PictureFile(again.Rest.Files, "svg"); err != nil || string(got) != "<svg/>" || string(keys) != `{"created":5}` {
			t.Errorf("%s: the SVG came back as %q with %s: %v", form, got, keys, err)
		}
		odd := again.Scene.Get("odd")
		if odd == nil || odd.Kind != "embeddable" || string(odd.Extra["theirs"]) != `{"deep":[1]}` || odd.Link != "https://example.org" {
			t.Errorf("%s: the unknown element came back as %+v", form, odd)
		}
	}
}
