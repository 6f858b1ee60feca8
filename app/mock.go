package app

import (
	"fmt"
	"log/slog"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/practice"
	"talkthrough/app/setup"
	"talkthrough/internal/library"
	"talkthrough/internal/session"
)

// begin starts the interview that was set up.
func (a *App) begin(c setup.Choice) {
	if a.starting {
		return
	}
	a.starting = true
	a.keepChoice(c)
	a.sound.recording.Store(nil)
	var open session.OpenSource
	if c.Record {
		open = a.sound.source(c.DeviceID, c.DeviceName)
	}
	meta := metaOf(c, a.bank.Deck, newSeed(), a.Version)
	go func() {
		mock, err := session.StartMock(a.Library.Dir, meta, open)
		fyne.Do(func() {
			a.starting = false
			if err != nil {
				a.openSetup(c)
				a.fail("The interview cannot begin: nothing could be saved", err)
				return
			}
			a.enter(mock)
		})
	}()
}

// noRoom says where the disk has too little room to record so many minutes, or
// "". It waits for the disk.
func (a *App) noRoom(minutes int) string {
	free, need, err := session.RecordingRoom(a.Library.Dir, time.Duration(minutes)*time.Minute, a.sound.takeRate())
	if err != nil {
		slog.Warn("disk", "err", err)
		return ""
	}
	return session.NoRoom(free, need)
}

// enter shows the interview room.
func (a *App) enter(mock *session.Mock) {
	a.mock, a.ending = mock, false
	room := practice.New(mock, practice.Actions{
		Ended: a.end, Help: a.help, Picture: a.openPicture, Files: a.boardFile, Shelf: a.shelf,
		Microphones: microphones{a}, Say: a.voice(),
	}, fyne.Do)
	a.show("practice", room)
	a.room = room
	a.window.SetMainMenu(a.menu())
	a.app.Driver().SetDisableScreenBlanking(true)
	room.Focus(a.window.Canvas())
}

// end saves the interview and shows its replay.
func (a *App) end() {
	if a.ending || a.mock == nil {
		return
	}
	a.ending = true
	mock := a.mock
	a.show("saving", waiting("Saving what was said, written and drawn…"))
	a.app.Driver().SetDisableScreenBlanking(false)
	go func() {
		err := mock.End()
		fyne.Do(func() { a.ended(mock, err) })
	}()
}

func (a *App) ended(mock *session.Mock, err error) {
	a.mock, a.ending = nil, false
	if err != nil {
		slog.Error("save", "dir", mock.Dir, "err", err)
	} else {
		slog.Info("saved", "dir", mock.Dir)
	}
	a.openReview(mock.Dir)
	if err != nil {
		a.fail("Not everything could be saved", err)
	}
}

// continueMock takes up an attempt that was cut off.
func (a *App) continueMock(e library.Entry) {
	a.recover(e, func(attempt *session.Attempt) {
		a.sound.recording.Store(nil)
		var open session.OpenSource
		if attempt.Recording || len(attempt.Takes()) > 0 { // switched on in the room
			last := a.lastChoice()
			open = a.sound.source(last.DeviceID, last.DeviceName)
		}
		go func() {
			mock, err := session.ContinueMock(attempt, open)
			fyne.Do(func() {
				if err != nil {
					a.openToday()
					a.fail("This attempt cannot be continued", err)
					return
				}
				a.enter(mock)
			})
		}()
	})
}

// rescue ends an attempt that was cut off and shows what was saved.
func (a *App) rescue(e library.Entry) {
	a.recover(e, func(attempt *session.Attempt) {
		go func() {
			err := attempt.Finish()
			fyne.Do(func() {
				if err != nil {
					a.openToday()
					a.fail("This attempt could not be finished", err)
					return
				}
				a.openReview(attempt.Dir)
			})
		}()
	})
}

// recover mends an attempt off the UI thread, says what was lost and goes on.
func (a *App) recover(e library.Entry, then func(*session.Attempt)) {
	a.show("saving", waiting("Recovering what was saved…"))
	go func() {
		attempt, report, err := session.Recover(e.Dir)
		fyne.Do(func() {
			if err != nil {
				slog.Error("recover", "dir", e.Dir, "err", err)
				a.openToday()
				a.fail("This attempt could not be recovered", err)
				return
			}
			slog.Info("recovered", "dir", e.Dir, "takes", report.Takes, "torn", report.Torn)
			then(attempt)
			if text := lost(report); text != "" {
				a.tell("Recovered", text)
			}
		})
	}()
}

// lost says what a recovery could not bring back, "" when all is there.
func lost(r session.Recovered) string {
	var lines []string
	if r.Torn > 0 {
		lines = append(lines, fmt.Sprintf("The last line of the journal was torn: %d bytes of an unfinished event were dropped.", r.Torn))
	}
	return strings.Join(append(lines, r.Problems...), "\n")
}
