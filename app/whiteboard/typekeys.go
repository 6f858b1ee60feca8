package whiteboard

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/internal/board"
)

// key handles a key without Ctrl or Alt while text is typed. It reports whether
// the key means something there; letters come as runes and mean nothing here.
func (ed *editor) key(b *Board, name fyne.KeyName, mods fyne.KeyModifier) bool {
	extend := mods&fyne.KeyModifierShift != 0
	switch name {
	case fyne.KeyEscape:
		b.finishText()
	case fyne.KeyReturn, fyne.KeyEnter:
		if ed.oneLine {
			b.finishText()
		} else {
			ed.insert(b, "\n")
		}
	case fyne.KeyTab:
		b.finishText()
	case fyne.KeyBackspace:
		ed.erase(b, step(ed.now.text, ed.now.caret, false, false))
	case fyne.KeyDelete:
		ed.erase(b, step(ed.now.text, ed.now.caret, true, false))
	case fyne.KeyLeft, fyne.KeyRight:
		ed.walk(b, name == fyne.KeyRight, extend, false)
	case fyne.KeyUp, fyne.KeyDown:
		ed.climb(b, name == fyne.KeyDown, extend)
	case fyne.KeyHome, fyne.KeyEnd:
		s := b.setting()
		line := s.lines[s.lineOf(ed.now.caret)]
		if name == fyne.KeyHome {
			ed.moveTo(b, line.Start, extend)
		} else {
			ed.moveTo(b, line.End, extend)
		}
	default:
		return false
	}
	return true
}

// walk moves the caret a character or a word; a selection is left at its end.
func (ed *editor) walk(b *Board, forward, extend, word bool) {
	from, to := ed.now.span()
	if from != to && !extend && !word {
		if forward {
			from = to
		}
		ed.moveTo(b, from, false)
		return
	}
	ed.moveTo(b, step(ed.now.text, ed.now.caret, forward, word), extend)
}

// climb moves the caret a line up or down; beyond the first and the last it
// goes to the text's end.
func (ed *editor) climb(b *Board, down, extend bool) {
	s := b.setting()
	at := s.caretAt(ed.now.caret)
	line := s.lineOf(ed.now.caret)
	switch {
	case down && line == len(s.lines)-1:
		ed.moveTo(b, len(ed.now.text), extend)
	case !down && line == 0:
		ed.moveTo(b, 0, extend)
	default:
		y := at.Y - at.H/2
		if down {
			y = at.Y + 1.5*at.H
		}
		ed.moveTo(b, s.offsetAt(board.Point{X: at.X, Y: y}), extend)
	}
}

// shortcut handles a key with Ctrl or Alt while text is typed. It reports
// whether the key belongs to the typing.
func (ed *editor) shortcut(b *Board, s fyne.Shortcut) bool {
	from, to := ed.now.span()
	clipboard := fyne.CurrentApp().Clipboard()
	switch s := s.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutCut:
		if from != to {
			clipboard.SetContent(ed.now.text[from:to])
			if _, cut := s.(*fyne.ShortcutCut); cut {
				ed.erase(b, from)
			}
		}
	case *fyne.ShortcutPaste:
		if text := clipboard.Content(); text != "" {
			ed.insert(b, text)
		}
	case *fyne.ShortcutSelectAll:
		ed.moveTo(b, 0, false)
		ed.moveTo(b, len(ed.now.text), true)
	case *fyne.ShortcutUndo:
		ed.undo(b)
	case *fyne.ShortcutRedo:
		ed.redo(b)
	case *desktop.CustomShortcut:
		return ed.custom(b, s)
	default:
		return false
	}
	return true
}

func (ed *editor) custom(b *Board, s *desktop.CustomShortcut) bool {
	extend := s.Modifier&fyne.KeyModifierShift != 0
	if s.Modifier&fyne.KeyModifierShortcutDefault == 0 {
		return false
	}
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight:
		ed.walk(b, s.KeyName == fyne.KeyRight, extend, true)
	case fyne.KeyHome:
		ed.moveTo(b, 0, extend)
	case fyne.KeyEnd:
		ed.moveTo(b, len(ed.now.text), extend)
	case fyne.KeyBackspace, fyne.KeyDelete:
		ed.erase(b, step(ed.now.text, ed.now.caret, s.KeyName == fyne.KeyDelete, true))
	case fyne.KeyReturn, fyne.KeyEnter:
		b.finishText()
	case fyne.KeyZ:
		if extend {
			ed.redo(b)
		}
	default:
		return false
	}
	return true
}
