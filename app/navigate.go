package app

import (
	"log/slog"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"talkthrough/app/guide"
	"talkthrough/app/review"
	"talkthrough/app/setup"
	"talkthrough/app/today"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
	"talkthrough/internal/sound"
	"talkthrough/questions"
)

// todayScreen lets today leave: it holds nothing that must be stopped.
type todayScreen struct{ *today.Screen }

func (todayScreen) Leave() {}

// start is what the start screen shows, as read from the disk.
type start struct {
	bank    question.Bank
	entries []library.Entry
	err     error
}

// readStart reads it. It waits for the disk.
func (o Options) readStart() start {
	r := start{bank: question.Load(questions.FS, library.QuestionsDir())}
	r.entries, r.err = o.Library.List()
	return r
}

// openToday reads attempts and questions as they are on disk and shows the
// start screen.
func (a *App) openToday() {
	go func() {
		read := a.readStart()
		fyne.Do(func() { a.showToday(read) })
	}()
}

func (a *App) showToday(read start) {
	a.bank = read.bank
	for _, p := range read.bank.Problems {
		slog.Warn("question pack", "problem", p.Error())
	}
	if read.err != nil {
		slog.Error("library", "err", read.err)
	}
	for _, e := range read.entries {
		if e.Problem != nil {
			slog.Warn("damaged attempt", "dir", e.Dir, "err", e.Problem)
		}
	}
	s := today.New(today.Actions{
		Start: func(q *question.Question) {
			choice := a.lastChoice()
			if q != nil {
				choice.Question = *q
			}
			a.openSetup(choice)
		},
		Open:     func(e library.Entry) { a.openReview(e.Dir) },
		Continue: a.continueMock,
		Rescue:   a.rescue,
		Folder:   a.openFolder,
	})
	s.Show(read.entries, read.bank, read.err)
	a.show("today", todayScreen{s})
	s.FocusFirst(a.window.Canvas())
}

// openSetup shows set-up with choice made. Where it says nothing of a
// microphone, the remembered one is chosen.
func (a *App) openSetup(choice setup.Choice) {
	if last := a.lastChoice(); choice.DeviceName == "" {
		choice.DeviceID, choice.DeviceName = last.DeviceID, last.DeviceName
	}
	s := setup.New(a.bank, choice, &a.sound, setup.Actions{Begin: a.begin, Back: a.openToday, Room: a.noRoom}, fyne.Do)
	a.show("setup", s)
	s.Focus(a.window.Canvas())
}

// openReview reads an attempt and shows its replay, once it is known whether
// there is any sound to play it with.
func (a *App) openReview(dir string) {
	go func() {
		attempt, err := session.Open(dir)
		if err != nil {
			fyne.Do(func() { a.fail("This attempt cannot be opened", err) })
			return
		}
		system, err := a.sound.system()
		if err != nil {
			slog.Info("no sound output", "err", err)
		}
		fyne.Do(func() { a.showReview(attempt, system) })
	}()
}

func (a *App) showReview(attempt *session.Attempt, system *sound.System) {
	s := review.New(attempt, system, review.Actions{
		Back: a.openToday, Export: a.export, Folder: func() { a.openFolder(attempt.Dir) },
	}, fyne.Do)
	a.show("review", s)
	a.replay, a.seen = s, attempt
	a.window.SetMainMenu(a.menu())
	s.Focus(a.window.Canvas())
}

// openGuide shows the guide at a place of it, "" for where it begins, unless an
// interview is under way. Who closes it is back where it was opened: in set-up
// with what was chosen, in the replay of the same attempt.
func (a *App) openGuide(place string) {
	if g, on := a.screen.(*guide.Screen); on {
		g.Go(place)
		return
	}
	if a.mock != nil || a.starting {
		return
	}
	back := a.openToday
	switch s := a.screen.(type) {
	case *setup.Screen:
		back = func() {
			s.SetBank(a.bank) // a pack may have been saved meanwhile
			a.show("setup", s)
			s.Focus(a.window.Canvas())
		}
	case *review.Screen:
		dir := a.seen.Dir
		back = func() { a.openReview(dir) }
	}
	g := guide.Open(place, back)
	a.show("guide", g)
	g.Focus(a.window.Canvas())
}

// openFolder shows a folder, or the folder of a file, in the file manager.
func (a *App) openFolder(path string) {
	u, err := storage.ParseURI(storage.NewFileURI(filepath.Clean(path)).String())
	if err == nil {
		err = a.app.OpenURL(asURL(u))
	}
	if err != nil {
		a.fail("The folder could not be opened", err)
	}
}

// lastChoice is what was chosen the last time, for the first time the usual.
func (a *App) lastChoice() setup.Choice {
	p := a.app.Preferences()
	c := setup.Choice{
		Level:      interview.Level(p.StringWithFallback("level", string(interview.Senior))),
		Minutes:    p.IntWithFallback("minutes", 40),
		Record:     p.BoolWithFallback("record", true),
		DeviceID:   p.String("device"),
		DeviceName: p.String("device name"),
	}
	if !c.Level.Valid() {
		c.Level = interview.Senior
	}
	if q, ok := a.bank.Find(p.String("question")); ok {
		c.Question = q
	}
	return c
}

func (a *App) keepChoice(c setup.Choice) {
	p := a.app.Preferences()
	p.SetString("question", c.Question.ID)
	p.SetString("level", string(c.Level))
	p.SetInt("minutes", c.Minutes)
	p.SetBool("record", c.Record)
	if !c.StandIn {
		a.keepMicrophone(c.DeviceID, c.DeviceName)
	}
}

// keepMicrophone remembers a microphone for the next time.
func (a *App) keepMicrophone(id, name string) {
	p := a.app.Preferences()
	p.SetString("device", id)
	p.SetString("device name", name)
}
