package board

// History remembers edits so that they can be undone and redone, without
// limit. It does not hold the scene: the caller applies what Undo and Redo
// return. The zero value is an empty history.
type History struct {
	done, undone []step
}

type step struct{ edit, inverse Edit }

// Do remembers an edit that has been applied and the inverse that Apply gave.
// What had been undone before can no longer be redone. Empty edits are not
// remembered.
func (h *History) Do(edit, inverse Edit) {
	if edit.Empty() {
		return
	}
	h.done, h.undone = append(h.done, step{edit, inverse}), nil
}

// Undo returns the edit that takes the last one back; false when there is none.
func (h *History) Undo() (Edit, bool) {
	if len(h.done) == 0 {
		return Edit{}, false
	}
	last := h.done[len(h.done)-1]
	h.done, h.undone = h.done[:len(h.done)-1], append(h.undone, last)
	return last.inverse, true
}

// Redo returns the edit that was undone last; false when there is none.
func (h *History) Redo() (Edit, bool) {
	if len(h.undone) == 0 {
		return Edit{}, false
	}
	last := h.undone[len(h.undone)-1]
	h.undone, h.done = h.undone[:len(h.undone)-1], append(h.done, last)
	return last.edit, true
}

// CanUndo reports whether Undo has something to return.
func (h *History) CanUndo() bool { return len(h.done) > 0 }

// CanRedo reports whether Redo has something to return.
func (h *History) CanRedo() bool { return len(h.undone) > 0 }
