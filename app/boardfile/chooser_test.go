package boardfile

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"pgregory.net/rapid"
)

// tree makes folders (names that end in /) and files.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, name)
		if strings.HasSuffix(name, "/") {
			if err := os.MkdirAll(path, 0o700); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("0123456789"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// asking opens a chooser of boards on a folder and waits until it is read.
func (b *bench) asking(dir string, fits func(string) bool) (chosen *[]string) {
	b.t.Helper()
	chosen = &[]string{}
	b.Choose(Ask{Title: "Open a board", Button: "Open", Fits: fits, Start: dir, Chosen: func(path string) { *chosen = append(*chosen, path) }})
	b.read()
	return chosen
}

// read waits until the folder of the chooser is read.
func (b *bench) read() {
	b.t.Helper()
	b.until("the folder is read", func() bool { return !strings.Contains(b.seen(), "Reading the folder") })
}

// listed are the names in the list, top to bottom.
func (b *bench) listed() string {
	var names []string
	for _, o := range shown(b.Canvas.Overlays().Top()) {
		if f, ok := o.(*fileLine); ok {
			names = append(names, f.name.Text())
		}
	}
	return strings.Join(names, " ")
}

func TestTheChooserListsFoldersAndWhatFits(t *testing.T) {
	b := quietly(t)
	dir := tree(t, "b.excalidraw", "A.PNG", "c.excalidraw.svg", "notes.txt", "Zoo/", "attic/x.png", ".hidden.png")
	// Windows lets only some make links; all but the link's own line holds there.
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "lost.png")); err != nil && runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	b.asking(dir, Opens)
	if got := b.listed(); got != "attic Zoo A.PNG b.excalidraw c.excalidraw.svg" {
		t.Errorf("it lists %q", got)
	}
	b.write(".h")
	if got := b.listed(); got != ".hidden.png" {
		t.Errorf("after typing a dot it lists %q", got)
	}
}

func TestTheChooserIsDrivenByKeys(t *testing.T) {
	b := quietly(t)
	dir := tree(t, "one.png", "two.png", "sub/deep.excalidraw")
	chosen := b.asking(dir, Opens)
	b.press(fyne.KeyReturn) // the folder comes first
	b.read()
	if got := b.listed(); got != "deep.excalidraw" {
		t.Fatalf("in the folder it lists %q", got)
	}
	b.press(fyne.KeyBackspace)
	b.read()
	b.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if len(*chosen) != 1 || (*chosen)[0] != filepath.Join(dir, "one.png") {
		t.Errorf("chosen: %q", *chosen)
	}
	b.closed()
}

func TestTypingNarrowsAndEnterTakesTheFirst(t *testing.T) {
	b := quietly(t)
	dir := tree(t, "one.png", "two.png", "twofold/")
	chosen := b.asking(dir, Opens)
	b.write("O.P")
	b.press(fyne.KeyReturn)
	if len(*chosen) != 1 || (*chosen)[0] != filepath.Join(dir, "two.png") {
		t.Errorf("chosen: %q", *chosen)
	}
	b.asking(dir, Opens)
	b.write("nothing like it")
	if !strings.Contains(b.seen(), "Nothing here is called so") {
		t.Errorf("it says:\n%s", b.seen())
	}
	b.press(fyne.KeyReturn, fyne.KeyEscape)
	b.closed()
	if len(*chosen) != 1 {
		t.Errorf("Enter on nothing chose %q", *chosen)
	}
}

func TestAPathIsTypedAndCompleted(t *testing.T) {
	b := quietly(t)
	dir := tree(t, "downloads/drawing one.excalidraw", "downloads/drawing two.excalidraw", "documents/")
	t.Setenv("HOME", dir)
	chosen := b.asking(t.TempDir(), Opens)
	b.write("~/DOW")
	b.read()
	b.press(fyne.KeyTab)
	b.read()
	b.press(fyne.KeyTab)
	b.write("t")
	b.press(fyne.KeyReturn)
	if len(*chosen) != 1 || (*chosen)[0] != filepath.Join(dir, "downloads", "drawing two.excalidraw") {
		t.Errorf("chosen: %q; the line ended with\n%s", *chosen, b.seen())
	}
	if got := recent(b.Preferences); len(got) != 1 || got[0] != filepath.Join(dir, "downloads") {
		t.Errorf("remembered: %q", got)
	}
}

func TestAFolderThatCannotBeReadSaysSo(t *testing.T) {
	b := quietly(t)
	dir := tree(t, "locked/a.png")
	locked := filepath.Join(dir, "locked")
	for problem, want := range map[string]string{filepath.Join(dir, "none"): "There is no folder", filepath.Join(locked, "a.png"): "Choose another"} {
		b.asking(problem, Opens)
		if !strings.Contains(b.seen(), want) || !strings.Contains(b.seen(), problem) {
			t.Errorf("it says:\n%s", b.seen())
		}
		b.press(fyne.KeyReturn)
		if !b.open() {
			t.Error("Enter chose what is not there")
		}
		b.press(fyne.KeyEscape)
	}
	f := folder{path: locked, err: os.ErrPermission}
	if !strings.Contains(f.problem(), "permissions") {
		t.Errorf("it says %q", f.problem())
	}
}

