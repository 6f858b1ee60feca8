package practice

import (
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
)

// makeRoom puts the marks' place at the panel's foot away while a card needs it
// in a small window; their keys go on working. It comes back for a mark's word.
func (v *interviewer) makeRoom() {
	away := false
	if v.cardSlot.Visible() && !v.marks.word.Visible() {
		room := v.frame.Size().Height - v.frame.Objects[0].MinSize().Height - v.foot.MinSize().Height
		away = v.cardSlot.MinSize().Height+2*look.Space16 > room
	}
	v.showFoot(!away)
}

// showFoot shows the marks, or leaves their place to what is above it.
func (v *interviewer) showFoot(shown bool) {
	if shown == (v.frame.Objects[2] == v.foot) {
		return
	}
	v.frame.Objects[2] = v.foot
	if !shown {
		v.frame.Objects[2] = container.NewWithoutLayout()
	}
	v.frame.Refresh()
}
