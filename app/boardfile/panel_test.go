package boardfile

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/excalidraw"
)

// palette is a panel in the window, and what came of it.
type palette struct {
	*bench
	shelf   *Shelf
	panel   *Panel
	dropped []string
	left    int
	failed  []string
	came    []Library
}

func (b *bench) palette(l Libraries) *palette {
	b.t.Helper()
	p := &palette{bench: b}
	p.shelf = NewShelf(l, func() Desk { return b.Desk })
	p.shelf.Fail = func(what string, err error) { p.failed = append(p.failed, what+": "+err.Error()) }
	p.shelf.Imported = func(lib Library) { p.came = append(p.came, lib) }
	p.panel = p.shelf.Panel(330, func(item excalidraw.LibraryItem) { p.dropped = append(p.dropped, item.Name) }, func() {
		p.left++
		b.Canvas.Focus(b.typing)
	})
	b.window.SetContent(look.NewStage(container.NewCenter(container.NewVBox(b.typing, p.panel.Object()))))
	return p
}

// parts are the names of the parts that are shown.
func (p *palette) parts() string {
	var names []string
	for _, card := range p.panel.cards {
		names = append(names, card.item.Name)
	}
	return strings.Join(names, ", ")
}

func (p *palette) says() string {
	var words []string
	for _, o := range shown(p.panel.Object()) {
		switch o := o.(type) {
		case *look.Paragraph:
			words = append(words, o.Text())
		case *look.Label:
			words = append(words, o.Text())
		}
	}
	return strings.Join(words, "\n")
}

func shelved(t *testing.T, files map[string]string) Libraries {
	t.Helper()
	l := Libraries{t.TempDir()}
	for name, content := range files {
		if _, err := l.Import(file(t, name+libraryEnding, content)); err != nil {
			t.Fatal(err)
		}
	}
	return l
}

func TestThePanelShowsDrawnParts(t *testing.T) {
	b := quietly(t)
	p := b.palette(shelved(t, map[string]string{"Systems": boxes}))
	b.until("the libraries are read", func() bool { return p.parts() == "Load balancer, Queue" })
	for i, card := range p.panel.cards {
		b.until("the part is painted", func() bool { return card.picture.Image.Bounds().Dx() > 1 })
		picture, colours := card.picture.Image, map[[3]uint32]bool{}
		for y := range picture.Bounds().Dy() {
			for x := range picture.Bounds().Dx() {
				r, g, b, _ := picture.At(x, y).RGBA()
				colours[[3]uint32{r, g, b}] = true
			}
		}
		if len(colours) < 2 {
			t.Errorf("the picture of part %d is empty", i)
		}
	}
	for _, card := range p.shelf.Panel(330, nil, nil).cards {
		if card.picture.Image.Bounds().Dx() <= 1 {
			t.Error("the next time its picture is not there at once")
		}
	}
}

func TestWordsFindPartsAndEnterDropsTheFirst(t *testing.T) {
	b := quietly(t)
	p := b.palette(shelved(t, map[string]string{"Systems": boxes, "Aged": oldBoxes}))
	b.until("the libraries are read", func() bool { return len(p.panel.cards) == 3 })
	b.Canvas.Focus(p.panel.words)
	b.write("qUeu")
	if p.parts() != "Queue" || strings.Contains(p.says(), "Aged") {
		t.Errorf("found %q in\n%s", p.parts(), p.says())
	}
	b.press(fyne.KeyReturn)
	if strings.Join(p.dropped, " ") != "Queue" || p.left != 1 {
		t.Errorf("dropped %q, left %d times", p.dropped, p.left)
	}
	b.Canvas.Focus(p.panel.words)
	p.panel.words.put("nothing like it")
	if !strings.Contains(p.says(), "No part is called so") {
		t.Errorf("it says\n%s", p.says())
	}
}

func TestArrowsWalkTheParts(t *testing.T) {
	b := quietly(t)
	p := b.palette(shelved(t, map[string]string{"Systems": boxes, "Aged": oldBoxes}))
	b.until("the libraries are read", func() bool { return len(p.panel.cards) == 3 })
	b.Canvas.Focus(p.panel.words)
	b.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyRight, fyne.KeyReturn)
	if strings.Join(p.dropped, " ") != "Load balancer" {
		t.Errorf("dropped %q", p.dropped)
	}
	b.Canvas.Focus(p.panel.cards[0])
	b.press(fyne.KeyUp)
	if b.Canvas.Focused() != fyne.Focusable(p.panel.words) {
		t.Errorf("up from the first part the keyboard is with %T", b.Canvas.Focused())
	}
	b.press(fyne.KeyEscape)
	if p.left != 2 {
		t.Errorf("left %d times", p.left)
	}
}

func TestALibraryIsImportedFromTheChooser(t *testing.T) {
	b := quietly(t)
	p := b.palette(Libraries{filepath.Join(t.TempDir(), "libraries")})
	b.until("it says how to begin", func() bool { return strings.Contains(p.says(), "Import") })
	good := file(t, "Systems.excalidrawlib", boxes)
	p.shelf.Import()
	b.read()
	b.write(good)
	b.read()
	b.press(fyne.KeyReturn)
	b.until("the parts are there", func() bool { return len(p.panel.cards) == 2 })
	if len(p.came) != 1 || p.came[0].Name != "Systems" || len(p.came[0].Items) != 2 {
		t.Errorf("imported: %v", p.came)
	}
	bad := file(t, "bad.excalidrawlib", "{")
	p.shelf.Import()
	b.read()
	b.write(bad)
	b.read()
	b.press(fyne.KeyReturn)
	b.until("it says why", func() bool { return len(p.failed) == 1 })
	if !strings.Contains(p.failed[0], bad) || len(p.panel.cards) != 2 {
		t.Errorf("it says %q and shows %q", p.failed, p.parts())
	}
}

func TestALibraryIsRemovedWhenTheUserIsSure(t *testing.T) {
	b := quietly(t)
	l := shelved(t, map[string]string{"Systems": boxes, "Aged": oldBoxes})
	p := b.palette(l)
	b.until("the libraries are read", func() bool { return len(p.panel.cards) == 3 })
	p.shelf.remove(p.shelf.all[1])
	b.tap("Cancel")
	if got := loaded(t, l); got != "Aged/, Systems/Load balancer/Queue" {
		t.Errorf("there are %s", got)
	}
	p.shelf.remove(p.shelf.all[1])
	b.tap("Remove")
	b.until("its parts are gone", func() bool { return len(p.panel.cards) == 1 })
	if got := loaded(t, l); got != "Aged/" {
		t.Errorf("there are %s", got)
	}
}

func TestABrokenLibrarySaysSoInThePanel(t *testing.T) {
	b := quietly(t)
	path := file(t, "torn.excalidrawlib", boxes[:60])
	p := b.palette(Libraries{filepath.Dir(path)})
	b.until("it says why", func() bool { return strings.Contains(p.says(), path) })
}

func TestManyPartsAreFoundByWordsNotByScrolling(t *testing.T) {
	var items []string
	for range 100 {
		items = append(items, `{"name":"Box","elements":[{"id":"a","type":"rectangle","width":9,"height":9}]}`)
	}
	b := quietly(t)
	p := b.palette(shelved(t, map[string]string{"Many": `{"type":"excalidrawlib","version":2,"libraryItems":[` + strings.Join(items, ",") + `]}`}))
	b.until("the library is read", func() bool { return len(p.panel.cards) == mostShown })
	if !strings.Contains(p.says(), "40 more") {
		t.Errorf("it says\n%s", p.says())
	}
}
