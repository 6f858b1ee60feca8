package guide

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
	pages "talkthrough/assets/guide"
	"talkthrough/internal/interview"
)

// read opens the guide in a window; left counts how often it was closed.
func read(t *testing.T, place string, size fyne.Size, mode look.Mode) (s *Screen, w fyne.Window, left *int) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: mode})
	left = new(int)
	s = Open(place, func() { *left++ })
	w = test.NewTempWindow(t, look.NewStage(s.Object()))
	w.SetPadded(false)
	w.Resize(size)
	s.Focus(w.Canvas())
	return s, w, left
}

var usual = fyne.NewSize(1280, 800)

// press types keys, as the window does: what nobody has the keyboard for comes
// to the screen.
func press(s *Screen, w fyne.Window, keys ...fyne.KeyName) {
	for _, k := range keys {
		if has := w.Canvas().Focused(); has != nil {
			has.TypedKey(&fyne.KeyEvent{Name: k})
			continue
		}
		s.Key(&fyne.KeyEvent{Name: k})
	}
}

// top is the heading that stands nearest to the top of what is in sight.
func top(s *Screen) string {
	name := ""
	for _, p := range s.sheet.passages {
		if p.block.kind == heading && p.Position().Y <= s.sheet.scroll.Offset.Y+look.Space24 {
			name = p.block.text()
		}
	}
	return name
}

func TestOpensAtEveryPhaseAtItsHeading(t *testing.T) {
	for _, phase := range interview.Phases {
		s, _, _ := read(t, pages.ForPhase(phase.ID), usual, look.Light)
		end := s.sheet.height - s.sheet.scroll.Size().Height
		if got := top(s); got != phase.Name && s.sheet.scroll.Offset.Y < end {
			t.Errorf("opened for %s, at the top stands %q", phase.Name, got)
		}
		for _, p := range s.sheet.passages {
			y := p.Position().Y - s.sheet.scroll.Offset.Y
			if p.block.text() == phase.Name && (y < 0 || y > usual.Height/2) {
				t.Errorf("opened for %s, its heading is at %v", phase.Name, y)
			}
		}
	}
	s, _, _ := read(t, "no-such-page#at-all", usual, look.Light)
	if s.Place() != "what-is-tested" || s.sheet.scroll.Offset.Y != 0 {
		t.Errorf("an unknown place opens %s at %v", s.Place(), s.sheet.scroll.Offset.Y)
	}
}

func TestLinksLeadOnAndBackAgain(t *testing.T) {
	s, w, _ := read(t, "judging", usual, look.Light)
	press(s, w, fyne.KeyPageDown)
	down := s.sheet.scroll.Offset.Y
	if down <= 0 {
		t.Fatal("Page Down does not scroll")
	}
	var l *link
	for _, p := range s.sheet.passages {
		for i, one := range p.pieces {
			if one.to == "building.md#data" {
				l = p.shown[i].(*link)
			}
		}
	}
	if l == nil {
		t.Fatal("the page has no link to the data phase")
	}
	test.Tap(l)
	if s.Place() != "building#data" || top(s) != "Data" || s.contents.at != 3 {
		t.Errorf("the link leads to %s, at %q, line %d of the list", s.Place(), top(s), s.contents.at)
	}
	press(s, w, fyne.KeyLeft)
	if s.Place() != "judging" || s.sheet.scroll.Offset.Y != down {
		t.Errorf("back is %s at %v, want judging at %v", s.Place(), s.sheet.scroll.Offset.Y, down)
	}
	for o := fyne.Focusable(nil); o == nil; {
		w.Canvas().FocusNext()
		if on, is := w.Canvas().Focused().(*link); is {
			o = on
		}
	}
	press(s, w, fyne.KeyReturn)
	if s.Place() == "judging" {
		t.Error("Enter on a link does not follow it")
	}
}

func TestArrowsTurnPagesAndEscapeCloses(t *testing.T) {
	s, w, left := read(t, "", usual, look.Light)
	all := pages.Pages()
	for i := 1; i < len(all); i++ {
		press(s, w, fyne.KeyDown)
		if s.Place() != all[i].ID || !s.contents.rows[i].Selected() {
			t.Fatalf("after %d times down stands %s, want %s, marked in the list", i, s.Place(), all[i].ID)
		}
	}
	press(s, w, fyne.KeyDown)
	if s.Place() != all[len(all)-1].ID {
		t.Errorf("after the last page comes %s", s.Place())
	}
	press(s, w, fyne.KeyEnd)
	bottom := s.sheet.scroll.Offset.Y
	press(s, w, fyne.KeyPageDown)
	if bottom == 0 || s.sheet.scroll.Offset.Y != bottom {
		t.Errorf("the end is at %v, a page further at %v", bottom, s.sheet.scroll.Offset.Y)
	}
	press(s, w, fyne.KeyHome)
	if s.sheet.scroll.Offset.Y != 0 {
		t.Error("Home does not go to the top")
	}
	press(s, w, fyne.KeyEscape)
	if *left != 1 {
		t.Errorf("Escape closed the guide %d times", *left)
	}
}

