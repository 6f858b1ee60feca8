package boardfile

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
)

// bench is a desk in a test window. What is posted waits until the test says
// that it is done, and time passes when the test says so.
type bench struct {
	Desk
	t      *testing.T
	window fyne.Window
	typing *line // who has the keyboard while no sheet is open
	posted chan func()
	alarms []func()
}

func sit(t *testing.T, mode look.Mode, size fyne.Size) *bench {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.Theme{Mode: mode})
	b := &bench{t: t, posted: make(chan func(), 100)}
	b.typing = newLine("", nil, func(fyne.KeyName) bool { return false })
	b.window = test.NewTempWindow(t, look.NewStage(b.typing))
	b.window.SetPadded(false)
	b.window.Resize(size)
	b.window.Canvas().Focus(b.typing)
	b.Desk = Desk{
		Canvas: b.window.Canvas(), Preferences: app.Preferences(),
		Post: func(do func()) { b.posted <- do },
		After: func(_ time.Duration, do func()) func() {
			cancelled := false
			b.alarms = append(b.alarms, func() {
				if !cancelled {
					do()
				}
			})
			return func() { cancelled = true }
		},
	}
	return b
}

func quietly(t *testing.T) *bench {
	t.Helper()
	return sit(t, look.Light, fyne.NewSize(1280, 800))
}

// until runs what is posted until a state is reached.
func (b *bench) until(what string, reached func() bool) {
	b.t.Helper()
	late := time.After(20 * time.Second)
	for !reached() {
		select {
		case do := <-b.posted:
			do()
		case <-late:
			b.t.Fatalf("it never came to be that %s", what)
		}
	}
}

// aSecondPasses rings what waits for time to pass.
func (b *bench) aSecondPasses() {
	for _, ring := range b.alarms {
		ring()
	}
	b.alarms = nil
}

// press sends keys to whoever has the keyboard.
func (b *bench) press(keys ...fyne.KeyName) {
	b.t.Helper()
	for _, key := range keys {
		o := b.Canvas.Focused()
		if o == nil {
			b.t.Fatalf("nobody has the keyboard to get %s", key)
		}
		o.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// write types into whoever has the keyboard.
func (b *bench) write(text string) {
	b.t.Helper()
	for _, r := range text {
		b.Canvas.Focused().TypedRune(r)
	}
}

// open reports whether a sheet is open.
func (b *bench) open() bool { return b.Canvas.Overlays().Top() != nil }

// shown lists what is shown of an object, itself first. (The toolkit's own
// LaidOutObjects gives every widget a new renderer, which lists do not survive.)
func shown(o fyne.CanvasObject) []fyne.CanvasObject {
	if o == nil || !o.Visible() {
		return nil
	}
	all := []fyne.CanvasObject{o}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, one := range inside {
		all = append(all, shown(one)...)
	}
	return all
}

// seen lists the words that can be read on the topmost sheet.
func (b *bench) seen() string {
	top := b.Canvas.Overlays().Top()
	if top == nil {
		return ""
	}
	var words []string
	for _, o := range shown(top) {
		switch o := o.(type) {
		case *look.Label:
			words = append(words, o.Text())
		case *look.Paragraph:
			words = append(words, o.Text())
		case *look.Button:
			words = append(words, o.Text())
		}
	}
	return strings.Join(words, "\n")
}

// tap clicks the button with that word.
func (b *bench) tap(word string) {
	b.t.Helper()
	for _, o := range shown(b.Canvas.Overlays().Top()) {
		if button, ok := o.(*look.Button); ok && button.Text() == word {
			test.Tap(button)
			return
		}
	}
	b.t.Fatalf("there is no button %q among:\n%s", word, b.seen())
}

// closed checks that no sheet is open and that the keyboard is back where it
// was.
func (b *bench) closed() {
	b.t.Helper()
	if b.open() {
		b.t.Fatalf("a sheet is still open:\n%s", b.seen())
	}
	if b.Canvas.Focused() != fyne.Focusable(b.typing) {
		b.t.Errorf("the keyboard is with %T", b.Canvas.Focused())
	}
}
