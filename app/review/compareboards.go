package review

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/board"
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// compareBoards are the boards of two attempts at the same point of the
// interview: as they stood when a phase was left.
type compareBoards struct {
	screen *Screen
	object fyne.CanvasObject
	phases *phaseRow
	mine   *compareBoard
	theirs *compareBoard
	other  *session.Attempt // nil until it is open
	phase  int              // -1: none chosen yet
}

// compareBoard is one of the two.
type compareBoard struct {
	name    string
	view    boardView
	caption *look.Label
	scene   *board.Scene
}

func newCompareBoards(s *Screen, unused func(*fyne.KeyEvent)) *compareBoards {
	b := &compareBoards{screen: s, phase: -1}
	b.phases = newPhaseRow(b.choose, unused)
	b.mine, b.theirs = newCompareBoard("This attempt"), newCompareBoard("The other one")
	pair := sideBySide(b.mine.object(), b.theirs.object())
	b.mine.shows(s.attempt)
	s.pictureCame = append(s.pictureCame, b.mine.view.ShowPicture)
	about := look.NewLabel("As they stood when the phase was left; 1 to 8, ← and → choose it.", look.Caption.In(look.Muted).Cut())
	head := look.VStack(look.Space4, b.phases.object, look.Pad(about, 0, look.Space8, 0, look.Space8))
	b.object = container.NewBorder(look.VStack(0, look.Pad(head, look.Space8, look.Space8, look.Space8, look.Space8), look.NewRule()), nil, nil, nil, pair)
	return b
}

func newCompareBoard(name string) *compareBoard {
	return &compareBoard{name: name, view: newViewer(), caption: look.NewLabel(name, look.Caption.In(look.Muted).Medium().Cut())}
}

func (b *compareBoard) object() fyne.CanvasObject {
	return boardUnder(b.caption, container.NewStack(b.view.Object(), fitButton(b.view)))
}

// shows makes the board that of an attempt.
func (b *compareBoard) shows(a *session.Attempt) {
	b.view.ShowPictures(a.Pictures().Find)
	b.view.Frame(newMoments(a).extent())
}

// at shows the board as it stood when a phase was left.
func (b *compareBoard) at(a *session.Attempt, phase int) {
	at, left := leaving(a, phase)
	words := b.name + "  ·  at the end, " + look.Time(a.Timeline().Length())
	if left {
		words = b.name + "  ·  " + phaseName(phase) + " left at " + look.Time(a.Timeline().Elapsed(at))
	}
	b.scene = a.At(at).Scene()
	if b.scene.Len() == 0 {
		words += "  ·  nothing on the board"
	}
	b.caption.SetText(words)
	b.view.SetScene(b.scene)
}

// leaving is the session time at which a phase was left for good; the end, and
// false, where it never was.
func leaving(a *session.Attempt, phase int) (at time.Duration, left bool) {
	now := 0
	if a.Imported != nil {
		now = -1 // nobody knows in which phase it begins
	}
	for _, e := range a.End().Clock {
		if e.Kind != interview.Enter || e.Phase == now {
			continue
		}
		if now == phase {
			at, left = e.At, true
		}
		now = e.Phase
	}
	if !left || now == phase {
		return a.End().At, false
	}
	return at, true
}

// compare takes the other attempt.
func (b *compareBoards) compare(a *session.Attempt) {
	s := b.screen
	b.other = a
	b.theirs.name = a.Started.Local().Format("2 January 2006")
	a.Pictures().OnArrival(func(id string) {
		s.postIfThere(func() { b.theirs.view.ShowPicture(id) })
	})
	b.theirs.shows(a)
	b.choose(max(b.phase, 0))
}

// choose shows both boards as they stood when a phase was left.
func (b *compareBoards) choose(phase int) {
	b.phase = phase
	b.phases.choose(phase)
	if b.other != nil {
		b.mine.at(b.screen.attempt, phase)
		b.theirs.at(b.other, phase)
	}
}
