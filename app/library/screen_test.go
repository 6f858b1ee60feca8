package library

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
	"talkthrough/internal/library"
)

var usual = fyne.NewSize(1280, 800)

func (g *stage) want(t *testing.T, what string, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// chosenTitle is the title of the chosen line, "" where there is none.
func (g *stage) chosenTitle() string {
	l, _ := g.list.chosen()
	return l.title
}

// press presses the button below o that says word.
func press(t *testing.T, o fyne.CanvasObject, word string) {
	t.Helper()
	var found *look.Button
	looktest.Walk(o, func(o fyne.CanvasObject) {
		if b, ok := o.(*look.Button); ok && b.Text() == word && found == nil {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("there is no button %q among:\n%s", word, looktest.Words(o))
	}
	test.Tap(found)
}

// sheet is what lies over the window.
func (g *stage) sheet() fyne.CanvasObject {
	g.t.Helper()
	top := g.window.Canvas().Overlays().Top()
	if top == nil {
		g.t.Fatal("nothing lies over the window")
	}
	return top
}

// pick takes a choice from a filter's list.
func (g *stage) pick(filter int, name string) {
	g.t.Helper()
	for _, c := range g.filters.parts[filter].choices() {
		if c.name == name {
			c.do()
			g.show()
			return
		}
	}
	g.t.Fatalf("there is no choice %q", name)
}

func TestTheArrowsWalkAndReturnOpens(t *testing.T) {
	g := open(t, someAttempts(t), look.Light, usual)
	g.want(t, "listed", g.titles(), []string{"Design a feed", "Design a feed", "f", "Mock with Anna", "Design an ads click predictor", "My best so far"})
	g.key(fyne.KeyReturn)
	g.key(fyne.KeyEnd, fyne.KeyReturn)
	g.key(fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	g.key(fyne.KeyHome, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyDown, fyne.KeyReturn)
	g.want(t, "opened", g.asked, []string{"open e", "open a", "open c", "open a"})
	g.asked = nil
	g.key(fyne.KeyEscape)
	g.want(t, "Escape", g.asked, []string{"back"})
}

func TestWhatWasCutOffIsContinuedOrReviewed(t *testing.T) {
	g := open(t, someAttempts(t), look.Light, usual)
	g.key(fyne.KeyDown, fyne.KeyReturn)
	if said := looktest.Words(g.sheet()); !strings.Contains(said, "12:00 of it are saved") {
		t.Errorf("it says %q", said)
	}
	press(t, g.sheet(), "Continue")
	g.key(fyne.KeyReturn)
	press(t, g.sheet(), "Review what was saved")
	g.want(t, "asked", g.asked, []string{"continue d", "rescue d"})
}

func TestWhoTypesSearches(t *testing.T) {
	g := open(t, someAttempts(t), look.Light, usual)
	g.typed("towers")
	g.want(t, "found", g.titles(), []string{"My best so far"})
	g.want(t, "its line", g.list.lines[0].below, "In the notes: two towers, then a ranker")
	if said := looktest.Words(g.head); !strings.Contains(said, "1 of 6") {
		t.Errorf("the head says %q", said)
	}
	g.key(fyne.KeyReturn)
	g.want(t, "opened", g.asked, []string{"open a"})
	g.search.SetText("AUCTION")
	g.want(t, "its line", g.list.lines[0].below, "On the board: Auction")
	g.search.SetText("nothing like it")
	if said := looktest.Words(g.empty); !strings.Contains(said, "No attempt fits") {
		t.Errorf("it says %q", said)
	}
	press(t, g.empty, "Show all attempts")
	g.want(t, "all again", len(g.titles()), 6)
	g.search.take()
	g.search.SetText("feed")
	g.key(fyne.KeyDown)
	g.want(t, "the keyboard", g.window.Canvas().Focused() == fyne.Focusable(g.list), true)
	g.key(fyne.KeyUp)
	g.want(t, "the keyboard above the list", g.window.Canvas().Focused() == fyne.Focusable(g.search), true)
	g.asked = nil
	g.key(fyne.KeyEscape)
	g.want(t, "after Escape", len(g.titles()), 6)
	g.want(t, "and not left", len(g.asked), 0)
}

func TestFilters(t *testing.T) {
	g := open(t, someAttempts(t), look.Light, usual)
	for _, c := range []struct {
		filter int
		choice string
		want   string
	}{
		{0, "Recordings", "c"},
		{0, "Mocks", "e d f b a"},
		{1, "Design a feed", "e d"},
		{2, "Staff+", "b"},
		{3, "This week", "e d"},
		{3, "Last week", "f"},
		{4, "Reviewed", "c a"},
		{4, "Not reviewed", "e d f b"},
		{5, "Oldest first", "a b c f d e"},
		{5, "Longest first", "c a b e d f"},
		{5, "Best score first", "a c e d f b"},
	} {
		g.clear()
		g.pick(5, "Newest first")
		g.pick(c.filter, c.choice)
		var got []string
		for _, l := range g.list.lines {
			got = append(got, filepath.Base(l.entry.Dir))
		}
		g.want(t, c.choice, strings.Join(got, " "), c.want)
		if word := g.filters.parts[c.filter].word.Text(); word != c.choice {
			t.Errorf("%s: the filter says %q", c.choice, word)
		}
	}
	g.filters.open(g.filters.parts[2])
	g.sheet()
}

func TestWeeksBeginOnMonday(t *testing.T) {
	for day := 23; day <= 29; day++ {
		from, to := span(slices.Index(spans, "This week"), time.Date(2026, 11, day, 23, 59, 0, 0, time.UTC))
		if from.Day() != 23 || to.Day() != 30 {
			t.Errorf("the week of the %dth goes from %v to %v", day, from, to)
		}
	}
}

func TestF2RenamesInPlace(t *testing.T) {
	root := someAttempts(t)
	g := open(t, root, look.Light, usual)
	g.key(fyne.KeyF2)
	g.want(t, "the field", g.list.name.Text, "Design a feed")
	g.typed("The second one")
	g.key(fyne.KeyReturn)
	g.quiet()
	g.want(t, "listed", g.titles()[0], "The second one")
	g.want(t, "the keyboard", g.window.Canvas().Focused() == fyne.Focusable(g.list), true)
	e, err := library.Library{Dir: root}.Find("e")
	if err != nil || e.Title() != "The second one" || e.Question.Title != "Design a feed" {
		t.Errorf("kept as %q of %q, %v", e.Title(), e.Question.Title, err)
	}
	g.key(fyne.KeyF2)
	g.typed("never")
	g.key(fyne.KeyEscape)
	g.quiet()
	g.want(t, "after Escape", g.titles()[0], "The second one")
	g.key(fyne.KeyF2)
	g.typed("by a click")
	g.search.take()
	g.quiet()
	g.want(t, "after a click elsewhere", g.titles()[0], "by a click")
	g.window.Canvas().Focus(g.list)
	g.key(fyne.KeyF2, fyne.KeyBackspace, fyne.KeyReturn)
	g.quiet()
	g.want(t, "emptied", g.titles()[0], "Design a feed")
	g.list.move(2) // damaged
	g.key(fyne.KeyF2)
	g.want(t, "a damaged one", g.list.naming, "")
	g.want(t, "failures", len(g.failed), 0)

	g.list.move(0)
	g.key(fyne.KeyF2)
	g.typed("half")
	g.change(func() error { return nil }, func(error) {}) // the list is read anew meanwhile
	g.quiet()
	g.typed(" and half")
	g.key(fyne.KeyReturn)
	g.quiet()
	g.want(t, "typed while the list was read", g.titles()[0], "half and half")

	g.key(fyne.KeyF2)
	g.typed("while leaving")
	g.Leave()
	g.quiet()
	if e, err := (library.Library{Dir: root}).Find("e"); err != nil || e.Title() != "while leaving" {
		t.Errorf("left while a title was typed, it is %q, %v", e.Title(), err)
	}
}

func TestDeleteMovesToTheTrashAndUndoBringsBack(t *testing.T) {
	root := someAttempts(t)
	g := open(t, root, look.Light, usual)
	g.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDelete)
	g.quiet()
	g.want(t, "listed", len(g.titles()), 5)
	g.want(t, "the one in its place is chosen", g.chosenTitle(), "Design an ads click predictor")
	if said := looktest.Words(g.undo.object); !strings.Contains(said, "Moved “Mock with Anna” to the trash.") {
		t.Errorf("it says %q", said)
	}
	g.list.TypedShortcut(&fyne.ShortcutUndo{})
	g.quiet()
	g.want(t, "undone", g.chosenTitle(), "Mock with Anna")
	g.want(t, "the line", g.undo.object.Visible(), false)
	g.list.Undo() // twice does nothing
	g.quiet()
	g.want(t, "still", len(g.titles()), 6)
}

func TestTheTrash(t *testing.T) {
	root := someAttempts(t)
	g := open(t, root, look.Light, usual)
	for range 3 {
		g.key(fyne.KeyHome, fyne.KeyDelete)
		g.quiet()
	}
	g.openTrash()
	g.want(t, "in the trash", g.titles(), []string{"f", "Design a feed", "Design a feed"})
	if said := looktest.Words(g.object); !strings.Contains(said, "Trash") || strings.Contains(said, "All kinds") || !strings.Contains(said, "thrown away") {
		t.Errorf("the screen says %q", said)
	}
	g.key(fyne.KeyReturn)
	g.quiet()
	g.want(t, "after Return", len(g.titles()), 2)
	g.yes = false
	g.key(fyne.KeyDelete)
	g.quiet()
	g.want(t, "declined", len(g.titles()), 2)
	g.yes = true
	g.key(fyne.KeyDelete)
	g.quiet()
	g.want(t, "deleted", len(g.titles()), 1)
	press(t, g.head, "Empty the trash…")
	g.quiet()
	if said := looktest.Words(g.empty); !strings.Contains(said, "The trash is empty") {
		t.Errorf("it says %q", said)
	}
	g.want(t, "asked", g.asked, []string{"confirm Delete for good?", "confirm Delete for good?", "confirm Empty the trash?"})
	g.key(fyne.KeyEscape)
	g.want(t, "listed again", len(g.titles()), 4)
}

func TestADamagedAttemptShowsWhatIsSavedAndIsMended(t *testing.T) {
	g := open(t, someAttempts(t), look.Light, usual)
	g.list.move(2)
	g.key(fyne.KeyReturn)
	g.until("the sheet", func() bool { return g.window.Canvas().Overlays().Top() != nil })
	if said := looktest.Words(g.sheet()); !strings.Contains(said, "session.yaml") || !strings.Contains(said, "Saved: notes and board.") {
		t.Errorf("it says %q", said)
	}
	press(t, g.sheet(), "Open what is saved")
	g.quiet()
	g.want(t, "asked", g.asked, []string{"open f"})
	for _, l := range g.list.lines {
		if l.word == "damaged" {
			t.Errorf("%q is still listed as damaged", l.title)
		}
	}
}

func TestAnAttemptOnlyLooksDamagedWhereNothingIsLeft(t *testing.T) {
	root := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(root, "2026-11-01-1000-x"), 0o700))
	g := open(t, root, look.Light, usual)
	g.key(fyne.KeyReturn)
	g.until("the sheet", func() bool { return g.window.Canvas().Overlays().Top() != nil })
	if said := looktest.Words(g.sheet()); !strings.Contains(said, "Nothing of it can be read.") || strings.Contains(said, "Open what is saved") {
		t.Errorf("it says %q", said)
	}
	press(t, g.sheet(), "Show its folder")
	g.want(t, "asked", g.asked, []string{"folder 2026-11-01-1000-x"})
}

func TestEmptyStatesSayWhatToDo(t *testing.T) {
	g := open(t, filepath.Join(t.TempDir(), "none yet"), look.Light, usual)
	if said := looktest.Words(g.empty); !strings.Contains(said, "No attempts yet") || !strings.Contains(said, "MP3, OGG, FLAC, WAV") {
		t.Errorf("it says %q", said)
	}
	press(t, g.empty, "Start a mock")
	g.want(t, "asked", g.asked, []string{"start"})
	g.Focus(g.window.Canvas())
	g.key(fyne.KeyReturn, fyne.KeyDelete, fyne.KeyF2, fyne.KeyDown, fyne.KeyUp) // nothing to do it to

	path := filepath.Join(t.TempDir(), "a file")
	must(t, os.WriteFile(path, nil, 0o600))
	unreadable := open(t, path, look.Light, usual)
	if said := looktest.Words(unreadable.empty); !strings.Contains(said, "cannot be read") || !strings.Contains(said, path) {
		t.Errorf("it says %q", said)
	}
}

func TestThePlaceIsComeBackTo(t *testing.T) {
	root := someAttempts(t)
	g := open(t, root, look.Light, usual)
	g.search.SetText("design")
	g.list.choose(filepath.Join(root, "b"))
	at := g.Place()
	again := open(t, root, look.Light, usual)
	again.goTo(at)
	again.reread()
	again.until("the place", func() bool { return again.wanted == "" })
	again.want(t, "chosen", again.chosenTitle(), "Design an ads click predictor")
	again.want(t, "searched", again.search.Text, "design")
}

// However many there are, only the rows in sight exist, and moving through them
// all costs about the same each time.
func TestAThousandRows(t *testing.T) {
	root := t.TempDir()
	for i := range 1000 {
		plant(t, root, attempt{name: fmt.Sprintf("x%04d", i), question: fmt.Sprint(i), started: day1(1).Add(-time.Duration(i) * time.Hour), length: time.Minute})
	}
	g := open(t, root, look.Light, usual)
	g.want(t, "listed", len(g.titles()), 1000)
	made := 0
	create := g.list.CreateItem
	g.list.CreateItem = func() fyne.CanvasObject { made++; return create() }
	for range 200 {
		g.key(fyne.KeyPageDown)
	}
	g.want(t, "chosen", g.chosenTitle(), "Design 999")
	// The race detector throws every fourth unused row away.
	if made > 3*200 {
		t.Errorf("%d rows were made for 200 pages", made)
	}
	rows := 0
	looktest.Walk(g.list, func(o fyne.CanvasObject) {
		if _, ok := o.(*row); ok {
			rows++
		}
	})
	if rows > 20 {
		t.Errorf("%d rows exist", rows)
	}
}
