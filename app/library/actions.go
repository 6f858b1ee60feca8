package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/library"
)

// key does what a key of the screen asks for.
func (s *Screen) key(id string) {
	l, ok := s.list.chosen()
	switch {
	case id == keys.FindAttempt:
		s.search.take()
	case !ok:
	case id == keys.OpenAttempt:
		s.open(l)
	case id == keys.RenameAttempt:
		s.list.beginNaming()
	case id == keys.TrashAttempt && l.trashed != nil:
		s.discard(l)
	case id == keys.TrashAttempt:
		s.trash(l)
	}
}

// open does with an attempt what is usually wanted.
func (s *Screen) open(l line) {
	switch {
	case l.trashed != nil:
		s.restore(*l.trashed)
	case l.entry.State == library.Damaged:
		s.openDamaged(l)
	case l.entry.State == library.CutOff:
		s.openCutOff(l)
	case l.entry.State == library.Finished:
		s.do.Open(l.entry)
	}
}

// openCutOff asks whether an attempt is taken up or ended.
func (s *Screen) openCutOff(l line) {
	var sheet *look.Sheet
	button := func(word string, i look.Importance, do func(library.Entry)) *look.Button {
		return look.NewButton(word, i, func() {
			sheet.Hide()
			do(l.entry)
		})
	}
	words := look.NewParagraph("The program ended before this attempt did. "+l.length+" of it are saved.", look.Body.In(look.Muted))
	sheet = look.NewSheet(s.canvas(), short(l.title), words,
		look.NewButton("Cancel", look.Quiet, func() { sheet.Hide() }),
		button("Continue", look.Plain, s.do.Continue), button("Review what was saved", look.Primary, s.do.Rescue))
	sheet.Show(fyne.NewSize(sheetWidth, 0))
}

// sheetWidth is how wide questions are asked.
const sheetWidth = 460

// short is a title that fits a sheet.
func short(title string) string { return look.Title.Fit(title, sheetWidth-2*look.Space16) }

// openDamaged says what is wrong with an attempt and what there is of it, and
// offers to make it open again.
func (s *Screen) openDamaged(l line) {
	go func() {
		saved := library.WhatIsSaved(l.entry.Dir)
		s.post(func() {
			if s.ctx.Err() == nil && s.canvas() != nil {
				s.showDamaged(l, saved)
			}
		})
	}()
}

func (s *Screen) showDamaged(l line, saved library.Saved) {
	why := ""
	if l.entry.Problem != nil {
		why = l.entry.Problem.Error() + "\n\n"
	}
	title := l.title
	if saved.Title != "" {
		title = saved.Title
	}
	var sheet *look.Sheet
	buttons := []*look.Button{
		look.NewButton("Show its folder", look.Plain, func() { sheet.Hide(); s.do.Folder(l.entry.Dir) }),
		look.NewButton("Close", look.Plain, func() { sheet.Hide() }),
	}
	if saved.Any() {
		buttons = append(buttons, look.NewButton("Open what is saved", look.Primary, func() {
			sheet.Hide()
			s.mend(l.entry)
		}))
	}
	sheet = look.NewSheet(s.canvas(), short(title), look.NewParagraph(why+saved.Words(), look.Body.In(look.Muted)), buttons...)
	sheet.Show(fyne.NewSize(sheetWidth, 0))
}

// mend makes a damaged attempt open again and opens it.
func (s *Screen) mend(e library.Entry) {
	s.change(func() error { return library.Mend(e.Dir) }, func(err error) {
		if err != nil {
			s.do.Fail("This attempt could not be mended", err)
			return
		}
		for _, i := range s.items {
			if i.Dir != e.Dir {
				continue
			}
			if i.State == library.CutOff {
				s.do.Rescue(i.Entry)
				return
			}
			s.do.Open(i.Entry)
		}
	})
}

// showMenu shows what can be done with an attempt.
func (s *Screen) showMenu(l line, at fyne.Position) {
	c := s.canvas()
	if c == nil {
		return
	}
	item := func(label, id string, do func()) *fyne.MenuItem {
		if id != "" {
			label += "\t" + keys.Hint(id)
		}
		return fyne.NewMenuItem(label, do)
	}
	var items []*fyne.MenuItem
	if l.trashed != nil {
		items = []*fyne.MenuItem{
			item("Put it back", keys.OpenAttempt, func() { s.open(l) }),
			item("Delete for good…", keys.TrashAttempt, func() { s.discard(l) }),
		}
	} else {
		items = []*fyne.MenuItem{
			item("Open", keys.OpenAttempt, func() { s.open(l) }),
			item("Rename", keys.RenameAttempt, s.list.beginNaming),
			item("Show its folder", "", func() { s.do.Folder(l.entry.Dir) }),
			item("Move to the trash", keys.TrashAttempt, func() { s.trash(l) }),
		}
		if l.entry.State == library.Recording {
			for _, i := range []int{0, 1, 3} {
				items[i].Disabled = true
			}
		}
	}
	look.AlignKeys(items...)
	look.HideHint(c)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
}
