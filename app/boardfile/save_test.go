package boardfile

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
	"talkthrough/internal/export"
)

// sketch is a red box and, far to its right, a blue one.
func sketch() export.Drawing {
	scene := board.NewScene()
	for i, colour := range []string{"#e03131", "#1971c2"} {
		style := board.DefaultStyle()
		style.Background, style.FillStyle = colour, "solid"
		e := board.NewElement(board.Rectangle, style)
		e.ID, e.W, e.H, e.X = colour[1:], 160, 80, float64(i)*400
		scene.Apply(board.PutNew(scene, e))
		scene.Apply(board.SetText(scene, e.ID, "Ranker"))
	}
	return export.Drawing{Scene: scene}
}

const red = "e03131"

// saver is an open save sheet and what it saved.
type saver struct {
	*saveSheet
	bench *bench
	saved []string
}

func (b *bench) saving(s Saving) *saver {
	b.t.Helper()
	o := &saver{bench: b}
	s.Drawing = sketch
	if s.Name == "" {
		s.Name = "Video ranking"
	}
	s.Saved = func(path string) { o.saved = append(o.saved, path) }
	o.saveSheet = b.openSave(s)
	o.painted()
	return o
}

func (o *saver) painted() {
	o.bench.t.Helper()
	o.pixels.SetText("")
	o.bench.until("the preview is painted", func() bool { return o.pixels.Text() != "" })
}

// settled waits until nothing is written any more.
func (o *saver) settled() {
	o.bench.t.Helper()
	o.bench.until("the file is written or not", func() bool { return !o.writing })
}

func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return strings.Join(out, ", ")
}

func TestEnterSavesTheBoardForExcalidraw(t *testing.T) {
	b := quietly(t)
	dir := filepath.Join(t.TempDir(), "export") // not there yet
	o := b.saving(Saving{Dir: dir})
	b.press(fyne.KeyReturn)
	o.settled()
	want := filepath.Join(dir, "Video ranking.excalidraw")
	if len(o.saved) != 1 || o.saved[0] != want {
		t.Fatalf("saved %q", o.saved)
	}
	b.closed()
	scene, _, err := excalidraw.Open(want)
	if err != nil || scene.Len() != 4 {
		t.Errorf("%v: it holds %v", err, scene)
	}
	if info, err := os.Stat(want); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v: others may read it", err, info.Mode())
	}
}

func TestAPictureIsAsItWasChosen(t *testing.T) {
	b := quietly(t)
	dir := t.TempDir()
	o := b.saving(Saving{Dir: dir, Picture: true, Selected: []string{red}})
	if o.what.at != 1 {
		t.Error("with something selected it is not the selection that is proposed")
	}
	o.scale.choose(2)
	o.colours.choose(1)
	o.ground.choose(1)
	o.painted()
	said := o.pixels.Text()
	b.tap("Export")
	o.settled()
	if len(o.saved) != 1 || filepath.Base(o.saved[0]) != "Video ranking.excalidraw.png" {
		t.Fatalf("saved %q", o.saved)
	}
	data, err := os.ReadFile(o.saved[0])
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, alpha := img.At(0, 0).RGBA(); alpha != 0 {
		t.Error("it has paper")
	}
	// A box of 160 by 80, its stroke and 10 around, three pixels each.
	if size := img.Bounds().Size(); size.X < 3*180 || size.X > 3*190 || size.Y < 3*100 || size.Y > 3*110 || !strings.HasPrefix(said, "5") {
		t.Errorf("it is %v; the sheet said %q", size, said)
	}
	if scene, _, err := excalidraw.Open(o.saved[0]); err != nil || scene.Len() != 2 {
		t.Errorf("opened again: %v", err)
	}
	again := b.saving(Saving{Dir: dir, Picture: true})
	if again.wish.scale != 3 || !again.wish.dark || !again.wish.clear || again.wish.selection {
		t.Errorf("the next time it proposes %+v", again.wish)
	}
}

