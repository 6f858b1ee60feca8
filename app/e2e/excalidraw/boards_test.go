//go:build linux

package excalidraw

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"testing"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
)

// hand draws on a board as the program's tools do.
type hand struct {
	t testing.TB
	*board.Scene
}

func newHand(t testing.TB) hand { return hand{t, board.NewScene()} }

func (h hand) put(e *board.Element) *board.Element {
	h.Apply(board.PutNew(h.Scene, e))
	return h.Get(e.ID)
}

func (h hand) shape(kind board.Kind, id string, x, y, w, height float64, label string) *board.Element {
	e := board.NewElement(kind, board.DefaultStyle())
	e.ID, e.X, e.Y, e.W, e.H = id, x, y, w, height
	h.put(e)
	if label != "" {
		h.Apply(board.SetText(h.Scene, id, label))
	}
	return h.Get(id)
}

// arrow joins two shapes from middle to middle.
func (h hand) arrow(kind board.ArrowKind, id, from, to, label string) *board.Element {
	a := board.NewElement(board.Arrow, board.DefaultStyle())
	a.ID = id
	p, q := h.Get(from).Centre(), h.Get(to).Centre()
	a.X, a.Y, a.Points = p.X, p.Y, []board.Point{{}, q.Sub(p)}
	board.ShapeArrow(a, kind)
	a = board.Bind(h.Scene, a, board.AtStart, h.Get(from), p)
	a = board.Bind(h.Scene, a, board.AtEnd, h.Get(to), q)
	h.put(a)
	if label != "" {
		h.Apply(board.SetText(h.Scene, id, label))
	}
	return h.Get(id)
}

// change puts a changed copy of an element.
func (h hand) change(id string, how func(e *board.Element)) {
	e := h.Get(id).Clone()
	how(e)
	h.Apply(board.Edit{Put: []*board.Element{e}})
}

// ownBoard has something of everything that this program draws, and its
// pictures.
func ownBoard(t testing.TB) (*board.Scene, map[string]json.RawMessage) {
	h := newHand(t)
	h.shape(board.Rectangle, "client", 0, 0, 160, 80, "Client")
	h.shape(board.Ellipse, "gateway", 320, 0, 180, 90, "Gateway that has a name so long that it wraps")
	h.shape(board.Diamond, "choice", 640, 0, 160, 120, "ok?")
	h.shape(board.Cylinder, "store", 640, 260, 140, 110, "Features")
	h.shape(board.Rectangle, "blank", 320, 260, 160, 80, "")
	h.arrow(board.StraightArrow, "straight", "client", "gateway", "HTTP")
	h.arrow(board.CurvedArrow, "curved", "gateway", "choice", "")
	h.arrow(board.ElbowArrow, "elbow", "choice", "blank", "no")
	h.arrow(board.ElbowArrow, "to-store", "blank", "store", "")
	h.arrow(board.StraightArrow, "from-store", "store", "client", "")
	h.arrow(board.CurvedArrow, "self", "client", "client", "")
	h.lines()
	h.frame()

	h.Apply(board.Rotate(h.Scene, []string{"blank"}, 0.4))
	h.Apply(board.Group(h.Scene, []string{"client", "gateway"}))
	h.Apply(board.Group(h.Scene, []string{"client", "gateway", "choice"}))
	h.Apply(board.Lock(h.Scene, []string{"choice"}))
	dashed, hachure, rough := "dashed", "hachure", 2
	h.Apply(board.ApplyStyle(h.Scene, []string{"client", "store"}, board.StyleChange{StrokeStyle: &dashed, FillStyle: &hachure, Roughness: &rough}))
	h.change("gateway", func(e *board.Element) { e.Link = "https://example.org/?a=1&b=<2>" })

	h.put(board.NewImage("picture", 120, 60))
	return h.Scene, map[string]json.RawMessage{"picture": pictureFile(t, "picture")}
}

