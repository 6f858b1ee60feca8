package app

import (
	"log/slog"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"talkthrough/app/guide"
	attempts "talkthrough/app/library"
	"talkthrough/app/review"
	"talkthrough/app/setup"
	"talkthrough/app/today"
	"talkthrough/internal/library"
	"talkthrough/internal/progress"
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
	done    []progress.Attempt
	past    map[string]setup.Standing // with the questions
	err     error
}

// readStart reads it. It waits for the disk.
func (o Options) readStart() start {
	r := start{bank: question.Load(questions.FS, library.QuestionsDir())}
	r.entries, r.err = o.Library.List()
	r.done = attemptsIn(r.entries)
	r.past = standings(r.done, time.Now())
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
	a.bank, a.past = read.bank, read.past
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
	do := today.Actions{
		Start:    a.newMock,
		Blind:    a.blindMock,
		WarmUp:   a.warmUp,
		All:      a.openAttempts,
		Open:     func(e library.Entry) { a.openReview(e.Dir) },
		Continue: a.continueMock,
		Rescue:   a.rescue,
		Folder:   a.openFolder,
	}
	if a.began() {
		do.Again = a.again
	}
	s := today.New(do)
	s.SetPractice(read.done)
	s.Show(read.entries, read.bank, read.err)
	a.listed, a.listedAt = "", attempts.Place{}
	a.show("today", todayScreen{s})
	s.FocusFirst(a.window.Canvas())
}

// openReview reads an attempt and shows its replay, once it is known whether
// there is any sound to play it with.
func (a *App) openReview(dir string) { a.openReviewAt(dir, review.Place{}) }

// openReviewAt is openReview at a place of the replay.
func (a *App) openReviewAt(dir string, place review.Place) {
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
		fyne.Do(func() { a.showReview(attempt, system, place) })
	}()
}

func (a *App) showReview(attempt *session.Attempt, system *sound.System, place review.Place) {
	var s *review.Screen
	s = review.New(attempt, system, review.Actions{
		Back: a.leaveReview, Export: a.export, Folder: func() { a.openFolder(attempt.Dir) },
		Guide: a.openGuide, MentorFile: a.chooseMentorFile,
		Past:   a.allPast,
		Opened: func() { a.inReplay(s) },
	}, fyne.Do)
	a.show("review", s)
	a.seen = attempt
	if !s.Predicting() {
		a.inReplay(s)
	}
	s.Focus(a.window.Canvas())
	s.Go(place)
}

// inReplay has the menu act on a replay, which nothing of the program shows
// before it was predicted.
func (a *App) inReplay(s *review.Screen) {
	a.replay = s
	a.window.SetMainMenu(a.menu())
}

// openGuide shows the guide at a place of it, "" for where it begins, unless an
// interview is under way. Who closes it is back where it was opened: in set-up
// with what was chosen, in the replay at the same place.
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
		dir, place := a.seen.Dir, s.Place()
		back = func() { a.openReviewAt(dir, place) }
	case *attempts.Screen:
		place := s.Place()
		back = func() { a.showAttempts(place) }
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