func TestAPlainPictureDoesNotHoldTheBoard(t *testing.T) {
	b := quietly(t)
	o := b.saving(Saving{Dir: t.TempDir(), Picture: true})
	o.inside.choose(1)
	o.kind.choose(kindSVG)
	b.press(fyne.KeyReturn)
	o.settled()
	if len(o.saved) != 1 || filepath.Base(o.saved[0]) != "Video ranking.svg" {
		t.Fatalf("saved %q", o.saved)
	}
	if _, _, err := excalidraw.Open(o.saved[0]); !errors.Is(err, excalidraw.ErrNoScene) {
		t.Errorf("opened again: %v", err)
	}
}

func TestNothingIsReplacedUnasked(t *testing.T) {
	b := quietly(t)
	dir := tree(t, "Video ranking.excalidraw")
	path := filepath.Join(dir, "Video ranking.excalidraw")
	content := func() string {
		data, _ := os.ReadFile(path)
		return string(data)
	}
	o := b.saving(Saving{Dir: dir})
	b.press(fyne.KeyReturn)
	o.settled()
	if len(o.saved) != 0 || content() != "0123456789" || !strings.Contains(b.seen(), "is there already") {
		t.Fatalf("saved %q, the old one holds %.20q, the sheet says\n%s", o.saved, content(), b.seen())
	}
	b.press(fyne.KeyReturn) // keeps both
	o.settled()
	if len(o.saved) != 1 || filepath.Base(o.saved[0]) != "Video ranking 2.excalidraw" || content() != "0123456789" {
		t.Errorf("saved %q, the old one holds %.20q", o.saved, content())
	}
	b.closed()
	o = b.saving(Saving{Dir: dir})
	b.press(fyne.KeyReturn)
	o.settled()
	b.tap("Replace")
	o.settled()
	if len(o.saved) != 1 || o.saved[0] != path || !strings.Contains(content(), "Ranker") {
		t.Errorf("saved %q, it holds %.20q", o.saved, content())
	}
	if got := names(t, dir); got != "Video ranking 2.excalidraw, Video ranking.excalidraw" {
		t.Errorf("the folder has %s", got)
	}
}

func TestATypedEndingCounts(t *testing.T) {
	b := quietly(t)
	dir := t.TempDir()
	o := b.saving(Saving{Dir: dir})
	b.write("flow.SVG") // what was proposed is selected
	if o.ending.Text() != "" {
		t.Errorf("it would put %q behind", o.ending.Text())
	}
	b.press(fyne.KeyReturn)
	o.settled()
	if got := names(t, dir); got != "flow.SVG" {
		t.Errorf("the folder has %s", got)
	}
}

func TestABadNameIsSaidAndNothingWritten(t *testing.T) {
	b := quietly(t)
	dir := t.TempDir()
	o := b.saving(Saving{Dir: dir})
	for _, name := range []string{" ", "..", "a/b", `a\b`, strings.Repeat("x", 300)} {
		o.name.put(name)
		b.press(fyne.KeyReturn)
		if o.writing || !strings.HasPrefix(o.said.Text(), "Please ") {
			t.Errorf("%q: it says %q", name, o.said.Text())
		}
	}
	b.press(fyne.KeyEscape)
	b.closed()
	if got := names(t, dir); got != "" {
		t.Errorf("the folder has %s", got)
	}
}

func TestWhatCannotBeSavedIsSaidWithWhatToDo(t *testing.T) {
	b := quietly(t)
	dir := tree(t, "file")
	b.Preferences.SetString(prefDir, filepath.Join(dir, "gone"))
	o := b.saving(Saving{Dir: dir})
	b.press(fyne.KeyReturn)
	o.settled()
	if !strings.Contains(o.said.Text(), "the folder is gone") || !b.open() {
		t.Errorf("it says %q", o.said.Text())
	}
	b.press(fyne.KeyEscape)
	b.Preferences.SetString(prefDir, filepath.Join(dir, "file"))
	o = b.saving(Saving{Dir: dir})
	b.press(fyne.KeyReturn)
	o.settled()
	if !strings.Contains(o.said.Text(), "not a directory") || len(o.saved) != 0 {
		t.Errorf("it says %q", o.said.Text())
	}
}

