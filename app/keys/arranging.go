package keys

import "fyne.io/fyne/v2"

// The IDs of what changes the selection on the board.
const (
	Copy         = "board.copy"
	Cut          = "board.cut"
	Paste        = "board.paste"
	CopyStyle    = "board.copy-style"
	PasteStyle   = "board.paste-style"
	MakeGroup    = "board.group"
	Ungroup      = "board.ungroup"
	Forward      = "board.forward"
	Backward     = "board.backward"
	ToFront      = "board.front"
	ToBack       = "board.back"
	AlignLeft    = "board.align-left"
	AlignRight   = "board.align-right"
	AlignTop     = "board.align-top"
	AlignBottom  = "board.align-bottom"
	CentreX      = "board.centre-x"
	CentreY      = "board.centre-y"
	DistributeX  = "board.distribute-x"
	DistributeY  = "board.distribute-y"
	FlipX        = "board.flip-x"
	FlipY        = "board.flip-y"
	LockThem     = "board.lock-elements"
	NextShape    = "board.next-shape"
	PreviousKind = "board.previous-shape"
	GrowRight    = "board.grow-right"
	GrowLeft     = "board.grow-left"
	GrowUp       = "board.grow-up"
	GrowDown     = "board.grow-down"
	WalkRight    = "board.walk-right"
	WalkLeft     = "board.walk-left"
	WalkUp       = "board.walk-up"
	WalkDown     = "board.walk-down"
	TidyUp       = "board.tidy"
	Bigger       = "board.bigger"
	Smaller      = "board.smaller"
	Snapping     = "board.snapping"
	Grid         = "board.grid"
	Find         = "board.find"
	WrapInFrame  = "board.wrap-in-frame"
)

var arranging = []Binding{
	with(Copy, "Copy", fyne.KeyC, command),
	with(Cut, "Cut", fyne.KeyX, command),
	with(Paste, "Paste", fyne.KeyV, command),
	with(CopyStyle, "Copy the style", fyne.KeyC, command|alt),
	with(PasteStyle, "Paste the style", fyne.KeyV, command|alt),
	with(MakeGroup, "Group", fyne.KeyG, command),
	with(Ungroup, "Ungroup", fyne.KeyG, command|shift),
	with(Forward, "Bring forward", fyne.KeyRightBracket, command),
	with(Backward, "Send backward", fyne.KeyLeftBracket, command),
	with(ToFront, "Bring to front", fyne.KeyRightBracket, command|shift),
	with(ToBack, "Send to back", fyne.KeyLeftBracket, command|shift),
	with(AlignLeft, "Align left", fyne.KeyLeft, command|shift),
	with(AlignRight, "Align right", fyne.KeyRight, command|shift),
	with(AlignTop, "Align top", fyne.KeyUp, command|shift),
	with(AlignBottom, "Align bottom", fyne.KeyDown, command|shift),
	with(CentreX, "Align centres in a column", fyne.KeyV, alt|shift),
	with(CentreY, "Align middles in a row", fyne.KeyH, alt|shift),
	with(DistributeX, "Distribute in a row", fyne.KeyH, alt),
	with(DistributeY, "Distribute in a column", fyne.KeyV, alt),
	with(FlipX, "Flip left and right", fyne.KeyH, shift),
	with(FlipY, "Flip top and bottom", fyne.KeyV, shift),
	with(LockThem, "Lock, or unlock all", fyne.KeyL, command|shift),
	with(NextShape, "Turn into the next shape", fyne.KeyTab, 0),
	with(PreviousKind, "Turn into the shape before", fyne.KeyTab, shift),
	with(GrowRight, "Grow a shape to the right", fyne.KeyRight, command),
	with(GrowLeft, "Grow a shape to the left", fyne.KeyLeft, command),
	with(GrowUp, "Grow a shape upwards", fyne.KeyUp, command),
	with(GrowDown, "Grow a shape downwards", fyne.KeyDown, command),
	with(WalkRight, "Walk right", fyne.KeyRight, alt),
	with(WalkLeft, "Walk left", fyne.KeyLeft, alt),
	with(WalkUp, "Walk up", fyne.KeyUp, alt),
	with(WalkDown, "Walk down", fyne.KeyDown, alt),
	with(TidyUp, "Tidy up", fyne.KeyT, command|shift),
	with(Bigger, "Larger letters", fyne.KeyPeriod, command|shift),
	with(Smaller, "Smaller letters", fyne.KeyComma, command|shift),
	with(WrapInFrame, "Frame the selection", fyne.KeyF, command|shift),
	with(Snapping, "Snap to neighbours", fyne.KeyS, alt),
	with(Find, "Find on the board", fyne.KeyF, command),
	with(Grid, "Snap to the grid", fyne.KeyApostrophe, command),
}

func with(id, label string, key fyne.KeyName, mods fyne.KeyModifier) Binding {
	return Binding{ID: id, Group: Board, Label: label, Key: key, Mods: mods}
}
