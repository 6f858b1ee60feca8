package whiteboard

import (
	"bytes"
	"image"
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"talkthrough/app/keys"
	"talkthrough/internal/board"
	"talkthrough/internal/paint"
)

// rgba is the image's pixels, copied.
func rgba(img image.Image) []byte { return slices.Clone(img.(*image.RGBA).Pix) }

// painted is the scene painted whole. It is the bake's painter that paints: how
// finely one outlines strokes hangs on the zooms it has seen.
func painted(s *surface, scene *board.Scene) []byte {
	size := s.raster.Size()
	img := image.NewRGBA(s.lens().window(int(size.Width), int(size.Height)))
	paint.Paper(img, img.Rect, s.lens().plane, themeNow())
	s.bake.painter.Draw(img, img.Rect, scene.Elements(), s.lens().plane, themeNow())
	return img.Pix
}

// All that is painted for the window's own pixels is shown without smoothing.
func TestPaintedPixelsAreShownAsTheyAre(t *testing.T) {
	h, v := atBoard(t), atViewer(t)
	rasters := 0
	for _, o := range append(test.WidgetRenderer(h.Board).Objects(), test.WidgetRenderer(v).Objects()...) {
		if r, ok := o.(*canvas.Raster); ok {
			rasters++
			if r.ScaleMode != canvas.ImageScalePixels {
				t.Errorf("a raster of %v is smoothed", r.Size())
			}
		}
	}
	if rasters < 4 {
		t.Errorf("there are %d rasters", rasters)
	}
}

// anything makes the hand do one random thing.
func (h *hand) anything(t *rapid.T) {
	at := func(what string) (x, y float32) {
		return float32(rapid.IntRange(-3, 35).Draw(t, what+" x") * 10), float32(rapid.IntRange(-3, 28).Draw(t, what+" y") * 10)
	}
	h.clicks = clicks{}
	h.held = rapid.SampledFrom([]fyne.KeyModifier{0, 0, 0, fyne.KeyModifierShift, fyne.KeyModifierAlt, fyne.KeyModifierShortcutDefault}).Draw(t, "held")
	x, y := at("from")
	switch rapid.IntRange(0, 11).Draw(t, "what") {
	case 0, 1:
		h.Use(rapid.SampledFrom([]Tool{Rectangles, Diamonds, Ellipses, Arrows, Arrows, Lines, Freehand, Erasing, Frames, Frames, Lassoing}).Draw(t, "tool"))
		x1, y1 := at("to")
		h.drag(x, y, x1, y1)
	case 2, 3:
		h.Use(Selecting)
		x1, y1 := at("to")
		h.drag(x, y, x1, y1)
	case 4: // drag or resize something
		if all := h.scene.SelectAll(); len(all) > 0 {
			h.Use(Selecting)
			h.Select(rapid.SampledFrom(all).Draw(t, "element"))
			from := h.marks.handlePlace(rapid.SampledFrom(handles[:]).Draw(t, "handle"))
			h.drag(from.X, from.Y, x, y)
		}
	case 5, 6:
		h.doubleClick(x, y)
		h.write(rapid.SampledFrom([]string{"ab", "two words", " ", "a\nb\nc", "überlänge"}).Draw(t, "text"))
		if rapid.Bool().Draw(t, "finish") {
			h.keys(fyne.KeyEscape)
		}
	case 7:
		h.at = fyne.NewPos(x, y)
		h.wheel(float32(rapid.IntRange(-30, 30).Draw(t, "dx")), float32(rapid.IntRange(-90, 90).Draw(t, "dy"))/3)
	case 8:
		h.Do(rapid.SampledFrom([]string{
			keys.Duplicate, keys.Delete, keys.SelectAll, keys.ToBack, keys.Forward, keys.FlipX, keys.NextShape, keys.MakeGroup, keys.TidyUp, keys.ZoomIn, keys.ZoomOut, keys.FitAll, keys.EditText, keys.LockTool, keys.WrapInFrame,
		}).Draw(t, "do"))
		h.show()
	case 9:
		h.Do(rapid.SampledFrom([]string{keys.Undo, keys.Undo, keys.Redo}).Draw(t, "history"))
		h.show()
	case 10:
		h.held &= fyne.KeyModifierShift // with others a key comes as a shortcut
		h.keys(rapid.SampledFrom([]fyne.KeyName{fyne.KeyLeft, fyne.KeyDown, fyne.KeyEscape, fyne.KeyBackspace}).Draw(t, "key"))
	case 11: // stop in the middle
		h.press(x, y)
		x1, y1 := at("to")
		h.to(x1, y1)
		h.wheel(7, 11)
		h.keys(fyne.KeyEscape)
		h.release()
	}
	h.held = 0
}