func TestAFullDiskAndWhatElseGoesWrongIsSaidInWords(t *testing.T) {
	path := filepath.Join(t.TempDir(), "board.png")
	fails := func(cause error) string {
		_, err := write(path, export.PlainPNG, refuse, func(io.Writer) error { return cause })
		return why(err, path)
	}
	if got := fails(&fs.PathError{Op: "write", Path: "part", Err: syscall.ENOSPC}); !strings.Contains(got, "the disk is full") {
		t.Errorf("a full disk: %q", got)
	}
	if got := fails(errors.New("element \"box\": its width is no number")); got != "element \"box\": its width is no number." {
		t.Errorf("what cannot be written: %q", got)
	}
	if _, err := os.Lstat(path); err == nil {
		t.Error("a file that is not whole is there")
	}
}

func TestTheFolderIsChosenAndRemembered(t *testing.T) {
	b := quietly(t)
	own, other := t.TempDir(), tree(t, "pictures/")
	o := b.saving(Saving{Dir: own})
	b.tap("Change…")
	b.read()
	b.write(other + "/pictures/")
	b.read()
	b.press(fyne.KeyReturn)
	if got := o.where.Text(); !strings.HasSuffix(got, "pictures") {
		t.Fatalf("the folder is %q", got)
	}
	b.press(fyne.KeyReturn)
	o.settled()
	if got := names(t, filepath.Join(other, "pictures")); got != "Video ranking.excalidraw" {
		t.Errorf("the folder has %s", got)
	}
	if o = b.saving(Saving{Dir: own}); o.dir != filepath.Join(other, "pictures") {
		t.Errorf("the next time it proposes %q", o.dir)
	}
}

func TestAnEmptyBoardSaysSo(t *testing.T) {
	b := quietly(t)
	s := b.openSave(Saving{Drawing: func() export.Drawing { return export.Drawing{Scene: board.NewScene()} }, Name: "x", Dir: t.TempDir(), Saved: func(string) {}})
	b.until("the preview is painted", func() bool { return s.pixels.Text() != "" })
	if !strings.Contains(s.pixels.Text(), "nothing on the board") {
		t.Errorf("it says %q", s.pixels.Text())
	}
}

func TestArrowsWalkAChoice(t *testing.T) {
	b := quietly(t)
	o := b.saving(Saving{Dir: t.TempDir(), Picture: true})
	b.Canvas.Focus(o.kind.rows[kindPNG])
	b.press(fyne.KeyRight)
	if o.wish.kind != kindSVG || b.Canvas.Focused() != fyne.Focusable(o.kind.rows[kindSVG]) {
		t.Errorf("kind %d, the keyboard is with %T", o.wish.kind, b.Canvas.Focused())
	}
	b.press(fyne.KeyRight, fyne.KeyRight)
	if o.wish.kind != kindBoard || !o.scale.off {
		t.Errorf("kind %d; scale counts: %v", o.wish.kind, !o.scale.off)
	}
	b.press(fyne.KeyEscape)
	b.closed()
}

func TestLongWorkIsShownAndCanBeGivenUp(t *testing.T) {
	b := quietly(t)
	began, over := make(chan bool), make(chan bool)
	var ended []error
	b.Busy("Writing board.png…", func(ctx context.Context) error {
		close(began)
		<-ctx.Done()
		<-over
		return errors.New("too late")
	}, func(err error) { ended = append(ended, err) })
	<-began
	if b.open() {
		t.Fatal("it is shown at once")
	}
	b.aSecondPasses()
	if !strings.Contains(b.seen(), "Writing board.png") {
		t.Fatalf("after a second it shows\n%s", b.seen())
	}
	b.press(fyne.KeyEscape)
	if len(ended) != 1 || !GivenUp(ended[0]) {
		t.Errorf("it ended with %v", ended)
	}
	b.closed()
	close(over)
	(<-b.posted)()
	if len(ended) != 1 {
		t.Errorf("it ended again: %v", ended)
	}
}

func TestShortWorkShowsNothing(t *testing.T) {
	b := quietly(t)
	done := false
	b.Busy("Reading…", func(context.Context) error { return nil }, func(err error) { done = err == nil })
	b.until("it is done", func() bool { return done })
	b.aSecondPasses()
	b.closed()
}

func TestFileNamesAreFitForAnySystem(t *testing.T) {
	for words, want := range map[string]string{
		"Design: rank/sort?": "Design- rank-sort-", "  ..": "Board", "": "Board", "Suche für Läden": "Suche für Läden",
	} {
		if got := FileName(words); got != want {
			t.Errorf("%q is filed as %q, want %q", words, got, want)
		}
	}
}
