package whiteboard

import (
	"bytes"
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"image/png"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
	"talkthrough/internal/paint"
)

// album is Pictures without a disk: what is added can be found once develop was
// called.
type album struct {
	files    map[string]json.RawMessage
	prints   map[string]*paint.Picture
	renames  map[string]string
	unlisted bool // Files fails
}

func newAlbum() *album {
	return &album{files: map[string]json.RawMessage{}, prints: map[string]*paint.Picture{}, renames: map[string]string{}}
}

func (a *album) Find(id string) *paint.Picture { return a.prints[id] }

func (a *album) Add(file []byte) (string, error) {
	if len(file) == 0 {
		return "", errors.New("an empty picture")
	}
	a.files["added"] = excalidraw.NewPictureFile("added", "image/png", file, nil)
	return "added", nil
}

func (a *album) AddFile(id string, file json.RawMessage) (string, error) {
	if to := a.renames[id]; to != "" {
		id = to
	}
	a.files[id] = file
	return id, nil
}

func (a *album) Files(ids []string) (map[string]json.RawMessage, error) {
	if a.unlisted {
		return nil, errors.New("the disk is gone")
	}
	out := map[string]json.RawMessage{}
	for _, id := range ids {
		if f := a.files[id]; f != nil {
			out[id] = f
		}
	}
	return out, nil
}

// develop makes a picture that can be found, of one colour.
func (a *album) develop(id string, c color.RGBA) {
	img := image.NewRGBA(image.Rect(0, 0, 8, 8))
	for i := 0; i < len(img.Pix); i += 4 {
		img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = c.R, c.G, c.B, c.A
	}
	a.prints[id] = paint.NewPicture(img, "", nil)
}

// atAlbum is a person at a board that keeps pictures.
func atAlbum(t testing.TB) (*hand, *album) {
	h, a := atBoard(t), newAlbum()
	h.doc.Pictures = a
	h.bake.painter.Pictures, h.live.painter.Pictures = a.Find, a.Find
	return h, a
}

func onePixelFile(t testing.TB, id string) json.RawMessage {
	return excalidraw.NewPictureFile(id, "image/png", pngFile(t, 1, 1), nil)
}

