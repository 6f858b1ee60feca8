package boardfile

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// patience is how long work goes on before anything is shown of it.
const patience = time.Second

// Desk is where sheets are laid out and where they remember things.
type Desk struct {
	Canvas fyne.Canvas
	// Preferences keep the folders and choices used last.
	Preferences fyne.Preferences
	// Post has a function run on the UI thread.
	Post func(func())
	// After has do run on the UI thread after d unless cancel is called first.
	After func(d time.Duration, do func()) (cancel func())
}

// NewDesk returns a window's desk.
func NewDesk(c fyne.Canvas, p fyne.Preferences) Desk {
	return Desk{Canvas: c, Preferences: p, Post: fyne.Do, After: func(d time.Duration, do func()) func() {
		timer := time.AfterFunc(d, func() { fyne.Do(do) })
		return func() { timer.Stop() }
	}}
}

// Busy runs work off the UI thread and then done on it, with work's error. When
// it takes longer than a second the words say so above the window, and it can
// be given up: its context ends, done gets context.Canceled at once, and
// whatever work comes to is dropped.
func (d Desk) Busy(words string, work func(context.Context) error, done func(error)) {
	ctx, stop := context.WithCancel(context.Background())
	var sheet *look.Sheet
	bar := widget.NewProgressBarInfinite()
	over := false
	end := func(err error) {
		if over {
			return
		}
		over = true
		stop()
		bar.Stop() // out of sight it would have the window painted for ever
		if sheet != nil {
			sheet.OnClose(nil)
			sheet.Hide()
		}
		done(err)
	}
	cancel := d.After(patience, func() {
		if over {
			return
		}
		sheet = look.NewSheet(d.Canvas, words, bar,
			look.NewButton("Cancel", look.Plain, func() { sheet.Hide() }))
		sheet.OnClose(func() { end(context.Canceled) })
		sheet.Show(fyne.NewSize(400, 0))
	})
	go func() {
		err := work(ctx)
		d.Post(func() {
			cancel()
			end(err)
		})
	}()
}

// GivenUp reports whether an error only says that the user gave up.
func GivenUp(err error) bool { return errors.Is(err, context.Canceled) }
