package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// undoLine says at the foot of the screen what was just done, and offers to take
// it back. It stays until it is answered or something else is said.
type undoLine struct {
	object *fyne.Container
	words  *look.Label
	button *look.Button
	undo   func() // nil when nothing can be taken back
	screen *Screen
}

func newUndoLine(s *Screen) *undoLine {
	u := &undoLine{screen: s, words: look.NewLabel("", look.Body.Cut())}
	u.button = look.NewButton("Undo", look.Quiet, u.back)
	u.button.SetHint(look.Hint{Name: "Take it back", Key: keys.Hint(keys.Undo)})
	away := look.NewIconButton(look.IconClose, look.Hint{Name: "Put this line away"}, u.hide)
	row := container.NewBorder(nil, nil, nil, look.HStack(look.Space4, look.Middle(u.button), look.Middle(away)), look.Middle(u.words))
	card := look.NewCardStyled(look.Pad(row, 0, 0, 0, look.Space12), look.CardStyle{Fill: look.Raised, Padding: look.Space4})
	u.object = look.Pad(card, look.Space8, look.Space12, look.Space16, look.Space12)
	u.object.Hide()
	return u
}

// offer says what was done and how to take it back.
func (u *undoLine) offer(words string, undo func()) {
	u.undo = undo
	u.words.SetText(words)
	shown(u.button, undo != nil)
	u.object.Show()
	u.screen.relayout()
}

// say says what was done.
func (u *undoLine) say(words string) { u.offer(words, nil) }

// back takes back what was done, once.
func (u *undoLine) back() {
	undo := u.undo
	if undo == nil {
		return
	}
	u.hide()
	undo()
}

// hide puts the line away.
func (u *undoLine) hide() {
	if u.undo = nil; u.object.Visible() {
		u.object.Hide()
		u.screen.relayout()
	}
}
