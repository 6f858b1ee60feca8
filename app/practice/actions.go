package practice

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/app/keys"
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// Do carries out the action of the Interview group with that id, or shows the
// keys; it reports whether there is one.
func (s *Screen) Do(id string) bool {
	phase := s.mock.Clock().Phase
	if i := slices.Index(keys.PhaseIDs[:], id); i >= 0 {
		s.enter(i)
		return true
	}
	switch id {
	case keys.Ask:
		s.right.SetFolded(false)
		s.side.ask.field.take()
	case keys.MarkWord:
		s.right.SetFolded(false)
		s.side.showFoot(true)
		s.side.marks.takeWord(time.Now())
	case keys.Replan:
		s.replan(-1)
	case keys.UndoReplan:
		s.undoReplan()
	case keys.NextPhase:
		s.step(phase, +1)
	case keys.PrevPhase:
		s.step(phase, -1)
	case keys.Pause:
		s.pause()
	case keys.Microphone:
		s.chooseMicrophone()
	case keys.End:
		s.cards.end()
	case keys.Help:
		s.do.Help()
	case keys.Stuck, keys.CardFirst, keys.CardSecond, keys.CardAway:
		return s.cards.do(id)
	case keys.MarkGood:
		s.mark(session.Good)
	case keys.MarkUnclear:
		s.mark(session.Unclear)
	case keys.Agenda:
		s.notes.layAgenda(s.mock.Clock().Planned)
	case keys.FoldNotes:
		s.left.SetFolded(!s.left.Folded())
	case keys.FoldPanel:
		s.side.leave()
		s.right.SetFolded(!s.right.Folded())
	case keys.FocusNotes:
		s.left.SetFolded(false)
		focus(s.notes.entry)
	case keys.FocusBoard:
		focus(s.board)
	default:
		return false
	}
	return true
}

// functionKey does what a bare function key means, which the menu cannot have;
// it reports whether it means anything.
func functionKey(ev *fyne.KeyEvent, do func(id string) bool) bool {
	id, ok := keys.Match(ev.Name, 0, keys.Interview, keys.App)
	return ok && do(id)
}

// steers does what a key with Ctrl or Alt means to the interview: the menu knows
// the first key of an action only. It reports whether it means anything.
func steers(sc fyne.Shortcut, do func(id string) bool) bool {
	id, ok := keys.MatchShortcut(sc, keys.Interview, keys.App)
	return ok && do(id)
}

// step enters the nearest phase that way that has time; without one it stays.
func (s *Screen) step(phase, by int) {
	planned := s.mock.Clock().Planned
	for i := phase + by; i >= 0 && i < interview.PhaseCount; i += by {
		if planned[i] > 0 {
			s.enter(i)
			return
		}
	}
}

func (s *Screen) pause() {
	if s.mock.Clock().Paused {
		s.mock.Resume()
	} else {
		s.mock.Pause()
	}
	s.Tick()
}

func (s *Screen) mark(kind string) {
	s.side.marks.keepWord()
	at := s.mock.Do(session.Marked{Kind: kind})
	s.side.marks.marked(kind, at, s.mock.Clock().Elapsed, time.Now())
}

// BoardDo carries out an action of the Board group, for the menu. What grows is
// there at once: no key is held that would be let go.
func (s *Screen) BoardDo(id string) {
	s.tools.do(id)
	s.board.KeyUp(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
	s.board.KeyUp(&fyne.KeyEvent{Name: desktop.KeySuperLeft})
}