// Whatever was done, and repainted piece by piece: the board looks as if it had
// been painted whole.
func TestTheBakeEqualsAFullRepaint(t *testing.T) {
	h := atBoard(t)
	rapid.Check(t, func(r *rapid.T) {
		h.startAnew()
		for range rapid.IntRange(1, 25).Draw(r, "steps") {
			h.anything(r)
			if rapid.IntRange(0, 9).Draw(r, "resize") == 0 {
				h.Resize(fyne.NewSize(float32(rapid.IntRange(210, 340).Draw(r, "width")), 260))
			}
			h.finishText()
			h.finishNudge()
			settled, above := h.show()
			if above != nil && h.suggested == nil {
				r.Fatal("something is shown above the settled board")
			}
			if !bytes.Equal(settled, painted(h.surface, h.scene)) {
				r.Fatal("the board differs from the scene painted whole")
			}
		}
	})
}

// startAnew empties the board as if it had just been opened.
func (h *hand) startAnew() {
	h.abandon()
	h.finishText()
	h.finishNudge()
	h.scene, h.edits, h.history = board.NewScene(), nil, board.History{}
	h.Use(Selecting)
	h.SetLocked(false)
	h.Reload()
	h.lookAt(0, 0)
	h.Resize(fyne.NewSize(320, 260))
	h.show()
}

// The history leads back to the empty board and forth to where one was, and the
// document's edits alone make the scene.
func TestUndoAndRedoAll(t *testing.T) {
	h := atBoard(t)
	rapid.Check(t, func(r *rapid.T) {
		h.startAnew()
		for range rapid.IntRange(1, 30).Draw(r, "steps") {
			h.anything(r)
		}
		h.finishText()
		h.finishNudge()
		again := board.NewScene()
		for _, e := range h.edits {
			again.Apply(e)
		}
		if !reflect.DeepEqual(snapshot(again), snapshot(h.scene)) {
			r.Fatal("the edits made another scene")
		}
		for h.CanRedo() {
			h.Redo()
		}
		want := snapshot(h.scene)
		for h.CanUndo() {
			h.Undo()
		}
		if h.scene.Len() != 0 || len(h.Selected()) != 0 {
			r.Fatalf("all undone, %d elements and %d selected are left", h.scene.Len(), len(h.Selected()))
		}
		for h.CanRedo() {
			h.Redo()
		}
		if !slices.EqualFunc(snapshot(h.scene), want, func(a, z board.Element) bool { return reflect.DeepEqual(a, z) }) {
			r.Fatal("all redone, the board differs")
		}
	})
}

// A theme change repaints all, though nothing on the board has changed.
func TestAnotherThemeRepaints(t *testing.T) {
	h := atBoard(t)
	h.draws(t, Rectangles, 100, 100, 300, 200)
	var b bake
	b.show(h.scene.Elements())
	light := rgba(b.image(h.lens(), 1000, 800, paint.Light))
	night := rgba(b.image(h.lens(), 1000, 800, paint.Dark))
	if bytes.Equal(light, night) {
		t.Error("the dark board looks like the light one")
	}
	if again := rgba(b.image(h.lens(), 1000, 800, paint.Light)); !bytes.Equal(light, again) {
		t.Error("back in the light theme the board differs")
	}
}

// Above the board nothing is shown where it was before the view moved.
func TestWhatIsDraggedMovesWithTheView(t *testing.T) {
	h := atBoard(t)
	h.draws(t, Rectangles, 100, 100, 200, 180)
	h.doubleClick(400, 400)
	h.write("typing")
	place := h.live.raster.Position()
	h.wheel(0, -50)
	if d := place.Subtract(h.live.raster.Position()); d != fyne.NewPos(0, 50) {
		t.Errorf("what is typed moved by %v", d)
	}
	h.held = fyne.KeyModifierShortcutDefault
	h.wheel(0, 100)
	_, above := h.show()
	size := h.live.raster.Size()
	if len(above) != 4*int(size.Width+0.5)*int(size.Height+0.5) {
		t.Error("after zooming the live picture has another size than its place")
	}
}

