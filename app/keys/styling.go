package keys

import "fyne.io/fyne/v2"

// The IDs of what the bars around the board have keys for.
const (
	StrokePicker = "board.stroke-colours"
	GroundPicker = "board.ground-colours"
	FontPicker   = "board.fonts"
	HeadAtStart  = "board.head-at-start"
	HeadAtEnd    = "board.head-at-end"
	Parts        = "board.parts"
	MoreTools    = "board.more-tools"
	GoToStyle    = "board.go-to-style"
	FoldStyle    = "board.fold-style"
)

// styling are the keys of style bar and tool bar, as Excalidraw has them where
// it has any.
var styling = []Binding{
	tool(StrokePicker, "Stroke colour", fyne.KeyS),
	tool(GroundPicker, "Background colour", fyne.KeyG),
	with(FontPicker, "Font", fyne.KeyF, shift),
	with(HeadAtEnd, "Head at the arrow's end", fyne.KeyA, shift),
	with(HeadAtStart, "Head at the arrow's start", fyne.KeyA, alt|shift),
	tool(Parts, "Parts of a design", fyne.KeyB),
	with(MoreTools, "More tools", fyne.KeyM, shift),
	with(GoToStyle, "Go to the style bar", fyne.KeyReturn, alt),
	with(FoldStyle, "Fold the style bar away", fyne.KeyBackslash, alt),
}
