package app

import (
	"log/slog"

	"fyne.io/fyne/v2"

	"talkthrough/app/setup"
	"talkthrough/internal/library"
	"talkthrough/internal/question"
	"talkthrough/questions"
)

// watchPacks has the user's questions read again whenever a pack is saved, until
// stop.
func (a *App) watchPacks() (stop func()) {
	begun := make(chan *question.Watcher, 1)
	go func() {
		w, err := question.Watch(questions.FS, library.QuestionsDir(), func(b question.Bank) {
			fyne.Do(func() { a.setBank(b) })
		})
		if err != nil {
			slog.Warn("packs are read at the start only", "err", err)
		}
		begun <- w
	}()
	return func() {
		if w := <-begun; w != nil {
			w.Close()
		}
	}
}

// setBank takes the questions as they are now and shows them.
func (a *App) setBank(b question.Bank) {
	a.bank = b
	for _, p := range b.Problems {
		slog.Warn("question pack", "problem", p.Error())
	}
	switch s := a.screen.(type) {
	case todayScreen:
		s.SetBank(b)
	case *setup.Screen:
		s.SetBank(b)
	}
	slog.Info("questions", "count", len(b.Questions), "problems", len(b.Problems))
}