func pngFile(t testing.TB, w, h int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewRGBA(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func images(s *board.Scene) []*board.Element {
	var out []*board.Element
	for _, e := range s.Elements() {
		if e.Kind == board.Image {
			out = append(out, e)
		}
	}
	return out
}

func TestALargePictureTakesHalfOfWhatIsSeenAndASmallOneItsOwnSize(t *testing.T) {
	h, _ := atAlbum(t)
	h.oneStep(t, func() { h.PutPicture("p", 4000, 1000, board.Point{X: 300, Y: 200}) })
	e := images(h.scene)[0]
	near(t, "width", e.W, 500, 0.01)
	near(t, "height", e.H, 125, 0.01)
	if c := e.Box().Centre(); c != (board.Point{X: 300, Y: 200}) {
		t.Errorf("its middle is %v", c)
	}
	h.selects(t, e)
	h.PutPicture("q", 30, 20, board.Point{X: 700, Y: 200})
	small := images(h.scene)[1]
	if small.W != 30 || small.H != 20 || small.FileID != "q" {
		t.Errorf("%s takes %g×%g", small.FileID, small.W, small.H)
	}
	h.set(view{0, 0, 4})
	h.PutPicture("r", 4000, 1000, board.Point{})
	near(t, "width at 400 %", images(h.scene)[2].W, 125, 0.01)
}

func TestAPictureKeepsItsProportionsUnlessShiftIsHeld(t *testing.T) {
	h, _ := atAlbum(t)
	h.PutPicture("p", 200, 100, board.Point{X: 300, Y: 200})
	e := images(h.scene)[0] // 200…400, 150…250
	h.drag(400, 250, 500, 260)
	got := h.now(e)
	near(t, "width by the corner", got.W, 300, 1)
	near(t, "height by the corner", got.H, 150, 1)
	h.Undo()
	h.drag(404, 200, 504, 200)
	got = h.now(e)
	near(t, "width by the side", got.W, 300, 1)
	near(t, "height by the side", got.H, 150, 1)
	h.Undo()
	h.holding(shiftKey, func() { h.drag(400, 250, 500, 260) })
	got = h.now(e)
	near(t, "width with Shift", got.W, 300, 1)
	near(t, "height with Shift", got.H, 110, 1)
}

func TestAPictureIsPaintedWhenItComes(t *testing.T) {
	h, a := atAlbum(t)
	h.PutPicture("p", 200, 100, board.Point{X: 300, Y: 200})
	h.Select()
	grey := pixelAt(h, 300, 180)
	a.develop("p", color.RGBA{200, 0, 0, 255})
	if got := pixelAt(h, 300, 180); got != grey {
		t.Fatal("painted without having been told: this test tells nothing")
	}
	h.ShowPicture("other")
	if got := pixelAt(h, 300, 180); got != grey {
		t.Error("another picture's coming paints this one")
	}
	h.ShowPicture("p")
	if got := pixelAt(h, 300, 180); got != (color.RGBA{200, 0, 0, 255}) {
		t.Errorf("it is %v", got)
	}
}

func TestAPictureIsPaintedWhenItComesInAReplay(t *testing.T) {
	h, a := atAlbum(t) // for its window
	h.PutPicture("p", 200, 100, board.Point{X: 300, Y: 200})
	v := NewViewer()
	v.ShowPictures(a.Find)
	v.resize(fyne.NewSize(1000, 800))
	v.SetScene(h.scene)
	at := func() color.RGBA {
		img := v.generate(1000, 800).(*image.RGBA)
		return img.RGBAAt(500, 420)
	}
	grey := at()
	a.develop("p", color.RGBA{200, 0, 0, 255})
	v.ShowPicture("p")
	if got := at(); got == grey || got != (color.RGBA{200, 0, 0, 255}) {
		t.Errorf("it is %v", got)
	}
}

func pixelAt(h *hand, x, y int) color.RGBA {
	size := h.raster.Size()
	return h.generate(int(size.Width), int(size.Height)).(*image.RGBA).RGBAAt(x, y)
}

func TestPastedElementsBringTheirPictures(t *testing.T) {
	h, a := atAlbum(t)
	a.renames["taken"] = "fresh"
	e, z := board.NewImage("taken", 40, 30), board.NewImage("free", 40, 30)
	z.X, e.Index, z.Index = 100, "a0", "a1"
	text, err := excalidraw.EncodeClipboard([]*board.Element{e, z}, map[string]json.RawMessage{
		"taken": onePixelFile(t, "taken"), "free": onePixelFile(t, "free"), "idle": onePixelFile(t, "idle"),
	})
	if err != nil {
		t.Fatal(err)
	}
	fyne.CurrentApp().Clipboard().SetContent(text)
	h.oneStep(t, func() { h.TypedShortcut(&fyne.ShortcutPaste{}) })
	var ids []string
	for _, e := range images(h.scene) {
		ids = append(ids, e.FileID)
	}
	if len(ids) != 2 || ids[0] != "fresh" || ids[1] != "free" {
		t.Errorf("they show %v", ids)
	}
	if len(a.files) != 2 || a.files["fresh"] == nil || a.files["free"] == nil {
		t.Errorf("%d pictures are kept", len(a.files))
	}
}

// slowly has what the board posts wait until finish is called.
func slowly(h *hand) (finish func()) {
	posted := make(chan func(), 10)
	h.post = func(f func()) { posted <- f }
	return func() { (<-posted)() }
}

func TestCopiedElementsTakeTheirPicturesAlong(t *testing.T) {
	h, a := atAlbum(t)
	a.files["p"] = onePixelFile(t, "p")
	h.PutPicture("p", 40, 30, board.Point{X: 300, Y: 200})
	finish := slowly(h)
	fyne.CurrentApp().Clipboard().SetContent("before")
	h.TypedShortcut(&fyne.ShortcutCopy{})
	// Pasted before it is there: what was copied is meant, not what was before.
	h.noStep(t, func() { h.TypedShortcut(&fyne.ShortcutPaste{}) })
	h.oneStep(t, finish)
	if n := len(images(h.scene)); n != 2 {
		t.Fatalf("%d pictures are on the board", n)
	}
	_, files, ok := excalidraw.DecodeClipboard(fyne.CurrentApp().Clipboard().Content())
	if !ok || files["p"] == nil {
		t.Errorf("the clipboard carries %v", files)
	}
}

func TestWhatIsCopiedLastIsOnTheClipboard(t *testing.T) {
	h, a := atAlbum(t)
	a.files["p"] = onePixelFile(t, "p")
	box := h.draws(t, Rectangles, 600, 300, 700, 400)
	h.PutPicture("p", 40, 30, board.Point{X: 300, Y: 200})
	finish := slowly(h)
	h.TypedShortcut(&fyne.ShortcutCopy{})
	h.Select(box.ID)
	h.TypedShortcut(&fyne.ShortcutCopy{})
	finish()
	got, _, _ := excalidraw.DecodeClipboard(fyne.CurrentApp().Clipboard().Content())
	if len(got) != 1 || got[0].Kind != board.Rectangle {
		t.Errorf("%d elements are on the clipboard", len(got))
	}
}

func TestPicturesThatCannotBeReadAreSaidAndTheElementsCopied(t *testing.T) {
	h, a := atAlbum(t)
	a.unlisted = true
	h.PutPicture("p", 40, 30, board.Point{X: 300, Y: 200})
	var said error
	h.OnProblem = func(err error) { said = err }
	finish := slowly(h)
	h.TypedShortcut(&fyne.ShortcutCopy{})
	finish()
	if said == nil {
		t.Error("nothing is said")
	}
	if got, _, _ := excalidraw.DecodeClipboard(fyne.CurrentApp().Clipboard().Content()); len(got) != 1 {
		t.Errorf("%d elements are on the clipboard", len(got))
	}
}

// sceneContent is a drawing of two boxes and an arrow between them, one of a
// kind that nobody knows, and a picture.
func sceneContent(t testing.TB) excalidraw.Content {
	t.Helper()
	c, err := excalidraw.ReadContent("d.excalidraw", []byte(`{"type":"excalidraw","version":2,"elements":[
		{"id":"a","type":"rectangle","x":1000,"y":1000,"width":100,"height":50,"myKey":{"kept":[1,2]},"boundElements":[{"id":"w","type":"arrow"}]},
		{"id":"b","type":"embeddable","x":1200,"y":1000,"width":100,"height":50,"link":"https://example.org"},
		{"id":"w","type":"arrow","x":1100,"y":1025,"width":100,"height":0,"points":[[0,0],[100,0]],"startBinding":{"elementId":"a","fixedPoint":[1,0.5],"mode":"orbit"}},
		{"id":"dead","type":"rectangle","x":9000,"y":9000,"width":10,"height":10,"isDeleted":true},
		{"id":"p","type":"image","x":1000,"y":1100,"width":40,"height":30,"fileId":"f","status":"saved"}],
		"files":{"f":`+string(onePixelFile(t, "f"))+`}}`))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestADrawingIsPutWholeAndUndoneInOneStep(t *testing.T) {
	h, a := atAlbum(t)
	c := sceneContent(t)
	var err error
	h.oneStep(t, func() { err = h.Put(board.Point{X: 500, Y: 400}, c) })
	if err != nil {
		t.Fatal(err)
	}
	if h.scene.Len() != 4 || a.files["f"] == nil {
		t.Fatalf("%d elements and %d pictures", h.scene.Len(), len(a.files))
	}
	if got := h.scene.Bounds().Centre(); got.Dist(board.Point{X: 500, Y: 400}) > 3 {
		t.Errorf("its middle is %v", got)
	}
	if got := string(h.scene.Get("a").Extra["myKey"]); got != `{"kept":[1,2]}` {
		t.Errorf("an unknown key came out as %s", got)
	}
	if h.scene.Get("b").Kind != "embeddable" || c.Notice() == "" {
		t.Errorf("the unknown kind is %q; said %q", h.scene.Get("b").Kind, c.Notice())
	}
	if w := h.scene.Get("w"); w.Start == nil || w.Start.ElementID != "a" {
		t.Error("the arrow is not bound")
	}
}

func TestTheSameDrawingTwiceGetsIdsOfItsOwn(t *testing.T) {
	h, _ := atAlbum(t)
	box := h.draws(t, Rectangles, 100, 100, 200, 200)
	for range 2 {
		if err := h.Put(h.Middle(), sceneContent(t)); err != nil {
			t.Fatal(err)
		}
	}
	if h.scene.Len() != 9 {
		t.Fatalf("%d elements", h.scene.Len())
	}
	bound := map[string]bool{}
	for _, e := range h.scene.Elements() {
		if e.ID != box.ID && e.Index <= h.now(box).Index {
			t.Errorf("%s lies under what was there", e.ID)
		}
		if e.Kind == board.Arrow {
			bound[e.Start.ElementID] = true
			if s := h.scene.Get(e.Start.ElementID); s == nil || len(s.Bound) != 1 || s.Bound[0].ID != e.ID {
				t.Errorf("arrow %s is bound to %v", e.ID, s)
			}
		}
	}
	if len(bound) != 2 {
		t.Errorf("the arrows are bound to %v", bound)
	}
}

func TestFilesAreLaidSideBySideAndBadOnesSaid(t *testing.T) {
	h, _ := atAlbum(t)
	picture := excalidraw.Content{Name: "photo.png", Picture: pngFile(t, 60, 40), MIME: "image/png", W: 60, H: 40}
	var err error
	h.oneStep(t, func() {
		err = h.Put(h.Middle(), sceneContent(t), excalidraw.Content{Name: "bad.png"}, picture, sceneContent(t))
	})
	if err == nil || !bytes.Contains([]byte(err.Error()), []byte("bad.png")) {
		t.Errorf("said %v", err)
	}
	if h.scene.Len() != 9 || len(h.Selected()) != 9 {
		t.Fatalf("%d elements, %d selected", h.scene.Len(), len(h.Selected()))
	}
	photo := images(h.scene)[1]
	for _, e := range h.scene.Elements() {
		if e.ID != photo.ID && e.Extent().Intersects(photo.Extent()) {
			t.Errorf("%s lies over the photo", e.ID)
		}
	}
}

func TestWithoutAPlaceForPicturesTheyAreRefused(t *testing.T) {
	h := atBoard(t)
	h.noStep(t, func() {
		if err := h.Put(h.Middle(), excalidraw.Content{Name: "p.png", Picture: pngFile(t, 1, 1), W: 1, H: 1}); err == nil {
			t.Error("nothing is said")
		}
	})
}

func TestThePictureKeyAsksForAFile(t *testing.T) {
	h := atBoard(t)
	asked := 0
	h.OnImage = func() { asked++ }
	h.Use(Rectangles)
	h.keys(fyne.Key9)
	if asked != 1 || h.Tool() != Selecting {
		t.Errorf("asked %d times, tool %v", asked, h.Tool())
	}
	h.Do(keys.Picture)
	if asked != 2 {
		t.Error("the button does not ask")
	}
}
