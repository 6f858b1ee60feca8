package library

import (
	"fmt"

	"talkthrough/internal/library"
)

// trash moves an attempt to the trash and offers to undo it.
func (s *Screen) trash(l line) {
	if l.entry.State == library.Recording {
		return
	}
	var thrown library.Trashed
	s.change(func() (err error) {
		thrown, err = s.lib.Trash(l.entry.Dir)
		return err
	}, func(err error) {
		if err != nil {
			s.do.Fail("This attempt cannot be thrown away", err)
			return
		}
		s.pictures.forget(l.entry.Dir)
		s.undo.offer(fmt.Sprintf("Moved “%s” to the trash.", l.title), func() { s.restore(thrown) })
	})
}

// restore brings an attempt back from the trash and chooses it.
func (s *Screen) restore(t library.Trashed) {
	var dir string
	s.change(func() (err error) {
		dir, err = s.lib.Restore(t)
		return err
	}, func(err error) {
		if err != nil {
			s.do.Fail("This attempt cannot be brought back", err)
			return
		}
		if s.inTrash {
			s.undo.say(fmt.Sprintf("“%s” is back among the attempts.", t.Title()))
			return
		}
		s.list.choose(dir)
	})
}

// discard deletes an attempt in the trash for good, after asking.
func (s *Screen) discard(l line) {
	s.do.Confirm("Delete for good?", fmt.Sprintf("“%s” with its recording, notes and board cannot be brought back.", l.title), "Delete", func() {
		s.change(func() error { return s.lib.Discard(*l.trashed) }, func(err error) {
			if err != nil {
				s.do.Fail("Not all of it could be deleted", err)
			}
		})
	})
}

// emptyTrash deletes everything in the trash for good, after asking.
func (s *Screen) emptyTrash() {
	words := "The attempt in it, with its recording, notes and board, cannot be brought back."
	if n := len(s.trashed); n > 1 {
		words = fmt.Sprintf("The %d attempts in it, with their recordings, notes and boards, cannot be brought back.", n)
	}
	s.do.Confirm("Empty the trash?", words, "Delete", func() {
		s.undo.hide()
		s.change(s.lib.EmptyTrash, func(err error) {
			if err != nil {
				s.do.Fail("Not everything could be deleted", err)
			}
			s.keepKeyboard()
		})
	})
}

// openTrash shows the trash in place of the attempts.
func (s *Screen) openTrash() { s.turn(true) }

// leaveTrash shows the attempts again.
func (s *Screen) leaveTrash() { s.turn(false) }

func (s *Screen) turn(toTrash bool) {
	if s.inTrash == toTrash {
		return
	}
	s.list.endNaming(true)
	s.undo.hide()
	s.inTrash, s.list.at = toTrash, 0
	s.show()
	s.list.ScrollToTop()
	s.keepKeyboard()
}
