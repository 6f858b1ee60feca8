// Package app is the window: it wires the screens to the library, the sound and
// the sessions, and goes from one to the other.
package app

import (
	"log/slog"
	"os"
	"runtime/debug"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"github.com/adrg/xdg"

	"talkthrough/app/boardfile"
	"talkthrough/app/guide"
	"talkthrough/app/keys"
	attempts "talkthrough/app/library"
	"talkthrough/app/look"
	"talkthrough/app/practice"
	"talkthrough/app/review"
	"talkthrough/app/setup"
	"talkthrough/internal/library"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

// ID is the app's id, by which the system and the toolkit know it.
const ID = "org.talkthrough.app"

// Options say how the app opens.
type Options struct {
	Version, Commit string
	Library         library.Library
	// Setup opens set-up at once with this chosen, instead of today.
	Setup *setup.Choice
}

// App is the one window and what it shows. For the UI thread only.
type App struct {
	Options
	app    fyne.App
	window fyne.Window
	post   func(func()) // has a function run on the UI thread
	stage  *look.Stage
	sound  soundbox
	bank   question.Bank
	past   map[string]setup.Standing // with the questions, as last read
	shelf  *boardfile.Shelf

	screen   screen
	room     *practice.Screen // while an interview is on
	mock     *session.Mock
	starting bool           // the attempt's folder is being made
	ending   bool           // the attempt is being saved
	replay   *review.Screen // while an attempt is reviewed
	seen     *session.Attempt

	imports  *attempts.Imports // recordings on their way; nil before the first look
	listedAt attempts.Place    // where the list of attempts was left
	listed   string            // the folder of the attempt that was opened from it
}

// screen is what the window shows.
type screen interface {
	Object() fyne.CanvasObject
	// Leave is called before another screen takes its place.
	Leave()
}

// memoryMargin is how much garbage, in percent of what is in use, may lie about
// before it is collected. Painting makes next to none, so half of the usual costs
// no frames, and a large board takes that much less.
const memoryMargin = 50

// Run opens the window and returns when it is closed.
func Run(o Options) error {
	debug.SetGCPercent(memoryMargin)
	fyneapp.SetMetadata(fyne.AppMetadata{
		ID: ID, Name: "Talkthrough", Version: o.Version, Icon: look.AppIcon(),
		Migrations: map[string]bool{"fyneDo": true},
	})
	// The toolkit complains when the folder that its cache goes into is missing.
	_ = os.MkdirAll(xdg.CacheHome, 0o700)
	a := &App{Options: o, app: fyneapp.NewWithID(ID), post: fyne.Do}
	a.app.Settings().SetTheme(look.Theme{})
	a.app.SetIcon(look.AppIcon())
	a.sound.full.Store(a.app.Preferences().Bool(fullRateKey))
	a.window = a.app.NewWindow("Talkthrough")
	a.stage = look.NewStage(look.NewPanel(look.NewRule()))
	a.window.SetContent(a.stage)
	a.window.SetPadded(false)
	a.window.SetMainMenu(a.menu())
	a.window.Resize(fyne.NewSize(1280, 800))
	a.window.SetCloseIntercept(a.quit)
	a.window.Canvas().SetOnTypedKey(a.typedKey)
	a.window.SetOnDropped(a.dropped)
	a.shelf = a.newShelf()
	a.openFirst()
	unwatch := a.watchPacks()
	a.window.ShowAndRun()
	unwatch()
	if a.imports != nil {
		<-a.imports.Close()
	}
	a.sound.close()
	return nil
}

// openFirst shows today, or set-up when it was asked for.
func (a *App) openFirst() {
	read := a.readStart()
	if a.Setup != nil {
		a.bank, a.past = read.bank, read.past
		asked := *a.Setup
		asked.Aloud = a.lastChoice().Aloud
		a.openSetup(asked)
		return
	}
	a.showToday(read)
}

// show puts a screen in the window.
func (a *App) show(name string, s screen) {
	if a.screen != nil {
		a.screen.Leave()
	}
	a.screen = s
	if _, on := s.(*practice.Screen); !on {
		a.room = nil
	}
	if _, on := s.(*review.Screen); !on {
		a.replay, a.seen = nil, nil
	}
	a.stage.SetContent(s.Object())
	a.window.SetMainMenu(a.menu())
	slog.Info("screen", "name", name)
}

// quit closes the window; an interview under way is left to be continued.
func (a *App) quit() {
	if a.ending {
		return
	}
	if a.mock == nil {
		a.leave()
		return
	}
	a.ending = true
	mock := a.mock
	a.screen.Leave()
	a.screen = nil
	a.stage.SetContent(waiting("Saving what was said, written and drawn…").Object())
	go func() {
		if err := mock.Suspend(); err != nil {
			slog.Error("suspend", "dir", mock.Dir, "err", err)
		}
		fyne.Do(a.leave)
	}()
}

func (a *App) leave() {
	if a.screen != nil {
		a.screen.Leave()
		a.screen = nil
	}
	a.app.Quit()
}

// typedKey gets the keys that no focused widget has taken.
func (a *App) typedKey(ev *fyne.KeyEvent) {
	if id, ok := keys.Match(ev.Name, 0, keys.App); ok && id == keys.Help {
		a.help()
		return
	}
	if g, on := a.screen.(*guide.Screen); on {
		g.Key(ev)
	}
	if s, on := a.screen.(*attempts.Screen); on {
		s.Key(ev)
	}
	if s, on := a.screen.(*review.Screen); on {
		s.Typed(ev)
	}
}
