package session

import (
	"bytes"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
	"talkthrough/internal/paint"
)

// plainPNG is the file of a picture of one colour.
func plainPNG(t testing.TB, w, h int, c color.NRGBA) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := 0; i < len(img.Pix); i += 4 {
		img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = c.R, c.G, c.B, c.A
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

var red = color.NRGBA{R: 200, A: 255}

// silentMock is a mock without a microphone.
func silentMock(t testing.TB) *Mock {
	t.Helper()
	m, err := StartMock(t.TempDir(), testMeta(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.End() })
	return m
}

// found is what Find comes to.
func found(t testing.TB, p *Pictures, id string) *paint.Picture {
	t.Helper()
	arrived := make(chan string, 10)
	p.OnArrival(func(id string) { arrived <- id })
	if got := p.Find(id); got != nil {
		return got
	}
	for {
		select {
		case came := <-arrived:
			if came == id {
				return p.Find(id)
			}
		case <-time.After(time.Minute):
			t.Fatalf("picture %s never came", id)
		}
	}
}

// shows paints an image element with the picture and tells the colour in its
// middle.
func shows(id string, find paint.Pictures) color.RGBA {
	e := board.NewImage(id, 40, 40)
	img := paint.Board([]*board.Element{e}, paint.ExportOptions{Padding: -1, Pictures: find})
	return img.RGBAAt(20, 20)
}

// killed is the attempt's folder as a kill at this moment leaves it.
func killed(t testing.TB, m *Mock) string {
	t.Helper()
	if err := m.Sync(); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "attempt")
	if err := os.CopyFS(dir, os.DirFS(m.Dir)); err != nil {
		t.Fatal(err)
	}
	return dir
}

func drawsImage(m *Mock, id string) {
	m.Do(Drew{board.PutNew(board.NewScene(), board.NewImage(id, 40, 40))})
}

func TestAPictureIsThereAfterTheEndAndInTheFileForOtherPrograms(t *testing.T) {
	m := silentMock(t)
	data := plainPNG(t, 30, 20, red)
	id, err := m.Pictures().Add(data)
	if err != nil || len(id) != 40 {
		t.Fatalf("kept as %q: %v", id, err)
	}
	drawsImage(m, id)
	live := found(t, m.Pictures(), id)
	if w, h := live.Size(); w != 30 || h != 20 {
		t.Errorf("shown with %d×%d pixels", w, h)
	}
	if err := m.End(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(m.Dir, "pictures", id+".png")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%s: %v, %v", path, info, err)
	}
	a, err := Open(m.Dir)
	if err != nil {
		t.Fatal(err)
	}
	found(t, a.Pictures(), id)
	if c := shows(id, a.Pictures().Find); c != (color.RGBA{200, 0, 0, 255}) {
		t.Errorf("the replay shows %v", c)
	}
	_, rest, err := excalidraw.Open(filepath.Join(m.Dir, "board.excalidraw"))
	if err != nil {
		t.Fatal(err)
	}
	if _, got, _, err := excalidraw.PictureFile(rest.Files, id); err != nil || !bytes.Equal(got, data) {
		t.Errorf("board.excalidraw carries %d bytes (%v), want %d", len(got), err, len(data))
	}
	if _, err := a.Pictures().Add(plainPNG(t, 1, 1, red)); err == nil {
		t.Error("a picture was added to an attempt that is over")
	}
}

func TestAPictureAddedTwiceIsKeptOnce(t *testing.T) {
	m := silentMock(t)
	data := plainPNG(t, 3, 3, red)
	a, _ := m.Pictures().Add(data)
	z, _ := m.Pictures().Add(data)
	if a != z {
		t.Errorf("kept as %s and %s", a, z)
	}
	m.Read(func(s *State) {
		if len(s.Pictures) != 1 {
			t.Errorf("the journal knows %d", len(s.Pictures))
		}
	})
}

