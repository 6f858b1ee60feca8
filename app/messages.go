package app

import (
	"log/slog"
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// messageWidth is how wide messages are set.
const messageWidth = 460

// fail says what could not be done and why, in the error's own words: they name
// the file.
func (a *App) fail(what string, err error) {
	slog.Error(what, "err", err)
	a.tell(what, err.Error())
}

// tell shows a message that is read and put away.
func (a *App) tell(title, text string) {
	body := look.NewParagraph(text, look.Body)
	d := dialog.NewCustom(title, "Close", container.NewVBox(body), a.window)
	d.Resize(fyne.NewSize(messageWidth, 160))
	d.Show()
}

// waiting is a screen that says what is being done.
func waiting(text string) fyne.CanvasObject {
	bar := widget.NewProgressBarInfinite()
	return container.NewCenter(look.VStack(look.Space16,
		look.NewLabel(text, look.Lead.In(look.Muted).Centred()), bar))
}

// waitingScreen shows a waiting.
type waitingScreen struct{ object fyne.CanvasObject }

func (w waitingScreen) Object() fyne.CanvasObject { return w.object }
func (waitingScreen) Leave()                      {}

// asURL is a URI as the toolkit opens it.
func asURL(u fyne.URI) *url.URL { return &url.URL{Scheme: u.Scheme(), Path: u.Path()} }