func TestASlowFolderSaysSoAndCanBeLeft(t *testing.T) {
	b := quietly(t)
	dir := tree(t, "one.png", "sub/two.png")
	b.Choose(Ask{Title: "Open", Button: "Open", Fits: Opens, Start: dir, Chosen: func(path string) { t.Errorf("chosen: %q", path) }})
	if !strings.Contains(b.seen(), "Reading the folder") {
		t.Errorf("before the folder is read it says:\n%s", b.seen())
	}
	b.press(fyne.KeyReturn) // nothing is there to choose
	b.write("sub/")         // gone on before the first answer
	b.until("the other folder is read", func() bool { return b.listed() == "two.png" })
	b.press(fyne.KeyEscape)
	b.closed()
}

func TestASecondClickTakesWhatTheFirstChose(t *testing.T) {
	b := quietly(t)
	dir := tree(t, "one.png", "two.png")
	chosen := b.asking(dir, Opens)
	click := func() {
		for _, o := range shown(b.Canvas.Overlays().Top()) {
			if f, ok := o.(*fileLine); ok && f.name.Text() == "two.png" {
				test.Tap(f)
				return
			}
		}
	}
	click()
	if len(*chosen) != 0 {
		t.Fatal("one click took it")
	}
	click()
	if len(*chosen) != 1 || filepath.Base((*chosen)[0]) != "two.png" {
		t.Errorf("chosen: %q", *chosen)
	}
}

func TestAFolderIsChosenByEnterOnNothing(t *testing.T) {
	b := quietly(t)
	dir := tree(t, "sub/", "file.png")
	chosen := b.asking(dir, nil)
	if got := b.listed(); got != "sub" {
		t.Errorf("it lists %q", got)
	}
	b.press(fyne.KeyDown, fyne.KeyReturn)
	b.read()
	b.press(fyne.KeyReturn)
	if len(*chosen) != 1 || (*chosen)[0] != filepath.Join(dir, "sub") {
		t.Errorf("chosen: %q", *chosen)
	}
}

func TestOnlyTheLastFewFoldersAreRemembered(t *testing.T) {
	b := quietly(t)
	for _, dir := range []string{"/a", "/b", "/c", "/a", "/d", "/e", "/f"} {
		remember(b.Preferences, dir)
	}
	if got := strings.Join(recent(b.Preferences), " "); got != "/f /e /d /a /c" {
		t.Errorf("remembered: %s", got)
	}
}

// Completing keeps what was typed, whatever its case, and what it gives is
// found in the same folder.
func TestCompletingOnlyGoesOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := folder{path: "/dir"}
		for _, name := range rapid.SliceOfDistinct(rapid.StringMatching(`[abAB][abAB. é]{0,5}`), rapid.ID[string]).Draw(t, "names") {
			f.entries = append(f.entries, entry{name: name, dir: rapid.Bool().Draw(t, "dir")})
		}
		words := rapid.StringMatching(`[abAB. é]{0,3}`).Draw(t, "words")
		typed := rapid.SampledFrom([]string{"", "/dir/", "../dir/"}).Draw(t, "before") + words
		got := completed(typed, f.matching(words))
		if len(got) < len(typed) || !strings.EqualFold(got[:len(typed)], typed) {
			t.Fatalf("%q became %q", typed, got)
		}
		if _, after := typedPath("/dir", got); got != typed && !strings.HasSuffix(got, "/") && len(f.matching(after)) == 0 {
			t.Fatalf("%q became %q, which nothing is called", typed, got)
		}
	})
}

func TestLongPathsKeepTheirEnd(t *testing.T) {
	for path, want := range map[string]string{
		"~/a/b": "~/a/b",
		"/":     "/",
		"~/.local/share/talkthrough/sessions/2026-11/export": "~/…/sessions/2026-11/export",
		"/one/two/" + strings.Repeat("x", 50):                "/…/" + strings.Repeat("x", 50),
	} {
		if got := clipped(path, 30); got != want {
			t.Errorf("%s is shown as %s, want %s", path, got, want)
		}
	}
}

func TestAClickBesideTheControlsKeepsTheKeyboardInTheSheet(t *testing.T) {
	b := quietly(t)
	dir := tree(t, "one.png")
	for _, open := range []func(){
		func() { b.asking(dir, Opens) },
		func() { b.saving(Saving{Dir: dir}) },
	} {
		open()
		home := b.Canvas.Focused()
		b.Canvas.FocusPrevious() // some other control
		b.Canvas.Unfocus()
		b.until("the sheet has the keyboard again", func() bool { return b.Canvas.Focused() == home })
		b.press(fyne.KeyEscape)
		b.closed()
	}
}

func TestEscapeLeavesTheChooserFromEveryControl(t *testing.T) {
	b := quietly(t)
	dir := tree(t, "one.png")
	for tabs := range 8 {
		b.asking(dir, Opens)
		for range tabs {
			b.Canvas.FocusNext()
		}
		b.press(fyne.KeyEscape)
		b.closed()
	}
}

func TestEscapeLeavesTheSaveSheetFromEveryControl(t *testing.T) {
	b := quietly(t)
	dir := t.TempDir()
	for tabs := range 20 {
		b.saving(Saving{Dir: dir, Picture: true, Selected: []string{red}})
		for range tabs {
			b.Canvas.FocusNext()
		}
		b.press(fyne.KeyEscape)
		b.closed()
	}
}
