package practice

import (
	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/whiteboard"
)

// chosen is true of what is selected, not of what comes next.
func (s *styleBar) chosen(whiteboard.Look) bool { return s.selected > 0 }

// several is true where there is more than one thing to bring together.
func (s *styleBar) several(whiteboard.Look) bool { return s.selected > 1 }

// always is true of everything.
func always(whiteboard.Look) bool { return true }

func (s *styleBar) layers() []styleItem {
	return []styleItem{
		s.action(look.IconToBack, keys.ToBack, s.chosen), s.action(look.IconBackward, keys.Backward, s.chosen),
		s.action(look.IconForward, keys.Forward, s.chosen), s.action(look.IconToFront, keys.ToFront, s.chosen),
		s.action(look.IconDuplicate, keys.Duplicate, s.chosen), s.action(look.IconTrash, keys.Delete, s.chosen),
	}
}

func (s *styleBar) actions() []styleItem {
	lock := s.action(look.IconLock, keys.LockThem, s.chosen)
	lock.control.SetHint(look.Hint{Name: "Lock", Key: keys.Hint(keys.LockThem)})
	return []styleItem{
		s.action(look.IconGroup, keys.MakeGroup, s.several), s.action(look.IconUngroup, keys.Ungroup, s.several),
		lock,
		s.action(look.IconChevronLeft, keys.FoldStyle, always),
	}
}

// action is a button for an action of the Board group.
func (s *styleBar) action(icon look.IconName, id string, suits func(whiteboard.Look) bool) styleItem {
	var button *look.IconButton
	button = look.NewIconButton(icon, look.Hint{Name: keys.For(id).Label, Key: keys.Hint(id)}, func() {
		s.board.Do(id)
		s.pressed(button)
	})
	button.SetEdge(slotEdge)
	return styleItem{control: button, suits: suits}
}