func TestAKillWithinTheSecondLeavesABoxAndTheRest(t *testing.T) {
	m := silentMock(t)
	id, _ := m.Pictures().Add(plainPNG(t, 9, 9, red))
	drawsImage(m, id)
	dir := killed(t, m)
	if err := os.RemoveAll(filepath.Join(dir, "pictures")); err != nil { // the file did not get there
		t.Fatal(err)
	}
	a, r, err := Recover(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Problems) != 1 || !strings.Contains(r.Problems[0], id+".png") {
		t.Errorf("said %q", r.Problems)
	}
	if p := found(t, a.Pictures(), id); p.Pixels() != 0 {
		t.Error("a picture is shown that is nowhere")
	}
	if err := a.Finish(); err != nil {
		t.Fatalf("it cannot be finished: %v", err)
	}
}

func TestALostPictureIsBackWhenItIsAddedAgain(t *testing.T) {
	first := silentMock(t)
	data := plainPNG(t, 9, 9, red)
	id, _ := first.Pictures().Add(data)
	drawsImage(first, id)
	dir := killed(t, first)
	os.RemoveAll(filepath.Join(dir, "pictures"))
	a, _, err := Recover(dir)
	if err != nil {
		t.Fatal(err)
	}
	m, err := ContinueMock(a, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer m.End()
	found(t, m.Pictures(), id)
	if _, err := m.Pictures().Add(data); err != nil {
		t.Fatal(err)
	}
	if p := found(t, m.Pictures(), id); p.Pixels() != 81 {
		t.Errorf("shown with %d pixels", p.Pixels())
	}
	if err := m.End(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "pictures", id+".png")); err != nil {
		t.Error(err)
	}
}

