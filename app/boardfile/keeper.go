package boardfile

import "fyne.io/fyne/v2"

// keeper gives the keyboard to the home of a sheet when nobody has it: a click
// beside its controls takes it away from them.
type keeper struct {
	desk Desk
	home fyne.Focusable
	gone bool // the sheet
}

// lost is called when a control of the sheet has lost the keyboard. Who gets it
// next is known once what is under way is done.
func (k *keeper) lost() {
	k.desk.Post(func() {
		if !k.gone && k.desk.Canvas.Focused() == nil {
			k.desk.Canvas.Focus(k.home)
		}
	})
}
