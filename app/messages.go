package app

import (
	"log/slog"
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// fail says what could not be done and why, in the error's own words: they name
// the file.
func (a *App) fail(what string, err error) {
	slog.Error(what, "err", err)
	a.tell(what, err.Error())
}

// tell shows a message that is read and put away.
func (a *App) tell(title, text string) { look.Inform(a.window.Canvas(), title, text) }

// offer shows a message that offers to do one thing more.
func (a *App) offer(title, text, action string, do func()) {
	var s *look.Sheet
	s = look.NewSheet(a.window.Canvas(), title, look.NewParagraph(text, look.Body.In(look.Muted)),
		look.NewButton(action, look.Plain, func() {
			s.Hide()
			do()
		}),
		look.NewButton("Close", look.Primary, func() { s.Hide() }))
	s.Show(fyne.NewSize(messageWidth, 0))
}

// messageWidth is how wide messages are set.
const messageWidth = 440

// waitingScreen says what is being done.
type waitingScreen struct {
	object fyne.CanvasObject
	bar    *widget.ProgressBarInfinite
}

func waiting(text string) waitingScreen {
	bar := widget.NewProgressBarInfinite()
	return waitingScreen{container.NewCenter(look.VStack(look.Space16,
		look.NewLabel(text, look.Lead.In(look.Muted).Centred()), bar)), bar}
}

func (w waitingScreen) Object() fyne.CanvasObject { return w.object }

// Leave stops the bar: out of sight it would have the window painted for ever.
func (w waitingScreen) Leave() { w.bar.Stop() }

// asURL is a URI as the toolkit opens it.
func asURL(u fyne.URI) *url.URL { return &url.URL{Scheme: u.Scheme(), Path: u.Path()} }