func TestAPictureWhoseLineInTheJournalIsLostIsShown(t *testing.T) {
	m := silentMock(t)
	id, _ := m.Pictures().Add(plainPNG(t, 9, 9, red))
	drawsImage(m, id)
	if err := m.End(); err != nil {
		t.Fatal(err)
	}
	log, err := os.ReadFile(m.Journal())
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for line := range strings.Lines(string(log)) {
		if !strings.Contains(line, `"do":"picture"`) {
			kept = append(kept, line)
		}
	}
	if err := os.WriteFile(m.Journal(), []byte(strings.Join(kept, "")), 0o600); err != nil {
		t.Fatal(err)
	}
	a, err := Open(m.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if p := found(t, a.Pictures(), id); p.Pixels() != 81 {
		t.Errorf("shown with %d pixels", p.Pixels())
	}
}

func TestADamagedFileIsNeverTakenForThePicture(t *testing.T) {
	m := silentMock(t)
	id, _ := m.Pictures().Add(plainPNG(t, 9, 9, red))
	if err := m.End(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(m.Dir, "pictures", id+".png")
	if err := os.WriteFile(path, plainPNG(t, 8, 8, red), 0o600); err != nil {
		t.Fatal(err)
	}
	a, err := Open(m.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Pictures().Files([]string{id}); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("read all the same: %v", err)
	}
	if p := found(t, a.Pictures(), id); p.Pixels() != 0 {
		t.Error("shown all the same")
	}
}

func TestAPictureThatCannotBeSavedIsSaidAndTriedAgain(t *testing.T) {
	m := silentMock(t)
	said := make(chan error, 4)
	m.OnSaveError(func(err error) { said <- err })
	blocked := filepath.Join(m.Dir, "pictures")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil { // a file where the folder should be
		t.Fatal(err)
	}
	id, err := m.Pictures().Add(plainPNG(t, 9, 9, red))
	if err != nil {
		t.Fatal(err)
	}
	if err := <-said; err == nil || !strings.Contains(err.Error(), id) {
		t.Fatalf("said %v", err)
	}
	if p := found(t, m.Pictures(), id); p.Pixels() != 81 {
		t.Error("it is not shown meanwhile")
	}
	if err := os.Remove(blocked); err != nil {
		t.Fatal(err)
	}
	if err := <-said; err != nil {
		t.Fatalf("said %v", err)
	}
	if _, err := os.Stat(filepath.Join(blocked, id+".png")); err != nil {
		t.Error(err)
	}
}

func TestTheEndSaysWhichPicturesAreLost(t *testing.T) {
	m := silentMock(t)
	if err := os.WriteFile(filepath.Join(m.Dir, "pictures"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	id, _ := m.Pictures().Add(plainPNG(t, 9, 9, red))
	if err := m.End(); err == nil || !strings.Contains(err.Error(), id) {
		t.Errorf("ended with %v", err)
	}
}

// Whatever another program put beside a picture comes back out as it went in.
func TestWhatExcalidrawKeepsOfAPictureComesBack(t *testing.T) {
	m := silentMock(t)
	rapid.Check(t, func(t *rapid.T) {
		id := rapid.StringN(1, 60, 200).Draw(t, "id")
		mime := rapid.SampledFrom([]string{"image/svg+xml", "image/png", "image/x-odd", "application/octet-stream"}).Draw(t, "mime")
		data := rapid.SliceOfN(rapid.Byte(), 1, 40).Draw(t, "data")
		keys := json.RawMessage(rapid.SampledFrom([]string{`{"created":1700000000000,"lastRetrieved":7}`, `{"version":2,"x":{"y":[null]}}`}).Draw(t, "keys"))
		raw := excalidraw.NewPictureFile(id, mime, data, keys)
		as, err := m.Pictures().AddFile(id, raw)
		if err != nil {
			t.Fatal(err)
		}
		files, err := m.Pictures().Files([]string{as})
		if err != nil {
			t.Fatal(err)
		}
		if want := excalidraw.NewPictureFile(as, mime, data, keys); as == id && !bytes.Equal(files[as], want) {
			t.Fatalf("came back as %s, want %s", files[as], want)
		}
		gotMIME, gotData, _, err := excalidraw.PictureFile(files, as)
		if err != nil || !bytes.Equal(gotData, data) || as == id && gotMIME != mime {
			t.Fatalf("came back as %s %q: %v", gotMIME, gotData, err)
		}
	})
}

func TestTwoPicturesWithOneIDAreBothKept(t *testing.T) {
	m := silentMock(t)
	a, z := plainPNG(t, 3, 3, red), plainPNG(t, 4, 4, red)
	first, err := m.Pictures().AddFile("same", excalidraw.NewPictureFile("same", "image/png", a, nil))
	if err != nil || first != "same" {
		t.Fatal(first, err)
	}
	second, err := m.Pictures().AddFile("same", excalidraw.NewPictureFile("same", "image/png", z, nil))
	if err != nil || second == first {
		t.Fatal(second, err)
	}
	for id, pixels := range map[string]int{first: 9, second: 16} {
		if p := found(t, m.Pictures(), id); p.Pixels() != pixels {
			t.Errorf("%s has %d pixels, want %d", id, p.Pixels(), pixels)
		}
	}
}

func TestTheShelfHoldsNoMoreThanItMay(t *testing.T) {
	var s shelf
	side := 2048
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 40 {
		w := side/2 + r.IntN(side/2)
		img := image.NewRGBA(image.Rect(0, 0, w, side))
		s.put(string(rune('a'+i)), paint.NewPictureWithin(img, pictureHolds))
		sum := 0
		for _, p := range s.pictures {
			sum += p.Pixels()
		}
		if sum != s.pixels || sum > shelfHolds {
			t.Fatalf("after %d pictures the shelf holds %d pixels and thinks %d", i+1, sum, s.pixels)
		}
	}
}

func TestAHugePictureIsHeldSmaller(t *testing.T) {
	m := silentMock(t)
	var file bytes.Buffer
	fast := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := fast.Encode(&file, image.NewGray(image.Rect(0, 0, 5000, 3400))); err != nil {
		t.Fatal(err)
	}
	id, err := m.Pictures().Add(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	p := found(t, m.Pictures(), id)
	if w, h := p.Size(); w != 2500 || h != 1700 {
		t.Errorf("held with %d×%d pixels", w, h)
	}
	if c := shows(id, m.Pictures().Find); c != (color.RGBA{0, 0, 0, 255}) {
		t.Errorf("shown in %v", c)
	}
}

func drawPicture(t *rapid.T) PictureKept {
	k := PictureKept{ID: rapid.String().Draw(t, "fileId"), Type: rapid.String().Draw(t, "type")}
	if rapid.Bool().Draw(t, "else") {
		k.SHA1 = sum([]byte(k.ID))
		k.Keys = json.RawMessage(`{"created":12}`)
	}
	return k
}
