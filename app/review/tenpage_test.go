package review

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

// longSilent is an attempt of forty minutes without sound that has two marks
// and a phase change.
func longSilent(t *testing.T) *session.Attempt {
	s := newScribe(t)
	s.waits(300)
	s.rec.Do(session.Marked{Kind: session.Unclear})
	s.waits(600)
	s.enters("task")
	s.waits(600)
	s.rec.Do(session.Marked{Kind: session.Good, Word: "scale"})
	s.waits(900)
	s.rec.Do(session.Ended{})
	return s.opens()
}

// tenOf opens the ten minutes of an attempt.
func tenOf(t *testing.T, a *session.Attempt) (*rig, *tenPage) {
	r := rigFor(t, a, nil)
	window := test.NewTempWindow(t, r.Object())
	window.Resize(fyne.NewSize(1280, 800))
	r.Do(keys.PageTen)
	return r, r.shown.page.(*tenPage)
}

func TestTheTenMinutesPlayTheirPartsAlone(t *testing.T) {
	r, page := tenOf(t, longSilent(t))
	if len(page.spans) != 3 || !strings.HasPrefix(page.total.Text(), "3 parts, 1:15") {
		t.Fatalf("%d parts, %q", len(page.spans), page.total.Text())
	}
	r.press(fyne.KeySpace)
	r.passes(20 * time.Second) // 285 s to 305 s
	if at := r.parts.transport.Position(); at != 305*time.Second {
		t.Errorf("after 20 s it is at %v", at)
	}
	if words := page.why.Text(); page.now != 0 || !strings.HasPrefix(words, "1 of 3") {
		t.Errorf("part %d, %q", page.now, words)
	}
	r.passes(12 * time.Second) // 10 s more of the first, then 2 s of the second from 895 s
	if at := r.parts.transport.Position(); at != 897*time.Second || page.now != 1 {
		t.Errorf("in the second part it is at %v, part %d", at, page.now)
	}
	r.Do(keys.PageReplay)
	r.passes(60 * time.Second)
	if at := r.parts.transport.Position(); at != 957*time.Second {
		t.Errorf("the replay goes on to %v", at)
	}
}

func TestStepsGoFromPartToPart(t *testing.T) {
	r, page := tenOf(t, longSilent(t))
	var went []time.Duration
	for _, key := range []fyne.KeyName{fyne.KeyN, fyne.KeyN, fyne.KeyN, fyne.KeyN, fyne.KeyB, fyne.KeyB} {
		r.press(key)
		went = append(went, r.parts.transport.Position())
	}
	first, second, third := page.spans[0].Start, page.spans[1].Start, page.spans[2].Start
	for i, want := range []time.Duration{first, second, third, third, second, first} {
		if went[i] != want {
			t.Errorf("step %d went to %v, want %v", i, went[i], want)
		}
	}
}

func TestDecisionsAndNotesAreKept(t *testing.T) {
	a := longSilent(t)
	r, page := tenOf(t, a)
	r.press(fyne.KeyN)
	r.press(fyne.KeyY)
	r.press(fyne.KeyT)
	page.rows[0].field.SetText("  say the number  ")
	page.rows[0].field.OnSubmitted(page.rows[0].field.Text)
	r.press(fyne.KeyN)
	r.press(fyne.KeyX)
	r.settle()
	if !strings.HasPrefix(page.total.Text(), "2 parts") || page.rows[0].sign.Text() != "kept" || page.rows[1].sign.Text() != "dropped" {
		t.Errorf("%q, %q, %q", page.total.Text(), page.rows[0].sign.Text(), page.rows[1].sign.Text())
	}
	kept, err := review.Load(a.Dir)
	if err != nil || len(kept.Highlights) != 2 || kept.Highlights[0].Note != "say the number" || kept.Highlights[0].Decision != review.Keep {
		t.Errorf("%v %+v", err, kept.Highlights)
	}
	page.kept.Tapped(&fyne.PointEvent{})
	if !strings.HasPrefix(page.total.Text(), "1 part,") {
		t.Errorf("only what is kept: %q", page.total.Text())
	}
	r.press(fyne.KeyX) // on the second: taken back
	if h, _ := page.decided(1); h.Decision != "" {
		t.Errorf("decided %q", h.Decision)
	}
}

func TestAnEscapedNoteChangesNothing(t *testing.T) {
	r, page := tenOf(t, longSilent(t))
	r.press(fyne.KeyN)
	r.press(fyne.KeyT)
	c := fyne.CurrentApp().Driver().CanvasForObject(r.wave)
	c.Focused().TypedRune('x')
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if h, ok := page.decided(0); ok || page.rows[0].field != nil || c.Focused() != fyne.Focusable(r.wave) {
		t.Errorf("decided %+v, the field is %v, the keyboard is with %T", h, page.rows[0].field, c.Focused())
	}
}

// The toolkit hands the letter of a key to whoever has the keyboard after the
// key: the field that the key has opened.
func TestTheKeyOfANoteIsNotTypedIntoIt(t *testing.T) {
	r, page := tenOf(t, longSilent(t))
	r.press(fyne.KeyN)
	r.press(fyne.KeyT)
	c := fyne.CurrentApp().Driver().CanvasForObject(r.wave)
	for _, letter := range "ttoo" {
		c.Focused().TypedRune(letter)
	}
	if got := page.rows[0].field.Text; got != "too" {
		t.Errorf("by key: %q", got)
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	r.Do(keys.TenNote) // as the menu does
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyT})
	for _, letter := range "too" {
		c.Focused().TypedRune(letter)
	}
	if got := page.rows[0].field.Text; got != "too" {
		t.Errorf("from the menu: %q", got)
	}
}