// composed is what the window shows: the settled scene with the live picture
// above it.
func (h *hand) composed() *image.RGBA {
	settled, above := h.show()
	full := h.raster.Size()
	all := &image.RGBA{Pix: settled, Stride: 4 * int(full.Width), Rect: image.Rect(0, 0, int(full.Width), int(full.Height))}
	if above == nil {
		return all
	}
	at, size := h.live.raster.Position(), h.live.raster.Size()
	for y := range int(size.Height) {
		for x := range int(size.Width) {
			src, dst := above[4*(y*int(size.Width)+x):], all.Pix[all.PixOffset(int(at.X)+x, int(at.Y)+y):]
			for c := range 4 {
				dst[c] = uint8(int(src[c]) + (int(dst[c])*(255-int(src[3]))+127)/255)
			}
		}
	}
	return all
}

// A dragged box is where the finished one will be, to the pixel.
func TestThePreviewIsWhatComesOut(t *testing.T) {
	h := atBoard(t)
	h.Use(Rectangles)
	h.press(100, 100)
	h.to(222, 187)
	shown := h.composed()
	h.release()
	if done := h.composed(); !bytes.Equal(shown.Pix, done.Pix) {
		t.Error("the finished box looks other than the dragged one")
	}
}

// A filled shape that is dragged stays beneath what lies on it, and shows its
// own label.
func TestDraggingKeepsTheOrder(t *testing.T) {
	h := atBoard(t)
	h.style.Background = "#a5d8ff"
	h.draws(t, Rectangles, 100, 100, 500, 400)
	h.keys(fyne.KeyReturn)
	h.write("Serving")
	h.keys(fyne.KeyEscape)
	h.style.Background = "transparent"
	h.draws(t, Rectangles, 550, 150, 650, 250)
	h.Select()
	h.press(110, 300)
	h.to(300, 300)
	shown := h.composed()
	h.release()
	done := h.composed()
	for i := range done.Pix {
		// Where both layers show the same edge its smoothing is doubled.
		if d := int(shown.Pix[i]) - int(done.Pix[i]); d < -64 || d > 64 {
			t.Fatalf("dragged, the board looks other than dropped at pixel %d,%d", i/4%1000, i/4/1000)
		}
	}
}

// An arrow bound to a filled shape leaves the shape's label in sight.
func TestBindingHidesNoLabel(t *testing.T) {
	h := atBoard(t)
	h.style.Background = "#a5d8ff"
	h.draws(t, Rectangles, 400, 100, 600, 200)
	h.keys(fyne.KeyReturn)
	h.write("Ranker")
	h.keys(fyne.KeyEscape)
	h.Use(Arrows)
	h.press(100, 150)
	h.to(410, 150)
	shown := h.composed()
	h.release()
	done := h.composed()
	label := image.Rect(440, 120, 560, 180)
	for y := label.Min.Y; y < label.Max.Y; y++ {
		for x := label.Min.X; x < label.Max.X; x++ {
			if shown.RGBAAt(x, y) != done.RGBAAt(x, y) {
				t.Fatalf("while the arrow is drawn the label differs at %d,%d", x, y)
			}
		}
	}
}

// An arrow closes where the room for its label was, however small the letters.
func TestAnArrowClosesWhenItsLabelShrinks(t *testing.T) {
	h := atBoard(t)
	arrow := h.draws(t, Arrows, 100, 300, 500, 300)
	small := board.DefaultStyle()
	small.FontSize = 5
	for _, text := range []string{"a wide label", "i", ""} {
		h.commit(board.SetStyledText(h.scene, arrow.ID, text, &small))
		if settled, _ := h.show(); !bytes.Equal(settled, painted(h.surface, h.scene)) {
			t.Errorf("labelled %q the board differs from the scene painted whole", text)
		}
	}
}

func TestMiddleDragLeavesTheSceneAlone(t *testing.T) {
	h := atBoard(t)
	h.draws(t, Rectangles, 100, 100, 200, 180)
	h.noStep(t, func() {
		h.pressWith(desktop.MouseButtonTertiary, 150, 150)
		h.to(903.5, 611.25)
		h.release()
	})
	if settled, _ := h.show(); !bytes.Equal(settled, painted(h.surface, h.scene)) {
		t.Error("panned by parts of a pixel the board differs from the scene painted whole")
	}
}

// While an arrow's label is typed anew the arrow leaves room for it.
func TestTypingOnAnArrowLooksAsItWill(t *testing.T) {
	h := atBoard(t)
	h.draws(t, Arrows, 100, 300, 500, 300)
	for _, text := range []string{"events", "a longer label"} {
		h.doubleClick(300, 302)
		h.write(text)
		shown := h.composed()
		h.keys(fyne.KeyEscape)
		if done := h.composed(); !bytes.Equal(shown.Pix, done.Pix) {
			t.Errorf("typing %q the arrow looks other than it will", text)
		}
	}
}