// lines draws what has points and no shapes, and text that stands free.
func (h hand) lines() {
	free := board.NewElement(board.Arrow, board.DefaultStyle())
	free.ID, free.X, free.Y = "free", -200, 0
	free.Points = []board.Point{{}, {X: 30, Y: 60}, {X: 90, Y: 20}}
	free.StartHead, free.EndHead = "bar", "triangle"
	h.put(free)
	line := board.NewElement(board.Line, board.DefaultStyle())
	line.ID, line.X, line.Y, line.Points = "line", -200, 120, []board.Point{{}, {X: 80}, {X: 80, Y: 50}}
	h.put(line)
	ink := board.NewElement(board.Freedraw, board.DefaultStyle())
	ink.ID, ink.X, ink.Y = "ink", -200, 240
	for i := range 40 {
		ink.Points = append(ink.Points, board.Point{X: float64(3 * i), Y: float64(i * i % 50)})
		ink.Pressures = append(ink.Pressures, float64(i)/40)
	}
	h.put(ink)
	note := board.NewElement(board.Text, board.DefaultStyle())
	note.ID, note.X, note.Y = "note", -200, 340
	note.Text = "10 M users a day\n<b>&amp; \"QPS\"</b>\tпривет 你好 👋 \u2028"
	h.put(note)
}

// frame draws a frame with a labelled shape in it.
func (h hand) frame() {
	f := board.NewElement(board.Frame, board.DefaultStyle())
	f.ID, f.Name, f.X, f.Y, f.W, f.H = "frame", "Serving", 0, 500, 400, 200
	h.put(f)
	h.shape(board.Rectangle, "framed", 40, 560, 160, 80, "Ranker")
	h.Apply(board.Reframe(h.Scene, []string{"framed"}))
	if h.Get("framed").Frame != "frame" {
		h.t.Fatal("the shape does not lie in the frame")
	}
}

// pictureFile is a small picture as an .excalidraw file holds it.
func pictureFile(t testing.TB, id string) json.RawMessage {
	img := image.NewRGBA(image.Rect(0, 0, 12, 6))
	for i := range 12 {
		img.Set(i, i/2, color.RGBA{200, uint8(20 * i), 40, 255})
	}
	var data bytes.Buffer
	if err := png.Encode(&data, img); err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(map[string]any{
		"id": id, "mimeType": "image/png", "created": 1700000000000,
		"dataURL": "data:image/png;base64," + base64.StdEncoding.EncodeToString(data.Bytes()),
	})
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// grownBoard is made by the gestures that make many elements at once.
func grownBoard(t testing.TB) *board.Scene {
	h := newHand(t)
	h.shape(board.Rectangle, "root", 0, 0, 160, 80, "Root")
	grown := board.Grow(h.Scene, "root", board.Rightward, 3)
	h.Apply(grown)
	for _, e := range grown.Put[:3] {
		h.Apply(board.SetText(h.Scene, e.ID, "Leaf"))
	}
	for i, part := range board.Parts() {
		h.Apply(board.Drop(h.Scene, part, board.Point{X: float64(i%6) * 260, Y: 700 + float64(i/6)*200}))
	}
	boxes, ok := board.BoxesFromList(h.Scene, "- one\n- two\n- three", board.Point{Y: -400})
	if !ok {
		t.Fatal("the list makes no boxes")
	}
	h.Apply(boxes)
	chart, err := board.FromMermaid(h.Scene, "graph LR\n A[Events] -->|batch| B[(Store)]\n B --> C{Fresh?}\n C -- yes --> A", board.Point{Y: -900})
	if err != nil {
		t.Fatal(err)
	}
	h.Apply(chart)
	h.Apply(board.Duplicate(h.Scene, h.SelectAll(), 3000, 0))
	h.Apply(board.Delete(h.Scene, []string{grown.Put[0].ID}))
	h.Apply(board.Tidy(h.Scene, []string{"root", grown.Put[1].ID, grown.Put[2].ID}))
	return h.Scene
}

// ofFiles is a rest for a board drawn here with pictures.
func ofFiles(files map[string]json.RawMessage) excalidraw.Rest { return excalidraw.Rest{Files: files} }