func TestAnotherWidthKeepsWhatIsRead(t *testing.T) {
	s, w, _ := read(t, "pushback#when-you-are-wrong", usual, look.Light)
	for _, width := range []float32{1024, 640, 1920} {
		w.Resize(fyne.NewSize(width, 640))
		if got := top(s); got != "When you are wrong" {
			t.Errorf("at %v wide the top is %q", width, got)
		}
	}
}

func TestSearchFindsHeadingsFirstAndEnterOpens(t *testing.T) {
	s, w, left := read(t, "", usual, look.Light)
	test.Type(s.search, "stuck")
	if len(s.contents.places) == 0 || s.contents.places[0] != "trouble#stuck" {
		t.Fatalf("stuck finds %v", s.contents.places)
	}
	press(s, w, fyne.KeyReturn)
	if s.Place() != "trouble#stuck" || top(s) != "Stuck" {
		t.Errorf("Enter opens %s at %q", s.Place(), top(s))
	}
	s.search.SetText("label")
	press(s, w, fyne.KeyReturn, fyne.KeyDown)
	if s.Place() != s.contents.places[1] {
		t.Errorf("down opens %s, want the second that was found", s.Place())
	}
	press(s, w, fyne.KeyEscape)
	if *left != 0 || s.search.Text != "" || len(s.contents.rows) != len(pages.Pages()) {
		t.Errorf("Escape leaves %q, %d lines, closed %d times", s.search.Text, len(s.contents.rows), *left)
	}
	test.Type(s.search, "zebra")
	press(s, w, fyne.KeyDown, fyne.KeyReturn)
	if len(s.contents.rows) != 0 {
		t.Errorf("zebra is found: %v", s.contents.places)
	}
}

// What people look for in an hour of need must lead to where it is said.
func TestSearchAnswersWhatPeopleLookFor(t *testing.T) {
	topics := readTopics()
	for query, want := range map[string]string{
		"out of time": "trouble#out-of-time", "Mentor": "mocks#who", "staff": "levels#staff", "a/b": "proving#experiment",
		"negatives": "building#model", "excalidraw": "notes-and-board#the-tool-should-vanish", "spaced": "preparing#the-loop",
		"leakage": "judging#training-data", "llm large language": "", "language models prompt": "building#model",
		"altitude": "judging#altitude", "doesn't show up": "proving#experiment", "agenda": "notes-and-board#the-agenda", "guardrails": "framing#task",
	} {
		places := ""
		for _, h := range search(topics, query) {
			places += h.place + " "
		}
		if want == "" && places != "" || !strings.Contains(places, want) {
			t.Errorf("%q finds %s, want %q", query, places, want)
		}
	}
}

// No word may be lost between the file and the screen, and none may stick out.
func TestEveryWordOfEveryPageIsShown(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 500, Height: 700}, {Width: 1024, Height: 640}, {Width: 1920, Height: 1080}} {
		s, _, _ := read(t, "", size, look.Light)
		for _, p := range pages.Pages() {
			s.Go(p.ID)
			var shown strings.Builder
			for _, one := range s.sheet.passages {
				for _, part := range one.pieces {
					shown.WriteString(part.text + " ")
					if end := one.indent() + part.x + part.style.Width(part.text); end > one.Size().Width+1 {
						t.Errorf("%v %s: %q ends at %v, outside %v", size, p.ID, part.text, end, one.Size().Width)
					}
				}
			}
			if got, want := letters(shown.String()), letters(plain(p.Text)); got != want {
				t.Errorf("%s: shown are %d letters, written %d", p.ID, len(got), len(want))
			}
		}
	}
}

// plain is Markdown without its marks.
func plain(source string) string {
	var out strings.Builder
	for line := range strings.SplitSeq(source, "\n") {
		line = strings.TrimLeft(line, "#->")
		if number, rest, ok := strings.Cut(line, ". "); ok && len(number) == 1 {
			line = rest
		}
		for line != "" {
			before, rest, found := strings.Cut(line, "](")
			out.WriteString(before + " ")
			if line = ""; found {
				_, line, _ = strings.Cut(rest, ")")
			}
		}
	}
	return out.String()
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" *_`[]\n", r) {
			return -1
		}
		return r
	}, s)
}

func TestFitsEveryWindow(t *testing.T) {
	modes := map[string]look.Mode{"light": look.Light, "dark": look.Dark}
	for _, size := range []fyne.Size{{Width: 640, Height: 640}, {Width: 1024, Height: 640}, usual, {Width: 1920, Height: 1080}} {
		for word, mode := range modes {
			s, w, _ := read(t, "building#data", size, mode)
			name := func(what string) string { return fmt.Sprintf("guide-%s-%s-%.0f", what, word, size.Width) }
			looktest.Shoot(t, w.Canvas(), name("data"), size)
			s.Go("judging")
			test.Type(s.search, "label")
			looktest.Shoot(t, w.Canvas(), name("search"), size)
		}
	}
}
