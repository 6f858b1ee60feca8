package review

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/export"
	"talkthrough/internal/review"
)

// openMentors opens the list of what can be done with a mentor's word.
func (p *scorePage) openMentors() {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.mentor)
	if c == nil {
		return
	}
	look.HideHint(c)
	menu := widget.NewPopUpMenu(fyne.NewMenu("", p.mentorItems()...), c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.mentor)
	menu.ShowAtPosition(fyne.NewPos(max(at.X+p.mentor.Size().Width-menu.MinSize().Width, look.Space8), at.Y+p.mentor.Size().Height))
}

// mentorItems are the lines of that list.
func (p *scorePage) mentorItems() []*fyne.MenuItem {
	items := []*fyne.MenuItem{
		fyne.NewMenuItem("Save a sheet to send", p.saveSheet),
		fyne.NewMenuItem("Read a mentor's file…", func() { p.screen.do.MentorFile(p.readMentor) }),
	}
	for _, m := range p.screen.ledger.review.Mentors {
		items = append(items, fyne.NewMenuItem("Remove what "+m.Name+" said", func() { p.removeMentor(m) }))
	}
	return items
}

// saveSheet writes the sheet that a mentor fills in into the export folder. One
// that lies there may be filled in already and is left alone.
func (p *scorePage) saveSheet() {
	s := p.screen
	sheet := review.MentorSheet(review.Heard{
		Attempt: s.attempt.ID, Question: s.attempt.Question.Title, Level: s.attempt.Level,
		Started: s.attempt.Started, Length: s.attempt.Timeline().Length(),
	})
	folder := filepath.Join(s.attempt.Dir, "export")
	s.work.Add(1)
	go func() {
		defer s.work.Done()
		path, err := writeSheet(folder, sheet)
		s.postIfThere(func() {
			if err != nil {
				s.evidence.strip.say("The sheet is not saved: " + err.Error())
				return
			}
			s.evidence.strip.say("Saved for your mentor: " + path)
			slog.Info("mentor sheet saved", "path", path)
		})
	}()
}

// writeSheet writes a sheet under a name that is free, and returns its path.
func writeSheet(folder string, sheet []byte) (string, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	for n := 1; ; n++ {
		path := filepath.Join(folder, "mentor.yaml")
		if n > 1 {
			path = filepath.Join(folder, fmt.Sprintf("mentor-%d.yaml", n))
		}
		err := export.Save(path, false, func(w io.Writer) error {
			_, err := w.Write(sheet)
			return err
		})
		if !errors.Is(err, fs.ErrExist) {
			return path, err
		}
	}
}

// readMentor reads what a mentor sent back, away from the UI thread.
func (p *scorePage) readMentor(path string) {
	s := p.screen
	s.work.Add(1)
	go func() {
		defer s.work.Done()
		m, err := review.ReadMentor(path)
		s.postIfThere(func() { p.heardMentor(path, m, err) })
	}()
}

func (p *scorePage) heardMentor(path string, m review.Mentor, err error) {
	s := p.screen
	if err == nil && m.Attempt != "" && m.Attempt != s.attempt.ID {
		err = fmt.Errorf("%s is about another attempt: %s", path, m.Attempt)
	}
	if err == nil {
		before := s.mentorCalled(m.Name)
		err = s.ledger.change(func(r *review.Review) error {
			r.AddMentor(m)
			return nil
		})
		if err == nil {
			s.evidence.did(deed{
				undone: "What " + m.Name + " said is away again.",
				undo: func(r *review.Review) error {
					r.RemoveMentor(m.Name)
					if before != nil {
						r.AddMentor(*before)
					}
					return nil
				},
			})
			s.evidence.strip.say(fmt.Sprintf("%s gave %s and %s.", m.Name, counted(len(m.Scores), "score"), counted(len(m.Remarks), "remark")))
			slog.Info("mentor read", "path", path, "scores", len(m.Scores), "remarks", len(m.Remarks))
			return
		}
	}
	slog.Warn("mentor", "path", path, "err", err)
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.list); c != nil {
		look.Inform(c, "This file cannot be read as a mentor's", err.Error())
	}
}

// mentorCalled is what somebody of that name said, nil for nothing.
func (s *Screen) mentorCalled(name string) *review.Mentor {
	for _, m := range s.ledger.review.Mentors {
		if m.Name == name {
			return &m
		}
	}
	return nil
}

// removeMentor takes away what a mentor said, which can be taken back.
func (p *scorePage) removeMentor(m review.Mentor) {
	s := p.screen
	p.change(func(r *review.Review) error {
		r.RemoveMentor(m.Name)
		s.evidence.did(deed{
			undone: "What " + m.Name + " said is back.",
			undo: func(r *review.Review) error {
				r.AddMentor(m)
				return nil
			},
		})
		s.evidence.strip.say(fmt.Sprintf("What %s said is removed. %s takes that back.", m.Name, keys.Hint(keys.TakeBack)))
		return nil
	})
}

// remarks are what mentors said about moments, to be heard; nil for none.
func (p *scorePage) remarks() fyne.CanvasObject {
	list := look.VStack(look.Space16)
	for _, m := range p.screen.ledger.review.Mentors {
		about := counted(len(m.Scores), "score")
		if !m.Date.IsZero() {
			about = strings.Join([]string{m.Date.Format("2 January 2006"), about}, "  ·  ")
		}
		var rows []fyne.CanvasObject
		for _, r := range m.Remarks {
			rows = append(rows, p.remark(r.At, r.Text))
		}
		list.Add(section(m.Name, about, rows...))
	}
	if len(list.Objects) == 0 {
		return nil
	}
	return look.Pad(list, 0, look.Space8, 0, look.Space8)
}

// counted is a number of things in words.
func counted(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

func (p *scorePage) remark(at time.Duration, text string) fyne.CanvasObject {
	when := look.NewLabel(look.Time(p.screen.attempt.Timeline().Elapsed(at)), look.Body.Figures().Medium())
	row := look.NewRow(container.NewBorder(nil, nil, look.Pad(look.VStack(0, when), 0, look.Space12, 0, 0), nil, look.NewParagraph(text, look.Body)),
		func() { p.screen.hear(at) })
	row.SetHint(look.Hint{Name: "Hear it"})
	row.OnUnused(p.press)
	return row
}
