package board

// Lock makes the elements and their text untouchable by the mouse.
func Lock(s *Scene, ids []string) Edit { return s.setLocked(ids, true) }

// Unlock undoes Lock.
func Unlock(s *Scene, ids []string) Edit { return s.setLocked(ids, false) }

func (s *Scene) setLocked(ids []string, locked bool) Edit {
	d := newDraft(s)
	for _, e := range s.withLabels(ids) {
		if e.Locked != locked {
			d.change(e.ID).Locked = locked
		}
	}
	return d.edit()
}
